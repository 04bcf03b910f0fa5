import { languages } from '../languages/index.js';

/** What each digit of base64 is worth, by its character. */
const digits = new Uint8Array(128);
for (const [worth, digit] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  digits[digit.charCodeAt(0)] = worth;

/**
 * How telling a term is: inverse document frequency over a fixed background of news, learned once for each language.
 * Fixed, so that a score depends on two articles alone and never on what else lies in the folder. One table for all
 * languages, whose terms have different hashes.
 *
 * A table of open addresses, asked for every term of every article: the low 24 bits of a term's hash plus one (0: free),
 * and the weight beside it, in as few bytes as it was learned in, so that a processor keeps all of it at hand.
 */
const slots = 1 << 15;
const keys = new Int32Array(slots);
const steps = new Uint8Array(slots);
/** The weight of so many steps. */
const weights = Float64Array.from({ length: 256 }, (_, count) => count / 24);
/** Of a term that no table has: as of one seen in no document. */
const unseen = Math.max(...languages.map(({ claims }) => Math.log(claims.background.documents + 1)));
for (const { claims } of languages) decode(claims.background.table);

/** Inverse document frequency of a term's hash, 0.. about 8. */
export function idfOf(term: number): number {
  const slot = slotOf(term);
  return keys[slot] === 0 ? unseen : weights[steps[slot]!]!;
}

/** Whether the background has the term. */
export const isFamiliar = (term: number): boolean => keys[slotOf(term)] !== 0;

/** Where the term is, or would be. */
function slotOf(term: number): number {
  const key = (term & 0xffffff) + 1;
  let slot = Math.imul(key, 0x9e3779b1) >>> 17;
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (slots - 1);
  return slot;
}

/** Four bytes a term: the low 24 bits of its hash, then its weight in steps of 1/24. */
function decode(base64: string): void {
  const bytes = bytesOf(base64);
  for (let i = 0; i + 3 < bytes.length; i += 4) {
    const term = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16);
    const slot = slotOf(term);
    keys[slot] = term + 1;
    steps[slot] = bytes[i + 3]!;
  }
}

/** Base64 without Node or a browser, which core does not know. */
function bytesOf(base64: string): Uint8Array {
  const text = base64.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    held = (held << 6) | digits[text.charCodeAt(i)]!;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}
