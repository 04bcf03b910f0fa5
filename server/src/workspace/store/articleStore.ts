import { type Related, relate } from '../../core/relations/relate.js';
import type { Candidate, CandidateSource } from '../candidates.js';
import type { ArticleFacts, PackedFacts } from '../facts.js';
import { Archives } from './archives.js';
import { Boilerplate } from './boilerplate.js';
import { CandidateIndex } from './candidateIndex.js';
import { changedFiles, toldOf } from './crossReferences.js';
import { type ArticleEntry, type Entry, isArticle } from './entry.js';
import { FactsPool } from './factsPool.js';
import { RecentFacts } from './recentFacts.js';
import { type RelationRow, RelationTable } from './relationTable.js';
import { digestOf, type Snapshot, snapshotOf } from './snapshot.js';

const noKeys = new Int32Array(0);

export interface StoreOptions {
  /** Where it starts: what is in it is related already, and restored when a file comes with the text that it had. */
  readonly snapshot: Snapshot;
  /** The path that a file's metadata are read from. */
  readonly pathOf: (file: string) => string;
  /** Who else is asked for candidates: archives on other machines. */
  readonly archives: readonly CandidateSource[];
  /** An archive answered late: the cross references of these files changed. */
  readonly changed: (files: ReadonlySet<string>) => void;
}

/** All files, and what their articles have to do with each other. */
export class ArticleStore {
  private readonly entries = new Map<string, Entry>();
  private readonly byNumber: ArticleEntry[] = [];
  private readonly freeNumbers: number[] = [];
  private readonly pool = new FactsPool();
  private readonly recent: RecentFacts;
  private readonly index = new CandidateIndex();
  private readonly relations = new RelationTable();
  private readonly boilerplate = new Boilerplate();
  private readonly archives: Archives;
  /** Number of entries that are only stored, and of guests: nobody set them. */
  private stored = 0;
  private guests = 0;

  constructor(options: StoreOptions) {
    const { files, relations } = options.snapshot;
    this.recent = new RecentFacts(options.pathOf);
    this.archives = new Archives(
      options.archives,
      (entry, candidates) => this.welcome(entry, candidates),
      (file) => options.changed(new Set([file])),
    );
    for (const { file, digest, facts } of files) this.enter({ file, text: null, facts, storedDigest: digest });
    this.stored = files.length;
    this.relations.addPacked(relations);
  }

  textOf(file: string): string | undefined {
    return this.entries.get(file)?.text ?? undefined;
  }

  /** Whether somebody set a file with this very text. */
  has(file: string, text: string): boolean {
    const entry = this.entries.get(file);
    return entry !== undefined && entry.text === text && !entry.isGuest;
  }

  /** Number of files that somebody set. */
  get size(): number {
    return this.entries.size - this.stored - this.guests;
  }

  /** The files that somebody set, articles and others, in no order. */
  *files(): Generator<Entry> {
    for (const entry of this.entries.values()) if (entry.text !== null && !entry.isGuest) yield entry;
  }

  /** Those of them that are articles, in no order; nobody keeps their facts unpacked. */
  *articles(): Generator<ArticleFacts> {
    for (const entry of this.files()) if (isArticle(entry)) yield this.recent.unpack(entry);
  }

  /** What is known of an article; `undefined` for a file that is none, or not there. */
  factsOf(file: string): ArticleFacts | undefined {
    const entry = this.articleOf(file);
    return entry && this.recent.of(entry);
  }

  /** The facts of the article with a number. */
  factsAt(number: number): ArticleFacts {
    return this.recent.of(this.byNumber[number]!);
  }

  entryAt(number: number): ArticleEntry {
    return this.byNumber[number]!;
  }

  numberOf(file: string): number | undefined {
    return this.articleOf(file)?.number;
  }

  /** Whether what is known of a file's present text comes from an earlier workspace. */
  isRestored(file: string): boolean {
    const entry = this.entries.get(file);
    return entry !== undefined && entry.text !== null && entry.storedDigest !== null;
  }

  /** Whether every source has named all candidates for a file: else there may be others that say the same. */
  isComplete(file: string): boolean {
    return this.entries.get(file)?.complete ?? true;
  }

