import type { Article, Sentence } from '../article/article.js';
import { tokenAt } from '../article/tokens.js';
import { hash } from '../hash.js';
import type { ClaimWords } from '../languages/claimWords.js';
import type { Language } from '../languages/language.js';
import { perLanguage } from '../languages/material.js';
import type { Reading } from '../reading.js';
import type { Span } from '../span.js';
import { acronymsOf } from './acronyms.js';
import { type Bag, Bags } from './termBags.js';
import { ACT, DENIED, isSign, NAME, NEGATED, NUMBER, QUOTED, SPEAKER, type Term, termsOf } from './terms.js';

/** Of a text with more sentences (a book, a dump) only the first are compared. */
const mentionsKept = 1000;
/** Mentions with fewer terms assert nothing that could be recognised elsewhere. */
const termsNeeded = 3;
/** A crosshead in which nobody says anything (*Lightning advance of rebel groups*) names what follows, unless it is long. */
const termsOfCrosshead = 6;
/** Words that a negation reaches; these four numbers are set by hand. */
export const negatedReach = 4;
/** Of these, *any* and what it stands before: *nobody on board heard any alarm*. */
const wordsOfAnything = 2;
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
  private readonly terms: ReturnType<typeof termsOf>;

  constructor(
    private readonly article: Article,
    { attributions }: Reading,
    private readonly language: Language,
  ) {
    this.terms = termsOf(language);
    const speakers = attributions.flatMap(({ source, cue }) => [source, cue]);
    this.speakers = marked(
      article,
      speakers.filter((span) => span !== null),
    );
    this.acronyms = acronymsOf(article.tokens, language.claims.acronymSkips);
    this.quoted = marked(article, article.quotations);
    const body = article.sentences.findIndex(({ place }) => place !== 'headline');
    for (const [s, sentence] of article.sentences.entries()) {
      if (this.spans.length === mentionsKept) break;
      // a question asserts nothing, and *Follow us on …* nothing about the world
      if (article.text[sentence.end - 1] === '?' || sentence.boilerplate) continue;
      const crosshead = sentence.place === 'headline' && body >= 0 && s > body;
      this.add(sentence, crosshead && !this.attributes(sentence) ? termsOfCrosshead : termsNeeded);
    }
  }

  /** Whether somebody says something in a sentence. */
  private attributes({ firstToken, endToken }: Sentence): boolean {
    return this.speakers.subarray(firstToken, endToken).includes(1);
  }

  private add(sentence: Sentence, needed: number): void {
    const wordsBefore = this.words.length;
    const found = new Found(this.language.claims);
    this.gather(sentence, found);
    if (found.terms < needed) {
      this.words.length = wordsBefore;
      return;
    }
    if (found.numbers.length > 0) this.numbers.set(this.spans.length, found.numbers);
    if (found.contrary) this.denyReported(sentence, found.bag);
    this.bags.add(found.bag);
    this.spans.push({ start: sentence.start, end: sentence.end });
    this.negated.push(found.negatedUntil < 0 ? 0 : 1);
    this.contrary.push(found.contrary ? 1 : 0);
    this.firstWord.push(this.words.length);
  }

  /** *Reports that the ferry sank were false*: it is denied that the ferry sank. *That the report was false* denies nothing. */
  private denyReported({ start, end, firstToken, endToken }: Sentence, bag: Bag): void {
    const sentence = this.article.text.slice(start, end).replace(/\s/g, ' ');
    for (const report of this.language.claims.deniedReports) {
      const said = report.exec(sentence)?.indices?.[1];
      if (said === undefined) continue;
      this.denySaid({ from: start + said[0], to: start + said[1] }, { firstToken, endToken }, bag);
      break;
    }
  }

  /** Denies the words between two places of a sentence, where they assert something. */
  private denySaid(
    { from, to }: { readonly from: number; readonly to: number },
    { firstToken, endToken }: Pick<Sentence, 'firstToken' | 'endToken'>,
    bag: Bag,
  ): void {
    const { tokens } = this.article;
    const said: Term[] = [];
    for (let i = firstToken; i < endToken; i++) {
      const [word, written] = [tokens.lower[i]!, tokens.word[i]!];
      if (tokens.start[i]! < from || tokens.start[i]! >= to || isSign(word)) continue;
      for (const part of this.terms.wordOf(word).parts ?? [word]) {
        const term = this.terms.termOf(part, written !== word);
        if (term !== null && bag.has(term.hash)) said.push(term);
      }
    }
    if (said.some(({ act }) => act) || said.length >= termsNeeded)
      for (const { hash: key } of said) bag.set(key, bag.get(key)! | DENIED);
  }

  /** Walks the words of a sentence; names and numbers of several words become one term. */
  private gather(sentence: Sentence, found: Found): void {
    const { lower, word, form } = this.article.tokens;
    const { terms } = this;
    const { multipliers } = this.language.claims;
    const aliases = aliasesByFirst(this.language.claims);
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const text = lower[i]!;
      if (isSign(text)) continue;
      const known = terms.wordOf(text, form[i]!);
      this.words.push(known.hash);
      if (known.turns) found.heed(text, i, i + 1 < sentence.endToken ? lower[i + 1]! : '');
      const written = word[i]!;
      const capital = written !== text && (text.length > 2 || written === written.toUpperCase());
      const marks = (this.quoted[i] ? QUOTED : 0) | (this.speakers[i] ? SPEAKER : 0) | found.polarity(i);
      // a name written out says its acronym too; the words stay, for articles that never use the acronym
      for (const { words, short } of capital ? (this.acronyms.get(text) ?? []) : [])
        if (words.every((part, k) => lower[i + k] === part)) found.push(terms.termOf(short, true), true, marks);
      const phrase = capital ? phraseAt(lower, i, sentence.endToken, aliases) : null;
      const next = i + 1 < sentence.endToken ? lower[i + 1]! : '';
      const times = Number.isNaN(known.number) ? undefined : multipliers.get(next);
      const phrasal = capital ? null : known.phrasal(next);
      if (phrase !== null) {
        for (let k = 1; k < phrase[0]; k++) this.words.push(form[i + k]!);
        found.push(terms.termOf(phrase[1], true), true, marks);
        i += phrase[0] - 1;
      } else if (times !== undefined) {
        found.push(known.term(false), false, marks, known.number * times);
        this.words.push(form[i + 1]!);
        i++;
      } else if (phrasal !== null) {
        found.push(terms.termOf(phrasal, false), false, marks);
        this.words.push(form[i + 1]!);
        i++;
      } else if (known.parts !== null) {
        for (const part of known.parts) found.push(terms.termOf(part, capital), capital, marks);
      } else found.push(known.term(capital), capital, marks);
    }
  }
}

