import { idfOf } from './background.js';
import type { Claims } from './claims.js';

/** The distinct terms of a mention, with the bits of all their places joined. */
export type Bag = Map<number, number>;

/** Gathers the bags of an article's mentions into parallel arrays. */
export class Bags {
  private readonly first = [0];
  private readonly terms: number[] = [];
  private readonly kinds: number[] = [];
  private readonly mentions: number[] = [];
  private readonly norms: number[] = [];

  add(bag: Bag): void {
    let squares = 0;
    for (const term of [...bag.keys()].sort((a, b) => a - b)) {
      squares += idfOf(term) ** 2;
      this.terms.push(term);
      this.kinds.push(bag.get(term) as number);
      this.mentions.push(this.norms.length);
    }
    this.norms.push(Math.sqrt(squares));
    this.first.push(this.terms.length);
  }

  arrays(): Pick<
    Claims,
    'firstBag' | 'bagTerm' | 'bagKind' | 'bagWeight' | 'bagMention' | 'bagSpread' | 'norm' | 'topic'
  > {
    const bagTerm = Int32Array.from(this.terms);
    const bagWeight = Float32Array.from(bagTerm, idfOf);
    const bagSpread = new Float32Array(bagTerm.length);
    return {
      firstBag: Int32Array.from(this.first),
      bagTerm,
      bagKind: Uint8Array.from(this.kinds),
      bagWeight,
      bagMention: Uint16Array.from(this.mentions),
      bagSpread,
      norm: Float32Array.from(this.norms),
      topic: topicOf(bagTerm, bagWeight, bagSpread),
    };
  }
}

/** What the article as a whole is about: terms that return weigh more. Fills in `spread`. */
function topicOf(terms: Int32Array, weights: Float32Array, spread: Float32Array): Claims['topic'] {
  const entry = new Int32Array(terms.length).map((_, i) => i);
  entry.sort((a, b) => (terms[a] as number) - (terms[b] as number) || a - b);
  const term: number[] = [];
  const weight: number[] = [];
  const first: number[] = [];
  for (let i = 0; i < entry.length; ) {
    const key = terms[entry[i] as number] as number;
    let end = i + 1;
    while (end < entry.length && terms[entry[end] as number] === key) end++;
    const log = Math.log(end - i);
    for (let k = i; k < end; k++) spread[entry[k] as number] = log;
    term.push(key);
    weight.push((weights[entry[i] as number] as number) * (1 + log));
    first.push(i);
    i = end;
  }
  first.push(entry.length);
  const length = Math.sqrt(weight.reduce((sum, one) => sum + one * one, 0)) || 1;
  return {
    term: Int32Array.from(term),
    weight: Float32Array.from(weight, (one) => one / length),
    first: Int32Array.from(first),
    entry,
  };
}
