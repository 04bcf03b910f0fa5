import type { PackedFacts } from '../facts.js';
import { FactsShelf, recordOf } from '../factsRecord.js';
import type { ArticleEntry, CopySet } from './entry.js';

/** One list for all sets that lead nobody. */
const nobody: readonly CopySet[] = [];

/** All articles of the store by what they say: copies of one text under one name and outlet are one set. */
export class CopySets {
  private readonly byNumber: CopySet[] = [];
  private readonly free: number[] = [];
  private readonly byDigest = new Map<number, CopySet>();
  private readonly shelf = new FactsShelf();

  at(number: number): CopySet {
    return this.byNumber[number]!;
  }

  /** All sets, by number; only for a store that no article has left yet, since the place of an empty set stays. */
  all(): readonly CopySet[] {
    return this.byNumber;
  }

  /** The set of articles with these facts, if there is one. */
  with(facts: PackedFacts): CopySet | undefined {
    const set = this.byDigest.get(digestOf(facts));
    return set?.facts.equals(recordOf(facts)) ? set : undefined;
  }

  /** Makes an article a set of its own. */
  make(facts: PackedFacts, first: ArticleEntry): CopySet {
    const set: CopySet = {
      number: this.free.pop() ?? this.byNumber.length,
      facts: this.shelf.keep(facts),
      copies: [first],
      heard: null,
      leader: null,
      led: nobody,
      named: null,
    };
    this.byNumber[set.number] = set;
    this.remember(set);
    return set;
  }

  /** Gives all articles of a set other facts, which no other set has. */
  change(set: CopySet, facts: PackedFacts): void {
    this.forget(set);
    set.facts = this.shelf.keep(facts);
    set.named = null;
    this.remember(set);
  }

  /** Takes an article out of its set; tells whether the set is empty now, and gone. */
  leave(entry: ArticleEntry): boolean {
    const { set } = entry;
    set.copies.splice(set.copies.indexOf(entry), 1);
    set.heard = null;
    if (set.copies.length > 0) return false;
    this.forget(set);
    this.free.push(set.number);
    return true;
  }

  /** Where two sets have one digest, the first is found by it. */
  private remember(set: CopySet): void {
    const digest = digestOf(set.facts);
    if (!this.byDigest.has(digest)) this.byDigest.set(digest, set);
  }

  private forget(set: CopySet): void {
    const digest = digestOf(set.facts);
    if (this.byDigest.get(digest) === set) this.byDigest.delete(digest);
  }
}

function digestOf({ claims }: PackedFacts): number {
  let digest = 0;
  for (const number of claims.numbers) digest = Math.imul(digest ^ number, 0x9e3779b1);
  return digest;
}
