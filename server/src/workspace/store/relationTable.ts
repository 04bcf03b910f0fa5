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

/** Rows that outlive the table, in parts: the two articles of some rows, how many these are, and their codes. */
export type PackedRows = Iterable<Int32Array>;
/** What stands before the codes. */
const packedHeading = 3;

/**
 * A record of the table holds rows of two articles that stand together: the articles, the next record in the list of its `a`
 * and in that of its `b`, how many rows it has, and their codes.
 */
const [A, B, NEXT_A, NEXT_B, COUNT, CODES] = [0, 1, 2, 3, 4, 5];
/** Two articles have five rows in the mean; those that have more than this have several records. */
const mostRows = 16;
const lengthOf = (count: number): number => CODES + count * codeLength;

/** Numbers of a page, as a power of two: a quarter of a megabyte. Chosen. */
const pageBits = 16;
const pageLength = 2 ** pageBits;
const inPage = pageLength - 1;

/** Names a pair of mentions among those of one article, by the other article: an article has less than two million others. */
const pairOf = (other: number, mentions: number): number => other * 2 ** 32 + (mentions >>> 0);

const nowhere: ReadonlySet<number> = new Set();

/**
 * All relations between articles in one table: a folder of 10,000 articles has more than half a million.
 * A record of rows stands in the lists of both its articles. The table lies in pages, since one long array that grows is
 * there twice while it does.
 */
export class RelationTable {
  private readonly pages: Int32Array[] = [];
  /** Pages that whoever packed them holds, too: what is written there is written into a copy. */
  private readonly lent = new Set<number>();
  /** How far the last page is filled; behind that it is all zero. */
  private filled = pageLength;
  /** By article, its first record; `none`: it has no row. */
  private heads = new Int32Array(0);
  /** By their rows, the first of the records that are free again, linked by `NEXT_A`; their `a` is `none`. */
  private readonly free = new Int32Array(mostRows + 1).fill(none);

  /** Makes these all the relations of an article: records that hold some of them already stay where they are. */
  set(article: number, rows: readonly RelationRow[]): void {
    this.add(this.first(article) === none ? rows : this.keepOnlyThese(article, rows));
  }

  /** The relations of an article. */
  of(article: number): RelationRow[] {
    const found: RelationRow[] = [];
    for (let at = this.first(article); at !== none; at = this.next(article, at))
      for (let k = 0; k < this.get(at, COUNT); k++) found.push(this.row(at, k));
    return found;
  }

  /** Every relation, once. */
  *all(): Generator<RelationRow> {
    for (const [page, numbers] of this.pages.entries())
      for (const place of recordsIn(numbers)) {
        const at = page * pageLength + place;
        for (let k = 0; k < this.get(at, COUNT); k++) yield this.row(at, k);
      }
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
    const pages = [...this.pages];
    for (const page of pages.keys()) this.lent.add(page);
    return {
      *[Symbol.iterator]() {
        for (const page of pages) yield packed(page, numberOf);
      },
    };
  }

  /** Adds the rows between articles that belong here, with the numbers that they have. */
  addPacked(parts: PackedRows, belong: (a: number, b: number) => boolean): void {
    for (const part of parts)
      for (let from = 0; from < part.length; from += packedHeading + part[from + 2]! * codeLength) {
        const [a, b, count] = [part[from]!, part[from + 1]!, part[from + 2]!];
        const codes = from + packedHeading;
        if (belong(a, b)) this.put(a, b, part.subarray(codes, codes + count * codeLength));
      }
  }

  /** Adds relations that the table does not hold yet. */
  add(rows: Iterable<RelationRow>): void {
    let [a, b] = [none, none];
    let codes: number[] = [];
    for (const row of rows) {
      if (row.a !== a || row.b !== b || codes.length === mostRows * codeLength) {
        if (codes.length > 0) this.put(a, b, codes);
        [a, b, codes] = [row.a, row.b, []];
      }
      codes.push(...encodeRelation(row));
    }
    if (codes.length > 0) this.put(a, b, codes);
  }

  /** Adds a record. */
  private put(a: number, b: number, codes: ArrayLike<number>): void {
    const count = codes.length / codeLength;
    const at = this.room(count);
    const page = this.own(at);
    const to = at & inPage;
    page[to + A] = a;
    page[to + B] = b;
    page[to + NEXT_A] = this.first(a);
    page[to + NEXT_B] = this.first(b);
    page[to + COUNT] = count;
    page.set(codes, to + CODES);
    this.seat(Math.max(a, b));
    this.heads[a] = at;
    this.heads[b] = at;
  }

