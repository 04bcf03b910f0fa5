import { phrase } from '../../../../l10n/say.js';
import type { Level } from './attribution.js';

/** What each level is called, in marks, hovers, panels and tables alike: phrases. */
export const levelWords: Readonly<Record<Level, string>> = {
  'named-person': phrase`named person`,
  'named-body': phrase`named body`,
  spokesperson: phrase`spokesperson without a name`,
  'unnamed-role': phrase`role given, no name`,
  'vague-collective': phrase`unspecified group`,
  'anonymous-person': phrase`no name, no role`,
  'vague-media': phrase`media without a name`,
  hearsay: phrase`no source given`,
};
