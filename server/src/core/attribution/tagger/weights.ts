import { labelCount, steps } from './labels.js';

/** What the tagger has learned. All arrays are views of the file's bytes: loading parses nothing. */
export interface Weights {
  /** Powers of two: rows of the two tables, slots of the hash table of word classes. */
  readonly rowBits: number;
  readonly stepBits: number;
  readonly classBits: number;
  /** What one step of an 8-bit weight is worth in each table. */
  readonly rowScale: number;
  readonly stepScale: number;
  readonly classKeys: Int32Array;
  readonly classValues: Uint8Array;
  /** Weights by row and label, packed; `rowWords` words a row. */
  readonly rows: Int32Array;
  /** Weights by row and step from label to label (`steps` in labels.ts), packed; `stepWords` words a row. */
  readonly steps: Int32Array;
}

/**
 * Four 8-bit weights lie in one 32-bit word, 128 added to each so that none is negative: summing rows then takes one
 * addition for two labels, in 16-bit lanes.
 */
export const bias = 128;
export const rowWords = Math.ceil(labelCount / 4);
export const stepWords = Math.ceil(steps.length / 4);

/** Packs rows of `width` signed 8-bit weights. */
export function packRows(weights: Int8Array, width: number): Int32Array {
  const words = Math.ceil(width / 4);
  const rowCount = weights.length / width;
  const packed = new Int32Array(rowCount * words);
  for (let row = 0; row < rowCount; row++)
    for (let k = 0; k < width; k++) {
      const at = row * words + (k >> 2);
      packed[at] = packed[at]! | ((weights[row * width + k]! + bias) << (8 * (k & 3)));
    }
  return packed;
}

/** Classes of words that are used alike. */
export interface WordClasses {
  /** The class of a word by the hash of its lower-case form; 0 where unknown. */
  of(form: number): number;
}

/** Changes with the layout below, the labels, the features or the tokens: any of them makes old weights useless. */
export const weightsVersion = 5;

const magic = 0x47_54_53_53; // "SSTG"
const headerSize = 40;
const field = {
  magic: 0,
  version: 4,
  rowBits: 8,
  stepBits: 12,
  classBits: 16,
  rowScale: 20,
  stepScale: 24,
  checksum: 28,
};
/** Of the sizes that a header may state; more would be damage. */
const largestBits = 22;

/** Reads a weights file, or says in a sentence for people why it cannot be used. */
export function readWeights(file: Uint8Array): Weights | { readonly error: string } {
  if (file.byteLength < headerSize) return { error: 'The tagger’s weights file is truncated.' };
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  const header = new DataView(bytes.buffer, bytes.byteOffset, headerSize);
  const number = (at: number): number => header.getUint32(at, true);
  if (number(field.magic) !== magic) return { error: 'The tagger’s weights file is not one.' };
  if (number(field.version) !== weightsVersion)
    return {
      error: `The tagger’s weights file has version ${number(field.version)}; this version needs ${weightsVersion}.`,
    };
  const [rowBits, stepBits, classBits] = [number(field.rowBits), number(field.stepBits), number(field.classBits)];
  if (Math.max(rowBits, stepBits, classBits) > largestBits) return { error: 'The tagger’s weights file is damaged.' };
  const parts = layout(rowBits, stepBits, classBits);
  if (bytes.byteLength !== parts.size) return { error: 'The tagger’s weights file is truncated or too long.' };
  if (number(field.checksum) !== checksumOf(bytes))
    return { error: 'The tagger’s weights file is damaged: its checksum does not match.' };
  const base = bytes.byteOffset;
  return {
    rowBits,
    stepBits,
    classBits,
    rowScale: header.getFloat32(field.rowScale, true),
    stepScale: header.getFloat32(field.stepScale, true),
    classKeys: new Int32Array(bytes.buffer, base + headerSize, 1 << classBits),
    classValues: new Uint8Array(bytes.buffer, base + parts.classValues, 1 << classBits),
    rows: new Int32Array(bytes.buffer, base + parts.rows, rowWords << rowBits),
    steps: new Int32Array(bytes.buffer, base + parts.steps, stepWords << stepBits),
  };
}

/** The file of some weights: header, keys and values of the word classes, rows, steps; little-endian. */
export function writeWeights(weights: Weights): Uint8Array {
  const { rowBits, stepBits, classBits } = weights;
  const parts = layout(rowBits, stepBits, classBits);
  const bytes = new Uint8Array(parts.size);
  const header = new DataView(bytes.buffer);
  header.setUint32(field.magic, magic, true);
  header.setUint32(field.version, weightsVersion, true);
  header.setUint32(field.rowBits, rowBits, true);
  header.setUint32(field.stepBits, stepBits, true);
  header.setUint32(field.classBits, classBits, true);
  header.setFloat32(field.rowScale, weights.rowScale, true);
  header.setFloat32(field.stepScale, weights.stepScale, true);
  new Int32Array(bytes.buffer, headerSize, 1 << classBits).set(weights.classKeys);
  bytes.set(weights.classValues, parts.classValues);
  new Int32Array(bytes.buffer, parts.rows, weights.rows.length).set(weights.rows);
  new Int32Array(bytes.buffer, parts.steps).set(weights.steps);
  header.setUint32(field.checksum, checksumOf(bytes), true);
  return bytes;
}

function layout(rowBits: number, stepBits: number, classBits: number) {
  const classValues = headerSize + (4 << classBits);
  const rows = classValues + (1 << classBits);
  const steps = rows + 4 * (rowWords << rowBits);
  return { classValues, rows, steps, size: steps + 4 * (stepWords << stepBits) };
}

/** A Fletcher-like sum over the 32-bit words behind the header: quick, and any flipped or missing byte changes it. */
function checksumOf(bytes: Uint8Array): number {
  const whole = (bytes.byteLength - headerSize) >>> 2;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + headerSize, whole);
  let a = 1;
  let b = 0;
  for (let i = 0; i < whole; i++) {
    a = (a + words[i]!) | 0;
    b = (b + a) | 0;
  }
  for (let i = headerSize + 4 * whole; i < bytes.byteLength; i++) b = (Math.imul(b, 31) + bytes[i]!) | 0;
  return (Math.imul(a, 0x9e3779b1) ^ b) >>> 0;
}

/** Looks words up by open addressing; a key of 0 is an empty slot. */
export function wordClassesOf({ classKeys, classValues, classBits }: Weights): WordClasses {
  const mask = (1 << classBits) - 1;
  return {
    of(form) {
      let slot = form & mask;
      while (classKeys[slot] !== 0) {
        if (classKeys[slot] === form) return classValues[slot]!;
        slot = (slot + 1) & mask;
      }
      return 0;
    },
  };
}

/** The hash table that `wordClassesOf` reads, from hashes of words to classes 1 to 255. */
export function packWordClasses(
  classes: ReadonlyMap<number, number>,
): Pick<Weights, 'classBits' | 'classKeys' | 'classValues'> {
  const classBits = Math.ceil(Math.log2(classes.size * 1.5 + 2));
  const mask = (1 << classBits) - 1;
  const classKeys = new Int32Array(1 << classBits);
  const classValues = new Uint8Array(1 << classBits);
  for (const [form, value] of classes) {
    let slot = form & mask;
    while (classKeys[slot] !== 0) slot = (slot + 1) & mask;
    classKeys[slot] = form;
    classValues[slot] = value;
  }
  return { classBits, classKeys, classValues };
}
