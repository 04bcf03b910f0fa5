/** What a word is in an attribution: outside, or at the beginning of or inside a source, cue or content. */
export const labels = ['O', 'B-Source', 'I-Source', 'B-Cue', 'I-Cue', 'B-Content', 'I-Content'] as const;
export const labelCount = labels.length;
export const pairSize = labelCount * labelCount;

/** Whether label `b` may follow label `a`: *inside* only behind the beginning or inside of its own kind. */
export const follows = (a: number, b: number): boolean => b === 0 || b % 2 === 1 || a === b || a === b - 1;
