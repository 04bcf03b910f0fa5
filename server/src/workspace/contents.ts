import type { Skipped } from '../core/article/article.js';
import { type KnownFigures, knownFigures, noFigures } from '../core/casualties/known.js';
import { type Claims, readClaims } from '../core/claims/claims.js';
import type { Reading } from '../core/reading.js';

/** What is kept of every file, open or not. */
export interface Contents {
  /** `null` for a file that is not an article. */
  readonly claims: Claims | null;
  readonly figures: KnownFigures;
}

export const contentsOf = (reading: Reading | Skipped): Contents =>
  'skipped' in reading
    ? { claims: null, figures: noFigures }
    : { claims: readClaims(reading), figures: knownFigures(reading) };
