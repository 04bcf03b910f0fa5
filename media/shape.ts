import type { Drawing } from '../pictures/drawing.js';

/** A picture as nodes of a page; its words become text nodes. */
export function svgOf({ name, attributes, children, text }: Drawing): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== '') made.textContent = text;
  made.append(...children.map(svgOf));
  return made;
}