/** What is found in one sentence. */
class Found {
  readonly bag: Bag = new Map();
  readonly numbers: number[] = [];
  terms = 0;
  contrary = false;
  /** Before the last negation. */
  private wasContrary = false;
  negatedUntil = -1;
  deniedUntil = -1;

  constructor(private readonly language: ClaimWords) {}

  /** Heeds a word that turns what follows into its contrary. */
  heed(text: string, token: number, next: string): void {
    const { negations, denials, denialsOfTwo, withheld, additions, truths, truthOf, anything } = this.language;
    const isNegated = token <= this.negatedUntil;
    if (anything.has(text)) {
      if (isNegated) this.negatedUntil = Math.max(this.negatedUntil, token + wordsOfAnything);
      return;
    }
    if (truths.has(text)) {
      if (isNegated && truthOf.has(next)) this.deniedUntil = token + deniedReach;
      return;
    }
    const withholds = withheld.get(text) === next;
    if ((withheld.has(text) && !withholds) || (negations.has(text) && additions.has(next))) return;
    if (denialsOfTwo.has(text) && denialsOfTwo.get(text) !== next) return;
    const denies = denials.has(text) || denialsOfTwo.has(text);
    if ((denies || withholds) && isNegated) {
      // *nobody disputes that …*, *did not fail to …*: it is so
      this.contrary = this.wasContrary;
      this.negatedUntil = -1;
      return;
    }
    const negates = withholds || negations.has(text);
    if (negates) this.wasContrary = this.contrary;
    this.contrary = true;
    if (negates) this.negatedUntil = token + negatedReach;
    if (denies) this.deniedUntil = token + deniedReach;
  }

  polarity(token: number): number {
    return (token <= this.negatedUntil ? NEGATED : 0) | (token <= this.deniedUntil ? DENIED : 0);
  }

  /** Adds a term; `value` is the number that it writes with the next word. */
  push(term: Term | null, capital: boolean, marks: number, value = Number.NaN): void {
    if (term === null) return;
    this.terms++;
    const number = Number.isNaN(value) ? term.value : value;
    const isNumber = !Number.isNaN(number);
    if (isNumber) this.numbers.push(number);
    const key = isNumber ? hash(`#${number}`) : term.hash;
    const kind = marks | (isNumber ? NUMBER : capital ? NAME : term.act ? ACT : 0);
    this.bag.set(key, (this.bag.get(key) ?? 0) | kind);
  }
}

type Aliases = ReadonlyMap<string, readonly (readonly [string[], string])[]>;

/** Names of several words by their first, with the alias that each becomes. */
const aliasesByFirst = perLanguage(({ phraseAliases }: ClaimWords): Aliases => {
  const byFirst = new Map<string, (readonly [string[], string])[]>();
  for (const [phrase, alias] of phraseAliases) {
    const parts = phrase.split(' ');
    const first = parts[0]!;
    byFirst.set(first, [...(byFirst.get(first) ?? []), [parts, alias]]);
  }
  return byFirst;
});

/** The alias of the phrase that begins at token `at`, with its length in tokens. */
function phraseAt(
  lower: readonly string[],
  at: number,
  end: number,
  aliases: Aliases,
): readonly [number, string] | null {
  for (const [parts, alias] of aliases.get(lower[at]!) ?? []) {
    if (at + parts.length <= end && parts.every((part, i) => lower[at + i] === part)) return [parts.length, alias];
  }
  return null;
}

/** For each token of an article whether it stands in one of the spans. */
function marked({ tokens }: Article, spans: readonly Span[]): Uint8Array {
  const found = new Uint8Array(tokens.count);
  for (const { start, end } of spans) {
    for (let i = tokenAt(tokens, start); i < tokens.count && tokens.start[i]! < end; i++) found[i] = 1;
  }
  return found;
}
