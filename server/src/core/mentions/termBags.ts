import { idfOf } from './background.js';
import type { MentionTable } from './mentionTable.js';

/** The distinct terms of a mention, with the bits of all their places joined. */
export type Bag = Map<number, number>;

/** The bags of an article's mentions as they are gathered and kept; everything else about them follows (`measured`). */
export interface FoldedBags {
  /** Entries of mention m: `firstBag[m]` up to `firstBag[m + 1]`, in order of their terms. */
  readonly firstBag: Int32Array;
  /** The article's distinct terms, sorted. */
  readonly term: Int32Array;
  /** For each entry its index into `term`. */
  readonly place: Uint16Array | Int32Array;
  readonly bagKind: Uint8Array;
}

/** What `MentionTable` holds of the bags. */
export type MeasuredBags = Pick<MentionTable, 'firstBag' | 'bagPlace' | 'bagKind' | 'norm' | 'topic'>;

/** Gathers the bags of an article's mentions into parallel arrays. */
export class Bags {
  private readonly first = [0];
  private readonly terms: number[] = [];
  private readonly kinds: number[] = [];

  add(bag: Bag): void {
    for (const term of Int32Array.from(bag.keys()).sort()) {
      this.terms.push(term);
      this.kinds.push(bag.get(term)!);
    }
    this.first.push(this.terms.length);
  }

  arrays(): MeasuredBags {
    const term = Int32Array.from(new Set(this.terms)).sort();
    const at = new Map<number, number>();
    for (let t = 0; t < term.length; t++) at.set(term[t]!, t);
    const place = placesFor(this.terms.length, term.length);
    for (let x = 0; x < place.length; x++) place[x] = at.get(this.terms[x]!)!;
    return measured({
      firstBag: Int32Array.from(this.first),
      term,
      place,
      bagKind: Uint8Array.from(this.kinds),
    });
  }
}

/** An array for the places of `entries` entries in a list of `terms` terms, as narrow as they allow. */
export const placesFor = (entries: number, terms: number): Uint16Array | Int32Array =>
  terms > 0xffff ? new Int32Array(entries) : new Uint16Array(entries);

/** Memory in which bags are measured one after the other: those of one article hold until the next are. */
export class MeasuringRoom {
  private buffer = new ArrayBuffer(0);

  /** Not all zeros: it is left as it was. */
  of(bytes: number): ArrayBuffer {
    if (this.buffer.byteLength < bytes) this.buffer = new ArrayBuffer(2 * bytes);
    return this.buffer;
  }
}

/**
 * Weighs bags: each term and mention, and what the article as a whole is about, where terms that return weigh more. All
 * arrays it makes are views of one buffer, in a `room` where there is one: articles are measured by the hundred while
 * somebody types.
 */
export function measured({ firstBag, term, place, bagKind }: FoldedBags, room?: MeasuringRoom): MeasuredBags {
  const [entries, terms, mentions] = [place.length, term.length, firstBag.length - 1];
  const bytes = 16 * terms + 4 + 4 * mentions + 2 * entries;
  const buffer = room?.of(bytes) ?? new ArrayBuffer(bytes);
  const weight = new Float32Array(buffer, 0, terms);
  const telling = new Float32Array(buffer, 4 * terms, terms);
  const spread = new Float32Array(buffer, 8 * terms, terms);
  const first = new Int32Array(buffer, 12 * terms, terms + 1);
  const norm = new Float32Array(buffer, 16 * terms + 4, mentions);
  const mention = new Uint16Array(buffer, 16 * terms + 4 + 4 * mentions, entries);
  sortMentions(firstBag, place, first, mention);
  // in double precision until all sums are made
  const { idf, inTopic } = scratchFor(terms);
  let topicSquares = 0;
  for (let t = 0; t < terms; t++) {
    idf[t] = idfOf(term[t]!);
    telling[t] = idf[t]!;
    const log = logOf(first[t + 1]! - first[t]!);
    spread[t] = log;
    inTopic[t] = telling[t]! * (1 + log); // terms that return weigh more
    topicSquares += inTopic[t]! ** 2;
  }
  const topicLength = Math.sqrt(topicSquares) || 1;
  for (let t = 0; t < terms; t++) weight[t] = inTopic[t]! / topicLength;
  for (let m = 0; m < mentions; m++) {
    let squares = 0;
    for (let x = firstBag[m]!; x < firstBag[m + 1]!; x++) squares += idf[place[x]!]! ** 2;
    norm[m] = Math.sqrt(squares);
  }
  return { firstBag, bagPlace: place, bagKind, norm, topic: { term, weight, telling, spread, first, mention } };
}

/** Numbers that are needed only while one article is measured, for each of its terms: used again for the next. */
let scratch = { idf: new Float64Array(0), inTopic: new Float64Array(0) };

function scratchFor(terms: number): typeof scratch {
  if (scratch.idf.length < terms) scratch = { idf: new Float64Array(2 * terms), inTopic: new Float64Array(2 * terms) };
  return scratch;
}

/** Logarithms of the first whole numbers: terms hardly ever stand in more sentences. */
const logs = Float64Array.from({ length: 256 }, (_, n) => Math.log(n));
export const logOf = (n: number): number => (n < logs.length ? logs[n]! : Math.log(n));

/** Fills in the mentions that hold each term: those of term t are `mention[first[t]]` up to `mention[first[t + 1]]`, in order. */
function sortMentions(firstBag: Int32Array, place: FoldedBags['place'], first: Int32Array, mention: Uint16Array): void {
  first.fill(0);
  for (let x = 0; x < place.length; x++) first[place[x]! + 1]!++;
  for (let t = 1; t < first.length; t++) first[t]! += first[t - 1]!;
  for (let m = firstBag.length - 2; m >= 0; m--)
    for (let x = firstBag[m]!; x < firstBag[m + 1]!; x++) mention[--first[place[x]! + 1]!] = m;
  // each start was counted down from the next one's: all stand one place too far
  first.copyWithin(0, 1);
  first[first.length - 1] = place.length;
}
