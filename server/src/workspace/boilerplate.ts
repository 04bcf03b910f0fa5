import type { Claims } from '../core/claims/claims.js';
import { shingles, wordsOf } from '../core/claims/reuse.js';
import { hash, join } from '../core/claims/terms.js';
import { Postings } from './postings.js';

/** Shorter sentences may return by chance. */
const wordsNeeded = 4;
/** An outlet that prints a sentence on so many days prints it as a matter of form. */
const daysNeeded = 3;

/**
 * Sentences that an outlet prints again and again (*Agencies contributed to this report*). Judged by outlet, not by
 * frequency: a sentence that many outlets have is a repeated claim, one that one outlet always has is none.
 */
export class Boilerplate {
  /** Articles with a sentence of an outlet; `days` has the day of each. */
  private readonly printed = new Postings();
  private readonly days: number[] = [];
  private readonly folded = new Set<number>();

  /** Adds an article; returns the articles whose own sentences became boilerplate by it. */
  add(article: number, keys: Int32Array, day: number): number[] {
    this.days[article] = day;
    return this.update(new Set(keys), (key) => this.printed.add(key, article));
  }

  /** Removes an article; returns the articles whose own sentences ceased to be boilerplate by it. */
  remove(article: number, keys: Int32Array): number[] {
    return this.update(new Set(keys), (key) => this.printed.remove(key, article));
  }

  /**
   * Gives an article other sentences: only those that it has no longer, or has now, are counted anew, or all where its
   * day is another. Returns the articles whose own sentences became or ceased to be boilerplate by it.
   */
  replace(article: number, from: Int32Array, to: Int32Array, day: number): number[] {
    if (!Object.is(day, this.days[article])) return [...this.remove(article, from), ...this.add(article, to, day)];
    const before = new Set(from);
    const after = new Set(to);
    return [
      ...this.update(without(before, after), (key) => this.printed.remove(key, article)),
      ...this.update(without(after, before), (key) => this.printed.add(key, article)),
    ];
  }

  has(key: number): boolean {
    return this.folded.has(key);
  }

  private update(keys: Iterable<number>, change: (key: number) => void): number[] {
    const concerned: number[] = [];
    for (const key of keys) {
      if (key === 0) continue;
      change(key);
      const folds = this.isPrintedDaily(key);
      if (folds === this.folded.has(key)) continue;
      if (folds) this.folded.add(key);
      else this.folded.delete(key);
      concerned.push(...this.printed.of(key));
    }
    return concerned;
  }

  /** Whether enough days have printed it; an article of unknown day counts for itself. */
  private isPrintedDaily(key: number): boolean {
    const days = new Set<number>();
    let unknown = 0;
    for (const article of this.printed.of(key)) {
      const day = this.days[article] as number;
      if (Number.isNaN(day)) unknown++;
      else days.add(day);
      if (days.size + unknown >= daysNeeded) return true;
    }
    return false;
  }
}

const without = (keys: ReadonlySet<number>, others: ReadonlySet<number>): number[] =>
  [...keys].filter((key) => !others.has(key));

/** For each mention a number for its words and outlet; 0 for one that is too short or of an unknown outlet. */
export function printKeys(claims: Claims): Int32Array {
  const keys = new Int32Array(claims.count);
  if (claims.outlet === null) return keys;
  const outlet = hash(claims.outlet.toLowerCase());
  for (let m = 0; m < claims.count; m++) {
    const words = wordsOf(claims, m);
    if (words < wordsNeeded) continue;
    keys[m] = join(outlet, shingles(claims, m, words)[0] as number) || 1;
  }
  return keys;
}
