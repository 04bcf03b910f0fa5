import { languages } from '../languages/index.js';
import { ACT, DENIED, NAME, NEGATED, NUMBER, QUOTED, SPEAKER, termsOf } from '../mentions/terms.js';
import type { ArticlePair, ArticleSide, Profile } from './articlePair.js';
import { nowhere } from './pairBuffers.js';

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
  readonly numbers: number;
  /** Terms that are not names in both. */
  readonly plainTerms: number;
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

export function profileOf(side: ArticleSide, m: number): Profile {
  const made = side.profiles[m];
  if (made !== undefined) return made;
  const profile = newProfile(side, m);
  side.profiles[m] = profile;
  return profile;
}

function newProfile({ mentions, local }: ArticleSide, m: number): Profile {
  const { firstBag, bagPlace, bagKind } = mentions;
  const { term: terms, telling: weights } = mentions.topic;
  const end = firstBag[m + 1]!;
  let all = 0;
  let weight = 0;
  let content = 0;
  let asserted = 0;
  let assertedSquares = 0;
  let names = 0;
  let days = 0;
  for (let x = firstBag[m]!; x < end; x++) {
    const place = bagPlace[x]!;
    const term = terms[place]!;
    const telling = weights[place]!;
    const here = local[place]!;
    const kind = bagKind[x]!;
    all += here;
    weight += telling;
    if ((kind & (NAME | NUMBER)) === 0) content += telling;
    if (kind & NAME) names++;
    if (weekdays.has(term)) days++;
    if (asserts(term, kind)) {
      const both = here * telling;
      asserted += both;
      assertedSquares += both ** 2;
    }
  }
  return { local: all, weight, content, asserted, assertedSquares, names, days };
}

/** What mention i of a and j of b share. */
export function matchedOf({ a, b, counterparts }: ArticlePair, i: number, j: number): Matched {
  const { bagPlace: placesA, bagKind: kindsA, topic } = a.mentions;
  const { bagPlace: placesB, bagKind: kindsB } = b.mentions;
  const xEnd = a.mentions.firstBag[i + 1]!;
  const yEnd = b.mentions.firstBag[j + 1]!;
  let y = b.mentions.firstBag[j]!;
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
  let numbers = 0;
  for (let x = a.mentions.firstBag[i]!; x < xEnd; x++) {
    const place = placesA[x]!;
    const there = counterparts[place]!;
    if (there === nowhere) continue;
    while (y < yEnd && placesB[y]! < there) y++;
    if (y === yEnd) break;
    if (placesB[y] !== there) continue;
    const term = topic.term[place]!;
    const telling = topic.telling[place]!;
    const here = a.local[place]!;
    const kindA = kindsA[x]!;
    const kindB = kindsB[y]!;
    const name = kindA & kindB & NAME;
    terms++;
    if ((kindA & NUMBER) !== 0) numbers++;
    local += here;
    weight += telling;
    if (name !== 0) names++;
    else if ((kindA & NUMBER) === 0) content += telling;
    if (kindA & kindB & QUOTED) quoted += telling;
    if (weekdays.has(term)) days++;
    if (!asserts(term, name | ((kindA | kindB) & SPEAKER))) continue;
    const both = here * telling;
    asserted += both;
    assertedSquares += both ** 2;
    if ((kindA ^ kindB) & NEGATED) negated += both;
    if ((kindA ^ kindB) & DENIED) {
      denied += both;
      if ((kindA & DENIED ? kindB : kindA) & ACT) deniedActs++;
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
    numbers,
    plainTerms,
  };
}