  private seat(article: number): void {
    const seats = this.heads.length;
    if (article < seats) return;
    this.heads = roomFor(this.heads, article).fill(none, seats);
  }

  /** Room for a record of so many rows. */
  private room(count: number): number {
    const at = this.free[count]!;
    if (at !== none) {
      this.free[count] = this.get(at, NEXT_A);
      return at;
    }
    if (this.filled + lengthOf(count) > pageLength) {
      this.pages.push(new Int32Array(pageLength));
      this.filled = 0;
    }
    this.filled += lengthOf(count);
    return this.pages.length * pageLength - pageLength + this.filled - lengthOf(count);
  }

  private get(at: number, column: number): number {
    return this.pages[at >>> pageBits]![(at & inPage) + column]!;
  }

  private write(at: number, column: number, value: number): void {
    this.own(at)[(at & inPage) + column] = value;
  }

  /** The page of a record, to be written to. */
  private own(at: number): Int32Array {
    const page = at >>> pageBits;
    if (this.lent.delete(page)) this.pages[page] = this.pages[page]!.slice();
    return this.pages[page]!;
  }

  private first(article: number): number {
    return this.heads[article] ?? none;
  }

  /** The next record in the list of an article. */
  private next(article: number, at: number): number {
    return this.get(at, this.get(at, A) === article ? NEXT_A : NEXT_B);
  }

  private other(article: number, at: number): number {
    return this.get(at, this.get(at, A) === article ? B : A);
  }

  /** Takes the records of an article out that hold any other relation. Returns those of `rows` that it has no longer, or not yet. */
  private keepOnlyThese(article: number, rows: readonly RelationRow[]): Iterable<RelationRow> {
    const missing = new Map(
      rows.map((row) => [pairOf(row.a === article ? row.b : row.a, encodeRelation(row)[0]), row]),
    );
    const stays = new Set<number>();
    for (let at = this.first(article); at !== none; at = this.next(article, at)) {
      const other = this.other(article, at);
      const held = Array.from({ length: this.get(at, COUNT) }, (_, k) => pairOf(other, this.code(at, k)));
      if (!held.every((pair, k) => this.holds(at, k, missing.get(pair)))) continue;
      for (const pair of held) missing.delete(pair);
      stays.add(at);
    }
    this.keepOnly(article, stays);
    return missing.values();
  }

  /** Takes all records of an article out but those at some places. */
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
      const count = this.get(at, COUNT);
      this.write(at, A, none);
      this.write(at, NEXT_A, this.free[count]!);
      this.free[count] = at;
    }
  }

  /** Takes records out of the list of an article. */
  private unlink(article: number, goes: (at: number) => boolean): void {
    let before = none;
    for (let at = this.first(article); at !== none; at = this.next(article, at)) {
      if (!goes(at)) before = at;
      else if (before === none) this.heads[article] = this.next(article, at);
      else this.write(before, this.get(before, A) === article ? NEXT_A : NEXT_B, this.next(article, at));
    }
  }

  /** A number of the code of a record's row. */
  private code(at: number, row: number, number = 0): number {
    return this.get(at, CODES + row * codeLength + number);
  }

  /** Whether a record has this very row at a place. */
  private holds(at: number, k: number, row: RelationRow | undefined): boolean {
    if (row === undefined || this.get(at, A) !== row.a || this.get(at, B) !== row.b) return false;
    return encodeRelation(row).every((number, n) => this.code(at, k, n) === number);
  }

  private row(at: number, k: number): RelationRow {
    const related = decodeRelation(this.code(at, k), this.code(at, k, 1), this.code(at, k, 2));
    return rowOf(related, this.get(at, A), this.get(at, B));
  }
}

/** Where the records of a page begin, those that are free left out. */
function* recordsIn(page: Int32Array): Generator<number> {
  for (let at = 0, count = page[COUNT]; count; count = page[at + COUNT]) {
    if (page[at + A] !== none) yield at;
    at += lengthOf(count);
  }
}

/** The rows of a page between articles to which `numberOf` gives a number. */
function packed(page: Int32Array, numberOf: (article: number) => number): Int32Array {
  const found = new Int32Array(page.length);
  let to = 0;
  for (const at of recordsIn(page)) {
    const [a, b, count] = [numberOf(page[at + A]!), numberOf(page[at + B]!), page[at + COUNT]!];
    if (a === none || b === none) continue;
    found.set([a, b, count], to);
    found.set(page.subarray(at + CODES, at + lengthOf(count)), to + packedHeading);
    to += packedHeading + count * codeLength;
  }
  return found.slice(0, to); // whoever stores it stores all that it lies in
}
