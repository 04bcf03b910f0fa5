import type { Observations } from './observations.js';

/** Features of one word; each is a row of the weights table. */
export const featureCount = 66;
/** Features that weigh a pair of neighbouring labels. */
export const pairCount = 5;

/** Hashes a feature's value; each feature has a number of its own, so that equal values of two features hash apart. */
const mix = (template: number, a: number, b = 0, c = 0, d = 0): number => {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ a;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c;
  h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f) ^ d;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  return h ^ (h >>> 16);
};

/** Writes the rows of the word in `slot` to `rows` from `at`; `mask` is the number of rows less one (a power of two). */
export function featuresAt(o: Observations, slot: number, rows: Int32Array, at: number, mask: number): void {
  let n = at;
  n = words(o, slot, rows, n, mask);
  n = tags(o, slot, rows, n, mask);
  context(o, slot, rows, n, mask);
}

function words(o: Observations, i: number, rows: Int32Array, from: number, mask: number): number {
  const { form, group, suffix, prefix, shape } = o;
  let n = from;
  const w0 = form[i] as number,
    w1 = form[i - 1] as number,
    w2 = form[i - 2] as number;
  const w3 = form[i + 1] as number,
    w4 = form[i + 2] as number;
  const g0 = group[i] as number,
    g1 = group[i - 1] as number,
    g2 = group[i - 2] as number;
  const g3 = group[i + 1] as number,
    g4 = group[i + 2] as number;
  rows[n++] = mask & mix(0, w0);
  rows[n++] = mask & mix(1, w1);
  rows[n++] = mask & mix(2, w2);
  rows[n++] = mask & mix(3, w3);
  rows[n++] = mask & mix(4, w4);
  rows[n++] = mask & mix(5, form[i - 3] as number);
  rows[n++] = mask & mix(6, form[i + 3] as number);
  rows[n++] = mask & mix(7, w1, w0);
  rows[n++] = mask & mix(8, w0, w3);
  rows[n++] = mask & mix(9, w2, w1);
  rows[n++] = mask & mix(10, w3, w4);
  rows[n++] = mask & mix(11, w1, w3);
  rows[n++] = mask & mix(12, suffix[i] as number);
  rows[n++] = mask & mix(13, prefix[i] as number);
  rows[n++] = mask & mix(14, suffix[i - 1] as number, suffix[i] as number);
  rows[n++] = mask & mix(15, suffix[i] as number, suffix[i + 1] as number);
  rows[n++] = mask & mix(16, g0);
  rows[n++] = mask & mix(17, g1);
  rows[n++] = mask & mix(18, g2);
  rows[n++] = mask & mix(19, g3);
  rows[n++] = mask & mix(20, g4);
  rows[n++] = mask & mix(21, g1, g0);
  rows[n++] = mask & mix(22, g0, g3);
  rows[n++] = mask & mix(23, g1, g0, g3);
  rows[n++] = mask & mix(24, g2, g1, g0);
  rows[n++] = mask & mix(25, g0, g3, g4);
  rows[n++] = mask & mix(26, shape[i] as number, shape[i - 1] as number, shape[i + 1] as number);
  rows[n++] = mask & mix(27, w0, g1, g3);
  return n;
}

