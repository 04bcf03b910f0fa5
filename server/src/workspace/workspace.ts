import type { Article, Skipped } from '../core/article/article.js';
import type { Readers, Reading } from '../core/reading.js';
import { rulesOnly } from '../core/reading.js';
import type { CrossMention, Finding } from '../core/rules/rule.js';
import type { CandidateSource, Candidates } from './candidates.js';
import { byPlace, type Claim, type CrossReference } from './claim.js';
import { ClaimsAsked } from './claimsAsked.js';
import { seenFrom } from './crossMention.js';
import { type ArticleFacts, factsOf } from './facts.js';
import { type Found, findClaim } from './find.js';
import { findingsIn } from './findings.js';
import { Readings } from './readings.js';
import { ArticleStore } from './store/articleStore.js';
import { crossReferences } from './store/crossReferences.js';
import type { PackedOpinions } from './store/opinions.js';
import { emptySnapshot, type Snapshot } from './store/snapshot.js';
import { type JudgedPair, type SentencePair, unjudgedPairs } from './store/unjudged.js';

export type { Claim, CrossReference, Place, Verdict } from './claim.js';

export interface WorkspaceOptions {
  /** What a key's metadata is read from; the key itself unless told otherwise. */
  readonly pathOf?: (file: string) => string;
  /** Readings that stay at hand. */
  readonly keeps?: number;
  /** What an earlier workspace with the same readers left. */
  readonly snapshot?: Snapshot;
  /** Who else is asked which articles may hold the same claims. */
  readonly archives?: readonly CandidateSource[];
  /** Whether a judge takes a second look at what is related; `hear` brings what it says. */
  readonly isJudged?: boolean;
  /** An archive answered late: the cross references of these files changed. */
  readonly changed?: (files: ReadonlySet<string>) => void;
  /** A rule failed on a file; the others go on. */
  readonly failed?: (file: string, error: unknown) => void;
}

/**
 * All articles of some folders: what each says and who else says it. Synchronous; time and disks live at the edge. Over 300
 * lines because everybody asks it: a method a question, most of them answered in another file.
 */
export class Workspace {
  private readonly store: ArticleStore;
  private readonly readings: Readings;
  private readonly claimsAsked: ClaimsAsked;
  /** The path that the metadata of a file are read from. */
  readonly pathOf: (file: string) => string;
  private readonly failed: (file: string, error: unknown) => void;

  /** `readersOf` a file may differ from folder to folder. */
  constructor(readersOf: Readers | ((file: string) => Readers) = rulesOnly, options: WorkspaceOptions = {}) {
    this.pathOf = options.pathOf ?? ((file) => file);
    const readersFor = typeof readersOf === 'function' ? readersOf : () => readersOf;
    this.readings = new Readings(readersFor, this.pathOf, options.keeps);
    this.failed = options.failed ?? raise;
    const { changed } = options; // whoever keeps the options keeps the snapshot
    this.store = new ArticleStore({
      snapshot: options.snapshot ?? emptySnapshot,
      pathOf: this.pathOf,
      archives: options.archives ?? [],
      isJudged: options.isJudged ?? false,
      changed: (files) => {
        this.claimsAsked.forget();
        changed?.(files);
      },
    });
    this.claimsAsked = new ClaimsAsked(this.store);
  }

  /**
   * Adds or replaces a file. `known` is what somebody has read in the text already, with the same readers; a structured
   * clone is as good, so another thread may have. Returns the files whose cross references changed, this one included.
   */
  set(file: string, text: string, known?: Reading | Skipped): ReadonlySet<string> {
    if (this.store.has(file, text)) return new Set([file]);
    this.claimsAsked.forget();
    const restored = this.store.restore(file, text);
    return restored?.() ?? this.store.set(file, text, factsOf(this.takeIn(file, text, known)));
  }

  /**
   * Takes in a file that has the text that it had in the snapshot, and nothing else; returns whether it did. Any file's
   * cross references may have changed by it.
   */
  restore(file: string, text: string): boolean {
    if (this.store.restore(file, text) === null) return false;
    this.claimsAsked.forget();
    return true;
  }

