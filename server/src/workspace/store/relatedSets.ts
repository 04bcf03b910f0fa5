import { unpack } from '../../core/mentions/packedMentions.js';
import { MeasuringRoom } from '../../core/mentions/termBags.js';
import { PairBuffers } from '../../core/relations/pairBuffers.js';
import { relate } from '../../core/relations/relate.js';
import type { Candidate, CandidateSource, Copy, PrintedElsewhere } from '../candidates.js';
import type { PackedFacts } from '../facts.js';
import { Archives } from './archives.js';
import { CandidateIndex } from './candidateIndex.js';
import { CopySets } from './copySets.js';
import { type ArticleEntry, type CopySet, type Entry, isOwn } from './entry.js';
import { NearCopies } from './nearCopies.js';
import { pairKey } from './opinions.js';
import { type PackedRows, type RelationRow, rowOf } from './relationTable.js';
import { SetRelations } from './setRelations.js';
import { askedOf, SharedSentences } from './sharedSentences.js';
import { enter } from './voices.js';

/** What happens to entries when an archive names candidates, or they are needed no longer. */
interface GuestEvents {
  /** Enters an article from elsewhere, unless its file is known; it joins its copies. Returns the set that it is in; `null`: it is one of the folder's. */
  welcome(copy: Copy, facts: PackedFacts): CopySet | null;
  leave(guest: ArticleEntry): void;
  /** An archive says how often sentences are printed there. */
  printed(printed: readonly PrintedElsewhere[]): void;
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
  readonly relations = new SetRelations(this.sets);
  private readonly buffers = new PairBuffers();
  private readonly room = new MeasuringRoom();
  private readonly archives: Archives;
  private readonly near = new NearCopies();
  readonly shared = new SharedSentences();
  /** The sets that the index holds: they have articles of the folder, and are compared with others themselves. */
  private readonly indexed = new Set<CopySet>();
  /** Sets that have another leader than when they were related. */
  private readonly moved = new Set<CopySet>();
  /** Sets about which people may be told something else since they were asked for last, because others moved. */
  private disturbed = new Set<CopySet>();

  constructor(
    sources: readonly CandidateSource[],
    private readonly events: GuestEvents,
  ) {
    this.archives = new Archives(sources, {
      take: (set, candidates) => this.welcome(set, candidates),
      printed: (printed) => events.printed(printed),
      changed: (set) => events.changed(set),
    });
  }

  /** Places all sets, and adds the rows between them, numbered as they were made: whoever was packed need not be related again. */
  addPacked(rows: PackedRows): void {
    for (const set of this.sets.all()) this.near.place(set);
    // the lists of one time lie together: entered in no order, they are far away for a processor each time
    const byDay = [...this.sets.all()].sort((one, other) => (one.facts.day || 0) - (other.facts.day || 0));
    for (const set of byDay) this.seat(set);
    this.relations.addPacked(rows);
  }

  /**
   * Rows between sets that are told to people as they are, with what near copies share: all, each shared sentence once, or
   * those of one set, of which it is `a`. Without those of a leader to its near copies.
   */
  *toldRowsOf(set: CopySet | undefined): Generator<RelationRow> {
    yield* this.relations.outward(set);
    for (const leader of this.leaders(set)) yield* this.shared.copiesOf(leader);
    if (set === undefined || set.leader === null) return;
    yield* this.relations.within(set);
    yield* this.shared.ofNearCopy(set, set.leader, this.outwardRowsOf(set.leader));
  }

  /** The leaders among some sets, or all. */
  leaders(set: CopySet | undefined): Iterable<CopySet> {
    if (set === undefined) return this.near.leaders();
    return set.led.length > 0 ? [set] : [];
  }

  /** Sets that are told something else because others moved, since this was asked last. */
  takeDisturbed(): ReadonlySet<CopySet> {
    const { disturbed } = this;
    this.disturbed = new Set();
    return disturbed;
  }

  /** A copy is heard of that was not before. */
  heardAnew(set: CopySet): void {
    set.heard = null;
    this.shared.forget(set);
  }

