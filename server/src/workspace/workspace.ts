import type { Skipped } from '../core/article/article.js';
import type { KnownFigures } from '../core/casualties/known.js';
import type { Claims } from '../core/claims/claims.js';
import type { Relation } from '../core/claims/relation.js';
import type { Readers, Reading } from '../core/reading.js';
import { read, rulesOnly } from '../core/reading.js';
import { rules } from '../core/rules/index.js';
import type { CrossMention, Finding, Mention } from '../core/rules/rule.js';
import { byPlace, type Claim, type CrossReference, type Place } from './claim.js';
import { type ArticleFacts, factsOf } from './facts.js';
import { type Found, findClaim } from './find.js';
import { groupClaims } from './grouping.js';
import { Library } from './library.js';
import { type Memory, noMemory } from './memory.js';

export type { Claim, CrossReference, Origin, Place, Verdict } from './claim.js';

/** Readings kept at hand unless told otherwise; others are read again when asked for: most files of a folder are not open. */
const readingsKept = 300;

export interface WorkspaceOptions {
  /** What a key's metadata is read from; the key itself unless told otherwise. */
  readonly pathOf?: (file: string) => string;
  /** Readings that stay at hand. */
  readonly keeps?: number;
  /** What an earlier workspace with the same readers remembers. */
  readonly memory?: Memory;
  /** A rule failed on a file; the others go on. */
  readonly failed?: (file: string, error: unknown) => void;
}

