import type { Candidates } from '../candidates.js';
import type { Entries } from './entries.js';
import { isOwn } from './entry.js';
import type { RelatedSets } from './relatedSets.js';

/** What is known of articles elsewhere: those that archives named, the *guests*, and how far they have named all. */
export class Elsewhere {
  constructor(
    private readonly entries: Entries,
    private readonly related: RelatedSets,
  ) {}

  /** Whether a file is known only because an archive named it. */
  isGuest(file: string): boolean {
    return this.entries.get(file)?.isGuest ?? false;
  }

  /** The articles that archives named, in order of file. */
  guests(): string[] {
    const guests = [...this.entries.all()].filter(({ isGuest }) => isGuest);
    return guests.map(({ file }) => file).sort();
  }

  /**
   * How far sources elsewhere have named all candidates for a file: as long as they have not, others may say the same. Of
   * a guest that they were not asked about nobody knows.
   */
  named(file: string): Candidates['state'] {
    const entry = this.entries.get(file);
    return entry?.set?.named ?? (entry?.isGuest ? 'incomplete' : 'complete');
  }

  /** Whether sources elsewhere have named all candidates for every file. */
  get isAllNamed(): boolean {
    for (const { set } of this.entries.own()) if (set?.named != null && set.named !== 'complete') return false;
    return true;
  }

  /** Asks the archives anew for an article, where they have not named all candidates. */
  ask(file: string): void {
    const set = this.entries.articleOf(file)?.set;
    if (set !== undefined && set.named !== 'complete') this.related.askArchives(set);
  }

  /**
   * Asks archives about those of some articles that are guests, `most` of them in all. Returns how far these have named
   * candidates of theirs; incomplete where there are more.
   */
  widen(numbers: Iterable<number>, most: number): Candidates['state'] {
    const sets = new Set(Array.from(numbers, (number) => this.entries.at(number).set));
    const guests = [...sets].filter(({ copies }) => !copies.some(isOwn));
    for (const guest of guests.slice(0, most)) if (guest.named === null) this.related.askForGuest(guest);
    const states = guests.map(({ named }) => named ?? 'incomplete');
    if (states.includes('pending')) return 'pending';
    return states.includes('incomplete') ? 'incomplete' : 'complete';
  }
}
