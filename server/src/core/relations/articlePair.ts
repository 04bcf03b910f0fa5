import { languages } from '../languages/index.js';
import type { MentionTable } from '../mentions/mentionTable.js';
import { ACT, DENIED, NAME, NEGATED, NUMBER, QUOTED, SPEAKER, termsOf } from '../mentions/terms.js';

/**
 * How two articles meet: what every pair of their mentions is judged against. Its arrays are used again, so it holds
 * until the next two meet.
 */
export interface ArticlePair {
  readonly a: Side;
  readonly b: Side;
  /** Cosine of the topics, 0..1. */
  readonly topic: number;
  /** Cosine of mention i of a and j of b at `i * b.claims.count + j`. */
  readonly cosine: Float32Array;
}

/** One of the two articles. */
export interface Side {
  readonly claims: MentionTable;
  /**
   * How telling each term of the bags is between these two articles: what half of their sentences say tells none of
   * them apart. Logarithm of the sentences of both over those with the term.
   */
  readonly local: Float32Array;
  /** Made when first asked for. */
  readonly profiles: (Profile | undefined)[];
}

/** Weights that a mention's terms have in all; see `Matched` for those it shares. */
export interface Profile {
  /** Local weight of all terms. */
  readonly local: number;
  /** Background weight of terms that are neither names nor numbers. */
  readonly content: number;
  /** Weight, and squared weight, of what is asserted: no names, titles, or words about the speaker. */
  readonly asserted: number;
  readonly assertedSquares: number;
  readonly weight: number;
  readonly names: number;
  readonly days: number;
}

/** What two mentions share, in the measures of `Profile`. */
export interface Matched extends Profile {
  readonly quoted: number;
  /** What is asserted by the one and negated by the other. */
  readonly negated: number;
  /** What is asserted by the one and denied by the other. */
  readonly denied: number;
  /** Acts that the one asserts and the other denies. */
  readonly deniedActs: number;
  readonly terms: number;
  /** Terms that are not names in both. */
  readonly plainTerms: number;
}

/** Room that every meeting uses again, because millions of articles meet. */
const room = {
  cosine: new Float32Array(0),
  localA: new Float32Array(0),
  localB: new Float32Array(0),
};

function roomFor(name: keyof typeof room, length: number): Float32Array {
  if (room[name].length < length) room[name] = new Float32Array(2 * length);
  return room[name];
}

/** Logarithms of the first whole numbers: terms hardly ever stand in more sentences. */
const logs = Float64Array.from({ length: 256 }, (_, n) => Math.log(n));
const logOf = (n: number): number => (n < logs.length ? (logs[n] as number) : Math.log(n));

/** Lets two articles meet: one pass over the terms of both, in their order. */
export function pairArticles(a: MentionTable, b: MentionTable): ArticlePair {
  const cosine = roomFor('cosine', a.count * b.count).fill(0, 0, a.count * b.count);
  const sentences = Math.log(a.count + b.count + 1);
  const localA = localOf(roomFor('localA', a.bagSpread.length), a, sentences);
  const localB = localOf(roomFor('localB', b.bagSpread.length), b, sentences);
  const { term: termsA, weight: weightsA, first: firstA, entry: entryA } = a.topic;
  const { term: termsB, weight: weightsB, first: firstB, entry: entryB } = b.topic;
  let topic = 0;
  let i = 0;
  let j = 0;
  while (i < termsA.length && j < termsB.length) {
    const termA = termsA[i] as number;
    const termB = termsB[j] as number;
    if (termA < termB) i++;
    else if (termA > termB) j++;
    else {
      const fromA = firstA[i] as number;
      const fromB = firstB[j] as number;
      const toA = firstA[i + 1] as number;
      const toB = firstB[j + 1] as number;
      const local = sentences - logOf(toA - fromA + toB - fromB);
      const square = (a.bagWeight[entryA[fromA] as number] as number) ** 2;
      for (let y = fromB; y < toB; y++) localB[entryB[y] as number] = local;
      for (let x = fromA; x < toA; x++) {
        const entry = entryA[x] as number;
        localA[entry] = local;
        const row = (a.bagMention[entry] as number) * b.count;
        for (let y = fromB; y < toB; y++) {
          const at = row + (b.bagMention[entryB[y] as number] as number);
          cosine[at] = (cosine[at] as number) + square;
        }
      }
      topic += (weightsA[i++] as number) * (weightsB[j++] as number);
    }
  }
  normalise(cosine, a, b);
  return {
    a: { claims: a, local: localA, profiles: [] },
    b: { claims: b, local: localB, profiles: [] },
    topic,
    cosine,
  };
}

/** What a term would tell if only this article held it. */
function localOf(local: Float32Array, { bagSpread }: MentionTable, sentences: number): Float32Array {
  for (let x = 0; x < bagSpread.length; x++) local[x] = sentences - (bagSpread[x] as number);
  return local;
}

