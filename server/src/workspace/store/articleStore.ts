import type { Heard } from '../../core/relations/opinion.js';
import type { CandidateSource, Candidates } from '../candidates.js';
import { digestOf } from '../digest.js';
import type { ArticleFacts, PackedFacts } from '../facts.js';
import type { Crowd } from '../origins.js';
import { Boilerplate, both, nothingTurned, type Turned } from './boilerplate.js';
import { changedFiles, toldOf } from './crossReferences.js';
import { type ArticleEntry, type CopySet, type Entry, isArticle, isOwn } from './entry.js';
import { Opinions, type PackedOpinions } from './opinions.js';
import { PathEnds } from './pathEnds.js';
import { RecentFacts } from './recentFacts.js';
import { RelatedSets } from './relatedSets.js';
import { type Snapshot, snapshotOf } from './snapshot.js';
import { ToldRelations, type UnjudgedRow } from './toldRelations.js';
import { heardOf, isMany, type ToldRow } from './voices.js';

const noKeys = new Int32Array(0);

export interface StoreOptions {
  /** Where it starts: what is in it is related already, and restored when a file comes with the text that it had. */
  readonly snapshot: Snapshot;
  /** The path that a file's metadata are read from. */
  readonly pathOf: (file: string) => string;
  /** Who else is asked for candidates: archives on other machines. */
  readonly archives: readonly CandidateSource[];
  /** Whether a judge takes a second look at what is related: what it has not seen yet is pending. */
  readonly isJudged: boolean;
  /** An archive answered late: the cross references of these files changed. */
  readonly changed: (files: ReadonlySet<string>) => void;
}

/** All files, and what their articles have to do with each other. */
export class ArticleStore {
  private readonly entries = new Map<string, Entry>();
  private readonly byNumber: ArticleEntry[] = [];
  private readonly freeNumbers: number[] = [];
  private readonly recent: RecentFacts;
  private readonly related: RelatedSets;
  private readonly boilerplate = new Boilerplate((archived) => this.isHere(archived));
  private readonly opinions: Opinions;
  private readonly told: ToldRelations;
  /** Number of entries that are only stored, and of guests: nobody set them. */
  private stored = 0;
  private guests = 0;

  /** An article that lies in an archive, too, says nothing about itself: `null` where there is no archive. */
  private readonly ends: { readonly own: PathEnds; readonly guests: PathEnds } | null;
  private readonly pathOf: (file: string) => string;

