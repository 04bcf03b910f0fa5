import type { Claims } from '../core/claims/claims.js';
import { shingles, wordsOf } from '../core/claims/reuse.js';
import { hash, join } from '../core/claims/terms.js';

/** Shorter sentences may return by chance. */
const wordsNeeded = 4;
/** An outlet that prints a sentence on so many days prints it as a matter of form. */
const daysNeeded = 3;

/**
 * Sentences that an outlet prints again and again (*Agencies contributed to this report*). Judged by outlet, not by
 * frequency: a sentence that many outlets have is a repeated claim, one that one outlet always has is none.
 */
export class Boilerplate {
  /** Files with a sentence of an outlet, and the day of each. */
  private readonly printed = new Map<number, Map<string, number>>();

  /** Adds a file; returns the files whose own sentences became boilerplate by it. */
  add(file: string, keys: Int32Array, day: number): string[] {
    return this.update(keys, (files) => files.set(file, day));
  }

  /** Removes a file; returns the files whose own sentences ceased to be boilerplate by it. */
  remove(file: string, keys: Int32Array): string[] {
    return this.update(keys, (files) => files.delete(file));
  }

  has(key: number): boolean {
    const files = key === 0 ? undefined : this.printed.get(key);
    return files !== undefined && files.size >= daysNeeded && daysOf(files) >= daysNeeded;
  }

  private update(keys: Int32Array, change: (files: Map<string, number>) => void): string[] {
    const concerned: string[] = [];
    for (const key of keys) {
      if (key === 0) continue;
      const before = this.has(key);
      const files = this.printed.get(key) ?? new Map<string, number>();
      const held = [...files.keys()];
      change(files);
      if (files.size === 0) this.printed.delete(key);
      else this.printed.set(key, files);
      if (this.has(key) !== before) concerned.push(...held);
    }
    return concerned;
  }
}

/** Days on which files were printed; a file of unknown day counts for itself. */
function daysOf(files: ReadonlyMap<string, number>): number {
  const days = new Set<number>();
  let unknown = 0;
  for (const day of files.values()) {
    if (Number.isNaN(day)) unknown++;
    else days.add(day);
  }
  return days.size + unknown;
}

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
