import type { KnownFigures } from '../core/casualties/known.js';
import type { Claims } from '../core/claims/claims.js';
import type { Related } from '../core/claims/relate.js';

/** What was found out about a file, for a later run: it holds as long as the file's text has this digest. */
export interface Remembered {
  readonly digest: string;
  /** `null` for a file that is not an article. */
  readonly claims: Claims | null;
  readonly figures: KnownFigures;
  /** Related mentions in files whose key sorts after this file's. Holds where the other file is unchanged too. */
  readonly related: ReadonlyMap<string, readonly Related[]>;
}

/** By file. Relations depend on two texts alone, so what is remembered of both needs no second look. */
export type Memory = ReadonlyMap<string, Remembered>;

/** Tells texts apart: 53 bits (cyrb53, two multiply-xor mixes of 32 bits) and the length. Not for secrets. */
export function digestOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `${text.length}-${(4294967296 * (b & 0x1fffff) + (a >>> 0)).toString(36)}`;
}
