import { say } from '../../l10n/say.js';

/**
 * Words of a file (its text, metadata, name or path) made harmless for one kind of surface. Whatever shows such words
 * asks for this type, and only the function of that surface makes it, so that forgetting to escape does not compile.
 */
export type Escaped<Surface extends string> = string & { readonly escapedFor: Surface };

/** For a line of a terminal, a text node of a page, a list: no control or direction character in it can act. */
export type Line = Escaped<'line'>;

/** For whatever VS Code shows as a label, some of which draw `$(icons)` and follow `[links](command:…)`. */
export type Label = Escaped<'label'>;

/**
 * Everything on one line: white space, control characters, and the signs that turn the direction of text (with which a
 * name can pretend to be another) become single spaces. Joiners that letters and emoji need remain.
 */
export const line = (text: string): Line => partOfLine(text).trim() as Line;

/** The same, with the space at its ends that keeps it from the parts beside it. */
export const partOfLine = (text: string): Line =>
  text.replace(isolates, '').replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\s]+/gu, ' ') as Line;

/** What `isolated` puts around words: gone again, it leaves no space. */
const isolates = /[\u2068\u2069]/g;

/** A sentence of ours on one line, with the isolates in it, where each has its end: then they turn nothing beside them. */
export function sentenceLine(text: string): Line {
  let depth = 0;
  for (const [sign] of text.matchAll(isolates)) {
    depth += sign === '\u2068' ? 1 : -1;
    if (depth < 0) break;
  }
  if (depth !== 0) return line(text);
  return text
    .split(/([\u2068\u2069])/)
    .map((part, i) => (i % 2 === 0 ? partOfLine(part) : part))
    .join('')
    .trim() as Line;
}

/** Unseen, and no line is broken there; between these signs it keeps VS Code from reading them as an icon or a link. */
const wordJoiner = '\u2060';

/** A label of our own words, said by `say`, in which words of files can do nothing: label`${title} is not read`. */
export const label = (own: TemplateStringsArray, ...given: readonly (string | number)[]): Label =>
  say(own, ...given.map((one) => harmless(String(one)))) as Label;

/** Labels, each on a line of its own: for the message of a mark, which may have several. */
export const labelLines = (labels: readonly Label[]): Label => labels.join('\n') as Label;

const harmless = (text: string): string =>
  sentenceLine(text).replace(/\$(?=\()|\](?=\()/g, (sign) => `${sign}${wordJoiner}`);
