import { say } from '../../../../l10n/say.js';
import { languageOf } from '../languages/index.js';
import type { Language } from '../languages/language.js';
import { negatedReach } from '../mentions/mentionBuilder.js';
import type { MentionTable } from '../mentions/mentionTable.js';
import { DENIED, NAME, NEGATED, SPEAKER, termsOf } from '../mentions/terms.js';
import { differenceBehindSubject, differenceOf, wordsIn } from './difference.js';
import {
  type Measure,
  measuresAgree,
  measuresApart,
  measuresInWords,
  measuresOf,
  measuresRounded,
  withoutTolls,
} from './measures.js';
import { oppositesIn, termOfWords, withPhrasalVerbs } from './opposites.js';
import type { Quoted } from './quoted.js';

/** What is compared exactly, beside the judge, in the words of two sentences. */
export interface Slots {
  /** They give numbers of one unit that cannot be one, or words that say the opposite. */
  readonly apart: boolean;
  /** They differ in numbers alone, and these go together (*two dozen*, *24*), or one of them rounds the other's (*nearly 500*, *496*). */
  readonly numbersAgree: boolean;
  /** One negates or denies something that the other says. */
  readonly turned: boolean;
  /** One denies something that the other says: never agreement, whatever the judge hears. */
  readonly denied: boolean;
  /** One negates half of what both say, or both deny, and not one thing: no agreement either. */
  readonly reversed: boolean;
  /** One denies something or calls it false, the other denies and negates nothing. */
  readonly opposed: boolean;
  /** One of them says nothing that the other does not, and turns nothing round: it is only shorter. */
  readonly contained: boolean;
  /** They are the same words but in one place, where each says who, how many or what was done. */
  readonly oneDifference: boolean;
  /**
   * The same, behind another subject too, and what differs cannot both be so of one thing: numbers of one unit, opposites,
   * two people by their full names.
   */
  readonly decisive: boolean;
  /** Both deny something, or one says that nobody denies it: the judge takes such words for a contradiction. */
  readonly bothDeny: boolean;
}

/** Compares mention i of article a with j of b. */
export function slotsOf(a: Quoted, i: number, b: Quoted, j: number): Slots {
  const [one, other] = [a.mentions, b.mentions];
  const [measures, others] = [plainMeasures(a, i), plainMeasures(b, j)];
  const language = languageOf(one.language);
  const [wordsOfA, wordsOfB] = [wordsIn(a.sentence(i)), wordsIn(b.sentence(j))];
  const words = wordsApart(a, i, b, j);
  const { turned, turnedByBoth, denied, reversed, contained } = termsCompared(one, i, other, j);
  const unlike = one.contrary[i] !== other.contrary[j];
  const undenied = deniesDenial(wordsOfA, language);
  const othersUndenied = deniesDenial(wordsOfB, language);
  const negates = one.negated[i] === 1 || other.negated[j] === 1;
  // *denied that she is*, *she is not*; a negation of something else (*could not say when*) denies nothing of it
  const isOneDenial = (turnedByBoth || !negates) && undenied === othersUndenied;
  const isNumberApart = measuresApart(measures, others) !== null && !isPartOf(a, i, b, j);
  const apart = isNumberApart || oppositesOf(a, i, b, j) !== null;
  // what one denies is the opposite of what the other says
  const agree = unlike && !apart && deniesOpposite(a, i, b, j);
  return {
    apart,
    numbersAgree:
      (words !== null && differInNumbers(words, a, i, b, j)) || (!unlike && measuresRounded(measures, others)),
    turned: turned && unlike && !agree,
    denied: denied && !agree,
    reversed: !agree && (unlike ? reversed : denied && !isOneDenial),
    // a bare negation turns round only what it reaches
    opposed: unlike && !negates && !agree,
    contained: contained && !unlike,
    oneDifference: words !== null && isTelling(words, language),
    decisive: !unlike && isDecisive(a, i, b, j, apart),
    bothDeny: agree || (one.contrary[i] === 1 && other.contrary[j] === 1) || undenied || othersUndenied,
  };
}

/**
 * Of one place in which two sentences differ, whether each side tells who, how many or what was done. Other words may be two
 * for one (*jihadists*, *militants*): of 5 such contradictions told between articles of five corpora none was one.
 */
