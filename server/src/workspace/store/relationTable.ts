import type { Related } from '../../core/relations/relation.js';
import { codeLength, decodeRelation, encodeRelation } from '../../core/relations/relationCode.js';
import { none, roomFor } from './columns.js';

/** A relation between two articles of the store, by their numbers: `i` is a mention of `a`, `j` one of `b`. */
export interface RelationRow extends Related {
  readonly a: number;
  readonly b: number;
}

/** Made field by field, since a folder has half a million: an engine copies objects of unknown fields many times slower. */
export const rowOf = ({ i, j, kind, score, reasons, run, drifts }: Related, a: number, b: number): RelationRow => ({
  a,
  b,
  i,
  j,
  kind,
  score,
  reasons,
  run,
  drifts,
});

/** Rows that outlive the table, in parts: the numbers `a` and `b`, then the relation's code. */
export type PackedRows = Iterable<Int32Array>;
const packedWidth = 2 + codeLength;

/** What a row holds: two articles, the code, and in the table the next row in the list of its `a` and in that of its `b`. */
const [A, B, CODE, NEXT_A, NEXT_B, width] = [0, 1, 2, packedWidth, packedWidth + 1, packedWidth + 2];

/** Names a pair of mentions among those of one article, by the other article: an article has less than two million others. */
const pairOf = (other: number, mentions: number): number => other * 2 ** 32 + (mentions >>> 0);

const nowhere: ReadonlySet<number> = new Set();

/** Rows of a page, as a power of two: a quarter of a megabyte. Chosen. */
const pageBits = 13;
const inPage = 2 ** pageBits - 1;

/**
 * All relations between articles in one table, 28 bytes each: a folder of 10,000 articles has more than half a million.
 * A row stands in the lists of both its articles. The table lies in pages, since one long array that grows is there twice
 * while it does.
 */
export class RelationTable {
  private readonly pages: Int32Array[] = [];
  /** Pages that whoever packed them holds, too: what is written there is written into a copy. */
  private readonly lent = new Set<number>();
  /** By article, its first row; `none`: it has no row. */
  private heads = new Int32Array(0);
  /** Rows that the table has, free ones among them. */
  private end = 0;
  /** First of the rows that are free again, linked by `NEXT_A`; their `a` is `none`. */
  private free = none;

  /** Makes these all the relations of an article: those that it has already stay where they are. */
  set(article: number, rows: readonly RelationRow[]): void {
    this.add(this.first(article) === none ? rows : this.keepOnlyThese(article, rows));
  }

  /** The relations of an article. */
  of(article: number): RelationRow[] {
    const found: RelationRow[] = [];
    for (let at = this.first(article); at !== none; at = this.next(article, at)) found.push(this.row(at));
    return found;
  }

  /** Every relation, once. */
  *all(): Generator<RelationRow> {
    for (let at = 0; at < this.end; at++) if (this.get(at, A) !== none) yield this.row(at);
  }

  /** Numbers of the articles that an article is related to; one may come again, but not right after itself. */
  neighbours(article: number): number[] {
    const found: number[] = [];
    for (let at = this.first(article); at !== none; at = this.next(article, at)) {
      const other = this.other(article, at);
      if (other !== found[found.length - 1]) found.push(other);
    }
    return found;
  }

  /** Takes all relations of an article out. */
  drop(article: number): void {
    this.keepOnly(article, nowhere);
  }

  /**
   * All rows between articles to which `numberOf` gives another number, not `none`. They are packed when they are asked for,
   * as they are now: later changes do not touch them.
   */
  pack(numberOf: (article: number) => number): PackedRows {
    const { end } = this;
    const pages = [...this.pages];
    for (const page of pages.keys()) this.lent.add(page);
    return {
      *[Symbol.iterator]() {
        for (const [k, page] of pages.entries())
          yield packed(page, Math.min(end - k * (inPage + 1), inPage + 1), numberOf);
      },
    };
  }

  /** Adds the rows between articles that belong here, with the numbers that they have. */
  addPacked(parts: PackedRows, belong: (a: number, b: number) => boolean): void {
    for (const part of parts)
      for (let from = 0; from < part.length; from += packedWidth) {
        const [a, b] = [part[from]!, part[from + 1]!];
        if (belong(a, b)) this.put(a, b, part, from + 2);
      }
  }

  /** Adds relations that the table does not hold yet. */
  add(rows: Iterable<RelationRow>): void {
    for (const row of rows) this.put(row.a, row.b, encodeRelation(row));
  }

