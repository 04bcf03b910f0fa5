import { idfOf } from '../../core/mentions/background.js';
import { farApart } from '../../core/relations/relate.js';
import type { Candidate, CandidateSource, Candidates } from '../candidates.js';
import type { FactsRecord } from '../factsRecord.js';
import type { Keys } from '../keys.js';
import { roomFor } from './columns.js';
import type { CopySet } from './entry.js';
import { Postings } from './postings.js';

/** Share of the article's (squared) topic that another must have in common to be compared. */
export const commonFrom = 0.055;

/** Whether one of two articles is a candidate for the other, by the two alone: what the index finds, without an index. */
export function mayMeet(one: Keys, other: Keys): boolean {
  const prints = new Set(other.prints);
  if (one.prints.some((print) => prints.has(print))) return true;
  if (farApart(one.day, other.day)) return false;
  const terms = new Set(other.terms);
  const common = one.terms.reduce((sum, term) => (terms.has(term) ? sum + idfOf(term) ** 2 : sum), 0);
  return common > 0 && common >= commonFrom * one.norm * other.norm;
}

const noKeys: Keys = { terms: new Int32Array(0), prints: new Int32Array(0), norm: 0, day: Number.NaN };

/** Articles this far apart in days never meet over their terms (see `farApart`), so terms are looked up by window. */
const windowDays = 32;
const windowOf = (day: number): number => Math.floor(day / windowDays);

/**
 * The candidates among the store's own sets of articles, always complete and at once: those of about the same time that share
 * enough of their telling terms, and those of any time that share a fingerprint of a sentence. Whether two articles find
 * each other depends on the two alone.
 */
export class CandidateIndex implements CandidateSource<CopySet> {
  /** Articles by term, for each window of days; those of unknown day are in a window of their own. */
  private readonly windows = new Map<number, Postings>();
  private readonly prints = new Postings();
  private readonly sets: CopySet[] = [];
  /** The facts by whose keys each article is indexed; of these, what is asked of every article that is met. */
  private readonly facts: (FactsRecord | null)[] = [];
  private norms = new Float64Array(64);
  private days = new Float64Array(64);
  /** What each article has in common with the one that is asked about; zero between two questions. */
  private common = new Float64Array(64);

  add(set: CopySet): void {
    const { number, facts } = set;
    this.sets[number] = set;
    if (number >= this.common.length) this.common = new Float64Array(2 * number);
    const { terms, prints, day } = this.keep(number, facts);
    const window = this.termsOf(windowOf(day));
    for (const term of terms) window.add(term, number);
    for (const print of prints) this.prints.add(print, number);
  }

  remove({ number }: CopySet): void {
    this.move(number, null);
  }

  /** Indexes an article by the facts that it has now: only the lists that it leaves or enters are touched. */
  update({ number, facts }: CopySet): void {
    this.move(number, facts);
  }

  /** Without the set that is asked about: its copies need not be found. */
  candidates(asked: Candidate): Candidates<CopySet> {
    const { keys } = asked.facts;
    const found = new Set<number>();
    for (const window of this.windowsAround(keys.day)) this.meet(keys, window, found);
    for (const print of keys.prints) for (const other of this.prints.of(print)) found.add(other);
    return {
      found: Array.from(found, (number) => this.sets[number]!).filter((set) => set !== asked),
      state: 'complete',
    };
  }

  private move(number: number, facts: FactsRecord | null): void {
    const before = this.facts[number]!.keys;
    const keys = this.keep(number, facts);
    const [was, is] = [this.termsOf(windowOf(before.day)), this.termsOf(windowOf(keys.day))];
    if (was !== is) was.move(number, before.terms, noKeys.terms);
    is.move(number, was === is ? before.terms : noKeys.terms, keys.terms);
    this.prints.move(number, before.prints, keys.prints);
  }

  private keep(number: number, facts: FactsRecord | null): Keys {
    const keys = facts?.keys ?? noKeys;
    this.facts[number] = facts;
    this.norms = roomFor(this.norms, number);
    this.days = roomFor(this.days, number);
    this.norms[number] = keys.norm;
    this.days[number] = keys.day;
    return keys;
  }

  /** Finds the articles of a window that share enough of the terms. */
  private meet({ terms, norm, day }: Keys, window: Postings, found: Set<number>): void {
    const { common } = this;
    const touched: number[] = [];
    for (const term of terms) {
      const square = idfOf(term) ** 2;
      const others = window.of(term);
      for (let k = 0; k < others.length; k++) {
        const other = others[k]!;
        if (common[other] === 0) touched.push(other);
        common[other]! += square;
      }
    }
    for (const other of touched) {
      const isClose = common[other]! >= commonFrom * norm * this.norms[other]!;
      if (isClose && !farApart(day, this.days[other]!)) found.add(other);
      common[other] = 0;
    }
  }

  private windowsAround(day: number): readonly Postings[] {
    if (Number.isNaN(day)) return [...this.windows.values()];
    const window = windowOf(day);
    return [window - 1, window, window + 1, Number.NaN].flatMap((one) => this.windows.get(one) ?? []);
  }

  private termsOf(window: number): Postings {
    const found = this.windows.get(window) ?? new Postings();
    this.windows.set(window, found);
    return found;
  }
}
