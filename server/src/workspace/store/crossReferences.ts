import { spanOf } from '../../core/mentions/packedMentions.js';
import type { Quoted } from '../../core/relations/quoted.js';
import { markedFrom, type Relation } from '../../core/relations/relation.js';
import { quotesArticles, relationInWords } from '../../core/relations/relationInWords.js';
import type { CrossReference, Place } from '../claim.js';
import type { ArticleFacts } from '../facts.js';
import type { ArticleEntry, Entry } from './entry.js';
import { memoizeMention } from './memoizeMention.js';
import type { RelationRow } from './relationTable.js';
import type { ToldRow } from './voices.js';

/** What is asked of the store of articles. */
interface RelatedArticles {
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

/** What a person can be told about a file and each file related to it, for comparison. */
export function toldOf(store: RelatedArticles, { number, text }: Entry): Map<string, string> {
  const told = new Map<string, string>();
  if (number === null || text === null) return told;
  for (const row of store.rowsOf(number)) {
    const [other, otherMention, mention] = row.a === number ? [row.b, row.j, row.i] : [row.a, row.i, row.j];
    const { file } = store.entryAt(other);
    const { start, end } = placeOf(store, number, mention);
    const words = quotesArticles(row) ? JSON.stringify(inWords(store, row)) : judgementOf(row);
    told.set(file, `${told.get(file) ?? ''}${start} ${end} ${otherMention} ${words}\n`);
  }
  return told;
}

/** The files about which two answers of `toldOf` differ. */
export const changedFiles = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...one.keys(), ...other.keys()].filter((file) => one.get(file) !== other.get(file));

function placeOf(store: RelatedArticles, number: number, mention: number): Place {
  const { file, set } = store.entryAt(number);
  const { start, end } = spanOf(set.facts.claims, mention);
  return { file, start, end };
}

/** Relations that quote nothing and are judged alike have the same words. */
const judgementOf = ({ kind, score, run, reasons }: RelationRow): string => `${kind} ${score} ${run} ${reasons.join()}`;

const inWords = (store: RelatedArticles, row: RelationRow): Relation =>
  relationInWords(row, () => [quoted(store, row.a), quoted(store, row.b)]);

function quoted(store: RelatedArticles, number: number): Quoted {
  const { claims, text } = store.factsAt(number);
  return { mentions: claims, sentence: (m) => text.slice(claims.start[m], claims.end[m]) };
}
