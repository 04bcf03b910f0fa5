import type { Level } from './attribution.js';

/** What each level is called, in marks, hovers, panels and tables alike. */
export const levelWords: Readonly<Record<Level, string>> = {
  'named-person': 'named person',
  'named-body': 'named body',
  spokesperson: 'spokesperson without a name',
  'unnamed-role': 'role given, no name',
  'vague-collective': 'unspecified group',
  'anonymous-person': 'no name, no role',
  'vague-media': 'media without a name',
  hearsay: 'no source given',
};
