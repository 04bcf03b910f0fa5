import type { Attribution } from '../core/attribution/attribution.js';
import type { Reading } from '../core/reading.js';
import { covers } from './claims.js';

/** The attribution whose source, cue or relay stands at `offset`. */
export const attributionAt = ({ attributions }: Reading, offset: number): Attribution | undefined =>
  attributions.find(({ source }) => source && covers(source, offset)) ??
  attributions.find(({ cue }) => cue && covers(cue, offset));

/** Names are compared without regard to case and surrounding space. */
const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b);

export const nameKey = (name: string): string => name.trim().toLowerCase();

/** Everything that the source of `attribution` says; hearsay has no source and stands alone. */
export const allOfSource = ({ attributions }: Reading, attribution: Attribution): Attribution[] =>
  attribution.name === ''
    ? [attribution]
    : attributions.filter(({ name }) => name !== '' && sameName(name, attribution.name));
