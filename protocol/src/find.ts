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
}

/** Where a typed or selected claim may be contradicted, then where it may be asserted, likeliest first; empty where its words tell nothing apart. */
export const findClaim: RequestName<{ readonly text: string }, readonly FoundClaim[]> = {
  method: 'secondSource/findClaim',
};
