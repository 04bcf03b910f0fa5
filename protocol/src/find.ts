import { phrase } from '../../l10n/say.js';
import type { Label } from './escaped.js';
import type { RequestName } from './names.js';
import type { Place } from './places.js';

/** What stands above what was found: what may contradict the claim comes first; without that, no headings are needed. */
export const foundHeadings = { against: phrase`May contradict it`, rest: phrase`May assert it` };

/** A sentence that asserts the claim somebody asks about. */
export interface FoundClaim {
  readonly place: Place;
  /** Whether it may contradict the claim. */
  readonly isAgainst: boolean;
  readonly outlet: Label;
  readonly date: Label | null;
  readonly sentence: Label;
  readonly file: Label;
  /** Whether it lies in the archive, not in a folder. */
  readonly isArchived: boolean;
}

export interface FoundClaims {
  /** Where a claim may be contradicted, then where it may be asserted, likeliest first; empty where its words tell nothing apart. */
  readonly claims: readonly FoundClaim[];
  /** That the archive has more to say, or may have; `null` where nothing else is to be heard. */
  readonly archive: Label | null;
}

/**
 * Looks for a typed or selected claim: in the articles of the folders, at once, and with `archive` in those of the
 * newsroom's archive, too, as late as that answers.
 */
export const findClaim: RequestName<{ readonly text: string; readonly archive: boolean }, FoundClaims> = {
  method: 'secondSource/findClaim',
};
