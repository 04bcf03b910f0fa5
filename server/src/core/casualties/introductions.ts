import type { Article } from '../article/article.js';
import type { Attribution } from '../attribution/attribution.js';
import type { HarmWords } from '../languages/harmWords.js';
import type { Span } from '../span.js';
import { plain } from './sourceKinds.js';

/** In characters: articles are shorter, so that all of one is looked through for where it introduces a person. */
const introductionReach = 50_000;
/** Whoever is named so often has been introduced. */
const introductions = 40;

/** How one article introduces its sources: what stands around their names, and before them. */
export class Introductions {
  /** Where acronyms stand in brackets, by acronym. */
  private acronyms: ReadonlyMap<string, number> | null = null;

  constructor(
    private readonly article: Article,
    private readonly harms: HarmWords,
  ) {}

  /** The source with what tells whose it is and stands before it: *state* television, *health* ministry. */
  withState(source: Span): string {
    const { text } = this.article;
    const words = text.slice(source.start, source.end);
    const bare = /^\p{Ll}+$/u.test(words);
    const before = text.slice(Math.max(0, source.start - 24), source.start);
    const owner = (bare ? /(?:\S+\s+){1,2}$/ : this.harms.ownerBefore).exec(before)?.[0] ?? '';
    return owner + words;
  }

  /** The words before an acronym in brackets: *Local Coordination Committees (LCC)*. */
  spelledOut(source: Span): string[] {
    const { text } = this.article;
    const acronym = /\b[A-Z]{2,6}\b/.exec(text.slice(source.start, source.end))?.[0];
    const at = acronym === undefined ? undefined : this.bracketsOf(acronym);
    return at === undefined ? [] : this.plain(text.slice(Math.max(0, at - 60), at));
  }

  /** Where the article first has an acronym in brackets. */
  private bracketsOf(acronym: string): number | undefined {
    if (this.acronyms === null) {
      const found = new Map<string, number>();
      for (const { 0: brackets, index } of this.article.text.matchAll(/\([A-Z]{2,6}\)/g)) {
        const short = brackets.slice(1, -1);
        if (!found.has(short)) found.set(short, index);
      }
      this.acronyms = found;
    }
    return this.acronyms.get(acronym);
  }

  /** What stands around a person's name where the article introduces it, up to this mention. */
  surroundings(attribution: Attribution, source: Span): string[] {
    const { text } = this.article;
    const name = attribution.name === '' ? text.slice(source.start, source.end) : attribution.name;
    const from = Math.max(0, source.start - introductionReach);
    const before = text.slice(from, source.start + name.length);
    const around: string[] = [];
    for (
      let at = before.indexOf(name);
      at >= 0 && around.length < 2 * introductions;
      at = before.indexOf(name, at + 1)
    ) {
      const here = from + at;
      const behind = here + name.length;
      around.push(
        lastSentence(text.slice(Math.max(0, here - 60), here)),
        firstSentence(text.slice(behind, behind + 80)),
      );
    }
    return this.plain(around.join(' | '));
  }

  private plain(text: string): string[] {
    return plain(text, this.harms);
  }
}

/** The end of a piece of text back to where a sentence begins, and its beginning up to where one ends: *Mr.* ends none. */
const lastSentence = (text: string): string => text.split(/(?<=\p{L}{4}[.!?]["”’]?)\s|\n/u).at(-1) ?? '';
const firstSentence = (text: string): string => text.split(/(?<=\p{L}{4}[.!?]["”’]?)\s|\n/u)[0] ?? '';
