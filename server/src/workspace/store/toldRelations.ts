import { markedFrom } from '../../core/relations/relation.js';
import { type Judged, judgedFrom, secondLook } from '../../core/relations/secondLook.js';
import type { Boilerplate } from './boilerplate.js';
import { type ArticleEntry, type CopySet, ledOf } from './entry.js';
import type { Opinions } from './opinions.js';
import type { RelatedSets } from './relatedSets.js';
import type { RelationRow } from './relationTable.js';
import { type CrowdOf, heardOf, mostSpeaking, rowsOfCopies, type ToldRow } from './voices.js';

/** A relation between sets of copies, and the name of its pair of sentences. */
export interface UnjudgedRow {
  readonly pair: number;
  readonly row: RelationRow;
  readonly a: CopySet;
  readonly b: CopySet;
}

/** What people are told of relations: after the second look, and without what an outlet prints every day. */
export class ToldRelations {
  /** What is known of a pair that the judge has said nothing of. */
  private unheard: Judged;
  private readonly crowd: CrowdOf = (set, mention) => this.related.shared.crowdOf(set, mention);

  constructor(
    private readonly related: RelatedSets,
    private readonly boilerplate: Boilerplate,
    private readonly opinions: Opinions,
    isJudged: boolean,
  ) {
    this.unheard = isJudged ? 'pending' : 'absent';
  }

  withoutJudge(): void {
    this.unheard = 'absent';
  }

  /** The relations of an article, or all, in no order, a row for each two articles that speak for themselves or for others. */
  *of(one: ArticleEntry | undefined, betweenGuests: boolean): Generator<ToldRow> {
    for (const row of this.related.toldRowsOf(one?.set)) {
      const seen = this.seen(row);
      if (seen === null) continue;
      yield* rowsOfCopies(seen, this.related.relations.ends(row), this.crowd, one, betweenGuests);
    }
    for (const leader of this.related.leaders(one?.set)) yield* this.within(leader, one);
  }

  /** What near copies have for themselves, told of their leader: of many that are alike, the first. */
  private *within(leader: CopySet, one: ArticleEntry | undefined): Generator<ToldRow> {
    const groups = new Map<string, RelationRow[]>();
    for (const row of this.related.relations.within(leader)) {
      const seen = this.seen(row);
      if (seen === null) continue;
      const key = `${seen.i} ${seen.kind} ${seen.score >= markedFrom}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [seen]);
      else group.push(seen);
    }
    for (const rows of groups.values()) yield* this.alike(leader, rows, one);
  }

  /** Rows of one sentence of a leader to near copies, related alike: each, or of many the first, which stands for all. */
  private *alike(leader: CopySet, rows: readonly RelationRow[], one: ArticleEntry | undefined): Generator<ToldRow> {
    const files = [
      ...new Set(rows.flatMap((row) => heardOf(this.related.relations.ends(row)[1]).map(({ file }) => file))),
    ];
    if (files.length <= mostSpeaking) {
      for (const row of rows) yield* rowsOfCopies(row, this.related.relations.ends(row), this.crowd, one);
      return;
    }
    const fileOf = (row: RelationRow): string => heardOf(this.related.relations.ends(row)[1])[0]?.file ?? '';
    const isBefore = (row: RelationRow, other: RelationRow): boolean => {
      if (fileOf(row) !== fileOf(other)) return fileOf(row) < fileOf(other);
      return row.score === other.score ? row.j < other.j : row.score > other.score;
    };
    const first = rows.reduce((found, row) => (isBefore(row, found) ? row : found));
    const crowd: CrowdOf = (set, mention) => (set === leader ? this.crowd(set, mention) : { files });
    for (const told of rowsOfCopies(first, this.related.relations.ends(first), crowd, one))
      yield { ...told, alike: true };
  }

  /** Whether a sentence of one set is marked as a copy of one in another. */
  shareText(one: CopySet, other: CopySet): boolean {
    const [a, b] = [one.leader ?? one, other.leader ?? other];
    if (a === b && one !== other) return true; // near copies
    const [few, most] = a.led.length > 0 ? [b, a] : [a, b];
    for (const row of this.related.relations.of(few)) {
      const seen = this.related.isBetween(row, few, most) ? this.seen(row) : null;
      if (seen?.kind === 'copy' && seen.score >= markedFrom) return true;
    }
    return false;
  }

  /**
   * The relations of a set, or all, that the judge has not seen. What a near copy has for itself is judged only where
   * somebody asks about that copy: there may be thousands.
   */
  *unjudged(set: CopySet | undefined): Generator<UnjudgedRow> {
    if (this.unheard === 'absent') return;
    for (const row of this.related.relations.of(set)) {
      if (row.score < judgedFrom) continue;
      const pair = this.related.pairOf(row);
      if (this.opinions.of(pair) !== undefined) continue;
      const [a, b] = this.related.relations.ends(row);
      const led = ledOf(a, b);
      if (led !== null && led !== set) continue;
      const isHeardOf = [a, b].every(({ copies }) => copies.some(({ text }) => text !== null));
      if (isHeardOf && this.isTold(row)) yield { pair, row, a, b };
    }
  }

  /** After the second look; `null`: nobody is told. */
  private seen(row: RelationRow): RelationRow | null {
    return this.isTold(row) ? secondLook(row, this.judgedOf(row)) : null;
  }

  private judgedOf(row: RelationRow): Judged {
    if (this.unheard === 'absent') return this.unheard;
    const opinion = this.opinions.of(this.related.pairOf(row));
    if (opinion !== undefined) return opinion;
    // of near copies nobody need have been asked: numbers that differ are told by the first look
    const isExact = row.reasons.includes('figuresApart') && ledOf(...this.related.relations.ends(row)) !== null;
    return isExact ? 'absent' : this.unheard;
  }

  private isTold(row: RelationRow): boolean {
    const [a, b] = this.related.relations.ends(row);
    return !this.isBoilerplate(a, row.i) && !this.isBoilerplate(b, row.j);
  }

  private isBoilerplate({ facts }: CopySet, mention: number): boolean {
    return this.boilerplate.has(facts.printedOf(mention));
  }
}
