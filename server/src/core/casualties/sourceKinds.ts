import type { Article } from '../article/article.js';
import type { HarmWords } from '../languages/harmWords.js';
import type { ReadingSettings } from '../readingSettings.js';
import type { Grade } from './figure.js';

/** In words; all listed phrases are shorter. */
const longestPhrase = 4;
/** In words; names that a folder gives may be longer: *Commission for the Verification of Losses in the Valley*. */
const longestName = 12;
/** This many words of war make a conflict of what an article tells; set by hand. */
const warWordsNeeded = 3;

/** What the words for a source say of its place in the conflict that one article tells of. */
export class SourceKinds {
  private readonly settings: { parties: ReadonlySet<string>; independent: ReadonlySet<string> };
  private conflict: boolean | null = null;
  private lower: string | null = null;
  private readonly states = new Map<string, boolean>();

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
    const { independentBodies, parties, authorities, media, governments } = this.harms;
    const phrases = phrasesOf(words, longestPhrase);
    const has = (set: ReadonlySet<string>): boolean => holds(words, phrases, set);
    const told = (set: ReadonlySet<string>): boolean =>
      set.size > 0 && holds(words, phrasesOf(words, longestName), set);
    if (told(this.settings.independent)) return 'independent';
    if (told(this.settings.parties)) return 'party';
    if (has(independentBodies)) return 'independent';
    if (has(parties)) return 'party';
    const state = stateOf(phrases, this.harms);
    if (state !== undefined) return this.isParty(state, words) ? 'party' : 'media';
    if (has(authorities)) return this.isConflict() ? 'party' : 'independent';
    if (has(media)) return 'media';
    return has(governments) ? 'party' : null;
  }

  /** A state's outlet speaks for a party where the article tells of that state, or is by that outlet. */
  private isParty(state: string, words: readonly string[]): boolean {
    if (this.tellsOf(state)) return true;
    const own = plain(this.article.metadata.outlet ?? '', this.harms)[0];
    return own !== undefined && words.some((word) => word === own || word === `${own}s`) && this.isConflict();
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

  /** Whether the article tells of a war: several words of it. */
  isConflict(): boolean {
    if (this.conflict === null) {
      const { lower, count } = this.article.tokens;
      let found = 0;
      for (let i = 0; i < count && found < warWordsNeeded; i++) if (this.harms.warWords.has(lower[i]!)) found++;
      this.conflict = found >= warWordsNeeded;
    }
    return this.conflict;
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
