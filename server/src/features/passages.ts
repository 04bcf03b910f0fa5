import { type Line, line, type Passage, partOfLine } from '../../../protocol/src/index.js';
import type { Article, Tokens } from '../core/article/article.js';
import { tokenAt } from '../core/article/tokens.js';
import { hash } from '../core/hash.js';
import { languageOf } from '../core/languages/index.js';
import { termsOf } from '../core/mentions/terms.js';
import type { Span } from '../core/span.js';
import type { Workspace } from '../workspace/workspace.js';
import { sentenceIndexOf } from './claims.js';
import { textOf } from './wording.js';

/**
 * The sentence of `place` with one on each side, and the words it shares with `other` told apart: the same words, or
 * words that claims are compared by as one (*captured*, *took control*), in any order: a diff of the texts would find fewer
 * (docs/decisions/shared-words-without-a-diff.md).
 */
export function passageOf(article: Article, place: Span, other: { article: Article; place: Span }): Passage {
  const index = sentenceIndexOf(article, place);
  const sentence = article.sentences[index] ?? place;
  return {
    before: besideOf(article, index, -1),
    pieces: pieces(article, sentence, sharedRuns(article, sentence, wordsOf(other.article, other.place))),
    after: besideOf(article, index, 1),
  };
}

/** The sentence beside another; '' where one of the two is a headline: read in one go, the words would run together. */
function besideOf(article: Article, index: number, step: -1 | 1): Line {
  const [own, beside] = [article.sentences[index], article.sentences[index + step]];
  const isTold = beside !== undefined && (beside.place === 'headline') === (own?.place === 'headline');
  return isTold ? textOf(article, beside) : line('');
}

/** The sentences of an article, a line each, or `null` where the file is none. */
export function sentencesOf(workspace: Workspace, file: string): string | null {
  const article = workspace.articleOf(file);
  return article === undefined ? null : article.sentences.map((sentence) => textOf(article, sentence)).join('\n');
}

/** What the words of the sentence that a place stands in are compared by. */
function wordsOf(article: Article, place: Span): ReadonlySet<number> {
  const { tokens, sentences, language } = article;
  const terms = termsOf(languageOf(language));
  const index = sentenceIndexOf(article, place);
  const from = sentences[index]?.firstToken ?? tokenAt(tokens, place.start);
  const to = sentences[index]?.endToken ?? tokenAt(tokens, place.end);
  return new Set(
    Array.from({ length: to - from }, (_, i) => keyOf(tokens, from + i, terms)).filter((key) => key !== sign),
  );
}

/** What no word is compared by. */
const sign = 0;

/** What a token is compared by; both words of a verb of two by what they say together. */
function keyOf({ word, lower }: Tokens, i: number, terms: ReturnType<typeof termsOf>): number {
  const text = lower[i] as string;
  if (!/[\p{L}\p{N}]/u.test(text)) return sign;
  const said = terms.phrasalOf(text, lower[i + 1] ?? '') ?? terms.phrasalOf(lower[i - 1] ?? '', text) ?? text;
  return terms.termOf(said, word[i] !== text)?.hash ?? hash(text);
}

/**
 * Runs of tokens whose keys are all in `words`. Function words are too common to be marked alone; between two shared words
 * they are.
 */
function sharedRuns({ tokens, language }: Article, sentence: Span, words: ReadonlySet<number>): Span[] {
  const read = languageOf(language);
  const terms = termsOf(read);
  const { functionWords } = read.article.sets;
  const runs: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  for (let i = tokenAt(tokens, sentence.start); i < tokens.count; i++) {
    const start = tokens.start[i] as number;
    const end = tokens.end[i] as number;
    const word = tokens.lower[i] as string;
    if (start >= sentence.end) break;
    if (!words.has(keyOf(tokens, i, terms))) open = null;
    else if (!functionWords.has(word)) {
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
  const found: { text: Line; shared: boolean }[] = [];
  const push = (start: number, end: number, shared: boolean): void => {
    const text = partOfLine(article.text.slice(start, end));
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
