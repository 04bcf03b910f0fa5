import type { Sentence } from '../article/article.js';
import type { Attribution } from '../attribution/attribution.js';
import type { HarmWords } from '../languages/harmWords.js';
import { harm } from '../languages/tokenClasses.js';
import type { ReadingSettings } from '../readingSettings.js';
import { is, isOneOf, lowerWordsIn, spanOf, type Words, wordsBetween } from '../words.js';
import { Binder } from './binding.js';
import type { Bound } from './bound.js';
import { type Circumstances, circumstancesOf } from './circumstances.js';
import { Dates } from './dates.js';
import type { Figure, Outcome } from './figure.js';
import { Grader, type Standing } from './grade.js';
import { findQuantities } from './quantities.js';
import type { Quantity } from './quantity.js';
import { countingClauses } from './totals.js';
import { retracts } from './unasserted.js';
import { isOtherOrOthers } from './walks.js';

/** Sentences after a word for poison in which *affected* is harm. */
const poisonReach = 2;

/** Every casualty figure of the article, in order of start. */
export function findFigures(words: Words, attributions: readonly Attribution[], settings: ReadingSettings): Figure[] {
  const { article } = words;
  const figures: Figure[] = [];
  // an article without figures needs none
  let grader: Grader | null = null;
  let dates: Dates | null = null;
  let carried: Outcome | null = null;
  let poisonedAt = -poisonReach - 1;
  article.sentences.forEach((sentence, index) => {
    const all = classesIn(words, sentence);
    if (all & harm.poison) poisonedAt = index;
    const worth = (all & harm.number) !== 0 && (all & (carried === null ? triggers : triggers | harm.people)) !== 0;
    if (!worth) {
      carried = null;
      return;
    }
    const next = article.sentences[index + 1];
    if (next !== undefined && retracts(wordsBetween(words, next.firstToken, next.endToken))) {
      carried = null;
      return;
    }
    const own = wordsBetween(words, sentence.firstToken, sentence.endToken);
    const quantities = findQuantities(own);
    const isPoisoned = index - poisonedAt <= poisonReach;
    const bound = quantities.length === 0 ? [] : new Binder(own, quantities, carried, isPoisoned).bind();
    carried = bound.at(-1)?.outcome ?? null;
    const clauses = countingClauses(own, bound);
    bound.forEach((one, at) => {
      grader ??= new Grader(article, words.harms, attributions, settings);
      const standing = grader.stand(own, one, index, bound);
      dates ??= new Dates(article.metadata.date, words.harms.readDay);
      const circumstances = circumstancesOf(article, own, one, clauses[at]!, dates);
      const isArrest = one.outcome === 'captured' && arrests(own, one) && !grader.isConflict();
      figures.push(toFigure(own, one, index, standing, circumstances, isArrest));
    });
  });
  return figures;
}

/** All classes of a sentence's words together: most sentences hold no number or no harm. */
function classesIn({ harm: column }: Words, { firstToken, endToken }: Sentence): number {
  let all = 0;
  for (let i = firstToken; i < endToken; i++) all |= column[i]!;
  return all;
}

/** Words that make a sentence worth a closer look, if it holds a number too. */
const triggers =
  harm.verb |
  harm.state |
  harm.counted |
  harm.harmOf |
  harm.toll |
  harm.losing |
  harm.claiming |
  harm.circumstantial |
  harm.phrasal;

/** *Six of them*, *including six*, *among them six*, *another six*, *six more*. */
const isPartial = (words: Words, quantity: Quantity): boolean =>
  quantity.partOf !== null ||
  is(words, quantity.first - 1, harm.inclusion) ||
  isOneOf(words, quantity.first - 1, words.harms.groupPronouns) ||
  isOneOf(words, quantity.first, words.harms.another) ||
  isOneOf(words, quantity.end - 1, words.harms.moreOrOther) ||
  isOtherOrOthers(words, quantity.nounFirst);

/** *Were arrested*, *40 arrests*; not *were kidnapped*. */
const arrests = (words: Words, { quantity, predicate }: Bound): boolean => {
  const at = predicate?.at ?? Math.max(quantity.nounEnd - 1, quantity.state);
  for (let i = at; i < (predicate?.end ?? at + 1); i++) if (isOneOf(words, i, words.harms.arresting)) return true;
  // *two suspects are being held*
  return isOneOf(words, at, words.harms.held) && holdsSuspects(words);
};

/** The sentence speaks of suspects, or of a cell. */
function holdsSuspects(words: Words): boolean {
  for (let i = words.from; i < words.to; i++) if (isOneOf(words, i, words.harms.suspects)) return true;
  return false;
}

function toFigure(
  words: Words,
  { quantity, outcome }: Bound,
  sentence: number,
  { grade, source, hedge, attribution }: Standing,
  { scope, place, date, perpetrator }: Circumstances,
  isArrest: boolean,
): Figure {
  const { article } = words;
  const span = spanOf(words, { from: quantity.first, to: quantity.end });
  const noun =
    quantity.nounEnd > quantity.nounFirst ? spanOf(words, { from: quantity.nounFirst, to: quantity.nounEnd }) : null;
  const victims = noun === null ? '' : article.text.slice(noun.start, noun.end);
  return {
    start: span.start,
    end: span.end,
    text: article.text.slice(span.start, span.end),
    outcome,
    low: quantity.low,
    high: quantity.high,
    approx: quantity.approx,
    partial: isPartial(words, quantity),
    victims,
    people: peopleOf(victims, words.harms),
    sentence,
    isArrest,
    grade,
    source,
    hedge,
    attribution,
    scope,
    place,
    date,
    perpetrator,
  };
}

/** The kind of people that words for victims name, or `null` for people in general. */
function peopleOf(victims: string, { kindsOfPeople }: HarmWords): string | null {
  const words = lowerWordsIn(victims);
  for (const [name, nouns] of kindsOfPeople) if (words.some((word) => nouns.has(word))) return name;
  return null;
}