function tags(o: Observations, i: number, rows: Int32Array, from: number, mask: number): number {
  const { tag, quotation } = o;
  let n = from;
  const t0 = tag[i] as number,
    t1 = tag[i - 1] as number,
    t2 = tag[i - 2] as number,
    t3 = tag[i - 3] as number;
  const u1 = tag[i + 1] as number,
    u2 = tag[i + 2] as number,
    u3 = tag[i + 3] as number;
  const q = quotation[i] as number;
  rows[n++] = mask & mix(30, t0, q);
  rows[n++] = mask & mix(31, t1);
  rows[n++] = mask & mix(32, u1);
  rows[n++] = mask & mix(33, t1, t0, q);
  rows[n++] = mask & mix(34, t0, u1, q);
  rows[n++] = mask & mix(35, t2, t1, t0);
  rows[n++] = mask & mix(36, t1, t0, u1);
  rows[n++] = mask & mix(37, t0, u1, u2);
  rows[n++] = mask & mix(38, t3, t2, t1, t0);
  rows[n++] = mask & mix(39, t2, t1, t0, u1);
  rows[n++] = mask & mix(40, t1, t0, u1, u2);
  rows[n++] = mask & mix(41, t0, u1, u2, u3);
  rows[n++] = mask & mix(42, tag[i - 4] as number, t3);
  rows[n++] = mask & mix(43, u3, tag[i + 4] as number);
  return n;
}

function context(o: Observations, i: number, rows: Int32Array, from: number, mask: number): void {
  let n = from;
  const w0 = o.form[i] as number,
    t0 = o.tag[i] as number,
    t1 = o.tag[i - 1] as number,
    u1 = o.tag[i + 1] as number;
  const q = o.quotation[i] as number;
  const left = o.cueLeft[i] as number,
    right = o.cueRight[i] as number;
  const leftDistance = o.cueLeftDistance[i] as number,
    rightDistance = o.cueRightDistance[i] as number;
  const markLeft = o.markLeft[i] as number,
    markRight = o.markRight[i] as number;
  const sentence = o.sentence[i] as number,
    position = o.position[i] as number;
  rows[n++] = mask & mix(50, w0, q);
  rows[n++] = mask & mix(51, left, leftDistance, q);
  rows[n++] = mask & mix(52, right, rightDistance, q);
  rows[n++] = mask & mix(53, left, t0);
  rows[n++] = mask & mix(54, right, t0);
  rows[n++] = mask & mix(55, leftDistance, rightDistance, t0);
  rows[n++] = mask & mix(56, leftDistance * 16 + rightDistance, markLeft >> 3, markRight >> 3);
  rows[n++] = mask & mix(57, markLeft, t0);
  rows[n++] = mask & mix(58, markRight, t0);
  rows[n++] = mask & mix(59, markLeft, markRight, q);
  rows[n++] = mask & mix(60, sentence, position, q);
  rows[n++] = mask & mix(61, sentence, t0);
  rows[n++] = mask & mix(62, position >> 3, t0, u1);
  rows[n++] = mask & mix(63, position & 7, t0, t1);
  rows[n++] = mask & mix(64, left, right);
  rows[n++] = mask & mix(65, sentence, leftDistance, rightDistance);
  rows[n++] = mask & mix(66, o.quotation[i - 1] as number, q, o.quotation[i + 1] as number, t0);
  rows[n++] = mask & mix(67, markRight >> 3, right, q);
  rows[n++] = mask & mix(68, markLeft >> 3, left, q);
  rows[n++] = mask & mix(69, sentence);
  const frame = o.frame[i] as number;
  rows[n++] = mask & mix(70, frame, t0, q);
  rows[n++] = mask & mix(71, frame, t1, t0);
  rows[n++] = mask & mix(72, frame, o.frame[i - 1] as number, o.frame[i + 1] as number, u1);
  rows[n++] = mask & mix(73, frame, leftDistance, right);
}

/** The rows of the label-pair table for the step into `slot`. */
export function pairsAt(o: Observations, i: number, rows: Int32Array, at: number, mask: number): void {
  const q = o.quotation[i] as number;
  rows[at] = mask & mix(80, o.form[i] as number);
  rows[at + 1] = mask & mix(81, o.tag[i - 1] as number, o.tag[i] as number);
  rows[at + 2] = mask & mix(82, o.form[i - 1] as number, q);
  rows[at + 3] = mask & mix(83, o.position[i] as number, q, o.tag[i] as number);
  rows[at + 4] = mask & mix(84, o.frame[i] as number, o.frame[i - 1] as number, o.tag[i] as number);
}