  isBetween({ a, b }: RelationRow, one: CopySet | undefined, other: CopySet | undefined): boolean {
    return (a === one?.number && b === other?.number) || (a === other?.number && b === one?.number);
  }

  /** Names the two sentences of a row between sets. */
  pairOf({ a, b, i, j }: RelationRow): number {
    return pairKey(this.sets.at(a).facts.sentenceOf(i), this.sets.at(b).facts.sentenceOf(j));
  }

  /** Names all pairs of related sentences. */
  *pairs(): Generator<number> {
    for (const row of this.relations.of(undefined)) yield this.pairOf(row);
  }

  /** The sets that one is related to; itself where its copies are. Near copies are related to each other, and to whatever their leader is. */
  neighbours(set: CopySet): Set<CopySet> {
    const { leader } = set;
    const found = new Set(leader === null ? set.led : [leader, ...leader.led]);
    for (const one of leader === null ? [set] : [set, leader])
      for (const number of this.relations.neighbours(one)) {
        const other = this.sets.at(number);
        found.add(other);
        for (const led of other.led) found.add(led);
      }
    return found;
  }

  /** The sets with articles of the folder that one is related to, over however many guests: itself where it has some. */
  *anchors(set: CopySet): Generator<CopySet> {
    const reached = new Set([set]);
    for (const one of reached) {
      if (one.copies.some(isOwn)) yield one;
      else for (const number of this.relations.neighbours(one)) reached.add(this.sets.at(number));
    }
  }

  /** Makes an entry that of an article, among its copies; `relateNew` relates it. */
  join(entry: Entry, facts: PackedFacts): ArticleEntry {
    const article = this.enter(entry, facts);
    this.place(article.set);
    return article;
  }

  /** The same of one that was packed; `addPacked` places it. */
  enter(entry: Entry, facts: PackedFacts): ArticleEntry {
    const article = entry as ArticleEntry;
    const known = this.sets.with(facts);
    if (known !== undefined) enter(known.copies, article);
    article.set = known ?? this.sets.make(facts, article);
    return article;
  }

  /** Takes an article from its copies. What the set has to do with guests alone goes with its last own article. */
  leave(entry: ArticleEntry): void {
    const { set } = entry;
    const isEmpty = this.sets.leave(entry);
    this.place(set);
    if (isEmpty || !(entry.isGuest || set.copies.some(isOwn))) this.unrelate(set, isEmpty);
    this.relateMoved();
  }

  private unrelate(set: CopySet, isEmpty: boolean): void {
    const before = this.relations.neighbours(set);
    const stays = ({ a, b }: RelationRow): boolean => a !== b && this.sets.at(b).copies.some(isOwn);
    set.named = null;
    this.relations.write(set, isEmpty ? [] : [...this.relations.outward(set)].filter(stays));
    this.dropGuests([...before, set.number]);
  }

