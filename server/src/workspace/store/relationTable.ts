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

/** Rows that outlive the table: the numbers `a` and `b`, then the relation's code. */
export type PackedRows = Int32Array;
const packedWidth = 2 + codeLength;

/** What a row of the table holds besides: the next row in the list of its `a` and in that of its `b`. */
const [NEXT_A, NEXT_B, width] = [packedWidth, packedWidth + 1, packedWidth + 2];

/** Names a pair of mentions among those of one article, by the other article: an article has less than two million others. */
const pairOf = (other: number, mentions: number): number => other * 2 ** 32 + (mentions >>> 0);

const nowhere: ReadonlySet<number> = new Set();

/**
 * All relations between articles in one table, 28 bytes each: a folder of 10,000 articles has more than half a million.
 * A row stands in the lists of both its articles.
 */
export class RelationTable {
  private rows = new Int32Array(64 * width);
  /** By article, where its first row begins; `none`: it has no row. */
  private heads = new Int32Array(0);
  /** How far the table is filled. */
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
    for (let at = 0; at < this.end; at += width) if (this.rows[at] !== none) yield this.row(at);
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

  /** A copy of all rows between articles to which `numberOf` gives another number, not `none`. */
  pack(numberOf: (article: number) => number): PackedRows {
    const packed = new Int32Array((this.end / width) * packedWidth);
    let to = 0;
    for (let at = 0; at < this.end; at += width) {
      if (this.rows[at] === none) continue;
      const [a, b] = [numberOf(this.rows[at]!), numberOf(this.rows[at + 1]!)];
      if (a === none || b === none) continue;
      packed[to] = a;
      packed[to + 1] = b;
      for (let k = 2; k < packedWidth; k++) packed[to + k] = this.rows[at + k]!;
      to += packedWidth;
    }
    return packed.subarray(0, to);
  }

  /** Adds the rows between articles that belong here, with the numbers that they have. */
  addPacked(packed: PackedRows, belong: (a: number, b: number) => boolean): void {
    this.rows = roomFor(this.rows, this.end + (packed.length / packedWidth) * width);
    for (let from = 0; from < packed.length; from += packedWidth) {
      const [a, b] = [packed[from]!, packed[from + 1]!];
      if (belong(a, b)) this.put(a, b, packed, from + 2);
    }
  }

  /** Adds relations that the table does not hold yet. */
  add(rows: Iterable<RelationRow>): void {
    for (const row of rows) this.put(row.a, row.b, encodeRelation(row));
  }

  private put(a: number, b: number, code: ArrayLike<number>, from = 0): void {
    const at = this.room();
    const rows = this.rows;
    rows[at] = a;
    rows[at + 1] = b;
    for (let k = 0; k < codeLength; k++) rows[at + 2 + k] = code[from + k]!;
    rows[at + NEXT_A] = this.first(a);
    rows[at + NEXT_B] = this.first(b);
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
      this.free = this.rows[at + NEXT_A]!;
      return at;
    }
    this.rows = roomFor(this.rows, this.end + width);
    this.end += width;
    return this.end - width;
  }

  private first(article: number): number {
    return this.heads[article] ?? none;
  }

  /** Where the next row of an article is. */
  private next(article: number, at: number): number {
    return this.rows[at + (this.rows[at] === article ? NEXT_A : NEXT_B)] as number;
  }

  private other(article: number, at: number): number {
    return this.rows[at + (this.rows[at] === article ? 1 : 0)] as number;
  }

  /** Takes all other relations of an article out. Returns those of `rows` that it has not. */
  private keepOnlyThese(article: number, rows: readonly RelationRow[]): Iterable<RelationRow> {
    const missing = new Map(
      rows.map((row) => [pairOf(row.a === article ? row.b : row.a, encodeRelation(row)[0]), row]),
    );
    const stays = new Set<number>();
    for (let at = this.first(article); at !== none; at = this.next(article, at)) {
      const pair = pairOf(this.other(article, at), this.rows[at + 2]!);
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
      (this.rows[at] === article || this.rows[at + 1] === article) && !stays.has(at);
    for (const other of [...others, article]) this.unlink(other, goes);
    for (const at of gone) {
      this.rows[at] = none;
      this.rows[at + NEXT_A] = this.free;
      this.free = at;
    }
  }

  /** Takes rows out of the list of an article. */
  private unlink(article: number, goes: (at: number) => boolean): void {
    let before = none;
    for (let at = this.first(article); at !== none; at = this.next(article, at)) {
      if (!goes(at)) before = at;
      else if (before === none) this.heads[article] = this.next(article, at);
      else this.rows[before + (this.rows[before] === article ? NEXT_A : NEXT_B)] = this.next(article, at);
    }
  }

  /** Whether a place holds this very row. */
  private holds(at: number, row: RelationRow): boolean {
    const { rows } = this;
    return rows[at] === row.a && rows[at + 1] === row.b && encodeRelation(row).every((n, k) => rows[at + 2 + k] === n);
  }

  private row(at: number): RelationRow {
    const { rows } = this;
    return rowOf(decodeRelation(rows[at + 2]!, rows[at + 3]!, rows[at + 4]!), rows[at]!, rows[at + 1]!);
  }
}
