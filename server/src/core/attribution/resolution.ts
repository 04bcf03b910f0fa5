import type { PronounKind } from '../languages/speechWords.js';
import { speech } from '../languages/tokenClasses.js';
import { indexAt } from '../span.js';
import { is, isOneOf, type TokenRange, type Words } from '../words.js';
import { isNamed, type Level } from './attribution.js';
import { levelOf } from './level.js';
import { isClassless, isPersonal, namedBefore, namesLikeRoles } from './names.js';
import { anyIn, isCapital, nameIn, type Phrase, parsePhrase } from './phrase.js';

/** Who a source expression stands for. */
export interface Referent {
  readonly level: Level;
  /** The words that name it best: the full name for a surname, the first mention for *the source*. */
  readonly name: TokenRange;
  /** What a pronoun or *the official* goes back to; `null` where it stands for itself. */
  readonly refersTo: TokenRange | null;
  readonly pronoun: boolean;
}

interface Known {
  readonly phrase: Phrase;
  readonly referent: Referent;
}

/** How many sentences on a label may wait for its name. All reaches here are set by hand. */
const namingReach = 4;
/** How many sources back *the official* may reach, and how many words where no source was called so. */
const antecedentReach = 60;
const textReach = 3000;
/** In words, from *the lawmaker* back to a name. */
const nameReach = 60;
/** How many sources back a pronoun may reach. */
const pronounReach = 6;

/** Resolves the sources of one article in the order of the text: each may go back to those before it. */
export class Resolver {
  private readonly known: Known[] = [];
  private readonly surnames = new Map<string, TokenRange>();
  /** Surnames of the article that are words for people as well, once they are asked for. */
  private namedLikeRoles: ReadonlySet<string> | null = null;

  constructor(private readonly words: Words) {}

  resolve(source: TokenRange): Referent {
    const phrase = parsePhrase(this.words, source);
    const referent = this.referentOf(phrase);
    if (!referent.pronoun) this.known.push({ phrase, referent });
    return referent;
  }

  private referentOf(phrase: Phrase): Referent {
    const { words } = this;
    if (isPronoun(words, phrase)) return this.pronoun(phrase);
    if (phrase.person !== null) return this.person(phrase.person);
    const own = { name: nameIn(words, phrase), refersTo: null, pronoun: false };
    if (isCapital(words, phrase.head)) {
      const full = this.surnames.get(words.lower[phrase.head]!);
      if (full !== undefined) return { level: 'named-person', name: full, refersTo: full, pronoun: false };
    }
    // *Representative | Tarik Benali*: the name begins where the phrase was cut
    if (
      isCapital(words, phrase.head) &&
      phrase.head === phrase.to - 1 &&
      isCapital(words, phrase.to) &&
      is(words, phrase.head, speech.role | speech.title | speech.office | speech.spokesperson) &&
      !is(words, phrase.to, speech.time)
    )
      return this.person({ from: phrase.to, to: phrase.to + 1 });
    if (this.isSurname(phrase)) return this.person({ from: phrase.head, to: phrase.head + 1 });
    const apposed = this.apposition(phrase);
    if (apposed !== null) return this.person(apposed);
    const named = namedBefore(words, phrase);
    if (named !== null)
      return is(words, phrase.head, speech.media | speech.body)
        ? { ...own, level: 'named-body', name: named }
        : this.person(named);
    const level = levelOf(words, phrase);
    if (level === 'named-person') return { ...own, level };
    const antecedent = phrase.anaphoric ? this.antecedent(phrase) : null;
    if (antecedent !== null) return antecedent;
    const later = level === 'unnamed-role' && phrase.anaphoric ? this.namedLater(phrase) : null;
    if (later !== null) return this.person(later);
    if (level !== 'spokesperson' && level !== 'named-body' && this.isNamedSoon(phrase))
      return { ...own, level: 'named-body' };
    const name = isNamed(level) ? own.name : withoutArticle(words, phrase);
    return { level, name, refersTo: null, pronoun: false };
  }

  /** *one of the commanders, Tarik Benali,*: the name behind the phrase wins. */
  private apposition({ head, to }: Phrase): TokenRange | null {
    const { words } = this;
    if (words.lower[to] !== ',' || !is(words, head, speech.role | speech.people | speech.spokesperson)) return null;
    let start = to + 1;
    // *the guide, who calls herself Ilse Dahl,*
    while (start < to + longestCalling && isCalling(words, start)) start++;
    let end = start;
    while (isCapital(words, end)) end++;
    const closed = /^[,.]$/.test(words.lower[end] ?? '.');
    return closed &&
      end - start > 1 &&
      end - start <= longestName &&
      !is(words, end - 1, speech.time | speech.body | speech.media)
      ? { from: start, to: end }
      : null;
  }

