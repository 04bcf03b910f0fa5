import type { Article } from '../article/article.js';
import { tokenAt } from '../article/tokens.js';
import { contrary, denials, multipliers, negations, phraseAliases } from '../languages/en/claims.js';
import type { Reading } from '../reading.js';
import type { Span } from '../span.js';
import { acronymsOf } from './acronyms.js';
import { type Bag, Bags } from './bags.js';
import { DENIED, hash, multiplierOf, NAME, NEGATED, NUMBER, numberOf, QUOTED, SPEAKER, termOf } from './terms.js';

/** Of a text with more sentences (a book, a dump) only the first are compared. */
const mentionsKept = 1000;
/** Mentions with fewer terms assert nothing that could be recognised elsewhere. */
const termsNeeded = 3;
/** Words that a negation reaches. */
const negatedReach = 4;
/** Words that a denial reaches (*denied that government forces had used chemical weapons*). */
const deniedReach = 10;

/** The mentions of an article as they are gathered, sentence by sentence. */
export class Mentions {
  readonly spans: Span[] = [];
  /** Whether a negation stands in the mention: 0 or 1. */
  readonly negated: number[] = [];
  /** Whether the mention negates, denies or contradicts anything: 0 or 1. */
  readonly contrary: number[] = [];
  readonly firstWord: number[] = [0];
  readonly words: number[] = [];
  readonly numbers = new Map<number, readonly number[]>();
  readonly bags = new Bags();
  private readonly speakers: Uint8Array;
  private readonly quoted: Uint8Array;
  private readonly acronyms: ReturnType<typeof acronymsOf>;

  constructor(
    private readonly article: Article,
    { attributions }: Reading,
  ) {
    const speakers = attributions.flatMap(({ source, cue }) => [source, cue]);
    this.speakers = marked(
      article,
      speakers.filter((span) => span !== null),
    );
    this.acronyms = acronymsOf(article.tokens);
    this.quoted = marked(article, article.quotations);
    for (const sentence of article.sentences) {
      if (this.spans.length === mentionsKept) break;
      if (article.text[sentence.end - 1] !== '?') this.add(sentence); // a question asserts nothing
    }
  }

  private add(sentence: Article['sentences'][number]): void {
    const { lower, word } = this.article.tokens;
    const bag: Bag = new Map();
    const numbers: number[] = [];
    const wordsBefore = this.words.length;
    let terms = 0;
    let negated = 0;
    let contradicts = 0;
    let negatedUntil = -1;
    let deniedUntil = -1;
    const push = (text: string, capital: boolean, token: number, value = Number.NaN): void => {
      const term = termOf(text, capital);
      if (term === null) return;
      terms++;
      const number = Number.isNaN(value) ? term.value : value;
      const isNumber = !Number.isNaN(number);
      if (isNumber) numbers.push(number);
      const key = isNumber ? hash(`#${number}`) : term.hash;
      const kind =
        (isNumber ? NUMBER : capital ? NAME : 0) |
        (this.quoted[token] ? QUOTED : 0) |
        (this.speakers[token] ? SPEAKER : 0) |
        (token <= negatedUntil ? NEGATED : 0) |
        (token <= deniedUntil ? DENIED : 0);
      bag.set(key, (bag.get(key) ?? 0) | kind);
    };
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const text = lower[i] as string;
      const first = text.charCodeAt(0);
      if (first < 48 || (first > 57 && first < 97)) continue; // a sign
      this.words.push(hash(text));
      if (negations.has(text)) {
        negated = 1;
        contradicts = 1;
        negatedUntil = i + negatedReach;
      }
      if (denials.has(text)) deniedUntil = i + deniedReach;
      if (denials.has(text) || contrary.has(text)) contradicts = 1;
      const written = word[i] as string;
      const capital = written !== text && (text.length > 2 || written === written.toUpperCase());
      // a name written out says its acronym too; the words stay, for articles that never use the acronym
      for (const { words, short } of capital ? (this.acronyms.get(text) ?? []) : [])
        if (words.every((part, k) => lower[i + k] === part)) push(short, true, i);
      const phrase = capital ? phraseAt(lower, i, sentence.endToken) : null;
      const next = i + 1 < sentence.endToken ? (lower[i + 1] as string) : '';
      const number = multipliers.has(next) ? numberOf(text) : Number.NaN;
      if (phrase !== null) {
        for (let k = 1; k < phrase[0]; k++) this.words.push(hash(lower[i + k] as string));
        push(phrase[1], true, i);
        i += phrase[0] - 1;
      } else if (!Number.isNaN(number)) {
        push(text, false, i, number * multiplierOf(next));
        this.words.push(hash(next));
        i++;
      } else if (text.includes('-')) {
        for (const part of text.split('-')) push(part, capital, i);
      } else push(text, capital, i);
    }
    if (terms < termsNeeded) {
      this.words.length = wordsBefore;
      return;
    }
    if (numbers.length > 0) this.numbers.set(this.spans.length, numbers);
    this.bags.add(bag);
    this.spans.push({ start: sentence.start, end: sentence.end });
    this.negated.push(negated);
    this.contrary.push(contradicts);
    this.firstWord.push(this.words.length);
  }
}

const aliasesByFirst = new Map<string, (readonly [string[], string])[]>();
for (const [phrase, alias] of phraseAliases) {
  const parts = phrase.split(' ');
  const first = parts[0] as string;
  aliasesByFirst.set(first, [...(aliasesByFirst.get(first) ?? []), [parts, alias]]);
}

/** The alias of the phrase that begins at token `at`, with its length in tokens. */
function phraseAt(lower: readonly string[], at: number, end: number): readonly [number, string] | null {
  for (const [parts, alias] of aliasesByFirst.get(lower[at] as string) ?? []) {
    if (at + parts.length <= end && parts.every((part, i) => lower[at + i] === part)) return [parts.length, alias];
  }
  return null;
}

/** For each token of an article whether it stands in one of the spans. */
function marked({ tokens }: Article, spans: readonly Span[]): Uint8Array {
  const found = new Uint8Array(tokens.count);
  for (const { start, end } of spans) {
    for (let i = tokenAt(tokens, start); i < tokens.count && (tokens.start[i] as number) < end; i++) found[i] = 1;
  }
  return found;
}
