import type { Article } from '../article/article.js';
import type { Attribution } from '../attribution/attribution.js';
import * as en from '../languages/en/casualtySources.js';
import type { ReadingSettings } from '../settings.js';
import { contains, type Span } from '../span.js';
import type { Grade } from './figure.js';

/** On whose word a figure stands, and where the article says so. */
export interface Standing {
  readonly grade: Grade;
  readonly source: Span | null;
  readonly hedge: Span | null;
  readonly attribution: number | null;
}

const phrases = (list: readonly string[]): ReadonlySet<string> => new Set(list);
const independent = phrases(en.independentBodies);
const authorities = phrases(en.authorities);
const parties = phrases([...en.parties, ...en.armedGroups]);
const media = phrases([...en.outlets, ...en.mediaWords]);
const states = phrases(en.states);
const stateOutlets = new Map(en.stateOutlets);
const war = phrases(en.warWords.trim().split(/\s+/));
const sourceHeads = phrases(en.sourceHeads.split(' '));
const speakers = phrases(en.speakers.trim().split(/\s+/));
const longestPhrase = 4;
/** So many words of war make a conflict of what an article tells. */
const warWordsNeeded = 3;

/** Grades the figures of one article; what it learns of the article is learned once. */
export class Grader {
  private readonly settings: { parties: ReadonlySet<string>; independent: ReadonlySet<string> };
  private conflict: boolean | null = null;

  constructor(
    private readonly article: Article,
    private readonly attributions: readonly Attribution[],
    settings: ReadingSettings,
  ) {
    const lower = (names: readonly string[]) => new Set(names.map((name) => plain(name).join(' ')));
    this.settings = { parties: lower(settings.parties), independent: lower(settings.independentBodies) };
  }

  /** `figure`: its span; `sentence`: index of its sentence. */
  stand(figure: Span, sentence: number): Standing {
    const covering = this.covering(figure);
    const hedge = this.hedgeOf(figure, sentence);
    const index = covering ?? this.carriedOver(sentence);
    const attribution = index === null ? undefined : this.attributions[index];
    if (attribution?.source) {
      const grade = this.gradeOf(attribution);
      return { grade, source: attribution.source, hedge, attribution: index };
    }
    return { grade: hedge === null ? 'unattributed' : 'hedged', source: null, hedge, attribution: null };
  }

  /** The innermost attribution whose content holds the figure. */
  private covering(figure: Span): number | null {
    let best: number | null = null;
    let size = Number.POSITIVE_INFINITY;
    this.attributions.forEach((one, index) => {
      if (one.source === null) return;
      for (const span of one.content)
        if (contains(span, figure) && span.end - span.start < size) {
          size = span.end - span.start;
          best = index;
        }
    });
    return best;
  }

  private hedgeOf(_figure: Span, sentence: number): Span | null {
    return this.attributions.find((one) => one.level === 'hearsay' && one.sentence === sentence)?.cue ?? null;
  }

  private carriedOver(_sentence: number): number | null {
    return null;
  }

  private gradeOf(attribution: Attribution): Grade {
    const source = attribution.source as Span;
    const written = this.article.text.slice(source.start, source.end);
    const words = plain(written);
    const kind = this.kindOf(words);
    const head = headWord(words);
    switch (attribution.level) {
      case 'hearsay':
        return 'hedged';
      case 'named-person':
        return kind ?? this.kindOf(this.surroundings(attribution)) ?? 'independent';
      case 'named-body':
        return kind ?? this.kindOf(plain(attribution.name)) ?? 'party';
      default:
        if (kind === 'independent' && !sourceHeads.has(head) && !/s$/.test(head)) return 'independent';
        if (speakers.has(head)) return kind ?? 'anonymous';
        return kind === 'party' && words.includes('state') ? 'party' : 'anonymous';
    }
  }

  /** What follows and precedes a person's name where the article introduces it, and what follows this mention. */
  private surroundings(attribution: Attribution): string[] {
    const source = attribution.source as Span;
    const { text } = this.article;
    const name = attribution.name === '' ? text.slice(source.start, source.end) : attribution.name;
    const around: string[] = [];
    for (let at = text.indexOf(name); at >= 0 && at <= source.start; at = text.indexOf(name, at + 1))
      around.push(text.slice(Math.max(0, at - 60), at), text.slice(at + name.length, at + name.length + 80));
    return plain(around.join(' | '));
  }

  private kindOf(words: readonly string[]): Grade | null {
    const has = (set: ReadonlySet<string>): boolean => holds(words, set);
    if (has(this.settings.independent)) return 'independent';
    if (has(this.settings.parties)) return 'party';
    if (has(independent)) return 'independent';
    if (has(parties)) return 'party';
    const state = this.stateOf(words);
    if (state !== undefined) return this.article.text.toLowerCase().includes(state) ? 'party' : 'media';
    if (has(authorities)) return this.isConflict() ? 'party' : 'independent';
    if (has(media)) return 'media';
    return has(states) ? 'party' : null;
  }

  private stateOf(words: readonly string[]): string | undefined {
    for (const [from, to] of runs(words)) {
      const state = stateOutlets.get(words.slice(from, to).join(' '));
      if (state !== undefined) return state;
    }
    return undefined;
  }

  private isConflict(): boolean {
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
const plain = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[’']s?\b/g, '')
    .split(/[^\p{L}\p{N}.-]+/u)
    .map((word) => word.replace(/^[-.]+|-+$/g, ''))
    .filter((word) => word !== '');

function* runs(words: readonly string[]): Generator<[number, number]> {
  for (let length = Math.min(longestPhrase, words.length); length > 0; length--)
    for (let from = 0; from + length <= words.length; from++) yield [from, from + length];
}

const holds = (words: readonly string[], set: ReadonlySet<string>): boolean => {
  for (const [from, to] of runs(words)) {
    const phrase = to - from === 1 ? (words[from] as string) : words.slice(from, to).join(' ');
    if (set.has(phrase)) return true;
  }
  return false;
};

/** The noun before the first preposition: *a source at the ministry*, *two security officials*. */
function headWord(words: readonly string[]): string {
  const end = words.findIndex((word, i) => i > 0 && /^(?:of|in|at|for|from|with|close|on|to|who|near)$/.test(word));
  return words[(end < 0 ? words.length : end) - 1] ?? '';
}
