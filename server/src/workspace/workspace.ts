import type { Article, Skipped } from '../core/article/article.js';
import { corrected } from '../core/article/corrections.js';
import { readArticle } from '../core/article/index.js';
import { CopyReader } from '../core/copyReader.js';
import type { Readers, Reading } from '../core/reading.js';
import { rulesOnly } from '../core/reading.js';
import { rules } from '../core/rules/index.js';
import type { CrossMention, Finding } from '../core/rules/rule.js';
import type { CandidateSource, Candidates } from './candidates.js';
import { byPlace, type Claim, type CrossReference } from './claim.js';
import { assembleClaims } from './clustering/assembleClaims.js';
import { connectedRelations } from './clustering/connectedRelations.js';
import { seenFrom } from './crossMention.js';
import { type ArticleFacts, factsOf } from './facts.js';
import { type Found, findClaim } from './find.js';
import { ArticleStore } from './store/articleStore.js';
import { crossReferences, markedRows } from './store/crossReferences.js';
import { memoizeMention } from './store/memoizeMention.js';
import type { PackedOpinions } from './store/opinions.js';
import type { RelationRow } from './store/relationTable.js';
import { emptySnapshot, type Snapshot } from './store/snapshot.js';
import { StoredMention } from './store/storedMention.js';
import { type JudgedPair, type SentencePair, unjudgedPairs } from './store/unjudged.js';

export type { Claim, CrossReference, Place, Verdict } from './claim.js';

/** Readings kept at hand unless told otherwise; others are read again when asked for: most files of a folder are not open. */
const readingsKept = 300;

/** Nobody reads more marks of one file, and editors grow slow; a long article has a hundred. */
const findingsKept = 2000;

/** The first findings of a file, the last of which says how many are left out. */
function firstOf(found: readonly Finding[]): Finding[] {
  const kept = found.slice(0, findingsKept);
  const last = kept.pop()!;
  const leftOut = (found.length - findingsKept).toLocaleString('en');
  return [...kept, { ...last, message: `${last.message} From here on ${leftOut} marks of this file are left out.` }];
}

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

/** All articles of some folders: what each says and who else says it. Synchronous; time and disks live at the edge. */
export class Workspace {
  private readonly store: ArticleStore;
  private readonly readings = new Map<string, Reading | Skipped>();
  /** Articles of files whose reading is not at hand, for those who show other files beside one. */
  private readonly articlesShown = new Map<string, Article>();
  private readonly copyReader = new CopyReader();
  /** The claims of the files asked about since the last change: lens, hover and panel ask for the same. */
  private readonly claimsAsked = new Map<string | undefined, readonly Claim[]>();
  /** The path that the metadata of a file are read from. */
  readonly pathOf: (file: string) => string;
  private readonly keeps: number;
  private readonly failed: (file: string, error: unknown) => void;

  /** `readersOf` a file may differ from folder to folder. */
  constructor(
    private readonly readersOf: Readers | ((file: string) => Readers) = rulesOnly,
    options: WorkspaceOptions = {},
  ) {
    this.pathOf = options.pathOf ?? ((file) => file);
    this.keeps = options.keeps ?? readingsKept;
    this.failed = options.failed ?? raise;
    const { changed } = options; // whoever keeps the options keeps the snapshot
    this.store = new ArticleStore({
      snapshot: options.snapshot ?? emptySnapshot,
      pathOf: this.pathOf,
      archives: options.archives ?? [],
      isJudged: options.isJudged ?? false,
      changed: (files) => {
        this.claimsAsked.clear();
        changed?.(files);
      },
    });
  }

  /**
   * Adds or replaces a file. `known` is what somebody has read in the text already, with the same readers; a structured
   * clone is as good, so another thread may have. Returns the files whose cross references changed, this one included.
   */
  set(file: string, text: string, known?: Reading | Skipped): ReadonlySet<string> {
    if (this.store.has(file, text)) return new Set([file]);
    this.claimsAsked.clear();
    const restored = this.store.restore(file, text);
    return restored?.() ?? this.store.set(file, text, factsOf(this.takeIn(file, text, known)));
  }

  /**
   * Takes in a file that has the text that it had in the snapshot, and nothing else; returns whether it did. Any file's
   * cross references may have changed by it.
   */
  restore(file: string, text: string): boolean {
    if (this.store.restore(file, text) === null) return false;
    this.claimsAsked.clear();
    return true;
  }

  /** Adds a file to a workspace that nobody has asked yet, so that nobody need hear what changed. */
  add(file: string, text: string, known?: Reading | Skipped): void {
    this.store.add(file, text, factsOf(this.takeIn(file, text, known)));
  }

  /** Forgets a file. Returns the files whose cross references changed. */
  delete(file: string): ReadonlySet<string> {
    this.readings.delete(file);
    this.articlesShown.delete(file);
    this.claimsAsked.clear();
    return this.store.delete(file);
  }

