import type { Drawing } from '../../../../pictures/drawing.js';
import { isolated, sentenceLine } from '../../../../protocol/src/index.js';

/** Markup of ours. Only `html` and `svg` make it, so that words of files reach a page as words alone. */
export class Html {
  constructor(readonly markup: string) {}
}

type Given = Html | string | number | readonly Html[];

/** Markup with what is given in it: html`<p>${title}</p>`. Whatever is no markup of ours becomes words. */
export const html = (own: TemplateStringsArray, ...given: readonly Given[]): Html =>
  new Html(own.map((markup, i) => markup + (i < given.length ? markupOf(given[i]!) : '')).join(''));

export const nothing = new Html('');

/** A picture in a page. */
export function svg({ name, attributes, children, text }: Drawing): Html {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return new Html(
    `<${name}${given.join('')}>${escaped(text)}${children.map((child) => svg(child).markup).join('')}</${name}>`,
  );
}

function markupOf(given: Given): string {
  if (given instanceof Html) return given.markup;
  if (typeof given === 'object') return given.map(({ markup }) => markup).join('');
  return escaped(String(given));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * For an element and for an attribute in quotation marks; no control or direction character acts either, and words from
 * right to left stand for themselves.
 */
function escaped(text: string): string {
  const [before, after] = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : ''];
  const words = `${before}${isolated(sentenceLine(text))}${after}`;
  return words.replace(/[&<>"']/g, (sign) => entities[sign]!);
}
