import type { Article, Sentence } from '../article/article.js';
import type { Attribution } from '../attribution/attribution.js';
import type { ReadingSettings } from '../settings.js';
import { Binder, type Bound } from './binding.js';
import type { Figure, Outcome } from './figure.js';
import { findQuantities } from './quantities.js';
import { Kind, kindOf, poisons, triggers, type Words } from './vocabulary.js';

/** Sentences after a word for poison in which *affected* is harm. */
const poisonReach = 2;

/** Every casualty figure of the article, in order of start. */
export function findFigures(
  article: Article,
  _attributions: readonly Attribution[],
  _settings: ReadingSettings,
): Figure[] {
  const figures: Figure[] = [];
  const kind = new Int32Array(article.tokens.count);
  let carried: Outcome | null = null;
  let poisonedAt = -poisonReach - 1;
  article.sentences.forEach((sentence, index) => {
    const words = readWords(article, sentence, kind);
    if (words === null) {
      carried = null;
      return;
    }
    if (mentionsPoison(words)) poisonedAt = index;
    const bound = new Binder(words, findQuantities(words), carried, index - poisonedAt <= poisonReach).bind();
    carried = bound.at(-1)?.outcome ?? null;
    for (const one of bound) figures.push(toFigure(article, one, index));
  });
  return figures;
}

/** The kinds of a sentence's words, or `null` where it holds no number or no word of harm (most sentences). */
function readWords(article: Article, sentence: Sentence, kind: Int32Array): Words | null {
  const { tokens } = article;
  let all = 0;
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const bits = kindOf(tokens.lower[i] as string);
    kind[i] = bits;
    all |= bits;
  }
  if ((all & Kind.number) === 0 || (all & (triggers | Kind.people)) === 0) return null;
  return {
    text: article.text,
    lower: tokens.lower,
    word: tokens.word,
    start: tokens.start,
    end: tokens.end,
    kind,
    from: sentence.firstToken,
    to: sentence.endToken,
  };
}

function mentionsPoison(words: Words): boolean {
  for (let i = words.from; i < words.to; i++) if (poisons.has(words.lower[i] as string)) return true;
  return false;
}

function toFigure(article: Article, { quantity, outcome }: Bound, sentence: number): Figure {
  const { tokens, text } = article;
  const start = tokens.start[quantity.first] as number;
  const end = tokens.end[quantity.end - 1] as number;
  const victims =
    quantity.nounEnd > quantity.nounFirst
      ? text.slice(tokens.start[quantity.nounFirst], tokens.end[quantity.nounEnd - 1])
      : '';
  return {
    start,
    end,
    text: text.slice(start, end),
    outcome,
    low: quantity.low,
    high: quantity.high,
    approx: quantity.approx,
    victims,
    scope: 'incident',
    grade: 'unattributed',
    hedge: null,
    source: null,
    attribution: null,
    place: null,
    date: null,
    perpetrator: null,
    sentence,
  };
}