  /** Adds a file to a workspace that nobody has asked yet, so that nobody need hear what changed. */
  add(file: string, text: string, known?: Reading | Skipped): void {
    this.store.add(file, text, factsOf(this.takeIn(file, text, known)));
  }

  /** Forgets a file. Returns the files whose cross references changed. */
  delete(file: string): ReadonlySet<string> {
    this.readings.forget(file);
    this.claimsAsked.forget();
    return this.store.delete(file);
  }

  get(file: string): Reading | Skipped | undefined {
    const text = this.textOf(file);
    if (text !== undefined && this.isGuest(file)) return this.readings.read(file, text); // it may come again with another text
    return this.readings.of(file, text);
  }

  textOf(file: string): string | undefined {
    return this.store.textOf(file);
  }

  /** The reading of an article, `undefined` for a file that is none. May mean reading it again: `factsOf` does not. */
  readingOf(file: string): Reading | undefined {
    const reading = this.get(file);
    return reading === undefined || 'skipped' in reading ? undefined : reading;
  }

  /** An article as it stands in its file, without what it says: in a third of the time that a whole reading may take. */
  articleOf(file: string): Article | undefined {
    return this.readings.articleOf(file, this.textOf(file));
  }

  /** What is known of an article without reading it again; `undefined` for a file that is none. */
  factsOf(file: string): ArticleFacts | undefined {
    return this.store.factsOf(file);
  }

  /** The facts of all articles, in order of key. */
  allFacts(): ArticleFacts[] {
    return [...this.store.articles()].sort((x, y) => (x.file < y.file ? -1 : 1));
  }

  /** Keys of all articles, in order. */
  articles(): string[] {
    return Array.from(this.store.articles(), ({ file }) => file).sort();
  }

  /** Number of files, articles and skipped ones. */
  get size(): number {
    return this.store.size;
  }

  /** Number of articles. */
  get articleCount(): number {
    return this.store.articleCount;
  }

  /** Keys of all files, articles and skipped ones, in order of key. */
  files(): string[] {
    return Array.from(this.store.files(), ({ file }) => file).sort();
  }

  /** Files with one text under one name and outlet, in order of file. */
  copies(): string[][] {
    return this.store.copies();
  }

  /**
   * The first of the many files with one text that a file is one of: it speaks for all of them, and what is said of it
   * holds of each. The file itself where it speaks for itself.
   */
  voiceOf(file: string): string {
    const number = this.store.numberOf(file);
    return number === undefined ? file : this.store.voiceOf(number);
  }

  /**
   * The article that leads the many near copies of which a file is one: what they have word for word from it is told of
   * it. `null` where a file is compared with others itself.
   */
  leaderOf(file: string): string | null {
    const number = this.store.numberOf(file);
    return number === undefined ? null : this.store.leaderOf(number);
  }

  /** What is marked: related mentions above the threshold for marks, of one file or of all, in order of place. */
  crossReferences(file?: string): CrossReference[] {
    return crossReferences(this.store, file, true).sort(byPlace);
  }

  /** What only a panel shows, likelier first: below the threshold for marks. */
  possible(file?: string): CrossReference[] {
    return crossReferences(this.store, file, false).sort(
      (x, y) => y.relation.score - x.relation.score || byPlace(x, y),
    );
  }

  /** Both as one of the two files sees them. */
  seenFrom(file: string, references: readonly CrossReference[] = this.crossReferences(file)): CrossMention[] {
    return references.map((reference) => seenFrom(file, reference, (other) => this.store.factsOf(other)!));
  }

  /** Mentions grouped into claims: those with a mention in `file`, or all. */
  claims(file?: string): readonly Claim[] {
    return this.claimsAsked.of(file);
  }