function normalise(cosine: Float32Array, a: MentionTable, b: MentionTable): void {
  let at = 0;
  for (let i = 0; i < a.count; i++)
    for (let j = 0; j < b.count; j++, at++)
      if (cosine[at] !== 0) cosine[at] = (cosine[at] as number) / ((a.norm[i] as number) * (b.norm[j] as number));
}

/** The terms of a short list: a look at a term's last bits tells nearly all others apart from them. */
class FewTerms {
  private readonly terms: ReadonlySet<number>;
  private readonly lastBits = new Uint8Array(1024);

  /** `name`: the set of words in each language, whose terms all have hashes of their own. */
  constructor(name: 'titles' | 'weekdays') {
    const terms = languages.flatMap((language) =>
      [...language.claims[name]].flatMap((word) => [
        termsOf(language).termOf(word, false),
        termsOf(language).termOf(word, true),
      ]),
    );
    this.terms = new Set(terms.flatMap((term) => term?.hash ?? []));
    for (const term of this.terms) this.lastBits[term & 1023] = 1;
  }

  has(term: number): boolean {
    return this.lastBits[term & 1023] === 1 && this.terms.has(term);
  }
}

const titleTerms = new FewTerms('titles');
const weekdays = new FewTerms('weekdays');

/** A name, a title, a number or a word about the speaker says who, not what. */
const asserts = (term: number, kind: number): boolean => (kind & (NAME | SPEAKER)) === 0 && !titleTerms.has(term);

export function profileOf(side: Side, m: number): Profile {
  const made = side.profiles[m];
  if (made !== undefined) return made;
  const profile = newProfile(side, m);
  side.profiles[m] = profile;
  return profile;
}

function newProfile({ claims, local }: Side, m: number): Profile {
  const { bagTerm, bagKind, bagWeight, firstBag } = claims;
  const end = firstBag[m + 1] as number;
  let all = 0;
  let weight = 0;
  let content = 0;
  let asserted = 0;
  let assertedSquares = 0;
  let names = 0;
  let days = 0;
  for (let x = firstBag[m] as number; x < end; x++) {
    const term = bagTerm[x] as number;
    const kind = bagKind[x] as number;
    const here = local[x] as number;
    all += here;
    weight += bagWeight[x] as number;
    if ((kind & (NAME | NUMBER)) === 0) content += bagWeight[x] as number;
    if (kind & NAME) names++;
    if (weekdays.has(term)) days++;
    if (asserts(term, kind)) {
      const both = here * (bagWeight[x] as number);
      asserted += both;
      assertedSquares += both ** 2;
    }
  }
  return { local: all, weight, content, asserted, assertedSquares, names, days };
}

/** What mention i of a and j of b share. */
export function matchedOf({ a, b }: ArticlePair, i: number, j: number): Matched {
  const { bagTerm: termsA, bagKind: kindsA, bagWeight } = a.claims;
  const { bagTerm: termsB, bagKind: kindsB } = b.claims;
  const xEnd = a.claims.firstBag[i + 1] as number;
  const yEnd = b.claims.firstBag[j + 1] as number;
  let x = a.claims.firstBag[i] as number;
  let y = b.claims.firstBag[j] as number;
  let local = 0;
  let weight = 0;
  let content = 0;
  let asserted = 0;
  let assertedSquares = 0;
  let names = 0;
  let days = 0;
  let quoted = 0;
  let negated = 0;
  let denied = 0;
  let deniedActs = 0;
  let terms = 0;
  while (x < xEnd && y < yEnd) {
    const term = termsA[x] as number;
    const other = termsB[y] as number;
    if (term < other) x++;
    else if (term > other) y++;
    else {
      const telling = bagWeight[x] as number;
      const here = a.local[x] as number;
      const kindA = kindsA[x++] as number;
      const kindB = kindsB[y++] as number;
      const name = kindA & kindB & NAME;
      terms++;
      local += here;
      weight += telling;
      if (name !== 0) names++;
      else if ((kindA & NUMBER) === 0) content += telling;
      if (kindA & kindB & QUOTED) quoted += telling;
      if (weekdays.has(term)) days++;
      if (asserts(term, name | ((kindA | kindB) & SPEAKER))) {
        const both = here * telling;
        asserted += both;
        assertedSquares += both ** 2;
        if ((kindA ^ kindB) & NEGATED) negated += both;
        if ((kindA ^ kindB) & DENIED) {
          denied += both;
          if ((kindA & DENIED ? kindB : kindA) & ACT) deniedActs++;
        }
      }
    }
  }
  const plainTerms = terms - names;
  return {
    local,
    weight,
    content,
    asserted,
    assertedSquares,
    names,
    days,
    quoted,
    negated,
    denied,
    deniedActs,
    terms,
    plainTerms,
  };
}
