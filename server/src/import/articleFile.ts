import { stringify } from 'yaml';
import type { Block, ImportedArticle } from './imported.js';

/** In characters; what is longer is not what its field says, and front matter has a limit. Chosen. */
const longestValue = 2000;

/**
 * An article as a file that our reader reads: front matter, headline, text. `original` is the file that it was made from, as
 * seen from the article's folder.
 */
export function articleFile(article: ImportedArticle, original: string): string {
  const fields: readonly (readonly [string, string | null])[] = [
    ['title', article.title],
    ['outlet', article.outlet],
    ['date', article.date],
    ['updated', article.updated],
    ['author', article.authors.join(', ') || null],
    ['agency', article.agency],
    ['url', article.url],
    ['language', article.language],
    ['original', original],
  ];
  const given = fields.filter(([, value]) => value !== null && value !== '' && value.length <= longestValue);
  const frontMatter = stringify(Object.fromEntries(given), { lineWidth: 0 });
  const headline = article.title === null ? [] : [`# ${unmarked(article.title)}`];
  return `---\n${frontMatter}---\n\n${[...headline, ...article.text.map(markdownOf)].join('\n\n')}\n`;
}

const marks = { paragraph: '', heading: '## ', item: '- ', quotation: '> ' } as const;

function markdownOf({ kind, text }: Block): string {
  const lines = text.split('\n');
  if (kind !== 'table') return lines.map((line) => marks[kind] + unmarked(line)).join('\n');
  const [names = '', ...rows] = lines.map((line) => `| ${line.split('\t').map(cell).join(' | ')} |`);
  const width = text.split('\n', 1)[0]!.split('\t').length;
  return [names, `|${' --- |'.repeat(width)}`, ...rows].join('\n');
}

const cell = (words: string): string => unmarked(words).replaceAll('|', '\\|');

/** Words in which Markdown finds no heading, list, code, link, picture or HTML that the page did not have. */
const unmarked = (line: string): string =>
  line
    .replace(/\\(?=[\\`*_[\]<>#~!-])/g, '\\\\')
    .replace(/<(?=[a-z/!?])/gi, '&lt;')
    .replace(/&(?=#|[a-z]+;)/gi, '&amp;')
    .replace(/[`*]|~(?=~)|\[(?=[^\]]*\](?:\(|\[|:|\s*$))|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/^(?=#{1,6}\s|>|[-+]\s|={3,}|(?:-\s*){3,}$|~{3}|\|)/, '\\');
