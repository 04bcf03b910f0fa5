import type { Article } from '../article/article.js';
import * as en from '../languages/en/casualtySources.js';
import type { ReadingSettings } from '../settings.js';
import type { Grade } from './figure.js';

const independent = new Set(en.independentBodies);
const authorities = new Set(en.authorities);
const parties = new Set([...en.parties, ...en.armedGroups]);
const media = new Set([...en.outlets, ...en.mediaWords]);
const states = new Set(en.states);
const stateOutlets = new Map(en.stateOutlets);
const war = new Set(en.warWords.trim().split(/\s+/));
const longestPhrase = 4;
/** Names that a folder gives may be longer: *Commission for the Verification of Losses in the Valley*. */
const longestName = 12;
/** So many words of war make a conflict of what an article tells. */
const warWordsNeeded = 3;

/** What the words for a source say of its place in the conflict that one article tells of. */
export class SourceKinds {
  private readonly settings: { parties: ReadonlySet<string>; independent: ReadonlySet<string> };
  private conflict: boolean | null = null;

  constructor(
    private readonly article: Article,
    settings: ReadingSettings,
  ) {
    const lower = (names: readonly string[]) =>
      new Set(names.map((name) => plain(name.replace(/^the\s+/i, '')).join(' ')));
    this.settings = { parties: lower(settings.parties), independent: lower(settings.independentBodies) };
  }

  /** The grade that the words call for by themselves (see `plain`), or `null` where they say nothing. */
  kindOf(words: readonly string[]): Grade | null {
    const has = (set: ReadonlySet<string>): boolean => holds(words, set);
    const told = (set: ReadonlySet<string>): boolean => set.size > 0 && holds(words, set, longestName);
    if (told(this.settings.independent)) return 'independent';
    if (told(this.settings.parties)) return 'party';
    if (has(independent)) return 'independent';
    if (has(parties)) return 'party';
    const state = this.stateOf(words);
    if (state !== undefined) return this.isParty(state, words) ? 'party' : 'media';
    if (has(authorities)) return this.isConflict() ? 'party' : 'independent';
    if (has(media)) return 'media';
    return has(states) ? 'party' : null;
  }

  /** A state's outlet speaks for a party where the article tells of that state, or is by that outlet. */
  private isParty(state: string, words: readonly string[]): boolean {
    const { text, metadata } = this.article;
    if (text.toLowerCase().includes(state)) return true;
    const own = plain(metadata.outlet ?? '')[0];
    return own !== undefined && words.some((word) => word === own || word === `${own}s`) && this.isConflict();
  }

  private stateOf(words: readonly string[]): string | undefined {
    for (const [from, to] of runs(words)) {
      const phrase = words.slice(from, to).join(' ');
      const state = stateOutlets.get(phrase) ?? stateOutlets.get(phrase.replace(/s$/, ''));
      if (state !== undefined) return state;
    }
    return undefined;
  }

  /** Whether the article tells of a war: several words of it. */
  isConflict(): boolean {
    if (this.conflict === null) {
      const { lower, count } = this.article.tokens;
      let found = 0;
      for (let i = 0; i < count && found < warWordsNeeded; i++) if (war.has(lower[i] as string)) found++;
      this.conflict = found >= warWordsNeeded;
    }
    return this.conflict;
  }
}

/** Lower case words without possessives; *Russias ministry* lost its apostrophe. */
export const plain = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’']s?\b/g, '')
    .split(/[^\p{L}\p{N}.-]+/u)
    .map((word) => word.replace(/^[-.]+|-+$/g, ''))
    .filter((word) => word !== '');

function* runs(words: readonly string[], longest = longestPhrase): Generator<[number, number]> {
  for (let length = Math.min(longest, words.length); length > 0; length--)
    for (let from = 0; from + length <= words.length; from++) yield [from, from + length];
}

const holds = (words: readonly string[], set: ReadonlySet<string>, longest = longestPhrase): boolean => {
  for (const [from, to] of runs(words, longest)) {
    const phrase = to - from === 1 ? (words[from] as string) : words.slice(from, to).join(' ');
    // *SANAs correspondent* lost its apostrophe
    if (set.has(phrase) || (to - from === 1 && phrase.endsWith('s') && set.has(phrase.slice(0, -1)))) return true;
  }
  return false;
};

/** The noun before the first preposition: *a source at the ministry*, *two security officials*. */
export function headWord(words: readonly string[]): string {
  const end = words.findIndex((word, i) => i > 0 && /^(?:of|in|at|for|from|with|close|on|to|who|near)$/.test(word));
  return words[(end < 0 ? words.length : end) - 1] ?? '';
}
