import { phrase } from '../../../../l10n/say.js';
import type { Outcome } from './figure.js';

/** What happened to people, in marks, hovers and tables alike: phrases. */
export const outcomePhrases: Readonly<Record<Outcome, string>> = {
  killed: phrase`killed`,
  injured: phrase`injured`,
  missing: phrase`missing`,
  captured: phrase`captured`,
  displaced: phrase`displaced`,
  casualties: phrase`casualties`,
};