function isTelling(words: readonly [string, string], language: Language): boolean {
  const isOf = (is: (word: string) => boolean): boolean => words.every((part) => wordsIn(part).some(is));
  const isAct = (word: string): boolean => termsOf(language).termOf(word.toLowerCase(), false)?.act === true;
  // an age (*31-year-old*) tells two people apart
  const isTime = (word: string): boolean =>
    !Number.isNaN(termsOf(language).numberOf(word.toLowerCase())) || language.claims.clock.has(word.toLowerCase());
  // *Dylan’s*, *Mr Thomas*: a title comes with who was named before
  const isTitled = (part: string): boolean =>
    wordsIn(part).some((word) => language.claims.stopWords.has(word.toLowerCase()));
  return isOf(isTime) || isOf(isAct) || words.every((part) => isName(part) && !isTitled(part));
}

const isName = (words: string): boolean => wordsIn(words).every((word) => /^\p{Lu}/u.test(word));

/** First and last name, with a title or two. */
const wordsOfFullName = { least: 2, most: 4 } as const;

/** `apart`: they give numbers of one unit that cannot be one, or opposites. */
function isDecisive(a: Quoted, i: number, b: Quoted, j: number, apart: boolean): boolean {
  const { subjects } = languageOf(a.mentions.language).claims;
  const words = wordsApart(a, i, b, j) ?? differenceBehindSubject(a.sentence(i), b.sentence(j), subjects);
  if (words === null) return false;
  // two may say the same
  const said = new Set([...wordsSaid(a, i), ...wordsSaid(b, j)]);
  const isFullName = (part: string): boolean => {
    const names = wordsIn(part);
    const isFull = names.length >= wordsOfFullName.least && names.length <= wordsOfFullName.most;
    return isFull && isName(part) && names.every((name) => said.has(name));
  };
  return apart || words.every(isFullName);
}

/** Whether one number counts a part of what the other counts: *sales in its home market*, *group sales*. */
function isPartOf(a: Quoted, i: number, b: Quoted, j: number): boolean {
  const { ofWhole, ofPart } = languageOf(a.mentions.language).claims;
  const [one, other] = [wordsSaid(a, i).join(' '), wordsSaid(b, j).join(' ')];
  const isWhole = ofWhole.test(one);
  return isWhole !== ofWhole.test(other) && ofPart.test(isWhole ? other : one);
}

/** Whether mention i of a, or j of b, says nothing that the other does not, and turns nothing round: it is only shorter. */
export const isContained = (a: MentionTable, i: number, b: MentionTable, j: number): boolean =>
  a.contrary[i] === b.contrary[j] && termsCompared(a, i, b, j).contained;

/** What two sentences contradict each other in, in words for a person; '' where nothing exact tells. */
export function differenceInWords(a: Quoted, i: number, b: Quoted, j: number): string {
  const against = ([one, other]: readonly [string, string]): string => say`They differ: “${one}” against “${other}”.`;
  const measures = measuresApart(plainMeasures(a, i), plainMeasures(b, j));
  if (measures !== null) return say`They differ: ${measuresInWords(measures)}.`;
  const words = wordsApart(a, i, b, j);
  if (words !== null) return against(words);
  const opposites = oppositesOf(a, i, b, j);
  if (opposites !== null) return against(opposites);
  const isTurned = a.mentions.contrary[i] !== b.mentions.contrary[j];
  return isTurned ? say`One denies or negates what the other says.` : '';
}

/** The one place in which two sentences differ; `null` also where that is only another form or spelling of the same. */
function wordsApart(a: Quoted, i: number, b: Quoted, j: number): readonly [string, string] | null {
  const words = differenceOf(a.sentence(i), b.sentence(j));
  return words === null || areOneTerm(words, languageOf(a.mentions.language)) ? null : words;
}

const oppositesOf = (a: Quoted, i: number, b: Quoted, j: number): readonly [string, string] | null =>
  oppositesIn(wordsSaid(a, i), wordsSaid(b, j), languageOf(a.mentions.language));

/** Whether one denies the opposite of what the other says: *acquitted*, *retracted its report that he was convicted*. */
const deniesOpposite = (a: Quoted, i: number, b: Quoted, j: number): boolean => {
  const language = languageOf(a.mentions.language);
  return (
    oppositesIn(wordsDenied(a, i), wordsSaid(b, j), language) !== null ||
    oppositesIn(wordsSaid(a, i), wordsDenied(b, j), language) !== null
  );
};

/**
 * The words of a mention without those about who says it (*it concluded* is not the end of anything) and those that it
 * negates (*not dead*: alive).
 */
const wordsSaid = (quoted: Quoted, m: number): readonly string[] =>
  wordsWhere(quoted, m, (kind) => (kind & (SPEAKER | NEGATED | DENIED)) === 0);

const wordsDenied = (quoted: Quoted, m: number): readonly string[] =>
  wordsWhere(quoted, m, (kind) => (kind & (NEGATED | DENIED)) !== 0);

