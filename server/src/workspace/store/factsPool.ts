import type { PackedFacts } from '../facts.js';

interface Shared {
  readonly facts: PackedFacts;
  /** Number of articles that have these facts. */
  articles: number;
}

/** Equal facts once: copies of one text share the memory, and what is found out by comparing them with others. */
export class FactsPool {
  private readonly byDigest = new Map<number, Shared>();

  /** Gives an article its facts: the same object as an equal article has. */
  take(facts: PackedFacts): PackedFacts {
    const digest = digestOf(facts);
    const shared = this.byDigest.get(digest);
    if (shared === undefined) this.byDigest.set(digest, { facts, articles: 1 });
    else if (areEqual(shared.facts, facts)) {
      shared.articles++;
      return shared.facts;
    }
    return facts;
  }

  /** Tells that an article has these facts no longer. */
  leave(facts: PackedFacts): void {
    const digest = digestOf(facts);
    const shared = this.byDigest.get(digest);
    if (shared?.facts === facts && --shared.articles === 0) this.byDigest.delete(digest);
  }
}

function digestOf({ claims }: PackedFacts): number {
  let digest = 0;
  for (const number of claims.numbers) digest = Math.imul(digest ^ number, 0x9e3779b1);
  return digest;
}

/** Keys and printed lines follow from claims. */
const areEqual = (a: PackedFacts, b: PackedFacts): boolean =>
  a.told === b.told &&
  a.claims.about === b.claims.about &&
  a.claims.said === b.claims.said &&
  a.claims.numbers.length === b.claims.numbers.length &&
  a.claims.numbers.every((number, at) => number === b.claims.numbers[at]);
