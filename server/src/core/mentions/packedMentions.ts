import type { Count } from '../casualties/count.js';
import type { Span } from '../span.js';
import type { Hedge, MentionTable, Voice } from './mentionTable.js';
import { type MeasuringRoom, measured, placesFor } from './termBags.js';

/** An article's claims as most articles of a folder are kept: a third as large, and read back in a few microseconds. */
export interface PackedMentions {
  /** `sizes` first, then the arrays of `MentionTable` that the others follow from. */
  readonly numbers: Int32Array;
  /** What every comparison asks for. */
  readonly about: About;
  /** What only a relation that was found asks for. */
  readonly said: Said;
}

/** Mentions, words, entries of bags, distinct terms. */
const sizes = 4;

/** What mentions hold, a row for each. Not a number is `null`. */
type Row<Values extends readonly unknown[]> = readonly [mention: number, ...Values];
type CountRow = Row<
  [
    start: number,
    end: number,
    outcome: Count['outcome'],
    low: Count['low'],
    high: Count['high'],
    approx: Count['approx'],
    scope: Count['scope'],
    partial: Count['partial'],
    people: Count['people'],
    day: number | null,
  ]
>;
type VoiceRow = Row<
  [level: Voice['level'], name: Voice['name'], words: Voice['words'], chain: Voice['chain'], quotes: Voice['quotes']]
>;
type HedgeRow = Row<[kind: Hedge['kind'], words: Hedge['words'], value: number | null]>;
export type About = readonly [
  language: string,
  outlet: string | null,
  agency: string | null,
  day: number | null,
  counts: readonly CountRow[],
];
export type Said = readonly [
  numbers: readonly (readonly [mention: number, readonly number[]])[],
  voices: readonly VoiceRow[],
  hedges: readonly HedgeRow[],
];

export function pack(claims: MentionTable): PackedMentions {
  const { count, word, bagPlace, bagKind, topic, language, outlet, agency, day, counts, voices, hedges } = claims;
  const lengths = [count, word.length, bagKind.length, topic.term.length] as const;
  const numbers = new Int32Array(lengthOf(...lengths));
  numbers.set(lengths);
  const parts = partsOf(numbers);
  parts.start.set(claims.start);
  parts.end.set(claims.end);
  parts.firstWord.set(claims.firstWord);
  parts.firstBag.set(claims.firstBag);
  parts.word.set(word);
  parts.term.set(topic.term);
  parts.place.set(bagPlace);
  parts.bagKind.set(bagKind);
  parts.negated.set(claims.negated);
  parts.contrary.set(claims.contrary);
  const about: About = [language, outlet, agency, orNull(day), rowsOf(counts, countRow)];
  const said: Said = [[...claims.numbers], rowsOf(voices, voiceRow), rowsOf(hedges, hedgeRow)];
  return { numbers, about, said };
}

/** Where a mention stands in its text, without unpacking anything. */
export function spanOf({ numbers }: Pick<PackedMentions, 'numbers'>, mention: number): Span {
  const count = numbers[0]!;
  return { start: numbers[sizes + mention]!, end: numbers[sizes + count + mention]! };
}

/** Words of a mention, as `wordCountOf` counts them, without unpacking anything. */
export function wordsOf({ numbers }: Pick<PackedMentions, 'numbers'>, mention: number): number {
  const firstWord = sizes + 2 * numbers[0]! + mention;
  return numbers[firstWord + 1]! - numbers[firstWord]!;
}

/**
 * The claims that were packed. Their arrays are views of the packed ones as far as these hold them; the others lie in a
 * `room`, where one is given, and hold until the next are unpacked there.
 */
export const unpack = (packed: PackedMentions, room?: MeasuringRoom): MentionTable => new Unpacked(packed, room);

/**
 * A class, so that all are of one shape to the engine: object literals with getters are each of a shape of its own, and
 * comparing such articles takes twice as long.
 */
class Unpacked implements MentionTable {
  readonly language: MentionTable['language'];
  readonly outlet: MentionTable['outlet'];
  readonly agency: MentionTable['agency'];
  readonly day: MentionTable['day'];
  readonly count: MentionTable['count'];
  readonly start: MentionTable['start'];
  readonly end: MentionTable['end'];
  readonly negated: MentionTable['negated'];
  readonly contrary: MentionTable['contrary'];
  readonly firstWord: MentionTable['firstWord'];
  readonly word: MentionTable['word'];
  readonly firstBag: MentionTable['firstBag'];
  readonly bagPlace: MentionTable['bagPlace'];
  readonly bagKind: MentionTable['bagKind'];
  readonly norm: MentionTable['norm'];
  readonly topic: MentionTable['topic'];
  readonly counts: MentionTable['counts'];
  /** Made when first asked for. */
  private heard: Heard | null = null;

