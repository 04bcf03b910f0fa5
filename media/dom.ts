import { type Place, say } from '../protocol/src/index.js';

interface Attributes {
  readonly class?: string;
  /** The direction of what comes from an article is that of its letters. */
  readonly dir?: 'auto';
  readonly role?: string;
  readonly title?: string;
  readonly tabindex?: '0';
  readonly scope?: 'row' | 'col' | 'rowgroup';
  readonly [aria: `aria-${string}`]: string;
  readonly [data: `data-${string}`]: string;
}

/**
 * An element. Texts become text nodes, never markup: everything that comes from an article goes through here.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function button(
  attributes: Attributes,
  press: () => void,
  ...children: readonly (Node | string)[]
): HTMLButtonElement {
  const made = element('button', attributes, ...children);
  made.type = 'button';
  made.addEventListener('click', press);
  return made;
}

/** What is drawn when it is first opened. */
export function folded(summary: string, draw: () => readonly Node[]): HTMLDetailsElement {
  const made = element('details', {}, element('summary', {}, summary));
  made.addEventListener('toggle', () => made.append(...draw()), { once: true });
  return made;
}

/** *line 12*: for people; lines count from 1. */
export const lineOf = ({ range }: Place): string => say`line ${range.start.line + 1}`;

/** The element that a page of ours draws into. */
export const content = (): HTMLElement => {
  const found = document.getElementById('content');
  if (found === null) throw new Error('The page has no #content.');
  return found;
};
