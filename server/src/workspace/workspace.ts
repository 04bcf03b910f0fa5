import type { Skipped } from '../core/article/article.js';
import type { KnownFigures } from '../core/casualties/known.js';
import type { Claims } from '../core/claims/claims.js';
import { markedFrom, type Related, relate } from '../core/claims/relate.js';
import type { Relation } from '../core/claims/relation.js';
import type { Readers, Reading } from '../core/reading.js';
import { read, rulesOnly } from '../core/reading.js';
import { rules } from '../core/rules/index.js';
import type { CrossMention, Finding } from '../core/rules/rule.js';
import type { Span } from '../core/span.js';
import { ArticleIndex } from './articleIndex.js';
import { Boilerplate, printKeys } from './boilerplate.js';
import { type Contents, contentsOf } from './contents.js';
import { type Found, findClaim } from './find.js';
import { byPlace, groupClaims, reachableFrom } from './grouping.js';
import { digestOf, type Memory, type Remembered } from './memory.js';

/** A place in a file; `file` is the key the file was set under (the server uses URIs, the command line paths). */
export interface Place extends Span {
  readonly file: string;
}

/** Two mentions of one claim in two files. `a.file` sorts before `b.file`. */
export interface CrossReference {
  readonly a: Place;
  readonly b: Place;
  readonly relation: Relation;
}

export type Verdict = 'unsourced' | 'single-origin' | 'repeated' | 'corroborated' | 'contested';

/** Who stands behind mentions: they share text, an end of chain, a wire credit or an outlet. */
export interface Origin {
  /** For a person: *The Telegraph (anonymous sources)*. */
  readonly label: string;
  /** Whether somebody identifiable answers for it. */
  readonly known: boolean;
  /** Indices into `Claim.mentions`. */
  readonly mentions: readonly number[];
}

/** Mentions of one claim across files. */
export interface Claim {
  readonly verdict: Verdict;
  readonly origins: readonly Origin[];
  readonly mentions: readonly Place[];
}

/** Readings kept at hand unless told otherwise; others are read again when asked for: most files of a folder are not open. */
const readingsKept = 300;

