/**
 * 32-bit FNV-1a hash of a text, or of a piece of it: words are kept and compared as numbers. Not for secrets. `before`: the
 * hash of a piece that goes on here.
 */
export function hash(text: string, from = 0, to = text.length, before = 0x811c9dc5): number {
  let h = before;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** Mixes an ordered pair of hashes into one. */
export const join = (a: number, b: number): number => Math.imul(Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) + b, 0x297a2d39);
