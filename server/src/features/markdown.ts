import { oneLine } from './wording.js';

/**
 * Markdown in which article text can do nothing: no markup, link, image, HTML or autolink survives. Article text is
 * hostile input; a hover must not let it draw a button or fetch a picture.
 */
export const escapeMarkdown = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_{}[\]()#+\-.!|~$^=]/g, '\\$&')
    .replace(/[<>&:@]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/\bwww/gi, (www) => `${www[0]}&#${www.charCodeAt(1)};${www[2]}`);

/** A link to a line of a file; `uri` is ours, already percent-encoded but for what would end a Markdown link. */
export function link(label: string, uri: string, line: number): string {
  const target = uri.replace(/[()<>\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `[${escapeMarkdown(label)}](${target}#L${line + 1})`;
}

/** A line of a table. */
export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
