import type { Article, Sentence } from '../article/article.js';
import type { Attribution } from '../attribution/attribution.js';
import type { ReadingSettings } from '../settings.js';
import type { Span } from '../span.js';
import { Binder, type Bound } from './binding.js';
import { type Circumstances, circumstancesOf } from './circumstances.js';
import type { Dates } from './dates.js';
import type { Figure, Outcome } from './figure.js';
import { Grader, type Standing } from './grade.js';
import { findQuantities, type Quantity } from './quantities.js';
import { is, Kind, kindOf, lowerAt, triggers, type Words } from './vocabulary.js';

/** Sentences after a word for poison in which *affected* is harm. */
const poisonReach = 2;

/** Every casualty figure of the article, in order of start. */
export function findFigures(
  article: Article,
  attributions: readonly Attribution[],
  settings: ReadingSettings,
): Figure[] {
  const figures: Figure[] = [];
  const grader = new Grader(article, attributions, settings);
  const kind = new Int32Array(article.tokens.count);
  const dates: Dates = new Map();
  let carried: Outcome | null = null;
  let poisonedAt = -poisonReach - 1;
  article.sentences.forEach((sentence, index) => {
    const all = classify(article, sentence, kind);
    if (all & Kind.poison) poisonedAt = index;
    const worth = (all & Kind.number) !== 0 && (all & (carried === null ? triggers : triggers | Kind.people)) !== 0;
    if (!worth) {
      carried = null;
      return;
    }
    const words = wordsOf(article, sentence, kind);
    const bound = new Binder(words, findQuantities(words), carried, index - poisonedAt <= poisonReach).bind();
    carried = bound.at(-1)?.outcome ?? null;
    for (const one of bound) {
      const standing = grader.stand(words, one, index, bound);
      figures.push(toFigure(article, words, one, index, standing, circumstancesOf(article, words, one, dates)));
    }
  });
  return figures;
}

/** Writes the kinds of a sentence's words and returns all their bits: most sentences hold no number or no harm. */
function classify(article: Article, sentence: Sentence, kind: Int32Array): number {
  const { lower, word } = article.tokens;
  let all = 0;
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const bits = kindOf(lower[i] as string);
    kind[i] = bits !== 0 && isName(word, i) ? 0 : bits;
    all |= bits;
  }
  return all;
}

/** *IS*, *US* and *WHO* in capitals are names, not *is*, *us* and *who*, unless all is in capitals. */
function isName(word: readonly string[], i: number): boolean {
  const written = word[i] as string;
  if (written.length < 2 || written.length > 3 || !/^[A-Z]+$/.test(written)) return false;
  return !/^[A-Z]{4,}$/.test(word[i - 1] ?? '') && !/^[A-Z]{4,}$/.test(word[i + 1] ?? '');
}

const wordsOf = (article: Article, sentence: Sentence, kind: Int32Array): Words => ({
  text: article.text,
  lower: article.tokens.lower,
  word: article.tokens.word,
  start: article.tokens.start,
  end: article.tokens.end,
  kind,
  from: sentence.firstToken,
  to: sentence.endToken,
});

const spanOf = ({ tokens }: Article, { first, end }: { first: number; end: number }): Span => ({
  start: tokens.start[first] as number,
  end: tokens.end[end - 1] as number,
});

/** *Six of them*, *including six*, *among them six*, *another six*, *six more*. */
const isPartial = (words: Words, quantity: Quantity): boolean =>
  quantity.partOf !== null ||
  is(words, quantity.first - 1, Kind.inclusion) ||
  /^(?:them|whom)$/.test(lowerAt(words, quantity.first - 1)) ||
  /^(?:another|further|additional)$/.test(lowerAt(words, quantity.first)) ||
  /^(?:more|other|others)$/.test(lowerAt(words, quantity.end - 1)) ||
  /^others?$/.test(lowerAt(words, quantity.nounFirst));

function toFigure(
  article: Article,
  words: Words,
  { quantity, outcome }: Bound,
  sentence: number,
  { grade, source, hedge, attribution }: Standing,
  { scope, place, date, perpetrator }: Circumstances,
): Figure {
  const span = spanOf(article, quantity);
  const noun =
    quantity.nounEnd > quantity.nounFirst
      ? spanOf(article, { first: quantity.nounFirst, end: quantity.nounEnd })
      : null;
  return {
    start: span.start,
    end: span.end,
    text: article.text.slice(span.start, span.end),
    outcome,
    low: quantity.low,
    high: quantity.high,
    approx: quantity.approx,
    partial: isPartial(words, quantity),
    victims: noun === null ? '' : article.text.slice(noun.start, noun.end),
    sentence,
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
