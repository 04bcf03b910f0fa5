import type { Article } from '../article/article.js';
import { quotationAround } from '../article/index.js';
import type { Attribution } from '../attribution/attribution.js';
import type { HarmWords } from '../languages/harmWords.js';
import type { ReadingSettings } from '../readingSettings.js';
import { Covered, Covering, type Span } from '../span.js';
import { isOneOf, spanOf, type Words } from '../words.js';
import type { Bound } from './bound.js';
import type { Grade } from './figure.js';
import { headWord, plain, SourceKinds } from './sourceKinds.js';
import { speakerOf } from './speaker.js';
import { isOtherOrOthers } from './walks.js';

/** In characters: articles are shorter, so that all of one is looked through for where it introduces a person. */
const introductionReach = 50_000;
/** Whoever is named so often has been introduced. */
const introductions = 40;

/** A piece of what attribution `index` says. */
interface Said extends Span {
  readonly index: number;
}

/** On whose word a figure stands, and where the article says so. */
export interface Standing {
  readonly grade: Grade;
  readonly source: Span | null;
  readonly hedge: Span | null;
  readonly attribution: number | null;
}

/** Grades the figures of one article; what it learns of the article is learned once. */
export class Grader {
  private readonly kinds: SourceKinds;
  /** The figures of the sentence at hand: *twelve people are believed dead* has no source in *twelve people*. */
  private figures = new Covered([]);
  private bounds: readonly Bound[] = [];
  /** What is said, by whom, in order of place; figures are graded in order of theirs. */
  private readonly said: Covering<Said>;
  /** The first attribution of each sentence or of one behind it. */
  private readonly firstOf: Int32Array;
  /** The words before acronyms in brackets, by acronym. */
  private acronyms: ReadonlyMap<string, number> | null = null;
  /** The last figure's standing, for one that goes on with it. */
  private last: { readonly standing: Standing; readonly sentence: number; readonly carried: boolean } | null = null;

  constructor(
    private readonly article: Article,
    private readonly harms: HarmWords,
    private readonly attributions: readonly Attribution[],
    settings: ReadingSettings,
  ) {
    this.kinds = new SourceKinds(article, harms, settings);
    this.said = new Covering(
      attributions.flatMap(({ source, content }, index) =>
        source === null ? [] : content.map(({ start, end }) => ({ start, end, index })),
      ),
    );
    this.firstOf = new Int32Array(article.sentences.length + 1).fill(attributions.length);
    for (let k = attributions.length - 1; k >= 0; k--) this.firstOf[attributions[k]!.sentence] = k;
    for (let s = article.sentences.length - 1; s >= 0; s--)
      this.firstOf[s] = Math.min(this.firstOf[s]!, this.firstOf[s + 1]!);
  }

  /** `sentence`: index of the figure's sentence, whose words are `words` and whose figures are `all`. */
  stand(words: Words, bound: Bound, sentence: number, all: readonly Bound[]): Standing {
    if (this.bounds !== all) {
      this.bounds = all;
      this.figures = new Covered(all.map(({ quantity }) => spanOf(words, { from: quantity.first, to: quantity.end })));
    }
    const own = this.find(words, bound, sentence);
    const carried = own.grade === 'unattributed' && this.goesOn(words, bound, sentence);
    const standing = carried && this.last !== null ? this.last.standing : own;
    this.last = { standing, sentence, carried };
    return standing;
  }

  /** The figure goes on with the source of the figure before: of the sentence before, or already carried over here. */
  private goesOn(words: Words, bound: Bound, sentence: number): boolean {
    if (this.last === null || this.last.standing.source === null) return false;
    return this.last.sentence === sentence
      ? this.last.carried
      : sentence - this.last.sentence === 1 && goesOn(words, bound);
  }

  private find(words: Words, bound: Bound, sentence: number): Standing {
    const figure = spanOf(words, { from: bound.quantity.first, to: bound.quantity.end });
    const hedge = this.hedgeOf(words, bound, sentence);
    const covering = this.covering(figure, sentence);
    if (covering !== null) return this.standOn(covering, hedge);
    const speaker = speakerOf(words, bound.quantity);
    if (speaker === 'pronoun') {
      const before = this.lastBefore(sentence, 2);
      if (before !== null) return this.standOn(before, hedge);
    } else if (speaker !== null) {
      const source = spanOf(words, speaker);
      return { grade: this.gradeOfSpeaker(source), source, hedge, attribution: null };
    }
    if (hedge !== null) return { grade: 'hedged', source: null, hedge, attribution: null };
    return { grade: 'unattributed', source: null, hedge, attribution: null };
  }

  private standOn(attribution: number, hedge: Span | null): Standing {
    const one = this.attributions[attribution]!;
    return { grade: this.gradeOf(one), source: one.source, hedge, attribution };
  }

  /**
   * The innermost attribution whose content holds the figure. From another sentence only a quotation reaches over: what is
   * not quoted ends with its sentence.
   */
  private covering(figure: Span, sentence: number): number | null {
    let best: number | null = null;
    let size = Number.POSITIVE_INFINITY;
    const quoted = quotationAround(this.article, figure) !== undefined;
    for (const { start, end, index } of this.said.around(figure)) {
      const one = this.attributions[index]!;
      if (one.sentence !== sentence && !quoted) continue;
      // of two that hold the same words, the first
      if (end - start > size || (end - start === size && best !== null && best < index)) continue;
      if (this.isElsewhere(one, figure)) continue;
      size = end - start;
      best = index;
    }
    return best;
  }

