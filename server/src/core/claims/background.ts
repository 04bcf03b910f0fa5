import { backgroundTable, documents } from '../languages/en/claimsBackground.js';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * How telling a term is: inverse document frequency over a fixed background of news, learned once. Fixed, so that a
 * score depends on two articles alone and never on what else lies in the folder.
 */
const weights = decode(backgroundTable);
const unseen = Math.log(documents + 1);

/** Inverse document frequency of a term's hash, 0.. about 8. */
export const idfOf = (term: number): number => weights.get(term & 0xffffff) ?? unseen;

/** Whether the background has the term. */
export const isFamiliar = (term: number): boolean => weights.has(term & 0xffffff);

/** Four bytes a term: the low 24 bits of its hash, then its weight in steps of 1/24. */
function decode(base64: string): Map<number, number> {
  const bytes = bytesOf(base64);
  const found = new Map<number, number>();
  for (let i = 0; i + 3 < bytes.length; i += 4) {
    const key = (bytes[i] as number) | ((bytes[i + 1] as number) << 8) | ((bytes[i + 2] as number) << 16);
    found.set(key, (bytes[i + 3] as number) / 24);
  }
  return found;
}

/** Base64 without Node or a browser, which core does not know. */
function bytesOf(base64: string): Uint8Array {
  const text = base64.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    held = (held << 6) | digits.indexOf(text[i] as string);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}
