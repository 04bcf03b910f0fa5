import { createHash } from 'node:crypto';
import { unpack } from '../core/mentions/packedMentions.js';
import type { PackedFacts } from '../workspace/facts.js';
import { bytesOf } from './packedFacts.js';

/** An article as the archive gives it back. */
export interface StoredArticle {
  /** Its path within the archive, with forward slashes. */
  readonly file: string;
  /** Of the text, the path and how it was read: where it is equal there is nothing to write. */
  readonly digest: string;
  readonly text: string;
  /** What the text was read with besides the program and its weights, as JSON. */
  readonly settings: string;
  /** `PackedFacts`, as base64. */
  readonly packed: string;
}

/** An article as the engine has it: with the fields that it is looked up by, which nobody reads again. */
interface SoughtArticle extends StoredArticle {
  /** Since 1970; absent where it is not known. */
  readonly day?: number;
  readonly norm: number;
  /** Its most telling terms, those of `Keys`. */
  readonly terms: readonly string[];
  /** Its other terms: none is kept twice. */
  readonly others: readonly string[];
  readonly prints: readonly string[];
  readonly printed: readonly string[];
}

const sought = { type: 'keyword', doc_values: false, norms: false, similarity: 'boolean' } as const;
const kept = { type: 'keyword', index: false, doc_values: false } as const;

/**
 * How the engine keeps articles. Changed only together with `format`. What is looked up stays in `_source`: where fields are
 * left out of it the engine keeps all of it beside that for a while, which costs a third more of its time.
 */
export const mappings = (reader: string) => ({
  dynamic: 'strict',
  _meta: { reader },
  properties: {
    file: { type: 'keyword' },
    digest: { type: 'keyword' },
    day: { type: 'integer' },
    norm: { type: 'float', index: false },
    terms: sought,
    others: sought,
    prints: sought,
    printed: { type: 'keyword', norms: false },
    packed: { type: 'binary' },
    text: kept,
    settings: kept,
  },
});

/** Of the mapping and of how facts are packed: part of what a reader is called. */
const format = 4;

declare const __READER__: string;

/** Names everything that the facts of an article depend on besides its text: program, weights, and how they are kept. */
export const reader = createHash('sha256').update(`${format} ${__READER__}`).digest('hex').slice(0, 12);

export function storedArticle(article: Omit<StoredArticle, 'packed'>, facts: PackedFacts): SoughtArticle {
  const { keys, printed } = facts;
  const { topic } = unpack(facts.claims);
  const telling = new Set(keys.terms);
  return {
    ...article,
    ...(!Number.isNaN(keys.day) && { day: keys.day }),
    norm: keys.norm,
    terms: words(telling),
    others: words(topic.term.filter((term) => !telling.has(term))),
    prints: words(keys.prints),
    printed: words(new Set([...printed].filter((key) => key !== 0))),
    packed: bytesOf(facts).toString('base64'),
  };
}

/** Numbers as the engine compares them: six characters of base64. */
export const word = (number: number): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(number);
  return bytes.toString('base64url');
};

export const words = (numbers: Iterable<number>): string[] => Array.from(numbers, word);

export const numberOf = (stored: string): number => Buffer.from(stored, 'base64url').readInt32LE();

/** Of the archive and the path alone: whoever loads the same article again writes over it, and never beside it. */
export const idOf = (name: string, path: string): string =>
  createHash('sha256').update(`${name}\n${path}`).digest('base64url');

export const digestFor = (path: string, text: string, settings: string): string =>
  createHash('sha256')
    .update(JSON.stringify([path, text, settings]))
    .digest('base64url');
