import { hash, join } from '../core/hash.js';
import { idfOf } from '../core/mentions/background.js';
import type { MentionTable } from '../core/mentions/mentionTable.js';
import { shingles, wordCountOf } from '../core/mentions/shingles.js';

/** Terms with a smaller idf say too little about an article to find others by. */
const tellingFrom = 0.6;
/** An article is found by so many of its terms at most: the most telling ones. */
const termsIndexed = 120;
/** Words in a row that make a fingerprint of reused text. */
const printLength = 6;
const printsPerMention = 2;
/** Words of a sentence that is counted as printed by its outlet: a shorter one may return by chance. */
const wordsPrinted = 4;

/** What an article is found by when another may hold the same claims. */
export interface Keys {
  /** Its most telling terms, as hashes. */
  readonly terms: Int32Array;
  /** Fingerprints of its sentences. */
  readonly prints: Int32Array;
  /** Length of the vector of its terms. */
  readonly norm: number;
  /** Days since 1970, or NaN. */
  readonly day: number;
}

export function keysOf(claims: MentionTable): Keys {
  const terms = tellingTerms(claims);
  const squares = terms.reduce((sum, term) => sum + idfOf(term) ** 2, 0);
  return { terms, prints: fingerprints(claims), norm: Math.sqrt(squares), day: claims.day };
}

function tellingTerms({ topic }: MentionTable): Int32Array {
  const order = [...topic.term.keys()]
    .filter((t) => idfOf(topic.term[t]!) >= tellingFrom)
    .sort((x, y) => topic.weight[y]! - topic.weight[x]! || x - y)
    .slice(0, termsIndexed);
  return Int32Array.from(order, (t) => topic.term[t]!);
}

/** The smallest shingle hashes of each mention (Broder 1997): two with much text in common probably share one. */
function fingerprints(claims: MentionTable): Int32Array {
  const found = new Set<number>();
  for (let m = 0; m < claims.count; m++) {
    const smallest = Int32Array.from(shingles(claims, m, printLength))
      .sort()
      .subarray(0, printsPerMention);
    for (const print of smallest) found.add(print);
  }
  return Int32Array.from(found);
}

/** For each mention a number for its words and outlet; 0 for one that is too short or of an unknown outlet. */
export function printedKeys(claims: MentionTable): Int32Array {
  const keys = new Int32Array(claims.count);
  if (claims.outlet === null) return keys;
  const outlet = hash(claims.outlet.toLowerCase());
  for (let m = 0; m < claims.count; m++) {
    const words = wordCountOf(claims, m);
    if (words < wordsPrinted) continue;
    keys[m] = join(outlet, shingles(claims, m, words)[0]!) || 1;
  }
  return keys;
}