  /**
   * *According* in capitals after the figure begins a sentence that lost its full stop; a bare *who* says nobody; neither
   * reaches the figure.
   */
  private isElsewhere({ cue, source }: Attribution, figure: Span): boolean {
    const { text } = this.article;
    if (cue !== null && cue.start > figure.end && /^\p{Lu}/u.test(text.slice(cue.start, cue.end))) return true;
    if (source === null) return false;
    if (this.figures.overlaps(source)) return true;
    return this.harms.relativePronouns.has(text.slice(source.start, source.end).toLowerCase());
  }

  /** The last attribution to somebody in the `reach` sentences before. */
  private lastBefore(sentence: number, reach: number): number | null {
    for (let k = this.firstOf[sentence]! - 1; k >= this.firstOf[Math.max(0, sentence - reach)]!; k--)
      if (this.attributions[k]!.source !== null) return k;
    return null;
  }

  /** Hearsay in the sentence, or a modal on the count itself: *could reach dozens*. */
  private hedgeOf(words: Words, { quantity, predicate }: Bound, sentence: number): Span | null {
    for (let k = this.firstOf[sentence]!; k < this.firstOf[sentence + 1]!; k++)
      if (this.attributions[k]!.level === 'hearsay') return this.attributions[k]!.cue;
    const [from, to] =
      predicate?.voice === 'passive' ? [predicate.first, predicate.at] : [quantity.first - 3, quantity.first];
    for (let i = Math.max(from, words.from); i < to; i++)
      if (isOneOf(words, i, words.harms.doubt)) return spanOf(words, { from: i, to: i + 1 });
    return null;
  }

  private gradeOf(attribution: Attribution): Grade {
    const source = attribution.refersTo ?? (attribution.source as Span);
    const words = this.plain(this.withState(source));
    const kind = this.kinds.kindOf(words);
    const head = headWord(words, this.harms);
    if (this.harms.sourceHeads.has(head)) return 'anonymous';
    if (attribution.pronoun) return this.gradeOfPronoun(attribution, kind);
    switch (attribution.level) {
      case 'named-person': {
        const around = kind ?? this.kinds.kindOf(this.surroundings(attribution, source));
        return around === null || around === 'media' ? 'independent' : around;
      }
      case 'named-body':
        if (words.some((word) => this.harms.opposition.has(word)) && kind === 'party') return 'anonymous';
        if (kind !== null && kind !== 'media') return kind;
        if (kind === null && words.length <= 2) return this.kinds.kindOf(this.spelledOut(source)) ?? 'party';
        return this.kinds.kindOf(this.plain(attribution.name)) ?? kind ?? 'party';
      case 'spokesperson':
        return kind ?? (this.kinds.isConflict() ? 'party' : 'independent');
      default:
        return this.gradeOfUnnamed(words, kind, head);
    }
  }

  /** What the pronoun goes back to; where nobody knows, whoever stood behind the figure before. */
  private gradeOfPronoun(attribution: Attribution, kind: Grade | null): Grade {
    if (attribution.refersTo)
      return kind ?? this.kinds.kindOf(this.surroundings(attribution, attribution.refersTo)) ?? 'independent';
    const named = this.kinds.kindOf(this.plain(attribution.name));
    if (named !== null) return named;
    const before = this.last?.standing;
    return before !== undefined && before.source !== null ? before.grade : 'independent';
  }

  private gradeOfUnnamed(words: readonly string[], kind: Grade | null, head: string): Grade {
    if (kind === 'independent' && !this.harms.anonymousHeads.has(head)) return 'independent';
    if (this.harms.recordSpeakers.has(head)) return kind ?? 'anonymous';
    return kind === 'party' && words.some((word) => this.harms.state.has(word)) ? 'party' : 'anonymous';
  }

  /** The grade of a source that no attribution describes. */
  private gradeOfSpeaker(source: Span): Grade {
    const words = this.plain(this.withState(source));
    const kind = this.kinds.kindOf(words);
    const head = headWord(words, this.harms);
    const named = /\p{Lu}/u.test(this.article.text.slice(source.start + 1, source.end));
    if (this.harms.sourceHeads.has(head) || (this.harms.anonymousHeads.has(head) && kind !== 'party'))
      return 'anonymous';
    if (this.harms.anonymousHeads.has(head)) return this.gradeOfUnnamed(words, kind, head);
    return kind ?? (named ? 'independent' : 'anonymous');
  }

  private plain(text: string): string[] {
    return plain(text, this.harms);
  }

  /** The source with what tells whose it is and stands before it: *state* television, *health* ministry. */
  private withState(source: Span): string {
    const { text } = this.article;
    const words = text.slice(source.start, source.end);
    const bare = /^\p{Ll}+$/u.test(words);
    const before = text.slice(Math.max(0, source.start - 24), source.start);
    const owner = (bare ? /(?:\S+\s+){1,2}$/ : this.harms.ownerBefore).exec(before)?.[0] ?? '';
    return owner + words;
  }

  /** The words before an acronym in brackets: *Local Coordination Committees (LCC)*. */
  private spelledOut(source: Span): string[] {
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
  private surroundings(attribution: Attribution, source: Span): string[] {
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
      around.push(text.slice(Math.max(0, here - 60), here), text.slice(here + name.length, here + name.length + 80));
    }
    return this.plain(around.join(' | '));
  }
}

/** *Another five were killed …*, *two guards also died*: goes on with what was said in the sentence before. */
const goesOn = (words: Words, { quantity, predicate }: Bound): boolean =>
  isOneOf(words, quantity.first, words.harms.anotherOrOthers) ||
  isOtherOrOthers(words, quantity.end) ||
  isOneOf(words, quantity.end - 1, words.harms.other) ||
  (isOneOf(words, words.from, words.harms.among) && isOneOf(words, words.from + 1, words.harms.amongThose)) ||
  (predicate !== null && holdsAlso(words, predicate.first, predicate.end));

function holdsAlso(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isOneOf(words, i, words.harms.also)) return true;
  return false;
}