  /**
   * The relations of an article, or all, in no order, without those that nobody may hear of: one of the two mentions is
   * boilerplate, or its file is only stored.
   */
  *rowsOf(number?: number): Generator<RelationRow> {
    for (const row of number === undefined ? this.relations.all() : this.relations.of(number))
      if (this.isShown(row.a, row.i) && this.isShown(row.b, row.j)) yield row;
  }

  /** Restores a stored file that comes with this very text. Returns the files whose cross references changed, or `null`. */
  restore(file: string, text: string): Set<string> | null {
    const entry = this.entries.get(file);
    if (entry === undefined || entry.text !== null || entry.storedDigest !== digestOf(text)) return null;
    entry.text = text;
    this.stored--;
    if (isArticle(entry)) this.askArchives(entry);
    return this.neighbours([entry, ...this.markBoilerplate(entry)]);
  }

  /** Adds or replaces a file; `facts` is `null` for one that is no article. Returns the files whose cross references changed. */
  set(file: string, text: string, facts: PackedFacts | null): Set<string> {
    const before = this.entries.get(file);
    const was = before && toldOf(this, before);
    const [entry, marked] =
      isArticle(before) && facts !== null && !before.isGuest
        ? this.replace(before, text, facts)
        : this.renew(before, file, text, facts);
    if (isArticle(entry)) this.relate(entry);
    const changed = was === undefined ? this.neighbours([entry]) : changedFiles(was, toldOf(this, entry));
    return new Set([file, ...changed, ...this.neighbours(marked)]);
  }

  /** Forgets a file. Returns the files whose cross references changed. */
  delete(file: string): Set<string> {
    const entry = this.entries.get(file);
    if (entry === undefined || entry.isGuest) return new Set();
    const changed = this.neighbours([entry]);
    for (const other of this.neighbours(this.takeOut(entry))) changed.add(other);
    changed.delete(file);
    return changed;
  }

  /** Forgets what is still only stored: files that are no longer there. Returns how many they were. */
  forgetStored(): number {
    const { stored } = this;
    for (const entry of this.entries.values()) if (entry.text === null) this.takeOut(entry);
    return stored;
  }

  /** What is known of all files, guests left out; later changes do not touch it. */
  snapshot(): Snapshot {
    return snapshotOf(this.entries.values(), this.relations);
  }

  private articleOf(file: string): ArticleEntry | undefined {
    const entry = this.entries.get(file);
    return isArticle(entry) && entry.text !== null ? entry : undefined;
  }

  private isShown(number: number, mention: number): boolean {
    const { text, facts } = this.byNumber[number]!;
    return text !== null && !this.boilerplate.has(facts.printed[mention]!);
  }

  /** Gives an article another text. Returns the entries whose sentences became or ceased to be boilerplate, too. */
  private replace(entry: ArticleEntry, text: string, facts: PackedFacts): [Entry, Entry[]] {
    const wasStored = entry.text === null;
    const { printed } = entry.facts;
    if (wasStored) this.stored--;
    this.recent.forget(entry);
    this.pool.leave(entry.facts);
    entry.text = text;
    entry.storedDigest = null;
    entry.facts = this.pool.take(facts);
    this.index.update(entry);
    const marked = this.boilerplate.replace(entry.number, wasStored ? noKeys : printed, facts.printed, facts.keys.day);
    return [entry, this.entriesOf(marked)];
  }

  /** Enters a file in the place of what was known of it. Returns the entries whose sentences became or ceased to be boilerplate, too. */
  private renew(before: Entry | undefined, file: string, text: string, facts: PackedFacts | null): [Entry, Entry[]] {
    const unmarked = before === undefined ? [] : this.takeOut(before);
    const entry = this.enter({ file, text, facts, storedDigest: null });
    return [entry, [...unmarked, ...this.markBoilerplate(entry)]];
  }

  private enter(known: Pick<Entry, 'file' | 'text' | 'facts' | 'storedDigest'>, isGuest = false): Entry {
    const { file, text, storedDigest } = known;
    const facts = known.facts && this.pool.take(known.facts);
    const number = facts && (this.freeNumbers.pop() ?? this.byNumber.length);
    const entry: Entry = { file, text, number, facts, storedDigest, isGuest, complete: true };
    this.entries.set(file, entry);
    if (!isArticle(entry)) return entry;
    this.byNumber[entry.number] = entry;
    if (isGuest) this.guests++;
    else this.index.add(entry);
    return entry;
  }