  /** Gives an article other facts: only the lists that differ are touched where it has no copies before and after. */
  change(entry: ArticleEntry, facts: PackedFacts): void {
    const like = this.sets.with(facts);
    if (like === entry.set) return;
    if (like === undefined && entry.set.copies.length === 1) {
      this.sets.change(entry.set, facts);
      this.place(entry.set);
      if (this.indexed.has(entry.set)) this.index.update(entry.set);
      this.relate(entry.set);
      this.relateMoved();
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
    this.relateMoved();
  }

  /** Asks the archives for an article of which only now a copy may be heard of. */
  askFor(set: CopySet): void {
    if (set.copies.filter((entry) => isOwn(entry) && entry.text !== null).length === 1) this.askArchives(set);
  }

  /** Finds out what articles have to do with all others, those only stored included. */
  private relate(set: CopySet): void {
    const before = this.relations.neighbours(set);
    this.moved.delete(set);
    const others = set.leader === null ? [...this.index.candidates(set).found, ...set.led] : [set.leader];
    this.relations.write(set, this.rowsBetween(set, others));
    this.dropGuests(before);
    this.askArchives(set);
  }

  /** What the copies of one article have in common, once for all of them. */
  private relateCopies(set: CopySet): void {
    const { prints, terms } = set.facts.keys;
    if (prints.length + terms.length === 0 || this.areRelated(set, set)) return;
    this.relations.add(this.rowsBetween(set, [set]));
  }

  /** Finds a set its place after articles came, went or changed. */
  private place(set: CopySet): void {
    this.shared.forget(set);
    set.heard = null;
    const moved = this.near.place(set);
    for (const one of moved) {
      this.moved.add(one);
      this.seat(one);
    }
    if (moved.size > 0) this.shared.forgetAll();
    this.seat(set);
    this.shared.forget(set);
  }

  /** Indexes a set if it is to be found by others, and only then. */
  private seat(set: CopySet): void {
    const isFound = set.copies.some(isOwn) && set.leader === null;
    if (isFound === this.indexed.has(set)) return;
    if (isFound) this.index.add(set);
    else this.index.remove(set);
    if (isFound) this.indexed.add(set);
    else this.indexed.delete(set);
  }

  /** Relates the sets that have another leader now. */
  private relateMoved(): void {
    for (const set of this.moved) {
      if (set.copies.some(isOwn)) {
        for (const one of [set, ...this.neighbours(set)]) this.disturbed.add(one);
        this.relate(set);
        if (set.copies.length > 1) this.relateCopies(set);
        for (const one of this.neighbours(set)) this.disturbed.add(one);
      }
      this.moved.delete(set);
    }
  }

  /** What near copies share of their leader's rows, of which it is `a`: not those with guests alone. */
  private outwardRowsOf(leader: CopySet): readonly RelationRow[] {
    return [...this.relations.outward(leader)].filter(({ a, b }) => a !== b && this.sets.at(b).copies.some(isOwn));
  }

  private areRelated(one: CopySet, other: CopySet): boolean {
    return this.relations.neighbours(one).includes(other.number);
  }

  /** Compares a set with others. Of these, most are not asked for again for long: none stays unpacked. */
  private rowsBetween(one: CopySet, others: readonly CopySet[]): RelationRow[] {
    const claims = unpack(one.facts);
    return others.flatMap((other) => {
      const against = other === one ? claims : unpack(other.facts, this.room);
      const isFirst = one.number < other.number;
      const [a, b] = isFirst ? [one, other] : [other, one];
      const [claimsOfA, claimsOfB] = isFirst ? [claims, against] : [against, claims];
      const found = relate(claimsOfA, claimsOfB, this.buffers, askedOf(a, b));
      return found.map((related) => rowOf(related, a.number, b.number));
    });
  }

  /** Asks archives about guests, too, and finds out what these have to do with articles of the folder that did not ask. */
  askForGuest(guest: CopySet): void {
    const { facts } = guest;
    const isThere = (): boolean => guest.facts === facts && guest.copies.length > 0;
    const others = this.index.candidates(guest).found.filter((other) => !this.areRelated(guest, other));
    this.relations.add(this.rowsBetween(guest, others));
    if (guest.copies.length > 1) this.relateCopies(guest);
    this.archives.ask(guest, isThere);
  }

  /** Asks all archives which articles may hold the same claims. */
  askArchives(set: CopySet): void {
    const { facts } = set;
    this.archives.ask(set, () => set.facts === facts && set.copies.some(isOwn));
  }

  /** Relates articles to candidates from outside. */
  private welcome(set: CopySet, candidates: readonly Candidate[]): void {
    for (const { facts, copies } of candidates)
      for (const other of new Set(copies.map((copy) => this.events.welcome(copy, facts))))
        if (other === null) continue;
        else if (other === set) this.relateCopies(set);
        else if (!this.areRelated(set, other)) {
          this.relations.add(this.rowsBetween(set, [other]));
          this.dropGuests([other.number]);
        }
  }

  /** Guests leave when no relation leads from them to an article of the folder any more. */
  private dropGuests(sets: readonly number[]): void {
    for (const number of new Set(sets)) {
      const set = this.sets.at(number);
      if (set.copies.length > 0 && this.anchors(set).next().done)
        for (const guest of [...set.copies]) this.events.leave(guest);
    }
  }
}
