import { parse } from 'yaml';
import { months } from '../languages/en/article.js';
import type { Span } from '../span.js';
import type { Metadata } from './article.js';

const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const isoDate = /\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b/;
const headerLine = /^\uFEFF?[ \t]*(?:date|published|updated)[ \t:]+((?:19|20)\d{2}-\d{2}-\d{2})(?:[ \t]+|\r?\n)/i;
const dateline = new RegExp(
  `^(?<place>\\p{Lu}[\\p{Lu}\\s.'’-]{2,30}(?:,\\s*\\p{L}[\\p{L}. ]{1,20})?)` +
    `(?:,?\\s+(?<month>${months})\\.?\\s+(?<day>\\d{1,2})(?:,?\\s+(?<year>\\d{4}))?)?` +
    `\\s*(?:\\((?<agency>[\\p{L}][\\p{L} ./-]{1,30})\\))?\\s*[–—-]+\\s`,
  'u',
);
const credit =
  /\((?:with reporting by |additional reporting by )?(Reuters|AP|Associated Press|AFP|Agence France-Presse|dpa|ANSA|EFE|TASS|Xinhua|UPI|PA)\)/;
const fileName = /(?:^|\/)((?:19|20)\d{2}-\d{2}-\d{2})[_ ]([\p{L}][\p{L}-]*)(?:[_ ][^/]*)?\.[^./]+$/u;

export interface Header {
  readonly metadata: Metadata;
  /** Offset of the article's own text. */
  readonly bodyStart: number;
}

/**
 * Metadata from YAML front matter, a header line (` date 2024-12-07 …`), a dateline and the file name, in that order of
 * trust. Broken front matter is skipped over and yields nothing.
 */
export function readHeader(text: string, path: string): Header {
  const fields = new Map<string, string>();
  let bodyStart = 0;
  const front = frontMatter.exec(text);
  if (front) {
    bodyStart = front[0].length;
    for (const [key, value] of yamlFields(front[1] as string)) fields.set(key, value);
  } else {
    const header = headerLine.exec(text);
    if (header) {
      bodyStart = header[0].length;
      fields.set('date', header[1] as string);
    }
  }
  const opening = text.slice(bodyStart, bodyStart + 400).trimStart();
  const line = dateline.exec(opening)?.groups;
  const name = fileName.exec(path);
  const iso = isoDate.exec(fields.get('date') ?? '')?.[0] ?? name?.[1] ?? datelineDate(line) ?? null;
  return {
    bodyStart,
    metadata: {
      title: fields.get('title') ?? null,
      outlet: fields.get('outlet') ?? fields.get('source') ?? fields.get('publisher') ?? name?.[2] ?? null,
      date: iso,
      agency: fields.get('agency') ?? line?.agency ?? credit.exec(opening)?.[1] ?? null,
      place: line?.place?.trim() ?? null,
    },
  };
}

function* yamlFields(source: string): Generator<[string, string]> {
  let value: unknown;
  try {
    value = parse(source, { schema: 'failsafe', logLevel: 'silent' });
  } catch {
    return; // damaged front matter: the article is still an article, only its metadata is unknown
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, field] of Object.entries(value))
    if (typeof field === 'string' && field.trim() !== '') yield [key.toLowerCase(), field.trim()];
}

/** A dateline without a year gives no date: which year would be a guess. */
function datelineDate(line: Record<string, string> | undefined): string | null {
  if (!line?.year || !line.month || !line.day) return null;
  const month = months.split('|').findIndex((name) => name.slice(0, 3) === line.month?.slice(0, 3)) + 1;
  return `${line.year}-${String(month).padStart(2, '0')}-${line.day.padStart(2, '0')}`;
}

/** The front matter's own extent, so that nothing in it is marked. */
export const headerSpan = (header: Header): Span => ({ start: 0, end: header.bodyStart });