  constructor(
    private readonly packed: PackedMentions,
    room: MeasuringRoom | undefined,
  ) {
    const { start, end, firstWord, firstBag, word, term, place, bagKind, negated, contrary } = partsOf(packed.numbers);
    const { norm, topic } = measured({ firstBag, term, place, bagKind }, room);
    const [language, outlet, agency, day, counts] = packed.about;
    this.language = language;
    this.outlet = outlet;
    this.agency = agency;
    this.day = day ?? Number.NaN;
    this.count = start.length;
    this.start = start;
    this.end = end;
    this.negated = negated;
    this.contrary = contrary;
    this.firstWord = firstWord;
    this.word = word;
    this.firstBag = firstBag;
    this.bagPlace = place;
    this.bagKind = bagKind;
    this.norm = norm;
    this.topic = topic;
    this.counts = byMention(counts, countIn);
  }

  get numbers(): MentionTable['numbers'] {
    return this.hear().numbers;
  }

  get voices(): MentionTable['voices'] {
    return this.hear().voices;
  }

  get hedges(): MentionTable['hedges'] {
    return this.hear().hedges;
  }

  private hear(): Heard {
    this.heard ??= saidOf(this.packed.said);
    return this.heard;
  }
}

type Heard = Pick<MentionTable, 'numbers' | 'voices' | 'hedges'>;

function saidOf([numbers, voices, hedges]: Said): Heard {
  return {
    numbers: new Map(numbers),
    voices: byMention(voices, voiceIn),
    hedges: byMention(hedges, hedgeIn),
  };
}

/** What is not a number takes fewer bytes as nothing. */
const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

const countRow = (mention: number, count: Count): CountRow => {
  const { start, end, outcome, low, high, approx, scope, partial, people, day } = count;
  return [mention, start, end, outcome, low, high, approx, scope, partial, people, orNull(day)];
};

const countIn = ([, start, end, outcome, low, high, approx, scope, partial, people, day]: CountRow): Count => ({
  start,
  end,
  outcome,
  low,
  high,
  approx,
  scope,
  partial,
  people,
  day: day ?? Number.NaN,
});

const voiceRow = (mention: number, { level, name, words, chain, quotes }: Voice): VoiceRow => [
  mention,
  level,
  name,
  words,
  chain,
  quotes,
];

const voiceIn = ([, level, name, words, chain, quotes]: VoiceRow): Voice => ({ level, name, words, chain, quotes });

const hedgeRow = (mention: number, { kind, words, value }: Hedge): HedgeRow => [mention, kind, words, orNull(value)];

const hedgeIn = ([, kind, words, value]: HedgeRow): Hedge => ({ kind, words, value: value ?? Number.NaN });

const rowsOf = <One, OneRow>(
  lists: ReadonlyMap<number, readonly One[]>,
  row: (mention: number, one: One) => OneRow,
): OneRow[] => [...lists].flatMap(([mention, list]) => list.map((one) => row(mention, one)));

function byMention<One, OneRow extends Row<readonly unknown[]>>(
  rows: readonly OneRow[],
  oneIn: (row: OneRow) => One,
): Map<number, One[]> {
  const lists = new Map<number, One[]>();
  for (const row of rows) {
    const list = lists.get(row[0]);
    if (list === undefined) lists.set(row[0], [oneIn(row)]);
    else list.push(oneIn(row));
  }
  return lists;
}

const lengthOf = (count: number, words: number, entries: number, terms: number): number =>
  sizes +
  4 * count +
  2 +
  words +
  terms +
  Math.ceil((entries * (placesFor(0, terms).BYTES_PER_ELEMENT + 1) + 2 * count) / 4);

/** Where each array lies: those of 32 bits, then the places of terms, then the bytes. */
function partsOf(numbers: Int32Array) {
  const count = numbers[0]!;
  const words = numbers[1]!;
  const entries = numbers[2]!;
  const terms = numbers[3]!;
  const { buffer } = numbers;
  let at = numbers.byteOffset + 4 * sizes;
  const next = (length: number, size: number): number => {
    at += length * size;
    return at - length * size;
  };
  const start = new Int32Array(buffer, next(count, 4), count);
  const end = new Int32Array(buffer, next(count, 4), count);
  const firstWord = new Int32Array(buffer, next(count + 1, 4), count + 1);
  const firstBag = new Int32Array(buffer, next(count + 1, 4), count + 1);
  const word = new Int32Array(buffer, next(words, 4), words);
  const term = new Int32Array(buffer, next(terms, 4), terms);
  const place =
    terms > 0xffff
      ? new Int32Array(buffer, next(entries, 4), entries)
      : new Uint16Array(buffer, next(entries, 2), entries);
  const bagKind = new Uint8Array(buffer, next(entries, 1), entries);
  const negated = new Uint8Array(buffer, next(count, 1), count);
  const contrary = new Uint8Array(buffer, next(count, 1), count);
  return { start, end, firstWord, firstBag, word, term, place, bagKind, negated, contrary };
}
