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
export function rivalOf(
  reading: Reading,
  figures: readonly Figure[],
  refuting: readonly Refuting[],
  at: number,
): Figure | null {
  const figure = figures[at]!;
  const mine = originOf(reading, figure);
  const refuter = refuterOf(reading, refuting, figure);
  if (refuter !== null) return refuter;
  for (let k = at - 1; k >= Math.max(0, at - figuresLookedAt); k--) {
    const other = figures[k]!;
    if (figure.sentence - other.sentence > rivalReach) return null;
    if (!countsSamePeople(figure, other) || !areApart(mine, originOf(reading, other))) continue;
    if (figure.people === null && !isContrasted(reading, figure)) continue;
    if (compareCounts(countOf(figure), countOf(other), 0) === 'conflict') return other;
  }
  return null;
}

/** A figure whose sentence says of other numbers that they are not right: *Six people died, not three*. */
export interface Refuting {
  readonly figure: Figure;
  readonly refuted: ReadonlySet<number>;
}

/** The first figures of an article that refute others, wherever these stand. */
export function refutingOf(reading: Reading, figures: readonly Figure[]): Refuting[] {
  const found: Refuting[] = [];
  let sentence = -1;
  let refuted: ReadonlySet<number> = new Set();
  for (const figure of figures) {
    if (figure.sentence !== sentence) refuted = refutedIn(reading, figure.sentence);
    sentence = figure.sentence;
    if (refuted.size > 0 && found.push({ figure, refuted }) === figuresLookedAt) break;
  }
  return found;
}

/** The numbers right behind a negation. */
function refutedIn({ article }: Reading, sentence: number): Set<number> {
  const { negations, numbers } = languageOf(article.language).claims;
  const { start, end } = article.sentences[sentence]!;
  const words = article.text
    .slice(start, end)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const behind = words.filter((word, k) => word !== '' && negations.has(words[k - 1] ?? ''));
  return new Set(behind.map((word) => numbers.get(word) ?? Number(word)).filter((value) => !Number.isNaN(value)));
}

/** The figure further up that says that this one is not right, where another source gives it. */
const refuterOf = (reading: Reading, refuting: readonly Refuting[], figure: Figure): Figure | null =>
  refuting.find(
    ({ figure: one, refuted }) =>
      one.start < figure.start &&
      one.outcome === figure.outcome &&
      figure.low !== null &&
      figure.low === figure.high &&
      refuted.has(figure.low) &&
      !haveNumberInCommon(one, figure) &&
      areApart(originOf(reading, figure), originOf(reading, one)),
  )?.figure ?? null;

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