  /** *Hunter said*, where the article has a Mr Hunter or a Duncan Hunter. */
  private isSurname({ from, to, head }: Phrase): boolean {
    const { words } = this;
    if (head !== to - 1 || !isCapital(words, head) || !is(words, head, speech.role | speech.people)) return false;
    if (head > from && !is(words, head - 1, speech.title) && words.lower[head - 1] !== '.') return false;
    this.namedLikeRoles ??= namesLikeRoles(words);
    return this.namedLikeRoles.has(words.lower[head]!);
  }

  private person(person: TokenRange): Referent {
    const surname = this.words.lower[person.to - 1]!;
    const earlier = this.surnames.get(surname);
    if (earlier === undefined) this.surnames.set(surname, person);
    const name = earlier !== undefined && earlier.to - earlier.from >= person.to - person.from ? earlier : person;
    return { level: 'named-person', name, refersTo: null, pronoun: false };
  }

  private pronoun(phrase: Phrase): Referent {
    const lower = this.words.lower[phrase.head]!;
    const kind = this.words.says.pronouns.get(lower);
    const self = { name: phrase, refersTo: null, pronoun: true };
    if (kind === undefined) return { ...self, level: 'named-person' };
    for (const { phrase: earlier, referent } of this.known.slice(-pronounReach).reverse())
      if (pronounFits[kind](this.words, earlier, referent.level))
        return { level: referent.level, name: referent.name, refersTo: earlier, pronoun: true };
    return { ...self, level: kind === 'body' || kind === 'bodyOrPeople' ? 'named-body' : 'named-person' };
  }

  /** *The source*, *the official*, *the agency*: the last source of that kind, else the last such person in the text. */
  private antecedent(phrase: Phrase): Referent | null {
    const { words } = this;
    const lemma = words.says.singular(words.lower[phrase.head]!);
    if (
      !is(
        words,
        phrase.head,
        speech.role |
          speech.bareSource |
          speech.spokesperson |
          speech.person |
          speech.people |
          speech.body |
          speech.media |
          speech.report,
      )
    )
      return null;
    if (isCapital(words, phrase.head)) return null;
    for (let k = this.known.length - 1; k >= Math.max(0, this.known.length - antecedentReach); k--) {
      const { phrase: earlier, referent } = this.known[k]!;
      if (!this.matches(phrase, lemma, earlier, referent.level)) continue;
      return { level: referent.level, name: referent.name, refersTo: referent.refersTo ?? earlier, pronoun: false };
    }
    return is(words, phrase.head, speech.role | speech.spokesperson | speech.person)
      ? this.inText(phrase, lemma)
      : null;
  }

  /** The same head in the same number, or a named person so described; what modifies both is not altogether different. */
  private matches(phrase: Phrase, lemma: string, earlier: Phrase, level: Level): boolean {
    const { words } = this;
    const sameHead =
      level === 'named-person'
        ? anyIn(earlier.from, earlier.to, (i) => words.says.singular(words.lower[i]!) === lemma)
        : words.lower[earlier.head] === words.lower[phrase.head];
    if (!sameHead) return false;
    const modifiers = this.modifiersOf(phrase);
    const earlierOnes = this.modifiersOf({ ...earlier, head: earlier.to }).filter(
      (one) => one !== words.lower[earlier.head],
    );
    return modifiers.length === 0 || earlierOnes.length === 0 || modifiers.some((one) => earlierOnes.includes(one));
  }

  private modifiersOf({ from, head }: Phrase): string[] {
    const { words } = this;
    return words.lower.slice(from, head).filter((_, k) => !is(words, from + k, speech.determiner | speech.count));
  }

  /** *The driver said*, after *the driver, Tarik Benali,* or *driver Tarik Benali* who was no source. */
  private inText(phrase: Phrase, lemma: string): Referent | null {
    const { words } = this;
    for (let i = phrase.from - 1; i >= Math.max(0, phrase.from - textReach); i--) {
      if (words.says.singular(words.lower[i]!) !== lemma) continue;
      const next = words.lower[i + 1] === ',' ? i + 2 : i + 1;
      const named = isCapital(words, next) && isCapital(words, next + 1);
      // *the driver* again: whoever was called so before
      if (!named && (isOneOf(words, i - 1, words.says.the) || isOneOf(words, i - 2, words.says.the))) continue;
      return named
        ? {
            level: 'named-person',
            name: { from: next, to: next + 2 },
            refersTo: { from: next, to: next + 2 },
            pronoun: false,
          }
        : null;
    }
    // *the 34-year-old baker said*: whoever was named before
    if (anyIn(phrase.from, phrase.head, (i) => words.says.aged.test(words.lower[i]!))) return this.lastNamed(phrase);
    const alone = phrase.head === phrase.to - 1 && isOneOf(words, phrase.from, words.says.the);
    return alone && isOneOf(words, phrase.head, words.says.publicRoles) ? this.lastNamed(phrase) : null;
  }

