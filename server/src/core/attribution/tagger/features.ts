import { column, width } from './observations.js';

/** Where the values of a feature lie, from the first value of the word it is asked for. */
type Place = number;

const at =
  (index: number) =>
  (offset = 0): Place =>
    offset * width + index;

const form = at(column.form);
const suffix = at(column.suffix);
const prefix = at(column.prefix);
const group = at(column.group);
const tag = at(column.tag);
const shape = at(column.shape);
const quoted = at(column.quotation);
const cueLeft = at(column.cueLeft);
const cueRight = at(column.cueRight);
const cueLeftDistance = at(column.cueLeftDistance);
const cueRightDistance = at(column.cueRightDistance);
const cueDistances = at(column.cueDistances);
const markLeft = at(column.markLeft);
const markRight = at(column.markRight);
const markLeftKind = at(column.markLeftKind);
const markRightKind = at(column.markRightKind);
const sentence = at(column.sentence);
const position = at(column.position);
const fromStart = at(column.fromStart);
const toEnd = at(column.toEnd);
const frame = at(column.frame);

/** Each feature has a number of its own, so that equal values of two features hash apart; then one to four values. */
type Feature = readonly [number: number, ...places: Place[]];

const ofWords: readonly Feature[] = [
  [0, form()],
  [1, form(-1)],
  [2, form(-2)],
  [3, form(1)],
  [4, form(2)],
  [5, form(-3)],
  [6, form(3)],
  [7, form(-1), form()],
  [8, form(), form(1)],
  [9, form(-2), form(-1)],
  [10, form(1), form(2)],
  [11, form(-1), form(1)],
  [12, suffix()],
  [13, prefix()],
  [14, suffix(-1), suffix()],
  [15, suffix(), suffix(1)],
  [16, group()],
  [17, group(-1)],
  [18, group(-2)],
  [19, group(1)],
  [20, group(2)],
  [21, group(-1), group()],
  [22, group(), group(1)],
  [23, group(-1), group(), group(1)],
  [24, group(-2), group(-1), group()],
  [25, group(), group(1), group(2)],
  [26, shape(), shape(-1), shape(1)],
  [27, form(), group(-1), group(1)],
];

const ofTags: readonly Feature[] = [
  [30, tag(), quoted()],
  [31, tag(-1)],
  [32, tag(1)],
  [33, tag(-1), tag(), quoted()],
  [34, tag(), tag(1), quoted()],
  [35, tag(-2), tag(-1), tag()],
  [36, tag(-1), tag(), tag(1)],
  [37, tag(), tag(1), tag(2)],
  [38, tag(-3), tag(-2), tag(-1), tag()],
  [39, tag(-2), tag(-1), tag(), tag(1)],
  [40, tag(-1), tag(), tag(1), tag(2)],
  [41, tag(), tag(1), tag(2), tag(3)],
  [42, tag(-4), tag(-3)],
  [43, tag(3), tag(4)],
];

const ofSentence: readonly Feature[] = [
  [50, form(), quoted()],
  [51, cueLeft(), cueLeftDistance(), quoted()],
  [52, cueRight(), cueRightDistance(), quoted()],
  [53, cueLeft(), tag()],
  [54, cueRight(), tag()],
  [55, cueLeftDistance(), cueRightDistance(), tag()],
  [56, cueDistances(), markLeftKind(), markRightKind()],
  [57, markLeft(), tag()],
  [58, markRight(), tag()],
  [59, markLeft(), markRight(), quoted()],
  [60, sentence(), position(), quoted()],
  [61, sentence(), tag()],
  [62, fromStart(), tag(), tag(1)],
  [63, toEnd(), tag(), tag(-1)],
  [64, cueLeft(), cueRight()],
  [65, sentence(), cueLeftDistance(), cueRightDistance()],
  [66, quoted(-1), quoted(), quoted(1), tag()],
  [67, markRightKind(), cueRight(), quoted()],
  [68, markLeftKind(), cueLeft(), quoted()],
  [69, sentence()],
  [70, frame(), tag(), quoted()],
  [71, frame(), tag(-1), tag()],
  [72, frame(), frame(-1), frame(1), tag(1)],
  [73, frame(), cueLeftDistance(), cueRight()],
];

/** Features that weigh the step from the label of the word before. */
const ofSteps: readonly Feature[] = [
  [80, form()],
  [81, tag(-1), tag()],
  [82, form(-1), quoted()],
  [83, position(), quoted(), tag()],
  [84, frame(), frame(-1), tag()],
];

/** Features laid out for hashing: a number and four places each; a place not needed is that of the column of zeros. */
export interface Features {
  readonly count: number;
  readonly seeds: Int32Array;
  readonly places: Int32Array;
}

/** Values that a feature may be made of. */
const perFeature = 4;

const layOut = (features: readonly Feature[]): Features => ({
  count: features.length,
  seeds: Int32Array.from(features, ([number]) => Math.imul(number + 1, 0x9e3779b1)),
  places: Int32Array.from(
    features.flatMap(([, ...places]) => Array.from({ length: perFeature }, (_, k) => places[k] ?? at(column.zero)())),
  ),
});

/** Features of one word; each is a row of the table of labels. */
export const wordFeatures = layOut([...ofWords, ...ofTags, ...ofSentence]);
/** Features of the step into a word; each is a row of the table of steps. */
export const stepFeatures = layOut(ofSteps);

/**
 * Writes to `rows`, from `to` on, the row of each feature of the word in `slot`: a hash of its values. `mask` is the
 * number of rows less one (a power of two).
 */
export function rowsAt(
  { count, seeds, places }: Features,
  values: Int32Array,
  slot: number,
  mask: number,
  rows: Int32Array,
  to = 0,
): void {
  const base = slot * width;
  for (let f = 0, p = 0; f < count; f++, p += perFeature) {
    let h = seeds[f]! ^ values[base + places[p]!]!;
    h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ values[base + places[p + 1]!]!;
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ values[base + places[p + 2]!]!;
    h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f) ^ values[base + places[p + 3]!]!;
    h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
    rows[to + f] = (h ^ (h >>> 16)) & mask;
  }
}
