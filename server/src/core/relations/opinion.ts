/**
 * What the judge thinks of two sentences (server/src/judge), as probabilities that add up to one. *Neither*: about
 * something else, another statement, a part beside its whole, a later state, a plan.
 */
export interface Opinion {
  readonly same: number;
  readonly conflict: number;
  readonly neither: number;
}

/** What is compared exactly, beside the judge, in the words of two sentences. */
export interface Slots {
  /** Each gives a number that the other does not. */
  readonly numbersApart: boolean;
  /** They are the same words but in one place. */
  readonly oneDifference: boolean;
  /** Both deny something. */
  readonly bothDeny: boolean;
}

/** Both looks at the words of a pair of sentences, wherever it stands. */
export interface Heard extends Opinion, Slots {}

/** The same in 32 bits: a workspace keeps a million. */
export type PackedOpinion = number;

const probabilityBits = 14;
const steps = 2 ** probabilityBits - 1;

export function packOpinion({ same, conflict, numbersApart, oneDifference, bothDeny }: Heard): PackedOpinion {
  const flags = (numbersApart ? 1 : 0) | (oneDifference ? 2 : 0) | (bothDeny ? 4 : 0);
  return (
    (flags << (2 * probabilityBits)) | (Math.round(same * steps) << probabilityBits) | Math.round(conflict * steps)
  );
}

export function unpackOpinion(packed: PackedOpinion): Heard {
  const same = ((packed >>> probabilityBits) & steps) / steps;
  const conflict = (packed & steps) / steps;
  const flags = packed >>> (2 * probabilityBits);
  return {
    same,
    conflict,
    neither: Math.max(0, 1 - same - conflict),
    numbersApart: (flags & 1) !== 0,
    oneDifference: (flags & 2) !== 0,
    bothDeny: (flags & 4) !== 0,
  };
}