  constructor(options: StoreOptions) {
    this.pathOf = options.pathOf;
    this.ends = options.archives.length === 0 ? null : { own: new PathEnds(), guests: new PathEnds() };
    // whoever keeps the options keeps the snapshot
    const { files, relations, opinions } = options.snapshot;
    const { changed } = options;
    this.opinions = new Opinions(opinions);
    this.recent = new RecentFacts(options.pathOf);
    this.related = new RelatedSets(options.archives, this.recent, {
      welcome: ({ file, text }, facts) => {
        if (this.isHere(file)) return null;
        const known = this.entries.get(file);
        if (isArticle(known) && (!known.isGuest || known.text === text)) return known.set;
        if (known !== undefined) this.takeOut(known); // it was loaded with another text
        return this.join(this.enter({ file, text, storedDigest: null, isGuest: true }), facts).set;
      },
      leave: (guest) => this.takeOut(guest),
      printed: (printed) => {
        const files = this.toldAnew(this.boilerplate.hear(printed), new Set());
        if (files.size > 0) changed(files);
      },
      changed: (set) => changed(filesOfSets(this.related.anchors(set))),
    });
    this.told = new ToldRelations(this.related, this.boilerplate, this.opinions, options.isJudged);
    for (const { file, digest, facts } of files) {
      const entry = this.enter({ file, text: null, storedDigest: digest, isGuest: false });
      if (facts !== null) this.number(this.related.enter(entry, facts));
    }
    this.stored = files.length;
    this.related.addPacked(relations);
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

  /** Number of those of them that are articles. */
  get articleCount(): number {
    let count = 0;
    for (const entry of this.files()) if (isArticle(entry)) count++;
    return count;
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

  /**
   * How far sources elsewhere have named all candidates for a file: as long as they have not, others may say the same. Of
   * a guest that they were not asked about nobody knows.
   */
  named(file: string): Candidates['state'] {
    const entry = this.entries.get(file);
    return entry?.set?.named ?? (entry?.isGuest ? 'incomplete' : 'complete');
  }

  /** Whether sources elsewhere have named all candidates for every file. */
  get isAllNamed(): boolean {
    for (const { set } of this.files()) if (set?.named != null && set.named !== 'complete') return false;
    return true;
  }

  /** Asks the archives anew for an article, where they have not named all candidates. */
  askArchives(file: string): void {
    const set = this.articleOf(file)?.set;
    if (set !== undefined && set.named !== 'complete') this.related.askArchives(set);
  }

  /** Whether a file is known only because an archive named it. */
  isGuest(file: string): boolean {
    return this.entries.get(file)?.isGuest ?? false;
  }

  /** The articles that archives named, in order of file. */
  guestFiles(): string[] {
    const guests = [...this.entries.values()].filter(({ isGuest }) => isGuest);
    return guests.map(({ file }) => file).sort();
  }

  /**
   * Asks archives about those of some articles that are guests, `most` of them in all. Returns how far these have named
   * candidates of theirs; incomplete where there are more.
   */
  widen(numbers: Iterable<number>, most: number): Candidates['state'] {
    const sets = new Set(Array.from(numbers, (number) => this.byNumber[number]!.set));
    const guests = [...sets].filter(({ copies }) => !copies.some(isOwn));
    for (const guest of guests.slice(0, most)) if (guest.named === null) this.related.askForGuest(guest);
    const states = guests.map(({ named }) => named ?? 'incomplete');
    if (states.includes('pending')) return 'pending';
    return states.includes('incomplete') ? 'incomplete' : 'complete';
  }

  /**
   * The relations of an article, or all, in no order, a row for each two articles that speak for themselves or for their
   * copies. Without those that nobody may hear of: one of the two mentions is boilerplate, or its file is only stored.
   * `betweenGuests`: those of two articles of archives, too.
   */
  rowsOf(number?: number, betweenGuests = false): Iterable<ToldRow> {
    return this.told.of(number === undefined ? undefined : this.byNumber[number]!, betweenGuests);
  }

  /** Whether a sentence of one article is marked as a copy of one in another. */
  shareText(file: string, other: string): boolean {
    const [one, two] = [this.articleOf(file), this.articleOf(other)];
    return one !== undefined && two !== undefined && this.told.shareText(one.set, two.set);
  }

  /** Files with one text under one name and outlet, in order of file; the first file comes first. */
  copies(): string[][] {
    const sets = new Set<CopySet>();
    for (const entry of this.files()) if (isArticle(entry)) sets.add(entry.set);
    return Array.from(sets, (set) => heardOf(set).flatMap(({ file, isGuest }) => (isGuest ? [] : [file])))
      .filter(({ length }) => length > 1)
      .sort(([x = ''], [y = '']) => (x < y ? -1 : 1));
  }

  /** The files that a mention of an article stands for, where they are many. */
  crowdOf(number: number, mention: number): Crowd | null {
    return this.related.shared.crowdOf(this.byNumber[number]!.set, mention);
  }

  /** The file of the near copy that is compared with others in an article's stead; `null`: it is itself. */
  leaderOf(number: number): string | null {
    return this.byNumber[number]!.set.leader?.copies[0]?.file ?? null;
  }

  /** The file that speaks for an article. */
  voiceOf(number: number): string {
    const { file, set } = this.byNumber[number]!;
    return isMany(set) ? heardOf(set)[0]!.file : file;
  }

  /** The relations of an article, or all, that the judge has not seen, each once for all copies. */
  unjudged(number?: number): Iterable<UnjudgedRow> {
    return this.told.unjudged(number === undefined ? undefined : this.byNumber[number]!.set);
  }

  allOpinions(): PackedOpinions {
    return this.opinions.pack();
  }

  recall(opinions: PackedOpinions): void {
    this.opinions.add(opinions);
  }

  withoutJudge(): void {
    this.told.withoutJudge();
  }

  /** What was found out of two sentences, wherever they stand. */
  hear(pair: number, opinion: Heard): void {
    this.opinions.hear(pair, opinion);
  }

  /**
   * Restores a stored file that comes with this very text, or returns `null`. What is returned finds the files whose cross
   * references may have changed: a whole folder comes in a row, and whoever takes it in tells all of it.
   */
  restore(file: string, text: string): (() => Set<string>) | null {
    const entry = this.entries.get(file);
    if (entry === undefined || entry.text !== null || entry.storedDigest !== digestOf(text)) return null;
    entry.text = text;
    this.stored--;
    if (isArticle(entry)) {
      this.related.heardAnew(entry.set);
      this.related.askFor(entry.set);
    }
    const turned = this.markBoilerplate(entry);
    return () => this.mayBeTold(entry, turned);
  }

  /** Adds a file that nobody set before; `facts` is `null` for one that is no article. */
  add(file: string, text: string, facts: PackedFacts | null): void {
    this.renew(undefined, file, text, facts);
    this.related.takeDisturbed();
  }

  /**
   * Adds or replaces a file; `facts` is `null` for one that is no article. Returns the files whose cross references
   * changed; for a new file, those that may have.
   */
  set(file: string, text: string, facts: PackedFacts | null): Set<string> {
    const before = this.entries.get(file);
    const was = before && toldOf(this, before);
    const crowd = this.crowdAround(before);
    const [entry, turned] =
      isArticle(before) && facts !== null && !before.isGuest
        ? this.replace(before, text, facts)
        : this.renew(before, file, text, facts);
    const disturbed = filesOfSets(this.related.takeDisturbed());
    if (was === undefined) return this.mayBeTold(entry, turned, disturbed);
    const changed = this.toldAnew(turned, disturbed).add(file);
    for (const other of this.withCopies(changedFiles(was, toldOf(this, entry)))) changed.add(other);
    for (const other of [...crowd, ...this.crowdAround(entry)]) changed.add(other);
    return changed;
  }

  /** Forgets a file. Returns the files whose cross references changed. */
  delete(file: string): Set<string> {
    const entry = this.entries.get(file);
    if (entry === undefined || entry.isGuest) return new Set();
    const changed = this.neighbours([entry]);
    this.toldAnew(this.takeOut(entry), changed);
    filesOfSets(this.related.takeDisturbed(), changed);
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
    const opinions = this.opinions.pack(this.related.pairs());
    return snapshotOf(this.entries.values(), this.related.relations, opinions);
  }

  private articleOf(file: string): ArticleEntry | undefined {
    const entry = this.entries.get(file);
    return isArticle(entry) && entry.text !== null ? entry : undefined;
  }

  /** Where one speaks for all copies of an article: all who are told how many these are. */
  private crowdAround(entry: Entry | undefined): Iterable<string> {
    if (!isArticle(entry)) return [];
    const { set } = entry;
    const { copies, led } = set.leader ?? set;
    return isMany(set) || led.length > 0 ? this.neighbours(copies) : [];
  }

  /** These files, and those that they speak for. */
  private *withCopies(files: Iterable<string>): Generator<string> {
    for (const file of files) {
      const entry = this.entries.get(file);
      const set = entry?.set;
      if (set != null && isMany(set)) yield* filesOf(set.copies);
      else if (entry?.isGuest !== true) yield file;
      for (const { copies } of set?.led ?? []) yield* filesOf(copies);
    }
  }

  /** Gives an article another text. Returns what became or ceased to be boilerplate, too. */
  private replace(entry: ArticleEntry, text: string, facts: PackedFacts): [Entry, Turned] {
    const wasStored = entry.text === null;
    const { printed } = entry.set.facts;
    if (wasStored) this.stored--;
    this.recent.forget(entry);
    entry.text = text;
    this.related.heardAnew(entry.set);
    entry.storedDigest = null;
    this.related.change(entry, facts);
    const from = wasStored ? noKeys : printed;
    return [entry, this.boilerplate.replace(entry.number, from, facts.printed, facts.keys.day)];
  }

  /** Enters a file in the place of what was known of it. Returns what became or ceased to be boilerplate, too. */
  private renew(before: Entry | undefined, file: string, text: string, facts: PackedFacts | null): [Entry, Turned] {
    const turned = before === undefined ? nothingTurned : this.takeOut(before);
    const entry = this.enter({ file, text, storedDigest: null, isGuest: false });
    if (facts !== null) this.related.relateNew(this.join(entry, facts));
    return [entry, both(turned, this.markBoilerplate(entry))];
  }

  private enter(known: Pick<Entry, 'file' | 'text' | 'storedDigest' | 'isGuest'>): Entry {
    const entry: Entry = { ...known, number: null, set: null };
    if (this.ends !== null) this.enterEnd(entry, this.ends);
    this.entries.set(entry.file, entry);
    if (entry.isGuest) this.guests++;
    return entry;
  }

  /** A file of the folder that comes takes the place of the same article in an archive. */
  private enterEnd({ file, isGuest }: Entry, ends: NonNullable<typeof this.ends>): void {
    const path = this.pathOf(file);
    if (!isGuest) for (const guest of ends.guests.endsOf(path)) this.takeOut(this.entries.get(guest)!);
    (isGuest ? ends.guests : ends.own).add(file, path);
  }

  /** Whether an article of an archive is one of the folder's. */
  private isHere(archived: string): boolean {
    return this.ends?.own.hasEnding(this.pathOf(archived)) ?? false;
  }

  /** Makes an entry that of an article, among its copies. */
  private join(entry: Entry, facts: PackedFacts): ArticleEntry {
    return this.number(this.related.join(entry, facts));
  }

  private number(article: ArticleEntry): ArticleEntry {
    article.number ??= this.freeNumbers.pop() ?? this.byNumber.length;
    this.byNumber[article.number] = article;
    return article;
  }

  /** Takes everything out that is known of a file; returns what is no longer boilerplate. */
  private takeOut(entry: Entry): Turned {
    this.entries.delete(entry.file);
    this.ends?.[entry.isGuest ? 'guests' : 'own'].remove(entry.file, this.pathOf(entry.file));
    if (entry.text === null) this.stored--;
    if (entry.isGuest) this.guests--;
    if (!isArticle(entry)) return nothingTurned;
    const { number, set, isGuest, text } = entry;
    const turned = isGuest || text === null ? nothingTurned : this.boilerplate.remove(number, set.facts.printed);
    this.related.leave(entry);
    this.recent.forget(entry);
    this.freeNumbers.push(number);
    return turned;
  }

  /** Counts what the article's outlet printed; returns what became boilerplate. */
  private markBoilerplate(entry: Entry): Turned {
    if (!isArticle(entry)) return nothingTurned;
    return this.boilerplate.add(entry.number, entry.set.facts.printed, entry.set.facts.keys.day);
  }

  /** All files that may be told something else because an article came, those `found` already among them. */
  private mayBeTold(entry: Entry, turned: Turned, found: Iterable<string> = []): Set<string> {
    const entries = [entry, ...this.entriesOf(turned)];
    return this.neighbours(entries, new Set(this.withCopies([...found, ...filesOf(entries)])));
  }

  /** The articles that have a sentence which became or ceased to be boilerplate. */
  private entriesOf = (turned: Turned): ArticleEntry[] =>
    [...new Set(turned.articles)].flatMap((number) => this.byNumber[number] ?? []);

  /** Adds to `found` the files that are told something else because sentences became or ceased to be boilerplate. */
  private toldAnew(turned: Turned, found: Set<string>): Set<string> {
    const entries = this.entriesOf(turned);
    const before = this.boilerplate.before(turned, () => entries.map((entry) => toldOf(this, entry)));
    for (const [k, entry] of entries.entries()) {
      const changed = changedFiles(before[k]!, toldOf(this, entry));
      if (changed.length > 0) for (const file of this.withCopies([entry.file, ...changed])) found.add(file);
    }
    return found;
  }

  /** These files, and all that are related to them. */
  private neighbours(entries: readonly Entry[], found = new Set<string>()): Set<string> {
    for (const file of filesOf(entries)) found.add(file);
    for (const set of new Set(entries.flatMap(({ set }) => set ?? [])))
      filesOfSets(this.related.neighbours(set), found);
    return found;
  }
}

function filesOfSets(sets: Iterable<CopySet>, found = new Set<string>()): Set<string> {
  for (const { copies } of sets) addFiles(copies, found);
  return found;
}

/** The files of the folder among the entries that a person may hear of: nobody marks those of an archive. */
const filesOf = (entries: readonly Entry[]): Set<string> => addFiles(entries, new Set());

function addFiles(entries: readonly Entry[], found: Set<string>): Set<string> {
  for (const { file, text, isGuest } of entries) if (text !== null && !isGuest) found.add(file);
  return found;
}