  /** Takes everything out that is known of a file; returns the entries with sentences that are no longer boilerplate. */
  private takeOut(entry: Entry): Entry[] {
    this.entries.delete(entry.file);
    if (entry.text === null) this.stored--;
    if (!isArticle(entry)) return [];
    const { number, facts, isGuest, text } = entry;
    const unmarked = isGuest || text === null ? [] : this.boilerplate.remove(number, facts.printed);
    if (isGuest) this.guests--;
    else this.index.remove(entry);
    const others = this.relations.neighbours(number);
    this.relations.drop(number);
    this.dropGuests(others);
    this.recent.forget(entry);
    this.pool.leave(facts);
    this.freeNumbers.push(number);
    return this.entriesOf(unmarked);
  }

  /** Finds out what an article has to do with all others, those only stored included. */
  private relate(entry: ArticleEntry): void {
    const before = this.relations.neighbours(entry.number);
    this.relations.set(entry.number, this.rowsWith(entry, this.index.candidates(entry).found));
    this.dropGuests(before);
    this.askArchives(entry);
  }

  /** What an article has in common with others; copies of one text are compared with it once. */
  private rowsWith(entry: ArticleEntry, others: readonly ArticleEntry[]): RelationRow[] {
    const rows: RelationRow[] = [];
    const known = { before: new Map<PackedFacts, Related[]>(), after: new Map<PackedFacts, Related[]>() };
    for (const other of others) {
      const isFirst = entry.file < other.file;
      const [one, two] = isFirst ? [entry, other] : [other, entry];
      const likeIt = isFirst ? known.after : known.before;
      const found = likeIt.get(other.facts) ?? relate(this.recent.of(one).claims, this.recent.of(two).claims);
      likeIt.set(other.facts, found);
      const [a, b] = [one.number, two.number];
      for (const { i, j, score, reason, drifts } of found) rows.push({ a, b, i, j, score, reason, drifts });
    }
    return rows;
  }

  private askArchives(entry: ArticleEntry): void {
    const { facts } = entry;
    this.archives.ask(entry, () => entry.facts === facts && this.entries.get(entry.file) === entry);
  }

  /** Relates an article to candidates from outside. */
  private welcome(entry: ArticleEntry, candidates: readonly Candidate[]): void {
    const known = new Set(this.relations.neighbours(entry.number));
    const others = candidates.flatMap(({ file, text, facts }): ArticleEntry[] => {
      const other = this.entries.get(file) ?? this.enter({ file, text, facts, storedDigest: null }, true);
      return isArticle(other) && other.isGuest && !known.has(other.number) ? [other] : [];
    });
    this.relations.add(this.rowsWith(entry, others));
    this.dropGuests(others.map(({ number }) => number));
  }

  /** Guests leave with their last relation. */
  private dropGuests(numbers: readonly number[]): void {
    for (const guest of this.entriesOf(numbers))
      if (guest.isGuest && this.entries.get(guest.file) === guest && this.relations.of(guest.number).length === 0)
        this.takeOut(guest);
  }

  /** Counts what the article's outlet printed; returns the entries with sentences that became boilerplate. */
  private markBoilerplate(entry: Entry): Entry[] {
    if (!isArticle(entry)) return [];
    return this.entriesOf(this.boilerplate.add(entry.number, entry.facts.printed, entry.facts.keys.day));
  }

  private entriesOf(numbers: readonly number[]): ArticleEntry[] {
    return numbers.map((number) => this.byNumber[number]!);
  }

  /** These files, and all that are related to them. */
  private neighbours(entries: readonly Entry[]): Set<string> {
    const found = new Set<string>();
    for (const { file, text, number } of entries) {
      if (text !== null) found.add(file);
      if (number === null) continue;
      for (const other of this.entriesOf(this.relations.neighbours(number)))
        if (other.text !== null) found.add(other.file);
    }
    return found;
  }
}