  /** *The lawmaker said*, close behind *Rep. Tarik Benali*. */
  private lastNamed({ from }: Phrase): Referent | null {
    const { words } = this;
    for (let i = from - 1; i > Math.max(0, from - nameReach); i--) {
      if (!isClassless(words, i) || !isPersonal(words, i - 1)) continue;
      const name = { from: i - 1, to: i + 1 };
      return { level: 'named-person', name, refersTo: name, pronoun: false };
    }
    return null;
  }

  /** *His manager said*, before *manager Tarik Benali* a few sentences on. */
  private namedLater(phrase: Phrase): TokenRange | null {
    const { words } = this;
    const { sentences } = words.article;
    const from = indexAt(sentences, words.article.tokens.start[phrase.from]!);
    const end = sentences[Math.min(from + namingReach, sentences.length - 1)]?.endToken ?? phrase.to;
    for (let i = phrase.to; i < end - 2; i++) {
      if (words.lower[i] !== words.lower[phrase.head] || isOneOf(words, i - 1, words.says.indefiniteArticles)) continue;
      const next = words.lower[i + 1] === ',' ? i + 2 : i + 1;
      if (isCapital(words, next) && isCapital(words, next + 1) && !is(words, next, speech.time))
        return { from: next, to: next + 2 };
    }
    return null;
  }

  /** *A monitor*, *a rights group* whose name stands in the same or the next few sentences. */
  private isNamedSoon(phrase: Phrase): boolean {
    const { words } = this;
    if (!isOneOf(words, phrase.head, words.says.namelessBodies)) return false;
    if (phrase.counted || !(is(words, phrase.from, speech.determiner) || phrase.from === phrase.head)) return false;
    const { sentences } = words.article;
    const from = indexAt(sentences, words.article.tokens.start[phrase.from]!);
    const end = sentences[Math.min(from + namingReach, sentences.length - 1)]?.endToken ?? phrase.to;
    const start = sentences[Math.max(0, from)]?.firstToken ?? phrase.from;
    for (let i = start; i < end; i++)
      if ((i < phrase.from || i >= phrase.to) && isCapital(words, i) && isOneOf(words, i, words.says.monitorNames))
        return true;
    return false;
  }
}

/** In words: *who is known as*; set by hand. */
const longestCalling = 5;
/** In words: a person's name behind *known as*; more capitals in a row are something else; set by hand. */
const longestName = 4;

const isCalling = (words: Words, i: number): boolean =>
  isOneOf(words, i, words.says.who) ||
  isOneOf(words, i, words.says.be) ||
  isOneOf(words, i, words.says.as) ||
  isOneOf(words, i, words.says.aside) ||
  isOneOf(words, i, words.says.withheld) ||
  isOneOf(words, i, words.says.reflexives);

const isPronoun = (words: Words, phrase: Phrase): boolean =>
  phrase.to - phrase.from === 1 &&
  is(words, phrase.from, speech.pronoun) &&
  !isOneOf(words, phrase.from, words.says.impersonal);

type Fits = (words: Words, earlier: Phrase, level: Level) => boolean;

const isPlural: Fits = (words, { head, counted }) =>
  counted ||
  is(words, head, speech.people | speech.fighters | speech.bodies) ||
  words.says.pluralSource.test(words.lower[head]!);
const onePerson: Fits = (words, earlier, level) =>
  (level === 'named-person' ||
    level === 'spokesperson' ||
    level === 'unnamed-role' ||
    level === 'anonymous-person' ||
    is(words, earlier.head, speech.office)) &&
  !isPlural(words, earlier, level);
const oneBody: Fits = (words, earlier, level) =>
  (level === 'named-body' || level === 'vague-media') && !isPlural(words, earlier, level);

const pronounFits: Readonly<Record<PronounKind, Fits>> = {
  person: onePerson,
  body: oneBody,
  bodyOrPeople: (words, earlier, level) => isPlural(words, earlier, level) || level === 'named-body',
  people: isPlural,
};

/** *source at the mill*: all of the phrase tells one unnamed source from another. */
function withoutArticle(words: Words, { from, to, head }: Phrase): TokenRange {
  let start = from;
  while (start < head && is(words, start, speech.determiner)) start++;
  return { from: start, to };
}
