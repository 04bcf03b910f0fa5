import type { CandidateSource } from '../candidates.js';
import { digestOf } from '../digest.js';
import type { ArticleFacts, PackedFacts } from '../facts.js';
import { type KeptText, textIn } from '../keptText.js';
import type { Crowd } from '../origins.js';
import { Boilerplate, both, nothingTurned, type Turned } from './boilerplate.js';
import { Elsewhere } from './elsewhere.js';
import { Entries } from './entries.js';
import { type ArticleEntry, type CopySet, type Entry, isArticle } from './entry.js';
import { Opinions } from './opinions.js';
import { RecentFacts } from './recentFacts.js';
import { RelatedSets } from './relatedSets.js';
import { type Snapshot, snapshotOf } from './snapshot.js';
import { filesOfSets, ToldAnew } from './toldAnew.js';
import { ToldOfFile } from './toldOfFile.js';
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
  private readonly entries: Entries;
  private readonly recent: RecentFacts;
  private readonly related: RelatedSets;
  private readonly boilerplate = new Boilerplate((archived) => this.entries.isHere(archived));
  private readonly told: ToldRelations;
  private readonly anew: ToldAnew;
  /** What the judge said of pairs of sentences, wherever they stand. */
  readonly opinions: Opinions;
  /** What archives named, and how far. */
  readonly elsewhere: Elsewhere;

  constructor(options: StoreOptions) {
    this.entries = new Entries(options.pathOf, options.archives.length > 0);
    // whoever keeps the options keeps the snapshot
    const { files, relations, opinions } = options.snapshot;
    const { changed } = options;
    this.opinions = new Opinions(opinions);
    this.recent = new RecentFacts(options.pathOf);
    this.related = new RelatedSets(options.archives, {
      welcome: ({ file, text }, facts) => {
        if (this.entries.isHere(file)) return null;
        const known = this.entries.get(file);
        if (isArticle(known) && (!known.isGuest || isText(known, text))) return known.set;
        if (known !== undefined) this.takeOut(known); // it was loaded with another text
        return this.join(this.enter({ file, text, storedDigest: null, isGuest: true }), facts).set;
      },
      leave: (guest) => this.takeOut(guest),
      printed: (printed) => {
        const files = this.anew.becauseTurned(this.boilerplate.hear(printed), new Set());
        if (files.size > 0) changed(files);
      },
      changed: (set) => changed(filesOfSets(this.related.anchors(set))),
    });
    this.told = new ToldRelations(this.related, this.boilerplate, this.opinions, options.isJudged);
    this.anew = new ToldAnew(this.entries, this.related, this.boilerplate, (entry) => new ToldOfFile(this, entry));
    this.elsewhere = new Elsewhere(this.entries, this.related);
    for (const { file, digest, facts } of files) {
      const entry = this.enter({ file, text: null, storedDigest: digest, isGuest: false });
      if (facts !== null) this.entries.number(this.related.enter(entry, facts));
    }
    this.related.addPacked(relations);
  }

  textOf(file: string): string | undefined {
    const text = this.entries.get(file)?.text ?? null;
    return text === null ? undefined : textIn(text);
  }

  /** Whether somebody set a file with this very text. */
  has(file: string, text: string): boolean {
    const entry = this.entries.get(file);
    return entry !== undefined && isText(entry, text) && !entry.isGuest;
  }

  /** Number of files that somebody set. */
  get size(): number {
    return this.entries.ownCount;
  }

  /** The files that somebody set, articles and others, in no order. */
  files(): Iterable<Entry> {
    return this.entries.own();
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
    const entry = this.entries.articleOf(file);
    return entry && this.recent.of(entry);
  }

  /** The facts of the article with a number. */
  factsAt(number: number): ArticleFacts {
    return this.recent.of(this.entries.at(number));
  }

  entryAt(number: number): ArticleEntry {
    return this.entries.at(number);
  }

  numberOf(file: string): number | undefined {
    return this.entries.articleOf(file)?.number;
  }

  /** Whether what is known of a file's present text comes from an earlier workspace. */
  isRestored(file: string): boolean {
    const entry = this.entries.get(file);
    return entry !== undefined && entry.text !== null && entry.storedDigest !== null;
  }

  /**
   * The relations of an article, or all, in no order, a row for each two articles that speak for themselves or for their
   * copies. Without those that nobody may hear of: one of the two mentions is boilerplate, or its file is only stored.
   * `betweenGuests`: those of two articles of archives, too.
   */
  rowsOf(number?: number, betweenGuests = false): Iterable<ToldRow> {
    return this.told.of(number === undefined ? undefined : this.entries.at(number), betweenGuests);
  }

  /** Whether a sentence of one article is marked as a copy of one in another. */
  shareText(file: string, other: string): boolean {
    const [one, two] = [this.entries.articleOf(file), this.entries.articleOf(other)];
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
    return this.related.shared.crowdOf(this.entries.at(number).set, mention);
  }

  /** The file of the near copy that is compared with others in an article's stead; `null`: it is itself. */
  leaderOf(number: number): string | null {
    return this.entries.at(number).set.leader?.copies[0]?.file ?? null;
  }

  /** The file that speaks for an article. */
  voiceOf(number: number): string {
    const { file, set } = this.entries.at(number);
    return isMany(set) ? heardOf(set)[0]!.file : file;
  }

  /** The relations of an article, or all, that the judge has not seen, each once for all copies. */
  unjudged(number?: number): Iterable<UnjudgedRow> {
    return this.told.unjudged(number === undefined ? undefined : this.entries.at(number).set);
  }

  withoutJudge(): void {
    this.told.withoutJudge();
  }

  /**
   * Restores a stored file that comes with this very text, or returns `null`. What is returned finds the files whose cross
   * references may have changed: a whole folder comes in a row, and whoever takes it in tells all of it.
   */
  restore(file: string, text: string): (() => Set<string>) | null {
    const entry = this.entries.get(file);
    if (entry === undefined || entry.text !== null || entry.storedDigest !== digestOf(text)) return null;
    this.entries.setText(entry, text);
    if (isArticle(entry)) {
      this.related.heardAnew(entry.set);
      this.related.askFor(entry.set);
    }
    const turned = this.markBoilerplate(entry);
    return () => this.anew.because(entry, turned);
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
    const was = before && new ToldOfFile(this, before);
    const crowd = this.anew.crowdAround(before);
    const [entry, turned] =
      isArticle(before) && facts !== null && !before.isGuest
        ? this.replace(before, text, facts)
        : this.renew(before, file, text, facts);
    const disturbed = filesOfSets(this.related.takeDisturbed());
    if (was === undefined) return this.anew.because(entry, turned, disturbed);
    const changed = this.anew.becauseTurned(turned, disturbed).add(file);
    for (const other of this.anew.withCopies(new ToldOfFile(this, entry).changedSince(was))) changed.add(other);
    for (const other of [...crowd, ...this.anew.crowdAround(entry)]) changed.add(other);
    return changed;
  }

  /** Forgets a file. Returns the files whose cross references changed. */
  delete(file: string): Set<string> {
    const entry = this.entries.get(file);
    if (entry === undefined || entry.isGuest) return new Set();
    const changed = this.anew.neighbours([entry]);
    this.anew.becauseTurned(this.takeOut(entry), changed);
    filesOfSets(this.related.takeDisturbed(), changed);
    changed.delete(file);
    return changed;
  }

  /** Forgets what is still only stored: files that are no longer there. Returns how many they were. */
  forgetStored(): number {
    const { storedCount } = this.entries;
    for (const entry of this.entries.all()) if (entry.text === null) this.takeOut(entry);
    return storedCount;
  }

  /** What is known of all files, guests left out; later changes do not touch it. */
  snapshot(): Snapshot {
    const opinions = this.opinions.pack(this.related.pairs());
    return snapshotOf(this.entries.all(), this.related.relations, opinions);
  }

  /** Gives an article another text. Returns what became or ceased to be boilerplate, too. */
  private replace(entry: ArticleEntry, text: string, facts: PackedFacts): [Entry, Turned] {
    const wasStored = entry.text === null;
    const { printed } = entry.set.facts;
    this.recent.forget(entry);
    this.entries.setText(entry, text);
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
    // a file of the folder that comes takes the place of the same article in an archive
    if (!known.isGuest) for (const guest of this.entries.guestsLike(known.file)) this.takeOut(guest);
    return this.entries.enter(known);
  }

  /** Makes an entry that of an article, among its copies. */
  private join(entry: Entry, facts: PackedFacts): ArticleEntry {
    return this.entries.number(this.related.join(entry, facts));
  }

  /** Takes everything out that is known of a file; returns what is no longer boilerplate. */
  private takeOut(entry: Entry): Turned {
    this.entries.remove(entry);
    if (!isArticle(entry)) return nothingTurned;
    const { number, set, isGuest, text } = entry;
    const turned = isGuest || text === null ? nothingTurned : this.boilerplate.remove(number, set.facts.printed);
    this.related.leave(entry);
    this.recent.forget(entry);
    return turned;
  }

  /** Counts what the article's outlet printed; returns what became boilerplate. */
  private markBoilerplate(entry: Entry): Turned {
    if (!isArticle(entry)) return nothingTurned;
    return this.boilerplate.add(entry.number, entry.set.facts.printed, entry.set.facts.keys.day);
  }
}

/** Whether an entry has this very text. */
function isText({ text }: Entry, other: KeptText | null): boolean {
  if (text === null || other === null) return text === other;
  return textIn(text) === textIn(other);
}
