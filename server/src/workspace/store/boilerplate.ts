import type { PrintedElsewhere } from '../candidates.js';
import { Postings } from './postings.js';

/** Sentences that became boilerplate or ceased to be: their keys, one twice if both happened, and the articles that have them. */
export interface Turned {
  readonly keys: readonly number[];
  readonly articles: readonly number[];
}

export const nothingTurned: Turned = { keys: [], articles: [] };

export const both = (one: Turned, other: Turned): Turned => ({
  keys: [...one.keys, ...other.keys],
  articles: [...one.articles, ...other.articles],
});

/** Days on which an outlet must have printed a sentence for it to be a matter of form. */
export const daysNeeded = 3;

/**
 * Sentences that an outlet prints again and again (*Agencies contributed to this report*). Judged by outlet, not by
 * frequency: a sentence that many outlets have is a repeated claim, one that one outlet always has is none.
 */
export class Boilerplate {
  /** Articles by the key of a sentence and its outlet (`printedKeys`). */
  private readonly printed = new Postings();
  /** The day of each article, since 1970, or NaN. */
  private readonly days: number[] = [];
  private readonly marked = new Set<number>();
  /** What archives printed, by key: their articles are none of those above. */
  private readonly elsewhere = new Map<number, PrintedElsewhere>();

  /** `isHere`: whether a file of an archive is one of the folder's, which count by themselves. */
  constructor(private readonly isHere: (archived: string) => boolean) {}

  /** Adds an article; returns what became boilerplate by it. */
  add(article: number, keys: Int32Array, day: number): Turned {
    this.days[article] = day;
    return this.update(new Set(keys), (key) => this.printed.add(key, article));
  }

  /** Removes an article; returns what ceased to be boilerplate by it. */
  remove(article: number, keys: Int32Array): Turned {
    return this.update(new Set(keys), (key) => this.printed.remove(key, article));
  }

  /**
   * Gives an article other sentences: only those that it has no longer, or has now, are counted anew, or all where its
   * day is another. Returns what became or ceased to be boilerplate by it.
   */
  replace(article: number, from: Int32Array, to: Int32Array, day: number): Turned {
    if (!Object.is(day, this.days[article])) return both(this.remove(article, from), this.add(article, to, day));
    const before = new Set(from);
    const after = new Set(to);
    return both(
      this.update(without(before, after), (key) => this.printed.remove(key, article)),
      this.update(without(after, before), (key) => this.printed.add(key, article)),
    );
  }

  /** Takes in what an archive printed; returns what became or ceased to be boilerplate by it. */
  hear(printed: readonly PrintedElsewhere[]): Turned {
    const byKey = new Map(printed.map((one) => [one.key, one]));
    return this.update(byKey.keys(), (key) => this.elsewhere.set(key, byKey.get(key)!));
  }

  /** What `work` finds while the sentences that turned are what they were before. */
  before<Found>({ keys }: Turned, work: () => Found): Found {
    for (const key of keys) this.turn(key);
    try {
      return work();
    } finally {
      for (const key of keys) this.turn(key);
    }
  }

  private turn(key: number): void {
    if (!this.marked.delete(key)) this.marked.add(key);
  }

  has(key: number): boolean {
    return this.marked.has(key);
  }

  private update(keys: Iterable<number>, change: (key: number) => void): Turned {
    const turned: number[] = [];
    const articles: number[] = [];
    for (const key of keys) {
      if (key === 0) continue;
      change(key);
      const daily = this.isPrintedDaily(key);
      if (daily === this.marked.has(key)) continue;
      this.turn(key);
      turned.push(key);
      for (const article of this.printed.of(key)) articles.push(article);
    }
    return turned.length === 0 ? nothingTurned : { keys: turned, articles };
  }

  /** Whether it was printed on enough days; an article of unknown day counts for itself. */
  private isPrintedDaily(key: number): boolean {
    const elsewhere = this.elsewhere.get(key);
    const days = new Set<number>(elsewhere?.days);
    let unknown = elsewhere?.undated.filter((file) => !this.isHere(file)).length ?? 0;
    if (days.size + unknown >= daysNeeded) return true;
    for (const article of this.printed.of(key)) {
      const day = this.days[article]!;
      if (Number.isNaN(day)) unknown++;
      else days.add(day);
      if (days.size + unknown >= daysNeeded) return true;
    }
    return false;
  }
}

const without = (keys: ReadonlySet<number>, others: ReadonlySet<number>): number[] =>
  [...keys].filter((key) => !others.has(key));