  private put(a: number, b: number, code: ArrayLike<number>, from = 0): void {
    const at = this.room();
    const rows = this.own(at);
    const to = (at & inPage) * width;
    rows[to + A] = a;
    rows[to + B] = b;
    for (let k = 0; k < codeLength; k++) rows[to + CODE + k] = code[from + k]!;
    rows[to + NEXT_A] = this.first(a);
    rows[to + NEXT_B] = this.first(b);
    this.seat(Math.max(a, b));
    this.heads[a] = at;
    this.heads[b] = at;
  }

  private seat(article: number): void {
    const seats = this.heads.length;
    if (article < seats) return;
    this.heads = roomFor(this.heads, article).fill(none, seats);
  }

  private room(): number {
    const at = this.free;
    if (at !== none) {
      this.free = this.get(at, NEXT_A);
      return at;
    }
    if ((this.end & inPage) === 0) this.pages.push(new Int32Array((inPage + 1) * width));
    return this.end++;
  }

  private get(row: number, column: number): number {
    return this.pages[row >>> pageBits]![(row & inPage) * width + column]!;
  }

  private write(row: number, column: number, value: number): void {
    this.own(row)[(row & inPage) * width + column] = value;
  }

  /** The page of a row, to be written to. */
  private own(row: number): Int32Array {
    const page = row >>> pageBits;
    if (this.lent.delete(page)) this.pages[page] = this.pages[page]!.slice();
    return this.pages[page]!;
  }

  private first(article: number): number {
    return this.heads[article] ?? none;
  }

  /** Where the next row of an article is. */
  private next(article: number, at: number): number {
    return this.get(at, this.get(at, A) === article ? NEXT_A : NEXT_B);
  }

  private other(article: number, at: number): number {
    return this.get(at, this.get(at, A) === article ? B : A);
  }

  /** Takes all other relations of an article out. Returns those of `rows` that it has not. */
  private keepOnlyThese(article: number, rows: readonly RelationRow[]): Iterable<RelationRow> {
    const missing = new Map(
      rows.map((row) => [pairOf(row.a === article ? row.b : row.a, encodeRelation(row)[0]), row]),
    );
    const stays = new Set<number>();
    for (let at = this.first(article); at !== none; at = this.next(article, at)) {
      const pair = pairOf(this.other(article, at), this.get(at, CODE));
      const row = missing.get(pair);
      if (row === undefined || !this.holds(at, row)) continue;
      missing.delete(pair);
      stays.add(at);
    }
    this.keepOnly(article, stays);
    return missing.values();
  }

  /** Takes all relations of an article out but those at some places. */
  private keepOnly(article: number, stays: ReadonlySet<number>): void {
    const gone: number[] = [];
    const others = new Set<number>();
    for (let at = this.first(article); at !== none; at = this.next(article, at)) {
      if (stays.has(at)) continue;
      gone.push(at);
      others.add(this.other(article, at));
    }
    const goes = (at: number): boolean =>
      (this.get(at, A) === article || this.get(at, B) === article) && !stays.has(at);
    for (const other of [...others, article]) this.unlink(other, goes);
    for (const at of gone) {
      this.write(at, A, none);
      this.write(at, NEXT_A, this.free);
      this.free = at;
    }
  }

  /** Takes rows out of the list of an article. */
  private unlink(article: number, goes: (at: number) => boolean): void {
    let before = none;
    for (let at = this.first(article); at !== none; at = this.next(article, at)) {
      if (!goes(at)) before = at;
      else if (before === none) this.heads[article] = this.next(article, at);
      else this.write(before, this.get(before, A) === article ? NEXT_A : NEXT_B, this.next(article, at));
    }
  }

  /** Whether a place holds this very row. */
  private holds(at: number, row: RelationRow): boolean {
    if (this.get(at, A) !== row.a || this.get(at, B) !== row.b) return false;
    return encodeRelation(row).every((number, k) => this.get(at, CODE + k) === number);
  }

  private row(at: number): RelationRow {
    const [mentions, likeness, reasons] = [this.get(at, CODE), this.get(at, CODE + 1), this.get(at, CODE + 2)];
    return rowOf(decodeRelation(mentions, likeness, reasons), this.get(at, A), this.get(at, B));
  }
}

/** The first rows of a page between articles to which `numberOf` gives a number. */
function packed(page: Int32Array, rows: number, numberOf: (article: number) => number): Int32Array {
  const found = new Int32Array(rows * packedWidth);
  let to = 0;
  for (let at = 0; at < rows * width; at += width) {
    if (page[at] === none) continue;
    const [a, b] = [numberOf(page[at + A]!), numberOf(page[at + B]!)];
    if (a === none || b === none) continue;
    found[to + A] = a;
    found[to + B] = b;
    for (let k = CODE; k < packedWidth; k++) found[to + k] = page[at + k]!;
    to += packedWidth;
  }
  return to === found.length ? found : found.slice(0, to); // whoever stores it stores all that it lies in
}
