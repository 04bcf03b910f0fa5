import { spanOf } from '../../core/mentions/packedMentions.js';
import { likenessOf, markedScore, quotes, relationOf } from '../../core/relations/relate.js';
import type { Relation } from '../../core/relations/relation.js';
import type { CrossReference, Place } from '../claim.js';
import type { ArticleStore } from './articleStore.js';
import type { Entry } from './entry.js';
import { memoizePair } from './memoizePair.js';
import type { RelationRow } from './relationTable.js';

/** The relations of a file, or all, that are surer than the threshold for marks, or those below it. */
export function* markedRows(store: ArticleStore, file: string | undefined, marked = true): Generator<RelationRow> {
  const number = file === undefined ? undefined : store.numberOf(file);
  if (file !== undefined && number === undefined) return;
  for (const row of store.rowsOf(number)) if (row.score >= markedScore === marked) yield row;
}

/** The same as places and words for a person, in no order. */
export function crossReferences(store: ArticleStore, file: string | undefined, marked: boolean): CrossReference[] {
  const placeAt = placesOf(store);
  // relations that quote nothing are the same for the same score and reason
  const plain = memoizePair((_score, _reason, row: RelationRow) => inWords(store, row));
  return Array.from(markedRows(store, file, marked), (row) => ({
    a: placeAt(row.a, row.i),
    b: placeAt(row.b, row.j),
    relation: quotes(row) ? inWords(store, row) : plain(row.score, row.reason, row),
  }));
}

/** The place of a mention of an article, made once: copies have hundreds of relations each. */
const placesOf = (store: ArticleStore): ((number: number, mention: number) => Place) =>
  memoizePair((number, mention) => placeOf(store, number, mention));

/** Whether a sentence of one file is marked as a copy of one in another. */
export function shareText(store: ArticleStore, file: string, other: string): boolean {
  const number = store.numberOf(other);
  for (const row of markedRows(store, file))
    if ((row.a === number || row.b === number) && likenessOf(row).kind === 'copy') return true;
  return false;
}

/** What a person can be told about a file and each file related to it, for comparison. */
export function toldOf(store: ArticleStore, { number, text }: Entry): Map<string, string> {
  const told = new Map<string, string>();
  if (number === null || text === null) return told;
  for (const row of store.rowsOf(number)) {
    const [other, otherMention, mention] = row.a === number ? [row.b, row.j, row.i] : [row.a, row.i, row.j];
    const { file } = store.entryAt(other);
    const { start, end } = placeOf(store, number, mention);
    const words = quotes(row) ? JSON.stringify(inWords(store, row)) : row.reason;
    told.set(file, `${told.get(file) ?? ''}${start} ${end} ${otherMention} ${row.score} ${words}\n`);
  }
  return told;
}

/** The files about which two answers of `toldOf` differ. */
export const changedFiles = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...one.keys(), ...other.keys()].filter((file) => one.get(file) !== other.get(file));

function placeOf(store: ArticleStore, number: number, mention: number): Place {
  const { file, set } = store.entryAt(number);
  const { start, end } = spanOf(set.facts.claims, mention);
  return { file, start, end };
}

const inWords = (store: ArticleStore, row: RelationRow): Relation =>
  relationOf(row, () => [store.factsAt(row.a).claims, store.factsAt(row.b).claims]);
