import type { Article } from '../article/article.js';
import { numbersOf } from '../article/tokens.js';
import type { HarmWords } from '../languages/harmWords.js';
import type { ReadingSettings } from '../readingSettings.js';
import type { Grade } from './figure.js';

/** In words; all listed phrases are shorter. */
const longestPhrase = 4;
/** In words; names that a folder gives may be longer: *Commission for the Verification of Losses in the Valley*. */
const longestName = 12;
/** What one word of war weighs, beside 1 for each kind of sign of fighting; set by hand. */
const warWeighs = 3;
/** How much makes a conflict of what an article tells, and how much an open war; set by hand. */
const conflictFrom = 4;
/** The media of a state speak for a side as soon as there are signs of fighting. */
const fightingFrom = 2;
const openWarFrom = 6;
/** Armies are sides sooner than ministries. */
const armyFrom = 3;

/** What the words for a source say of its place in the conflict that one article tells of. */
export class SourceKinds {
  private readonly settings: { parties: ReadonlySet<string>; independent: ReadonlySet<string> };
  private war: number | null = null;
  private lower: string | null = null;
  private readonly states = new Map<string, boolean>();
  /** What was found, by the words: an article's figures stand on few sources. */
  private readonly kinds = new Map<string, Grade | null>();

  constructor(
    private readonly article: Article,
    private readonly harms: HarmWords,
    settings: ReadingSettings,
  ) {
    const lower = (names: readonly string[]) =>
      new Set(names.map((name) => plain(name.replace(harms.leadingArticle, ''), harms).join(' ')));
    this.settings = { parties: lower(settings.parties), independent: lower(settings.independentBodies) };
  }

  /** The grade that the words call for by themselves (see `plain`), or `null` where they say nothing. */
  kindOf(words: readonly string[]): Grade | null {
    const key = words.join(' ');
    let kind = this.kinds.get(key);
    if (kind === undefined) {
      kind = this.find(words);
      this.kinds.set(key, kind);
    }
    return kind;
  }

  private find(words: readonly string[]): Grade | null {
    const { independentBodies, fighters, parties, authorities, localAuthorities, companies, media, governments } =
      this.harms;
    const phrases = phrasesOf(words, longestPhrase);
    const has = (set: ReadonlySet<string>): boolean => holds(words, phrases, set);
    const told = (set: ReadonlySet<string>): boolean =>
      set.size > 0 && holds(words, phrasesOf(words, longestName), set);
    if (told(this.settings.independent)) return 'independent';
    if (told(this.settings.parties)) return 'party';
    if (has(independentBodies)) return 'independent';
    if (has(fighters)) return 'party';
    // the army of a country at peace is an authority, and its television an outlet
    const orParty = (inPeace: Grade): Grade => (this.isConflict() ? 'party' : inPeace);
    const ofState = (): Grade => (this.weight() >= fightingFrom ? 'party' : 'media');
    if (has(parties)) return has(media) ? ofState() : this.weight() >= armyFrom ? 'party' : 'independent';
    const state = stateOf(phrases, this.harms);
    if (state !== undefined) return this.isParty(state, words) ? ofState() : 'media';
    if (has(authorities)) return orParty('independent');
    if (has(localAuthorities)) return this.weight() >= openWarFrom ? 'party' : 'independent';
    if (has(companies)) return 'interested';
    if (has(media)) return 'media';
    return has(governments) ? orParty('independent') : null;
  }

  /** Whether the words around a name make it a company's: *the ferry’s owner, Sunline*, *the Brackwell plant*. */
  isCompany(around: readonly string[]): boolean {
    const phrases = phrasesOf(around, longestPhrase);
    return holds(around, phrases, this.harms.companies) || holds(around, phrases, this.harms.workplaces);
  }

  /** A state's outlet speaks for a party where the article tells of that state, or is by that outlet. */
  private isParty(state: string, words: readonly string[]): boolean {
    if (this.tellsOf(state)) return true;
    const own = plain(this.article.metadata.outlet ?? '', this.harms)[0];
    return (
      own !== undefined && words.some((word) => word === own || word === `${own}s`) && this.weight() >= fightingFrom
    );
  }

  /** Whether the article names a state. */
  private tellsOf(state: string): boolean {
    let told = this.states.get(state);
    if (told === undefined) {
      this.lower ??= this.article.text.toLowerCase();
      told = this.lower.includes(state);
      this.states.set(state, told);
    }
    return told;
  }

  /** Whether the article tells of a conflict: rebels and an army, or shelling and a ceasefire; not an army alone. */
  isConflict(): boolean {
    return this.weight() >= conflictFrom;
  }

  /** How much the article tells of war. Each word, and each kind of sign, counts once, however often it stands there. */
  private weight(): number {
    if (this.war !== null) return this.war;
    const { tokens } = this.article;
    const { lower, count } = tokens;
    const numbers = numbersOf(tokens);
    const { warWords, signsOfFighting, tellingOfWar } = this.harms;
    const found = new Set<string | number>();
    let weight = 0;
    for (let i = 0; i < count && weight < openWarFrom; i++) {
      if (!tellingOfWar.holds(numbers[i]!)) continue;
      const word = lower[i]!;
      const what = warWords.has(word) ? word : signsOfFighting.get(word);
      if (what === undefined || found.has(what)) continue;
      found.add(what);
      weight += what === word ? warWeighs : 1;
    }
    this.war = weight;
    return weight;
  }
}

/** Lower case words without possessives; *Russias ministry* lost its apostrophe. */
export const plain = (text: string, { possessive }: HarmWords): string[] =>
  text
    .toLowerCase()
    .replace(possessive, '')
    .split(/[^\p{L}\p{N}.-]+/u)
    .map((word) => word.replace(/^[-.]+|-+$/g, ''))
    .filter((word) => word !== '');

/** Every run of up to `longest` words, the longest first. */
function phrasesOf(words: readonly string[], longest: number): string[] {
  const phrases: string[] = [];
  for (let length = Math.min(longest, words.length); length > 1; length--)
    for (let from = 0; from + length <= words.length; from++) phrases.push(words.slice(from, from + length).join(' '));
  return phrases.concat(words);
}

function stateOf(phrases: readonly string[], { stateOutlets }: HarmWords): string | undefined {
  for (const phrase of phrases) {
    const state =
      stateOutlets.get(phrase) ?? (phrase.endsWith('s') ? stateOutlets.get(phrase.slice(0, -1)) : undefined);
    if (state !== undefined) return state;
  }
  return undefined;
}

// *SANAs correspondent* lost its apostrophe
const holds = (words: readonly string[], phrases: readonly string[], set: ReadonlySet<string>): boolean =>
  phrases.some((phrase) => set.has(phrase)) || words.some((word) => word.endsWith('s') && set.has(word.slice(0, -1)));

/** The noun before the first preposition: *a source at the ministry*, *two security officials*. */
export function headWord(words: readonly string[], { endsHead }: HarmWords): string {
  const end = words.findIndex((word, i) => i > 0 && endsHead.has(word));
  return words[(end < 0 ? words.length : end) - 1] ?? '';
}
