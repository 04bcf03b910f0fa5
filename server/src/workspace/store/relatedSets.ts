import { PairBuffers } from '../../core/relations/pairBuffers.js';
import { relate } from '../../core/relations/relate.js';
import type { Candidate, CandidateSource, Copy } from '../candidates.js';
import type { PackedFacts } from '../facts.js';
import { Archives } from './archives.js';
import { CandidateIndex } from './candidateIndex.js';
import { CopySets } from './copySets.js';
import type { ArticleEntry, CopySet, Entry } from './entry.js';
import { pairKey } from './opinions.js';
import type { RecentFacts } from './recentFacts.js';
import { type PackedRows, type RelationRow, RelationTable } from './relationTable.js';
import { enter } from './voices.js';

/** What happens to entries when an archive names candidates, or they are needed no longer. */
interface GuestEvents {
  /** Enters an article from elsewhere, unless its file is known; it joins its copies. */
  welcome(copy: Copy, facts: PackedFacts): void;
  leave(guest: ArticleEntry): void;
  /** An archive answered late: the cross references of these articles changed. */
  changed(set: CopySet): void;
}

/**
 * Sets of copies, found, compared and related as one: the cost of a folder of copies is that of its texts. An article
 * that joins others with equal facts is compared with nobody.
 */
export class RelatedSets {
  private readonly sets = new CopySets();
  private readonly index = new CandidateIndex();
  private readonly relations = new RelationTable();
  private readonly buffers = new PairBuffers();
  private readonly archives: Archives;

  constructor(
    sources: readonly CandidateSource[],
    private readonly recent: RecentFacts,
    private readonly events: GuestEvents,
  ) {
    this.archives = new Archives(
      sources,
      (set, candidates) => this.welcome(set, candidates),
      (set) => events.changed(set),
    );
  }

  /** Rows between sets, numbered as these were made. */
  addPacked(rows: PackedRows): void {
    this.relations.addPacked(rows);
  }

  pack(numberOf: (set: number) => number): PackedRows {
    return this.relations.pack(numberOf);
  }

  /** Rows between sets: those of one, or all. */
  rowsOf(set: CopySet | undefined): Iterable<RelationRow> {
    return set === undefined ? this.relations.all() : this.relations.of(set.number);
  }

  ends({ a, b }: RelationRow): [CopySet, CopySet] {
    return [this.sets.at(a), this.sets.at(b)];
  }

  isBetween({ a, b }: RelationRow, one: CopySet | undefined, other: CopySet | undefined): boolean {
    return (a === one?.number && b === other?.number) || (a === other?.number && b === one?.number);
  }

  /** Names the two sentences of a row between sets. */
  pairOf({ a, b, i, j }: RelationRow): number {
    return pairKey(this.sets.at(a).facts.sentences[i]!, this.sets.at(b).facts.sentences[j]!);
  }

  /** The sets that one is related to; itself where its copies are. */
  *neighbours({ number }: CopySet): Generator<CopySet> {
    for (const other of this.relations.neighbours(number)) yield this.sets.at(other);
  }

  /** Makes an entry that of an article, among its copies; `relateNew` relates it. */
  join(entry: Entry, facts: PackedFacts): ArticleEntry {
    const set = this.sets.with(facts) ?? this.sets.make(facts);
    entry.set = set;
    if (!entry.isGuest && !set.copies.some(isOwn)) this.index.add(set);
    enter(set.copies, entry as ArticleEntry);
    set.heard = null;
    return entry as ArticleEntry;
  }

  /** Takes an article from its copies. What the set has to do with guests alone goes with its last own article. */
  leave(entry: ArticleEntry): void {
    const { set } = entry;
    const isEmpty = this.sets.leave(entry);
    if (!isEmpty && (entry.isGuest || set.copies.some(isOwn))) return;
    if (!entry.isGuest) this.index.remove(set);
    const before = this.relations.neighbours(set.number);
    const stays = ({ a, b }: RelationRow): boolean =>
      a !== b && this.sets.at(a === set.number ? b : a).copies.some(isOwn);
    this.relations.set(set.number, isEmpty ? [] : this.relations.of(set.number).filter(stays));
    this.dropGuests([...before, set.number]);
  }

  /** Gives an article other facts: only the lists that differ are touched where it has no copies before and after. */
  change(entry: ArticleEntry, facts: PackedFacts): void {
    const like = this.sets.with(facts);
    if (like === entry.set) return;
    if (like === undefined && entry.set.copies.length === 1) {
      this.sets.change(entry.set, facts);
      this.index.update(entry.set);
      this.relate(entry.set);
      return;
    }
    this.leave(entry);
    this.relateNew(this.join(entry, facts));
  }

  /** Relates the set of an article that has just joined it, where that was not done for another copy. */
  relateNew({ set }: ArticleEntry): void {
    if (set.copies.filter(isOwn).length === 1) this.relate(set);
    else this.askFor(set);
    if (set.copies.length > 1) this.relateCopies(set);
  }

  /** Asks the archives for an article of which only now a copy may be heard of. */
  askFor(set: CopySet): void {
    if (set.copies.filter((entry) => isOwn(entry) && entry.text !== null).length === 1) this.askArchives(set);
  }

  /** Finds out what articles have to do with all others, those only stored included. */
  private relate(set: CopySet): void {
    const before = this.relations.neighbours(set.number);
    const { found } = this.index.candidates(set);
    this.relations.set(
      set.number,
      found.flatMap((other) => this.rowsBetween(set, other)),
    );
    this.dropGuests(before);
    this.askArchives(set);
  }

  /** What the copies of one article have in common, once for all of them. */
  private relateCopies(set: CopySet): void {
    const { prints, terms } = set.facts.keys;
    if (prints.length + terms.length === 0 || this.areRelated(set, set)) return;
    this.relations.add(this.rowsBetween(set, set));
  }

  private areRelated(one: CopySet, other: CopySet): boolean {
    return this.relations.neighbours(one.number).includes(other.number);
  }

  private rowsBetween(one: CopySet, other: CopySet): RelationRow[] {
    const [a, b] = one.number < other.number ? [one, other] : [other, one];
    const found = relate(this.claimsOf(a), this.claimsOf(b), this.buffers);
    return found.map((related) => ({ ...related, a: a.number, b: b.number }));
  }

  private claimsOf({ copies }: CopySet) {
    return this.recent.of(copies[0]!).claims;
  }

  private askArchives(set: CopySet): void {
    const { facts } = set;
    this.archives.ask(set, () => set.facts === facts && set.copies.some(isOwn));
  }

  /** Relates articles to candidates from outside. */
  private welcome(set: CopySet, candidates: readonly Candidate[]): void {
    for (const { facts, copies } of candidates) {
      for (const copy of copies) this.events.welcome(copy, facts);
      const other = this.sets.with(facts);
      if (other === set) this.relateCopies(set);
      else if (other !== undefined && !this.areRelated(set, other)) {
        this.relations.add(this.rowsBetween(set, other));
        this.dropGuests([other.number]);
      }
    }
  }

  /** Guests leave with the last relation of their set, unless it holds articles of the folder too. */
  private dropGuests(sets: readonly number[]): void {
    for (const number of new Set(sets)) {
      const { copies } = this.sets.at(number);
      if (copies.length > 0 && !copies.some(isOwn) && this.relations.of(number).length === 0)
        for (const guest of [...copies]) this.events.leave(guest);
    }
  }
}

const isOwn = ({ isGuest }: Entry): boolean => !isGuest;
