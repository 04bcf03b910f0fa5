import { compareCounts, haveNumberInCommon } from '../casualties/comparison.js';
import { countOf } from '../casualties/count.js';
import type { Figure } from '../casualties/figure.js';
import { areApart, originOf } from '../casualties/known.js';
import { languageOf } from '../languages/index.js';
import type { Reading } from '../reading.js';
import { lowerWordsIn } from '../words.js';

/** Of sentences, and of figures, between two sources that contradict each other in one article; chosen. */
const rivalReach = 2;
const figuresLookedAt = 8;

/**
 * The figure just before this one that another source gives for the same people, where both cannot be right: *Rebels said
 * 40 soldiers had died. The army said six.* Further up too, where that one's sentence refutes this number.
 * It is said once, at the second.
 */
export function rivalOf(reading: Reading, figures: readonly Figure[], at: number): Figure | null {
  const figure = figures[at]!;
  const mine = originOf(reading, figure);
  const refuting = figures
    .slice(0, at)
    .find((other) => refutes(reading, other, figure) && areApart(mine, originOf(reading, other)));
  if (refuting !== undefined) return refuting;
  for (let k = at - 1; k >= Math.max(0, at - figuresLookedAt); k--) {
    const other = figures[k]!;
    if (figure.sentence - other.sentence > rivalReach) return null;
    if (!countsSamePeople(figure, other) || !areApart(mine, originOf(reading, other))) continue;
    if (figure.people === null && !isContrasted(reading, figure)) continue;
    if (compareCounts(countOf(figure), countOf(other), 0) === 'conflict') return other;
  }
  return null;
}

/** *Six people died, not three, as the company said*: the sentence of one figure says that it is not the other. */
function refutes({ article }: Reading, one: Figure, other: Figure): boolean {
  if (one.outcome !== other.outcome || haveNumberInCommon(one, other)) return false;
  const { negations, numbers } = languageOf(article.language).claims;
  const { start, end } = article.sentences[one.sentence]!;
  const words = article.text
    .slice(start, end)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.some((word, k) => {
    const value = numbers.get(word) ?? Number(word || Number.NaN);
    return value === other.low && value === other.high && negations.has(words[k - 1] ?? '');
  });
}

/**
 * Whether the article has put the question already: an earlier figure in its text is the same toll, or stands on the word
 * of the same side in the conflict. A headline puts none: it has no room for a source.
 */
export function isRepeated(reading: Reading, figures: readonly Figure[], at: number): boolean {
  const figure = figures[at]!;
  const mine = originOf(reading, figure);
  return figures
    .slice(Math.max(0, at - figuresLookedAt), at)
    .filter((other) => !isInHeadline(reading, other))
    .some((other) =>
      figure.grade === 'party'
        ? other.grade === 'party' && !areApart(mine, originOf(reading, other))
        : isSameToll(figure, other),
    );
}

export const isInHeadline = ({ article }: Reading, { sentence }: Figure): boolean =>
  article.sentences[sentence]?.place === 'headline';

/** *70 people were killed …* and, further down, *the 70 dead*. */
const isSameToll = (a: Figure, b: Figure): boolean =>
  a.outcome === b.outcome && a.low === b.low && a.high === b.high && countsSamePeople(a, b);

/** *only six*, *but not twelve*: *people* in two sentences may be other people, unless the second answers the first. */
function isContrasted({ article }: Reading, { sentence }: Figure): boolean {
  const { start, end } = article.sentences[sentence]!;
  const { contrasts } = languageOf(article.language).harm;
  return lowerWordsIn(article.text.slice(start, end)).some((word) => contrasts.has(word));
}

/** The article says *soldiers* of both, and no place or day of the one that is not the other's. */
const countsSamePeople = (a: Figure, b: Figure): boolean =>
  a.scope === b.scope &&
  (a.victims.toLowerCase() === b.victims.toLowerCase() || a.victims === '' || b.victims === '') &&
  !a.partial &&
  !b.partial &&
  (a.place === null || b.place === null || a.place === b.place);
