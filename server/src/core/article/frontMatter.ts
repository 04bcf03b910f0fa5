import { parse } from 'yaml';

/** What a file states about itself, by the names people use for it, lower case. */
export type Fields = Map<string, string>;

/**
 * The name of the date that a page prints above its article. Readers saw it, and an archive's own field may be the day when
 * a page was fetched, or have day and month changed about: so it goes before all others.
 */
export const printedDate = 'printed date';

/** The names of what else the page prints: the day of an update, and the outlet. */
export const printedUpdate = 'printed update';
export const printedOutlet = 'printed outlet';
/** The name that a dateline gives in brackets: an agency, or the outlet itself. */
export const datelineName = 'dateline';

/** Keeps a value under a name unless one is known: what is found first is trusted most. */
export function note(fields: Fields, name: string, value: string | null | undefined): void {
  if (value && !fields.has(name)) fields.set(name, value.trim());
}

export interface FrontMatter {
  readonly fields: Fields;
  /** Offset behind it; 0 where there is none. */
  readonly end: number;
}

const block = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?\1[ \t]*(?:\r?\n|$)/;
/** A line of fields: a key, an indented or listed value, a comment, nothing. Prose between two rules has others. */
const fieldLine = /^(?:[\w"'. -]{1,60}\s*[:=](?:\s|$)|\s|-\s|#|[\]}[{]|$)/;
/** `key: value` where the value means the same in YAML as it does to a reader. */
const flatLine = /^[\w-]{1,40}:[ \t]+(?:"[^"\\]*"|'[^'\\]*'|[\p{L}\p{N}](?:[^:#\r]|:(?=\S))*)\r?$/u;
/** Characters; front matter that is longer is none. Set by hand. */
const most = 20_000;

/**
 * YAML (`---`) or TOML (`+++`) front matter. Damaged front matter is not read as the article's text; the fields that
 * can still be told line by line are kept.
 */
export function readFrontMatter(text: string): FrontMatter {
  const fields: Fields = new Map();
  const found = /^\uFEFF?(?:---|\+\+\+)/.test(text) ? block.exec(text.slice(0, most)) : null;
  const source = found?.[2] ?? '';
  if (!found || !source.split('\n').every((line) => fieldLine.test(line.trimEnd()))) return { fields, end: 0 };
  // most front matter is flat, and YAML in full costs as much as reading the rest of the article
  const lines = found[1] === '+++' || source.split('\n').every((line) => flatLine.test(line));
  const entries = (lines ? null : yamlEntries(source)) ?? lineEntries(source);
  for (const [key, value] of entries) {
    const written = (
      Array.isArray(value) ? value.filter((item) => typeof item === 'string').join(', ') : value
    ) as unknown;
    if (typeof written === 'string' && written.trim() !== '') fields.set(key.trim().toLowerCase(), written.trim());
  }
  return { fields, end: found[0].length };
}

/** `null` for damaged YAML. */
function yamlEntries(source: string): [string, unknown][] | null {
  let value: unknown;
  try {
    value = parse(source, { schema: 'failsafe', logLevel: 'silent', uniqueKeys: false });
  } catch {
    return null;
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

const lineEnd = /[\n\r\u2028\u2029]/;
const entry = /^["']?([\w-]{1,40})["']?[ \t]*[:=](.*)$/;

/** `key: value` and `key = value`, quotation marks taken off. */
const lineEntries = (source: string): [string, unknown][] =>
  source.split(lineEnd).flatMap((line) => {
    const [, key, value] = entry.exec(line) ?? [];
    return key === undefined || value === undefined ? [] : [[key, value.trim().replace(/^(["'])(.*)\1$/, '$2')]];
  });