interface Entry {
  readonly file: string;
  readonly text: string;
  /** `null` for a file that is not an article. */
  readonly claims: Claims | null;
  readonly figures: KnownFigures;
  /** Number in the index; `null` where there are no claims. */
  readonly number: number | null;
  /** What each mention is counted by as boilerplate of its outlet. */
  readonly prints: Int32Array;
  /** Related mentions by the other file; `i` is this file's where this file sorts before the other. */
  readonly related: Map<string, readonly Related[]>;
  /** What an earlier run found out about this very text, or `null`. */
  readonly remembered: Remembered | null;
}

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
  private readonly entries = new Map<string, Entry>();
  private readonly byNumber = new Map<number, Entry>();
  private readonly readings = new Map<string, Reading | Skipped>();
  private readonly index = new ArticleIndex();
  private readonly boilerplate = new Boilerplate();
  /** How many linked articles are not as they were remembered. */
  private unremembered = 0;
  /** By file, the files before it that memory relates it to. */
  private readonly rememberedBefore = new Map<string, string[]>();

  private readonly pathOf: (file: string) => string;
  private readonly keeps: number;
  private readonly memory: Memory;
  private readonly failed: (file: string, error: unknown) => void;

  /** `readersOf` a file may differ from folder to folder. */
  constructor(
    private readonly readersOf: Readers | ((file: string) => Readers) = rulesOnly,
    options: WorkspaceOptions = {},
  ) {
    this.pathOf = options.pathOf ?? ((file) => file);
    this.keeps = options.keeps ?? readingsKept;
    this.memory = options.memory ?? new Map();
    this.failed = options.failed ?? raise;
    for (const [file, { related }] of this.memory)
      for (const other of related.keys())
        this.rememberedBefore.set(other, [...(this.rememberedBefore.get(other) ?? []), file]);
  }

  /**
   * Adds or replaces a file. `reading` is that of the text where somebody has read it already, with the same readers; a
   * structured clone is as good, so it may have been another thread. Returns the files whose cross references changed,
   * this one included.
   */
  set(file: string, text: string, reading?: Reading | Skipped): ReadonlySet<string> {
    const before = this.entries.get(file);
    if (before?.text === text) return new Set([file]);
    const remembered = this.recall(file, text);
    const { claims, figures } = remembered ?? this.contents(file, reading ?? this.read(file, text));
    const folded = before ? this.unlink(before) : [];
    const number = claims === null ? null : this.index.add(claims);
    const prints = claims === null ? new Int32Array(0) : printKeys(claims);
    const entry: Entry = { file, text, claims, figures, number, prints, related: new Map(), remembered };
    this.entries.set(file, entry);
    if (remembered) this.readings.delete(file);
    if (claims !== null) folded.push(...this.link(entry, claims));
    return new Set([...changed(file, before, entry), ...this.neighbours(folded)]);
  }

  /** Forgets a file. Returns the files whose cross references changed. */
  delete(file: string): ReadonlySet<string> {
    const before = this.entries.get(file);
    if (before === undefined) return new Set();
    const folded = this.unlink(before);
    this.entries.delete(file);
    this.readings.delete(file);
    const concerned = new Set([...before.related.keys(), ...this.neighbours(folded)]);
    concerned.delete(file);
    return concerned;
  }

  get(file: string): Reading | Skipped | undefined {
    const kept = this.readings.get(file);
    if (kept !== undefined) return kept;
    const entry = this.entries.get(file);
    if (entry === undefined) return undefined;
    const reading = this.read(file, entry.text);
    this.keep(file, reading);
    return reading;
  }

  textOf(file: string): string | undefined {
    return this.entries.get(file)?.text;
  }

  /** Keys of all files, articles and skipped ones, in order of key. */
  files(): string[] {
    return [...this.entries.keys()].sort();
  }

  /** What is marked: related mentions above the threshold for marks, of one file or of all, in order of place. */
  crossReferences(file?: string): CrossReference[] {
    return this.references(file, (related) => related.score >= markedFrom).sort(byPlace);
  }

  /** What only a panel shows, likelier first: below the threshold for marks. */
  possible(file?: string): CrossReference[] {
    return this.references(file, (related) => related.score < markedFrom).sort(
      (x, y) => y.relation.score - x.relation.score || byPlace(x, y),
    );
  }

  /** Mentions grouped into claims: those with a mention in `file`, or all. */
  claims(file?: string): Claim[] {
    const claimsOf = (name: string): Claims => this.entries.get(name)?.claims as Claims;
    if (file === undefined) return groupClaims(this.crossReferences(), claimsOf);
    const references = reachableFrom(file, (name) => this.crossReferences(name));
    return groupClaims(references, claimsOf).filter(({ mentions }) => mentions.some((one) => one.file === file));
  }

  /** Where a typed or selected claim is asserted, likeliest first; empty where its words tell nothing apart. */
  find(text: string): Found[] {
    const articles: (readonly [string, Claims])[] = [];
    for (const { file, claims } of this.entries.values()) if (claims !== null) articles.push([file, claims]);
    return findClaim(text, articles);
  }

  /** What the rules say about a file, in order of place; empty for a skipped or unknown file. */
  findings(file: string): Finding[] {
    const reading = this.get(file);
    if (reading === undefined || 'skipped' in reading) return [];
    const elsewhere = this.crossReferences(file).map((reference) => this.seenFrom(file, reference));
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
    return (this.entries.get(file)?.remembered ?? null) !== null;
  }

  /** What a later workspace with the same readers may start from. Detached: later changes do not touch it. */
  remember(): Memory {
    const memory = new Map<string, Remembered>();
    for (const { file, text, claims, figures, related, remembered } of this.entries.values()) {
      const digest = remembered?.digest ?? digestOf(text);
      memory.set(file, { digest, claims, figures, related: new Map([...related].filter(([other]) => other > file)) });
    }
    return memory;
  }

  private recall(file: string, text: string): Remembered | null {
    const remembered = this.memory.get(file);
    return remembered !== undefined && remembered.digest === digestOf(text) ? remembered : null;
  }

  private contents(file: string, reading: Reading | Skipped): Contents {
    this.keep(file, reading);
    return contentsOf(reading);
  }

  private read(file: string, text: string): Reading | Skipped {
    return read(text, this.pathOf(file), this.readers(file));
  }

  private readers(file: string): Readers {
    return typeof this.readersOf === 'function' ? this.readersOf(file) : this.readersOf;
  }

  private keep(file: string, reading: Reading | Skipped): void {
    this.readings.delete(file);
    this.readings.set(file, reading);
    if (this.readings.size > this.keeps) this.readings.delete(this.readings.keys().next().value as string);
  }

  /** Relates a new entry to all others; returns the files with sentences that became boilerplate. */
  private link(entry: Entry, claims: Claims): string[] {
    const number = entry.number as number;
    this.byNumber.set(number, entry);
    if (entry.remembered === null) this.unremembered++;
    else this.linkRemembered(entry, entry.remembered);
    // two remembered files are linked by memory: among nothing else there is nothing to look for
    if (this.unremembered > 0)
      for (const candidate of this.index.candidates(number)) {
        const other = this.byNumber.get(candidate) as Entry;
        if (entry.remembered !== null && other.remembered !== null) continue;
        const [first, second] = entry.file < other.file ? [entry, other] : [other, entry];
        join(entry, other, relate(first.claims as Claims, second.claims as Claims));
      }
    return this.boilerplate.add(entry.file, entry.prints, claims.day);
  }

  private linkRemembered(entry: Entry, { related }: Remembered): void {
    const later = [...related].map(([file, list]) => [this.entries.get(file), list] as const);
    const earlier = (this.rememberedBefore.get(entry.file) ?? []).map((file) => {
      const other = this.entries.get(file);
      return [other, other?.remembered?.related.get(entry.file) ?? []] as const;
    });
    for (const [other, list] of [...later, ...earlier])
      if (other !== undefined && other.remembered !== null) join(entry, other, list);
  }

  /** Takes an entry out; returns the files with sentences that are no longer boilerplate. */
  private unlink(entry: Entry): string[] {
    if (entry.number === null) return [];
    if (entry.remembered === null) this.unremembered--;
    this.index.remove(entry.number);
    this.byNumber.delete(entry.number);
    for (const other of entry.related.keys()) this.entries.get(other)?.related.delete(entry.file);
    return this.boilerplate.remove(entry.file, entry.prints);
  }

  /** Files whose references show when sentences of these files are folded or unfolded. */
  private neighbours(files: readonly string[]): string[] {
    return files.flatMap((file) => [file, ...(this.entries.get(file)?.related.keys() ?? [])]);
  }

  private references(file: string | undefined, wanted: (related: Related) => boolean): CrossReference[] {
    const found: CrossReference[] = [];
    const entries = file === undefined ? this.entries.values() : [this.entries.get(file)];
    for (const entry of entries) {
      if (entry === undefined) continue;
      for (const [otherFile, list] of entry.related) {
        if (file === undefined && otherFile < entry.file) continue;
        const other = this.entries.get(otherFile) as Entry;
        const [first, second] = entry.file < otherFile ? [entry, other] : [other, entry];
        for (const related of list) {
          if (!wanted(related)) continue;
          const folded =
            this.boilerplate.has(first.prints[related.i] as number) ||
            this.boilerplate.has(second.prints[related.j] as number);
          if (!folded) found.push(reference(first, second, related));
        }
      }
    }
    return found;
  }

  private seenFrom(file: string, { a, b, relation }: CrossReference): CrossMention {
    const [here, there] = a.file === file ? [a, b] : [b, a];
    const { claims, figures } = this.entries.get(there.file) as Entry;
    return {
      here: { start: here.start, end: here.end },
      there: { ...there, outlet: claims?.outlet ?? claims?.agency ?? null, known: figures },
      relation: a.file === file ? relation : turned(relation),
    };
  }
}