  /**
   * Asks the archives about those of their articles that hang together with the claims of a file, `most` of them in all:
   * only these know of further ones. Returns whether all have answered; what they say comes as late as every answer. To be
   * called again when it has come, until nothing is pending.
   */
  widen(file: string, most: number): Candidates['state'] {
    return this.store.elsewhere.widen(this.claimsAsked.articlesAround(file), most);
  }

  /** All that the judge has said, here and in earlier workspaces. */
  opinions(): PackedOpinions {
    return this.store.opinions.pack();
  }

  /** Takes in what the judge said in an earlier workspace. */
  recall(earlier: Pick<Snapshot, 'opinions'> | null): void {
    if (earlier !== null) this.store.opinions.add(earlier.opinions);
    this.claimsAsked.forget();
  }

  /** There is no judge after all: what is related is told by its words alone. */
  withoutJudge(): void {
    this.store.withoutJudge();
    this.claimsAsked.forget();
  }

  /** Pairs of related sentences that the judge has not seen, of one file or of all; at most `most`, the likeliest first. */
  unjudged(most: number, file?: string): readonly SentencePair[] {
    return unjudgedPairs(this.store, most, file);
  }

  /** Takes in what the judge said. Returns the files whose cross references may have changed. */
  hear(judged: readonly JudgedPair[]): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const { pair, files, heard } of judged) {
      this.store.opinions.hear(pair, heard);
      for (const file of files) if (!this.isGuest(file)) changed.add(file);
    }
    if (judged.length > 0) this.claimsAsked.forget();
    return changed;
  }

  /**
   * Where a typed or selected claim is asserted, likeliest first, also in articles `elsewhere`; empty where its words tell
   * nothing apart.
   */
  find(text: string, elsewhere: readonly ArticleFacts[] = []): Found[] {
    return findClaim(text, both(this.store.articles(), elsewhere));
  }

  /**
   * What the rules say about a file, in order of place; empty for a skipped or unknown file. `references` are what
   * `crossReferences` says of it, for whoever has them already.
   */
  findings(file: string, references: readonly CrossReference[] = this.crossReferences(file)): Finding[] {
    const reading = this.get(file);
    if (reading === undefined || 'skipped' in reading) return [];
    return findingsIn(reading, this.seenFrom(file, references), (error) => this.failed(file, error));
  }

  /**
   * How far the archives have named all articles that may say what a file says: as long as they have not, nobody may say
   * that there are no others.
   */
  named(file: string): Candidates['state'] {
    return this.store.elsewhere.named(file);
  }

  /** Whether the archives have named all articles for every file. */
  get isAllNamed(): boolean {
    return this.store.elsewhere.isAllNamed;
  }

  /** Asks the archives anew about a file, where they have not named all articles. */
  askArchives(file: string): void {
    this.store.elsewhere.ask(file);
  }

  /** Whether an article is known only because an archive named it: it is no file of the folder. */
  isGuest(file: string): boolean {
    return this.store.elsewhere.isGuest(file);
  }

  /** Keys of the articles that archives named, in order. */
  guests(): string[] {
    return this.store.elsewhere.guests();
  }

  /** Whether what is known of a file's present text comes from the snapshot. */
  isRestored(file: string): boolean {
    return this.store.isRestored(file);
  }

  /** What a later workspace with the same readers may start from; later changes do not touch it. */
  snapshot(): Snapshot {
    return this.store.snapshot();
  }

  /** Every file has been set: forgets what only the snapshot knows. Returns how many files that were. */
  forgetMissing(): number {
    return this.store.forgetStored();
  }

  /**
   * What comes in after as many files as are kept is not: of a large folder nobody asks for the last files rather than for
   * others, and readings that soon go again are half of the memory that reading it takes.
   */
  private takeIn(file: string, text: string, known: Reading | Skipped | undefined): Reading | Skipped {
    const reading = known ?? this.readings.read(file, text);
    if (this.store.size < this.readings.most || this.textOf(file) !== undefined) this.readings.keep(file, reading);
    return reading;
  }
}

function* both<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
}

function raise(_file: string, error: unknown): never {
  throw error;
}
