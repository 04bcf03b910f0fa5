import { spanOf } from '../../core/mentions/packedMentions.js';
import type { Quoted } from '../../core/relations/quoted.js';
import { markedFrom, type Relation } from '../../core/relations/relation.js';
import { quotesArticles, relationInWords } from '../../core/relations/relationInWords.js';
import type { CrossReference, Place } from '../claim.js';
import type { ArticleFacts } from '../facts.js';
import type { ArticleEntry } from './entry.js';
import { memoizeMention } from './memoizeMention.js';
import type { RelationRow } from './relationTable.js';
import type { ToldRow } from './voices.js';

/** What is asked of the store of articles. */
export interface RelatedArticles {
  numberOf(file: string): number | undefined;
  entryAt(number: number): ArticleEntry;
  factsAt(number: number): ArticleFacts;
  rowsOf(number?: number, betweenGuests?: boolean): Iterable<ToldRow>;
}

/**
 * The relations of a file, or all, that are surer than the threshold for marks, or those below it. `betweenGuests`: those
 * of two articles of archives, too.
 */
export function* markedRows(
  store: RelatedArticles,
  file: string | undefined,
  marked = true,
  betweenGuests = false,
): Generator<ToldRow> {
  const number = file === undefined ? undefined : store.numberOf(file);
  if (file !== undefined && number === undefined) return;
  for (const row of store.rowsOf(number, betweenGuests)) if (row.score >= markedFrom === marked) yield row;
}

/** The same as places and words for a person, in no order. */
export function crossReferences(store: RelatedArticles, file: string | undefined, marked: boolean): CrossReference[] {
  const placeAt = placesOf(store);
  const plain = new Map<string, Relation>();
  const wordsFor = (row: RelationRow): Relation => {
    if (quotesArticles(row)) return inWords(store, row);
    const key = judgementOf(row);
    const words = plain.get(key) ?? inWords(store, row);
    plain.set(key, words);
    return words;
  };
  return Array.from(markedRows(store, file, marked), (row) => ({
    a: placeAt(row.a, row.i),
    b: placeAt(row.b, row.j),
    relation: wordsFor(row),
    files: row.files,
    alike: row.alike ?? false,
  }));
}

/** The place of a mention of an article, made once: copies have hundreds of relations each. */
const placesOf = (store: RelatedArticles): ((number: number, mention: number) => Place) =>
  memoizeMention((number, mention) => placeOf(store, number, mention));

function placeOf(store: RelatedArticles, number: number, mention: number): Place {
  const { file, set } = store.entryAt(number);
  const { start, end } = spanOf(set.facts.claims, mention);
  return { file, start, end };
}

/** Relations that quote nothing and are judged alike have the same words. */
const judgementOf = ({ kind, score, run, reasons }: RelationRow): string => `${kind} ${score} ${run} ${reasons.join()}`;

const inWords = (store: RelatedArticles, row: RelationRow): Relation =>
  relationInWords(row, () => [quoted(store, row.a), quoted(store, row.b)]);

/** An article as a relation quotes it. */
export function quoted(store: RelatedArticles, number: number): Quoted {
  const { claims, text } = store.factsAt(number);
  return { mentions: claims, sentence: (m) => text.slice(claims.start[m], claims.end[m]) };
}
