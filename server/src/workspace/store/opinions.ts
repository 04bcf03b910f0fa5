import { type Heard, type PackedOpinion, packOpinion } from '../../core/relations/opinion.js';

/** Opinions that outlive the workspace, by the key of their pair. */
export interface PackedOpinions {
  readonly pairs: Float64Array;
  readonly opinions: Int32Array;
}

export const noOpinions: PackedOpinions = { pairs: new Float64Array(0), opinions: new Int32Array(0) };

/**
 * Names a pair of sentences by the digests of their texts, whichever comes first: 53 bits, so that among a million
 * pairs hardly ever two have one name.
 */
export function pairKey(one: number, other: number): number {
  const [a, b] = one < other ? [one, other] : [other, one];
  const high = Math.imul(mix(a) ^ 0x9e3779b1, 0x85ebca6b) ^ mix(b);
  const low = Math.imul(mix(b) ^ 0xc2b2ae35, 0x27d4eb2f) ^ Math.imul(mix(a), 0x165667b1);
  return (high >>> 0) * 0x200000 + (low >>> 11);
}

/** Both halves of a digest of 53 bits in 32. */
const mix = (digest: number): number => Math.imul((digest / 0x200000) | 0, 0x2545f491) ^ (digest % 0x200000);

/** What the judge said of pairs of sentences, wherever they stand: an edit elsewhere in an article loses none of it. */
export class Opinions {
  private readonly byPair = new Map<number, PackedOpinion>();

  constructor(known: PackedOpinions) {
    this.add(known);
  }

  add({ pairs, opinions }: PackedOpinions): void {
    pairs.forEach((pair, i) => {
      this.byPair.set(pair, opinions[i]!);
    });
  }

  of(pair: number): PackedOpinion | undefined {
    return this.byPair.get(pair);
  }

  hear(pair: number, opinion: Heard): void {
    this.byPair.set(pair, packOpinion(opinion));
  }

  /** Those that some relation still asks for, or all. */
  pack(asked: Iterable<number> = this.byPair.keys()): PackedOpinions {
    // of half a million relations nobody may have asked the judge
    if (this.byPair.size === 0) return noOpinions;
    const known = new Set<number>();
    for (const pair of asked) if (this.byPair.has(pair)) known.add(pair);
    return {
      pairs: Float64Array.from(known),
      opinions: Int32Array.from(known, (pair) => this.byPair.get(pair)!),
    };
  }
}