/** Notes what two articles have to do with each other, if anything. */
function join(one: Entry, other: Entry, related: readonly Related[]): void {
  if (related.length === 0) return;
  one.related.set(other.file, related);
  other.related.set(one.file, related);
}

function raise(_file: string, error: unknown): never {
  throw error;
}

const place = ({ file, claims }: Entry, mention: number): Place => ({
  file,
  start: claims?.start[mention] as number,
  end: claims?.end[mention] as number,
});

const reference = (first: Entry, second: Entry, related: Related): CrossReference => ({
  a: place(first, related.i),
  b: place(second, related.j),
  relation: { kind: related.kind, score: related.score, why: related.why, drift: related.drift },
});

/** The relation seen from the other side: rules take `a` as the mention in their own article. */
const turned = (relation: Relation): Relation => ({
  ...relation,
  drift: relation.drift.map((one) => ({ ...one, keptBy: one.keptBy === 'a' ? 'b' : 'a' })),
});

/** The files that an update of `file` concerns: those it was or is related to, unless nothing of that changed. */
function changed(file: string, before: Entry | undefined, after: Entry): Set<string> {
  const files = new Set([file, ...after.related.keys()]);
  for (const [other, was] of before?.related ?? []) {
    if (before !== undefined && sameRelations(before, was, after, after.related.get(other), other)) files.delete(other);
    else files.add(other);
  }
  return files;
}

function sameRelations(
  before: Entry,
  was: readonly Related[],
  after: Entry,
  is: readonly Related[] | undefined,
  other: string,
): boolean {
  if (was.length !== is?.length) return false;
  const side = before.file < other ? 'i' : 'j';
  const otherSide = side === 'i' ? 'j' : 'i';
  return was.every((one, k) => {
    const now = is[k] as Related;
    const here = place(before, one[side]);
    const there = place(after, now[side]);
    return (
      here.start === there.start &&
      here.end === there.end &&
      one[otherSide] === now[otherSide] &&
      one.kind === now.kind &&
      one.score === now.score &&
      one.why === now.why &&
      JSON.stringify(one.drift) === JSON.stringify(now.drift)
    );
  });
}
