import type { Skipped } from '../core/article/article.js';
import type { Relation } from '../core/claims/relation.js';
import type { Readers, Reading } from '../core/reading.js';
import { read, rulesOnly } from '../core/reading.js';
import { rules } from '../core/rules/index.js';
import type { Finding } from '../core/rules/rule.js';
import type { Span } from '../core/span.js';

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

/** All articles of some folders: what each says and who else says it. Synchronous; time and disks live at the edge. */
export class Workspace {
  private readonly entries = new Map<string, Reading | Skipped>();

  constructor(private readonly readers: Readers = rulesOnly) {}

  /** Adds or replaces a file. Returns the files whose cross references changed, this one included. */
  set(file: string, text: string): ReadonlySet<string> {
    this.entries.set(file, read(text, file, this.readers));
    return new Set([file]);
  }

  /** Forgets a file. Returns the files whose cross references changed. */
  delete(file: string): ReadonlySet<string> {
    this.entries.delete(file);
    return new Set();
  }

  get(file: string): Reading | Skipped | undefined {
    return this.entries.get(file);
  }

  /** Keys of all files, articles and skipped ones, in order of key. */
  files(): string[] {
    return [...this.entries.keys()].sort();
  }

  /** What is marked: related mentions above the threshold for marks, of one file or of all, in order of place. */
  crossReferences(_file?: string): CrossReference[] {
    return [];
  }

  /** What only a panel shows, likelier first: below the threshold for marks. */
  possible(_file?: string): CrossReference[] {
    return [];
  }

  /** Mentions grouped into claims: those with a mention in `file`, or all. */
  claims(_file?: string): Claim[] {
    return [];
  }

  /** What the rules say about a file, in order of place; empty for a skipped or unknown file. */
  findings(file: string): Finding[] {
    const reading = this.entries.get(file);
    if (reading === undefined || 'skipped' in reading) return [];
    return rules.flatMap((rule) => rule.check(reading, []));
  }
}
