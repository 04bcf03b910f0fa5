import type { Passage } from '../../../protocol/src/index.js';
import type { Article, Tokens } from '../core/article/article.js';
import { tokenAt } from '../core/article/tokens.js';
import { hash, phrasalOf, termOf } from '../core/claims/terms.js';
import type { Span } from '../core/span.js';
import { sentenceIndexOf } from './claims.js';
import { textOf } from './wording.js';

/** Words too common to be marked alone; between two shared words they are. */
const common = new Set(
  'the a an of to in and or that is was are were be been has have had he she it they we his her its their on for with as at by from not but this which who said after over into than'.split(
    ' ',
  ),
);

/**
 * The sentence of `place` with one on each side, and the words it shares with `other` told apart: the same words, or
 * words that claims are compared by as one (*captured*, *took control*).
 */
export function passageOf(article: Article, place: Span, other: { article: Article; place: Span }): Passage {
  const index = sentenceIndexOf(article, place);
  const sentence = article.sentences[index] ?? place;
  const before = article.sentences[index - 1];
  const after = article.sentences[index + 1];
  return {
    before: before ? textOf(article, before) : '',
    pieces: pieces(article, sentence, sharedRuns(article, sentence, wordsOf(other.article, other.place))),
    after: after ? textOf(article, after) : '',
  };
}

/** What the words of the sentence that a place stands in are compared by. */
function wordsOf({ tokens, sentences }: Article, place: Span): ReadonlySet<number> {
  const index = sentenceIndexOf({ sentences } as Article, place);
  const from = sentences[index]?.firstToken ?? tokenAt(tokens, place.start);
  const to = sentences[index]?.endToken ?? tokenAt(tokens, place.end);
  return new Set(Array.from({ length: to - from }, (_, i) => keyOf(tokens, from + i)).filter((key) => key !== sign));
}

/** What no word is compared by. */
const sign = 0;

/** What a token is compared by; both words of a verb of two by what they say together. */
function keyOf({ word, lower }: Tokens, i: number): number {
  const text = lower[i] as string;
  if (!/[\p{L}\p{N}]/u.test(text)) return sign;
  const said = phrasalOf(text, lower[i + 1] ?? '') ?? phrasalOf(lower[i - 1] ?? '', text) ?? text;
  return termOf(said, word[i] !== text)?.hash ?? hash(text);
}

/** Runs of tokens whose keys are all in `words`, common words only at the inside of a run. */
function sharedRuns({ tokens }: Article, sentence: Span, words: ReadonlySet<number>): Span[] {
  const runs: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  for (let i = tokenAt(tokens, sentence.start); i < tokens.count; i++) {
    const start = tokens.start[i] as number;
    const end = tokens.end[i] as number;
    const word = tokens.lower[i] as string;
    if (start >= sentence.end) break;
    if (!words.has(keyOf(tokens, i))) open = null;
    else if (!common.has(word)) {
      open ??= addRun(runs, start);
      open.end = end;
    }
  }
  return runs;
}

function addRun(runs: { start: number; end: number }[], start: number): { start: number; end: number } {
  const run = { start, end: start };
  runs.push(run);
  return run;
}

function pieces(article: Article, sentence: Span, runs: readonly Span[]): Passage['pieces'] {
  const found: { text: string; shared: boolean }[] = [];
  const push = (start: number, end: number, shared: boolean): void => {
    const text = article.text.slice(start, end).replace(/[\p{Cc}\s]+/gu, ' ');
    if (text !== '') found.push({ text, shared });
  };
  let from = sentence.start;
  for (const run of runs) {
    push(from, run.start, false);
    push(run.start, run.end, true);
    from = run.end;
  }
  push(from, sentence.end, false);
  return found;
}
