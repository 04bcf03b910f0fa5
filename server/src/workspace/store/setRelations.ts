import type { CopySets } from './copySets.js';
import { type CopySet, ledOf } from './entry.js';
import { type PackedRows, type RelationRow, RelationTable } from './relationTable.js';
import { turnedRow } from './voices.js';

/**
 * All relations between sets of copies, in two tables: what near copies have for themselves is related to their leader
 * alone and lies apart, so that whoever asks what a leader has to do with others does not walk over thousands of them.
 */
export class SetRelations {
  private readonly outer = new RelationTable();
  private readonly inner = new RelationTable();

  constructor(private readonly sets: CopySets) {}

  /** Adds rows between sets that are numbered as the present ones. */
  addPacked(rows: PackedRows): void {
    const isInner = (a: number, b: number): boolean => ledOf(this.sets.at(a), this.sets.at(b)) !== null;
    let inner = 0;
    this.outer.addPacked(rows, (a, b) => {
      if (isInner(a, b)) inner++;
      else return true;
      return false;
    });
    if (inner > 0) this.inner.addPacked(rows, isInner);
  }

  pack(numberOf: (set: number) => number): PackedRows {
    const tables = [this.outer.pack(numberOf), this.inner.pack(numberOf)];
    return {
      *[Symbol.iterator]() {
        for (const rows of tables) yield* rows;
      },
    };
  }

  ends({ a, b }: RelationRow): [CopySet, CopySet] {
    return [this.sets.at(a), this.sets.at(b)];
  }

  /** All rows of a set, or all there are. */
  *of(set: CopySet | undefined): Generator<RelationRow> {
    for (const table of [this.outer, this.inner]) yield* set === undefined ? table.all() : table.of(set.number);
  }

  /** Those between sets of which neither leads the other; of one set, with it as `a`, or all. */
  outward(set: CopySet | undefined): Iterable<RelationRow> {
    return set === undefined ? this.outer.all() : this.outer.of(set.number).map((row) => seenFrom(set, row));
  }

  /** Those between a set and its leader, or the near copies that it leads, with the set as `a`. */
  within(set: CopySet): RelationRow[] {
    return this.inner.of(set.number).map((row) => seenFrom(set, row));
  }

  /** Numbers of the sets that one is related to, those left out that lead it or that it leads; one may come again. */
  neighbours(set: CopySet): number[] {
    return this.outer.neighbours(set.number);
  }

  /** Makes these all the rows of a set: those that it has already stay where they are. */
  write({ number }: CopySet, rows: readonly RelationRow[]): void {
    const [outer, inner]: [RelationRow[], RelationRow[]] = [[], []];
    for (const row of rows) (ledOf(...this.ends(row)) === null ? outer : inner).push(row);
    this.outer.set(number, outer);
    this.inner.set(number, inner);
  }

  /** Adds rows between sets of which neither leads the other. */
  add(rows: readonly RelationRow[]): void {
    this.outer.add(rows);
  }
}

/** A row of a set with the set as `a`. */
const seenFrom = ({ number }: CopySet, row: RelationRow): RelationRow => (row.a === number ? row : turnedRow(row));