  get(file: string): Reading | Skipped | undefined {
    const kept = this.readings.get(file);
    if (kept !== undefined) return kept;
    const text = this.textOf(file);
    if (text === undefined) return undefined;
    if (this.isGuest(file)) return this.read(file, text); // it may come again with another text
    const reading = this.read(file, text);
    this.keep(file, reading);
    return reading;
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
    const kept = this.readings.get(file);
    if (kept !== undefined) return 'skipped' in kept ? undefined : kept.article;
    const text = this.textOf(file);
    if (text === undefined) return undefined;
    const shown = this.articlesShown.get(file);
    if (shown?.text === text) return shown;
    const { languages, corrections } = this.readersFor(file);
    const found = readArticle(text, this.pathOf(file), languages);
    if ('skipped' in found) return undefined;
    const article = corrected(found, corrections);
    keepNewest(this.articlesShown, file, article, this.keeps);
    return article;
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
    const asked = this.claimsAsked.get(file);
    if (asked !== undefined) return asked;
    const mentionAt = memoizeMention((article, mention) => new StoredMention(this.store, article, mention));
    const about = {
      shareText: (one: string, other: string) => this.store.shareText(one, other),
      isComplete: (one: string) => this.named(one) === 'complete',
    };
    const all = assembleClaims(this.claimRows(file), mentionAt, about, file);
    const claims = all.filter(({ mentions }) => mentions.some((mention) => !this.store.isGuest(mention.file)));
    this.claimsAsked.set(file, claims);
    return claims;
  }

  /**
   * Asks the archives about those of their articles that hang together with the claims of a file, `most` of them in all:
   * only these know of further ones. Returns whether all have answered; what they say comes as late as every answer. To be
   * called again when it has come, until nothing is pending.
   */
  widen(file: string, most: number): Candidates['state'] {
    const articles = new Set(Array.from(this.claimRows(file), ({ a, b }) => [a, b]).flat());
    return this.store.widen(articles, most);
  }

  /** The relations that make up the claims of a file, or all. */
  private claimRows(file: string | undefined): Iterable<RelationRow> {
    const number = file === undefined ? undefined : this.store.numberOf(file);
    const said = (of: string | undefined): Iterable<RelationRow> =>
      withoutUpdates(markedRows(this.store, of, true, true));
    return number === undefined
      ? said(file)
      : connectedRelations(number, (article) => said(this.store.entryAt(article).file));
  }

  /** All that the judge has said, here and in earlier workspaces. */
  opinions(): PackedOpinions {
    return this.store.allOpinions();
  }

  /** Takes in what the judge said in an earlier workspace. */
  recall(earlier: Pick<Snapshot, 'opinions'> | null): void {
    if (earlier !== null) this.store.recall(earlier.opinions);
    this.claimsAsked.clear();
  }

  /** There is no judge after all: what is related is told by its words alone. */
  withoutJudge(): void {
    this.store.withoutJudge();
    this.claimsAsked.clear();
  }

  /** Pairs of related sentences that the judge has not seen, of one file or of all; at most `most`, the likeliest first. */
  unjudged(most: number, file?: string): readonly SentencePair[] {
    return unjudgedPairs(this.store, most, file);
  }

  /** Takes in what the judge said. Returns the files whose cross references may have changed. */
  hear(judged: readonly JudgedPair[]): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const { pair, files, heard } of judged) {
      this.store.hear(pair, heard);
      for (const file of files) if (!this.isGuest(file)) changed.add(file);
    }
    if (judged.length > 0) this.claimsAsked.clear();
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
    const elsewhere = this.seenFrom(file, references);
    const found = rules
      .flatMap((rule) => {
        try {
          return rule.check(reading, elsewhere);
        } catch (error) {
          this.failed(file, error);
          return [];
        }
      })
      .sort((x, y) => x.start - y.start || x.end - y.end || (x.rule < y.rule ? -1 : 1));
    return found.length <= findingsKept ? found : firstOf(found);
  }

  /**
   * How far the archives have named all articles that may say what a file says: as long as they have not, nobody may say
   * that there are no others.
   */
  named(file: string): Candidates['state'] {
    return this.store.named(file);
  }

  /** Whether the archives have named all articles for every file. */
  get isAllNamed(): boolean {
    return this.store.isAllNamed;
  }

  /** Asks the archives anew about a file, where they have not named all articles. */
  askArchives(file: string): void {
    this.store.askArchives(file);
  }

  /** Whether an article is known only because an archive named it: it is no file of the folder. */
  isGuest(file: string): boolean {
    return this.store.isGuest(file);
  }

  /** Keys of the articles that archives named, in order. */
  guests(): string[] {
    return this.store.guestFiles();
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

  private readersFor(file: string): Readers {
    return typeof this.readersOf === 'function' ? this.readersOf(file) : this.readersOf;
  }

  private read(file: string, text: string): Reading | Skipped {
    return this.copyReader.read(text, this.pathOf(file), this.readersFor(file));
  }

  /**
   * What comes in after as many files as are kept is not: of a large folder nobody asks for the last files rather than for
   * others, and readings that soon go again are half of the memory that reading it takes.
   */
  private takeIn(file: string, text: string, known: Reading | Skipped | undefined): Reading | Skipped {
    const reading = known ?? this.read(file, text);
    if (this.store.size < this.keeps || this.textOf(file) !== undefined) this.keep(file, reading);
    return reading;
  }

  private keep(file: string, reading: Reading | Skipped): void {
    keepNewest(this.readings, file, reading, this.keeps);
  }
}

function* both<T>(first: Iterable<T>, second: Iterable<T>): Generator<T> {
  yield* first;
  yield* second;
}

/** A later state is neither the same claim nor against it. */
function* withoutUpdates(rows: Iterable<RelationRow>): Generator<RelationRow> {
  for (const row of rows) if (row.kind !== 'update') yield row;
}

/** Enters what was made of a file as the newest; the oldest of more than `most` is forgotten. */
function keepNewest<T>(kept: Map<string, T>, file: string, made: T, most: number): void {
  kept.delete(file);
  kept.set(file, made);
  if (kept.size > most) kept.delete(kept.keys().next().value as string);
}

function raise(_file: string, error: unknown): never {
  throw error;
}