/** All articles of some folders: what each says and who else says it. Synchronous; time and disks live at the edge. */
export class Workspace {
  private readonly library: Library;
  private readonly readings = new Map<string, Reading | Skipped>();
  /** The claims of the files asked about since the last change: lens, hover and panel ask for the same. */
  private readonly claimsAsked = new Map<string | undefined, readonly Claim[]>();
  private readonly pathOf: (file: string) => string;
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
    this.library = new Library(options.memory ?? noMemory, this.pathOf);
  }

  /**
   * Adds or replaces a file. `known` is what somebody has read in the text already, with the same readers; a structured
   * clone is as good, so another thread may have. Returns the files whose cross references changed, this one included.
   */
  set(file: string, text: string, known?: Reading | Skipped): ReadonlySet<string> {
    if (this.textOf(file) === text) return new Set([file]);
    this.claimsAsked.clear();
    const woken = this.library.wake(file, text);
    if (woken !== null) return woken;
    const reading = known ?? read(text, this.pathOf(file), this.readersFor(file));
    this.keep(file, reading);
    return this.library.put(file, text, factsOf(reading));
  }

  /** Forgets a file. Returns the files whose cross references changed. */
  delete(file: string): ReadonlySet<string> {
    this.readings.delete(file);
    this.claimsAsked.clear();
    return this.library.delete(file);
  }

  get(file: string): Reading | Skipped | undefined {
    const kept = this.readings.get(file);
    if (kept !== undefined) return kept;
    const text = this.textOf(file);
    if (text === undefined) return undefined;
    const reading = read(text, this.pathOf(file), this.readersFor(file));
    this.keep(file, reading);
    return reading;
  }

  textOf(file: string): string | undefined {
    return this.library.textOf(file);
  }

  /** The reading of an article, `undefined` for a file that is none. May mean reading it again: `factsOf` does not. */
  readingOf(file: string): Reading | undefined {
    const reading = this.get(file);
    return reading === undefined || 'skipped' in reading ? undefined : reading;
  }

  /** What is known of an article without reading it again; `undefined` for a file that is none. */
  factsOf(file: string): ArticleFacts | undefined {
    return this.library.factsOf(file);
  }

  /** The facts of all articles, in order of key. */
  *allFacts(): Generator<ArticleFacts> {
    yield* [...this.library.allFacts()].sort((x, y) => (x.file < y.file ? -1 : 1));
  }

  /** Keys of all articles, in order. */
  articles(): string[] {
    return Array.from(this.library.allFacts(), ({ file }) => file).sort();
  }

  /** Number of files, articles and skipped ones. */
  get size(): number {
    return this.library.size;
  }

  get articleCount(): number {
    return this.library.articleCount;
  }

  /** Keys of all files, articles and skipped ones, in order of key. */
  files(): string[] {
    return [...this.library.files()].sort();
  }

  /** What is marked: related mentions above the threshold for marks, of one file or of all, in order of place. */
  crossReferences(file?: string): CrossReference[] {
    return this.library.references(file, true).sort(byPlace);
  }

  /** What only a panel shows, likelier first: below the threshold for marks. */
  possible(file?: string): CrossReference[] {
    return this.library.references(file, false).sort((x, y) => y.relation.score - x.relation.score || byPlace(x, y));
  }

  /** Mentions grouped into claims: those with a mention in `file`, or all. */
  claims(file?: string): readonly Claim[] {
    const asked = this.claimsAsked.get(file);
    if (asked !== undefined) return asked;
    const claimsOf = (name: string): Claims => (this.library.factsOf(name) as ArticleFacts).claims;
    const shareText = (one: string, other: string): boolean => this.library.shareText(one, other);
    const claims = groupClaims(this.library.pairs(file), claimsOf, shareText, file);
    this.claimsAsked.set(file, claims);
    return claims;
  }

  /** Where a typed or selected claim is asserted, likeliest first; empty where its words tell nothing apart. */
  find(text: string): Found[] {
    return findClaim(text, this.library.allFacts());
  }

  /**
   * What the rules say about a file, in order of place; empty for a skipped or unknown file. `references` are what
   * `crossReferences` says of it, for whoever has them already.
   */
  findings(file: string, references: readonly CrossReference[] = this.crossReferences(file)): Finding[] {
    const reading = this.get(file);
    if (reading === undefined || 'skipped' in reading) return [];
    const elsewhere = references.map((reference) => this.seenFrom(file, reference));
    return rules
      .flatMap((rule) => {
        try {
          return rule.check(reading, elsewhere);
        } catch (error) {
          this.failed(file, error);
          return [];
        }
      })
      .sort((x, y) => x.start - y.start || x.end - y.end || (x.rule < y.rule ? -1 : 1));
  }

  /** Whether what is known of a file's present text comes from an earlier run. */
  recalls(file: string): boolean {
    return this.library.recalls(file);
  }

  /** What a later workspace with the same readers may start from. Detached: later changes do not touch it. */
  remember(): Memory {
    return this.library.remember();
  }

  /** Tells that every file has been set: what memory knows of others is forgotten. Returns how many that were. */
  complete(): number {
    return this.library.forgetSleeping();
  }

  private readersFor(file: string): Readers {
    return typeof this.readersOf === 'function' ? this.readersOf(file) : this.readersOf;
  }

  private keep(file: string, reading: Reading | Skipped): void {
    this.readings.delete(file);
    this.readings.set(file, reading);
    if (this.readings.size > this.keeps) this.readings.delete(this.readings.keys().next().value as string);
  }

  private seenFrom(file: string, { a, b, relation }: CrossReference): CrossMention {
    const [here, there] = a.file === file ? [a, b] : [b, a];
    return {
      here,
      there: new Seen(there, this.library.factsOf(there.file) as ArticleFacts),
      relation: a.file === file ? relation : turned(relation),
    };
  }
}

/** The other side of a relation; its figures are unpacked where a rule asks for them. */
class Seen implements Mention {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly outlet: string | null;

  constructor(
    { file, start, end }: Place,
    private readonly facts: ArticleFacts,
  ) {
    this.file = file;
    this.start = start;
    this.end = end;
    this.outlet = facts.claims.outlet ?? facts.claims.agency;
  }

  get known(): KnownFigures {
    return { date: this.facts.metadata.date, figures: this.facts.figures };
  }
}

function raise(_file: string, error: unknown): never {
  throw error;
}

/** The relation seen from the other side: rules take `a` as the mention in their own article. */
const turned = (relation: Relation): Relation =>
  relation.drift.length === 0
    ? relation
    : { ...relation, drift: relation.drift.map((one) => ({ ...one, keptBy: one.keptBy === 'a' ? 'b' : 'a' })) };
