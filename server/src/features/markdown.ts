import { type Escaped, isolated, sentenceLine } from '../../../protocol/src/index.js';

export type Markdown = Escaped<'markdown'>;

/**
 * Markdown in which article text can do nothing: no markup, link, image, HTML or autolink survives. Article text is
 * hostile input; a hover must not let it draw a button or fetch a picture. Many a report is read as it is written, in a mail or
 * a ticket: the hyphen of a word and the full stop of a sentence, which begin nothing, stand bare.
 */
export const escapeMarkdown = (text: string): Markdown =>
  isolated(sentenceLine(text))
    .replace(/[\\`*_{}[\]()#+!|~$^=]|(?<!\p{L})-|-(?!\p{L})|(?<=^|[\s\d])\.|\.(?=\S)/gu, '\\$&')
    .replace(/[<>&:@]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/\bwww/gi, (www) => `${www[0]}&#${www.charCodeAt(1)};${www[2]}`) as Markdown;

/** A link to `target`, which is ours, already percent-encoded but for what would end a Markdown link. */
export function link(label: string, target: string): Markdown {
  const encoded = target.replace(/[()<>\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `[${escapeMarkdown(label)}](${encoded})` as Markdown;
}

/** A line of a table. */
export const row = (cells: readonly Markdown[]): Markdown => `| ${cells.join(' | ')} |` as Markdown;