/** The words of a mention whose terms are of a kind, verbs of two words (*gave way*) as one; of none are those that are no terms. */
function wordsWhere({ mentions, sentence }: Quoted, m: number, is: (kind: number) => boolean): readonly string[] {
  const language = languageOf(mentions.language);
  const kinds = new Map<number, number>();
  for (let k = mentions.firstBag[m]!; k < mentions.firstBag[m + 1]!; k++)
    kinds.set(mentions.topic.term[mentions.bagPlace[k]!]!, mentions.bagKind[k]!);
  return withPhrasalVerbs(wordsIn(sentence(m)), language).filter((word) =>
    is(kinds.get(termOfWords(word, language)?.hash ?? 0) ?? 0),
  );
}

const plainMeasures = ({ mentions, sentence }: Quoted, m: number): readonly Measure[] =>
  withoutTolls(measuresOf(sentence(m), languageOf(mentions.language)), mentions.counts.get(m) ?? []);

/** Whether the words in which two sentences differ are numbers, and these go together. */
function differInNumbers(words: readonly [string, string], a: Quoted, i: number, b: Quoted, j: number): boolean {
  const language = languageOf(a.mentions.language);
  return (
    words.every((part) => wordsIn(part).every((word) => isOfNumber(word.toLowerCase(), language))) &&
    measuresAgree(measuresOf(a.sentence(i), language), measuresOf(b.sentence(j), language))
  );
}

/** Whether two parts are the same words in other forms or spellings: *Shia*, *Shiite*; *Abdel-Karim*, *Abdelkarim*. */
function areOneTerm([one, other]: readonly [string, string], language: Language): boolean {
  const termOf = (word: string | undefined): number | undefined =>
    word === undefined ? undefined : termsOf(language).termOf(word.toLowerCase(), word !== word.toLowerCase())?.hash;
  const [words, others] = [wordsIn(one), wordsIn(other)];
  return words.length === others.length && words.every((word, k) => termOf(word) === termOf(others[k]));
}

const isOfNumber = (word: string, { claims, harm }: Language): boolean =>
  /^\d/.test(word) ||
  claims.numbers.has(word) ||
  harm.numbers.scales.has(word) ||
  claims.qualifiers.some(({ phrase }) => phrase.split(' ').includes(word));

/** *Nobody disputes that …*, *did not deny*. */
const deniesDenial = (words: readonly string[], { claims: { denials, negations } }: Language): boolean =>
  words.some(
    (word, k) =>
      denials.has(word.toLowerCase()) &&
      words.slice(Math.max(0, k - negatedReach), k).some((before) => negations.has(before.toLowerCase())),
  );

/**
 * Share of the words of both, names aside, from which on a negation that reaches them in one of the two turns the whole
 * round (*There is no emergency*). Of labelled pairs that would be told as the same 5 of 12 are, below it 4 of 5.
 */
const turnedShare = 0.5;

/** Walks the terms of two mentions side by side. */
function termsCompared(
  a: MentionTable,
  i: number,
  b: MentionTable,
  j: number,
): Pick<Slots, 'turned' | 'denied' | 'reversed' | 'contained'> & { readonly turnedByBoth: boolean } {
  const [xEnd, yEnd] = [a.firstBag[i + 1]!, b.firstBag[j + 1]!];
  let x = a.firstBag[i]!;
  let y = b.firstBag[j]!;
  let shared = 0;
  let [said, turned] = [0, 0];
  let [deniedByOne, deniedByBoth, turnedByBoth] = [false, false, false];
  while (x < xEnd && y < yEnd) {
    const one = a.topic.term[a.bagPlace[x]!]!;
    const other = b.topic.term[b.bagPlace[y]!]!;
    if (one === other) {
      shared++;
      const [kindA, kindB] = [a.bagKind[x]!, b.bagKind[y]!];
      if ((kindA & kindB & NAME) === 0) {
        said++;
        if (((kindA ^ kindB) & (NEGATED | DENIED)) !== 0) turned++;
        deniedByOne ||= ((kindA ^ kindB) & DENIED) !== 0;
        deniedByBoth ||= (kindA & kindB & DENIED) !== 0;
        turnedByBoth ||= (kindA & (NEGATED | DENIED)) !== 0 && (kindB & (NEGATED | DENIED)) !== 0;
      }
    }
    if (one <= other) x++;
    if (other <= one) y++;
  }
  const fewer = Math.min(xEnd - a.firstBag[i]!, yEnd - b.firstBag[j]!);
  return {
    turned: turned > 0,
    turnedByBoth,
    denied: deniedByOne && !deniedByBoth,
    reversed: turned > 0 && turned >= turnedShare * said,
    contained: shared === fewer,
  };
}
