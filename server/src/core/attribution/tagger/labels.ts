/** What a word is in an attribution: outside, or at the beginning of or inside a source, cue or content. */
export const labels = ['O', 'B-Source', 'I-Source', 'B-Cue', 'I-Cue', 'B-Content', 'I-Content'] as const;
export const labelCount = labels.length;

/** Whether label `b` may follow label `a`: *inside* only behind the beginning or inside of its own kind. */
export const follows = (a: number, b: number): boolean => b === 0 || b % 2 === 1 || a === b || a === b - 1;

/** Every step from one label to another that may follow it; the steps to one label stand together, in order of labels. */
export const steps: readonly { readonly from: number; readonly to: number }[] = labels.flatMap((_, to) =>
  labels.flatMap((_, from) => (follows(from, to) ? [{ from, to }] : [])),
);
