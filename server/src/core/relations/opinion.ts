import type { Slots } from './slots.js';

/**
 * What the judge thinks of two sentences (server/src/judge), as probabilities that add up to one. *Neither*: about
 * something else, another statement, a part beside its whole, a later state, a plan.
 */
export interface Opinion {
  readonly same: number;
  readonly conflict: number;
  readonly neither: number;
}

/** Both looks at the words of a pair of sentences, wherever it stands. */
export interface Heard extends Opinion, Slots {}

/** The same in 32 bits: a workspace keeps a million. */
export type PackedOpinion = number;

const probabilityBits = 11;
const steps = 2 ** probabilityBits - 1;

/** A bit each, above the two probabilities. */
const flags = [
  'apart',
  'numbersAgree',
  'turned',
  'denied',
  'reversed',
  'opposed',
  'contained',
  'oneDifference',
  'bothDeny',
  'decisive',
] as const satisfies readonly (keyof Slots)[];

export function packOpinion(heard: Heard): PackedOpinion {
  let packed = (Math.round(heard.same * steps) << probabilityBits) | Math.round(heard.conflict * steps);
  for (const [k, flag] of flags.entries()) if (heard[flag]) packed |= 1 << (2 * probabilityBits + k);
  return packed;
}

export function unpackOpinion(packed: PackedOpinion): Heard {
  const same = ((packed >>> probabilityBits) & steps) / steps;
  const conflict = (packed & steps) / steps;
  const slots = Object.fromEntries(
    flags.map((flag, k) => [flag, ((packed >>> (2 * probabilityBits + k)) & 1) === 1]),
  ) as Record<keyof Slots, boolean>;
  return { same, conflict, neither: Math.max(0, 1 - same - conflict), ...slots };
}
