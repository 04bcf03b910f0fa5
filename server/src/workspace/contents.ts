import type { Skipped } from '../core/article/article.js';
import { type KnownFigures, knownFigures, noFigures } from '../core/casualties/known.js';
import { type Claims, readClaims } from '../core/claims/claims.js';
import { type Readers, type Reading, read } from '../core/reading.js';

/** All that a workspace takes from a text. A structured clone of it is as good, so another thread may read it. */
export interface Contents {
  readonly reading: Reading | Skipped;
  /** `null` for a file that is not an article. */
  readonly claims: Claims | null;
  readonly figures: KnownFigures;
}

/** Reads a text; `path` serves the metadata. */
export function readContents(text: string, path: string, readers: Readers): Contents {
  const reading = read(text, path, readers);
  if ('skipped' in reading) return { reading, claims: null, figures: noFigures };
  return { reading, claims: readClaims(reading), figures: knownFigures(reading) };
}
