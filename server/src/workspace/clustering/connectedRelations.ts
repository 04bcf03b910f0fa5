import { mentionLimit } from '../../core/relations/relationCode.js';
import type { RelationRow } from '../store/relationTable.js';

/** The relations that a mention of an article leads to over any number of others, each once. */
export function connectedRelations(from: number, rowsOf: (article: number) => Iterable<RelationRow>): RelationRow[] {
  const found: RelationRow[] = [];
  const rowsAt = new Map<number, RelationRow[]>();
  const opened = new Set<number>();
  const reached = new Set<number>();
  const open: number[] = [];
  const openArticle = (article: number): void => {
    opened.add(article);
    for (const row of rowsOf(article)) {
      const mention = keyOf(article, row.a === article ? row.i : row.j);
      const rows = rowsAt.get(mention);
      if (rows === undefined) rowsAt.set(mention, [row]);
      else rows.push(row);
    }
  };
  const reach = (article: number, mention: number): void => {
    if (!opened.has(article)) openArticle(article);
    const key = keyOf(article, mention);
    if (!reached.has(key)) open.push(key);
    reached.add(key);
  };
  const taken = new Map<number, Set<number>>();
  /** Each relation is seen from both of its ends where both speak for themselves, from one where another speaks for it. */
  const take = (row: RelationRow): void => {
    const key = keyOf(row.a, row.i);
    const others = taken.get(key) ?? new Set();
    taken.set(key, others);
    const other = keyOf(row.b, row.j);
    if (!others.has(other)) found.push(row);
    others.add(other);
  };
  openArticle(from);
  for (const rows of [...rowsAt.values()]) for (const { a, i, j } of rows) reach(from, a === from ? i : j);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const row of rowsAt.get(key)!) {
      take(row);
      reach(row.a, row.i);
      reach(row.b, row.j);
    }
  }
  return found;
}

const keyOf = (article: number, mention: number): number => article * mentionLimit + mention;
