import { decode, encode } from '@msgpack/msgpack';
import type { About, PackedMentions, Said } from '../core/mentions/packedMentions.js';
import type { PackedFacts, Told } from './facts.js';
import type { Keys } from './keys.js';

/** A number of 64 bits, and the same as the two of 32 in which a record has it. */
const float = new Float64Array(1);
const halves = new Int32Array(float.buffer);

/** What a record begins with: how long its parts are, then two numbers of 64 bits. */
const [NUMBERS, TERMS, PRINTS, PRINTED, SENTENCES, ABOUT, SAID, TOLD, NORM, DAY, heading] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12,
];

/**
 * The facts of an article in one run of numbers of 32 bits, which may lie in an array with others, as on disk: a folder of
 * a hundred thousand articles is then no million arrays and strings. What is asked for is made of it each time.
 */
export class FactsRecord implements PackedFacts, PackedMentions {
  constructor(
    /** An array of records. */
    private readonly ints: Int32Array,
    /** Where it begins. */
    private readonly at: number,
  ) {}

  /** Numbers that the record takes. */
  get length(): number {
    return this.placeOf(TOLD) + intsOf(this.lengthOf(TOLD)) - this.at;
  }

  /** Whether it has an array of its own. */
  get isAlone(): boolean {
    return this.length === this.ints.length;
  }

  /** Whether another holds the same facts. */
  equals(other: FactsRecord): boolean {
    const { length } = this;
    if (length !== other.length) return false;
    for (let k = 0; k < length; k++) if (this.ints[this.at + k] !== other.ints[other.at + k]) return false;
    return true;
  }

  /** Writes the record into an array of others. */
  copyTo(ints: Int32Array, at: number): void {
    ints.set(this.ints.subarray(this.at, this.at + this.length), at);
  }

  get claims(): PackedMentions {
    return this;
  }

  get numbers(): Int32Array {
    return this.part(NUMBERS);
  }

  get about(): About {
    return this.value(ABOUT) as About;
  }

  get said(): Said {
    return this.value(SAID) as Said;
  }

  get told(): Told {
    return this.value(TOLD) as Told;
  }

  get keys(): Keys {
    return { terms: this.part(TERMS), prints: this.part(PRINTS), norm: this.norm, day: this.day };
  }

  get norm(): number {
    return this.float(this.at + NORM);
  }

  get day(): number {
    return this.float(this.at + DAY);
  }

  get printed(): Int32Array {
    return this.part(PRINTED);
  }

  /** The same of one mention, without an array of all. */
  printedOf(mention: number): number {
    return this.ints[this.placeOf(PRINTED) + mention]!;
  }

  get sentences(): Float64Array {
    const digests = new Float64Array(this.lengthOf(SENTENCES));
    for (let mention = 0; mention < digests.length; mention++) digests[mention] = this.sentenceOf(mention);
    return digests;
  }

  /** The digest of one mention. */
  sentenceOf(mention: number): number {
    return this.float(this.placeOf(SENTENCES) + 2 * mention);
  }

  private lengthOf(part: number): number {
    return this.ints[this.at + part]!;
  }

  /** The parts lie in the order in which the heading names them. */
  private placeOf(part: number): number {
    let place = this.at + heading;
    for (let before = 0; before < part; before++) {
      const length = this.lengthOf(before);
      place += before < SENTENCES ? length : before === SENTENCES ? 2 * length : intsOf(length);
    }
    return place;
  }

  private part(part: number): Int32Array {
    const place = this.placeOf(part);
    return this.ints.subarray(place, place + this.lengthOf(part));
  }

  private float(place: number): number {
    halves[0] = this.ints[place]!;
    halves[1] = this.ints[place + 1]!;
    return float[0]!;
  }

  private value(part: number): unknown {
    const { buffer, byteOffset } = this.ints;
    return decode(new Uint8Array(buffer, byteOffset + 4 * this.placeOf(part), this.lengthOf(part)));
  }
}

/** Numbers in an array of records: a quarter of a megabyte. Chosen. */
const shelfLength = 2 ** 16;

/** Where records of articles that were just read are kept: some dozen in one array, since an array takes as much as its head. */
export class FactsShelf {
  private ints = new Int32Array(0);
  private end = 0;

  /** The record of some facts; one that lies among others already stays there. */
  keep(facts: PackedFacts): FactsRecord {
    if (facts instanceof FactsRecord && !facts.isAlone) return facts;
    const record = recordOf(facts);
    const { length } = record;
    if (this.end + length > this.ints.length) {
      this.ints = new Int32Array(Math.max(shelfLength, length));
      this.end = 0;
    }
    const at = this.end;
    record.copyTo(this.ints, at);
    this.end += length;
    return new FactsRecord(this.ints, at);
  }
}

/** Numbers of 32 bits that so many bytes take. */
const intsOf = (bytes: number): number => Math.ceil(bytes / 4);

/** Facts as one record, of its own, where they are none yet. */
export function recordOf(facts: PackedFacts): FactsRecord {
  if (facts instanceof FactsRecord) return facts;
  const { claims, told, keys, printed, sentences } = facts;
  // MessagePack: fewer bytes than JSON for rows of numbers and words, and equal ones are equal bytes
  const bytes = [claims.about, claims.said, told].map((value) => encode(value, { ignoreUndefined: true }));
  const arrays = [claims.numbers, keys.terms, keys.prints, printed];
  const lengths = [...arrays.map(({ length }) => length), sentences.length, ...bytes.map(({ length }) => length)];
  const ints = new Int32Array(
    heading +
      arrays.reduce((sum, { length }) => sum + length, 2 * sentences.length) +
      lengths.slice(ABOUT).reduce((sum, length) => sum + intsOf(length), 0),
  );
  ints.set(lengths);
  writeFloats(ints, NORM, [keys.norm, keys.day]);
  let at = heading;
  for (const array of arrays) {
    ints.set(array, at);
    at += array.length;
  }
  writeFloats(ints, at, sentences);
  at += 2 * sentences.length;
  for (const some of bytes) {
    new Uint8Array(ints.buffer, 4 * at, some.length).set(some);
    at += intsOf(some.length);
  }
  return new FactsRecord(ints, 0);
}

function writeFloats(ints: Int32Array, at: number, floats: Iterable<number>): void {
  let to = at;
  for (const one of floats) {
    float[0] = one;
    ints.set(halves, to);
    to += 2;
  }
}
