import type { Article } from '../article/article.js';
import { quotationAround } from '../article/index.js';
import type { Attribution } from '../attribution/attribution.js';
import { issuerOf } from '../attribution/issuer.js';
import type { HarmWords } from '../languages/harmWords.js';
import { harm } from '../languages/tokenClasses.js';
import type { ReadingSettings } from '../readingSettings.js';
import { Covered, Covering, type Span } from '../span.js';
import { is, isOneOf, lowerAt, spanOf, type Words } from '../words.js';
import type { Bound } from './bound.js';
import { goesOn, isAside, isNew } from './clauses.js';
import type { Grade } from './figure.js';
import { Introductions } from './introductions.js';
import { headWord, plain, SourceKinds } from './sourceKinds.js';
import { speakerOf } from './speaker.js';

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
  private readonly introductions: Introductions;
  /** See `issuerOf`; `null` until it is asked for. */
  private issuer: number | null = null;
  /** The last figure's standing, for one that goes on with it. */
  private last: { readonly standing: Standing; readonly sentence: number; readonly carried: boolean } | null = null;

  constructor(
    private readonly article: Article,
    private readonly harms: HarmWords,
    private readonly attributions: readonly Attribution[],
    settings: ReadingSettings,
  ) {
    this.kinds = new SourceKinds(article, harms, settings);
    this.introductions = new Introductions(article, harms);
    this.said = new Covering(
      attributions.flatMap(({ source, content, statement }, index) =>
        source === null || !statement ? [] : content.map(({ start, end }) => ({ start, end, index })),
      ),
    );
    this.firstOf = new Int32Array(article.sentences.length + 1).fill(attributions.length);
    for (let k = attributions.length - 1; k >= 0; k--) this.firstOf[attributions[k]!.sentence] = k;
    for (let s = article.sentences.length - 1; s >= 0; s--)
      this.firstOf[s] = Math.min(this.firstOf[s]!, this.firstOf[s + 1]!);
  }

  /** Whether the article tells of a conflict. */
  isConflict(): boolean {
    return this.kinds.isConflict();
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
    const nobody: Standing = {
      grade: hedge === null ? 'unattributed' : 'hedged',
      source: null,
      hedge,
      attribution: null,
    };
    if (this.isBackground(words, bound, sentence)) return nobody;
    const covering = this.covering(figure, sentence) ?? this.continued(words, bound, sentence);
    if (covering !== null) return this.standOn(covering, hedge);
    const speaker = speakerOf(words, bound.quantity);
    if (speaker === 'pronoun') {
      const before = this.lastBefore(sentence, 2);
      if (before !== null) return this.standOn(before, hedge);
    } else if (speaker !== null && !this.isEvent(spanOf(words, speaker))) {
      const source = spanOf(words, speaker);
      return { grade: this.gradeOfSpeaker(source), source, hedge, attribution: null };
    }
    // quotation marks were lost: *we destroyed …* is said by whoever spoke before
    const ours = this.saysWe(words) ? this.lastBefore(sentence, 2) : null;
    if (ours !== null) return this.standOn(ours, hedge);
    this.issuer ??= issuerOf(this.article, this.attributions);
    if (this.issuer >= 0) return this.standOn(this.issuer, hedge);
    return nobody;
  }

  /** *Workers say alarms failed at the plant where six died*: the headline's own words. */
  private isBackground(words: Words, { quantity }: Bound, sentence: number): boolean {
    return (
      this.article.sentences[sentence]?.place === 'headline' && isOneOf(words, quantity.first - 1, words.harms.where)
    );
  }

  private saysWe(words: Words): boolean {
    for (let i = words.from; i < words.to; i++)
      // *what we know so far*: the outlet
      if (isOneOf(words, i, words.harms.we) && !isOneOf(words, i + 1, words.harms.knowing)) return true;
    return false;
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

  /** *They said they had been held up by a raid, which killed four*: the clause after the content of what leads in goes on with it. */
  private continued(words: Words, { quantity }: Bound, sentence: number): number | null {
    let clause = quantity.first - 1;
    while (clause > words.from && !is(words, clause, harm.relative)) clause--;
    // *of the blast, which killed four*: what is known, whoever speaks
    if (lowerAt(words, clause - 1) !== ',' || !isNew(words, clause - 2)) return null;
    const end = words.end[clause - 2];
    for (let k = this.firstOf[sentence]!; k < this.firstOf[sentence + 1]!; k++) {
      const { source, cue, content, statement, level } = this.attributions[k]!;
      if (source === null || cue === null || !statement || level === 'hearsay' || source.start > cue.start) continue;
      if (content.some((piece) => piece.start >= cue.end && piece.end === end)) return k;
    }
    return null;
  }

  /**
   * *According* in capitals after the figure begins a sentence that lost its full stop; a bare *who* says nobody; neither
   * reaches the figure.
   */
  private isElsewhere({ cue, source }: Attribution, figure: Span): boolean {
    const { text } = this.article;
    if (cue !== null && this.saysNothing(cue)) return true;
    if (cue !== null && cue.start > figure.end && /^\p{Lu}/u.test(text.slice(cue.start, cue.end))) return true;
    if (source === null) return false;
    if (this.figures.overlaps(source)) return true;
    if (this.isEvent(source)) return true;
    return this.harms.relativePronouns.has(text.slice(source.start, source.end).toLowerCase());
  }

  /** *The flood has claimed*, *the conflict has killed*: events say nothing. */
  private isEvent({ start, end }: Span): boolean {
    return this.harms.speechless.has(headWord(this.plain(this.article.text.slice(start, end)), this.harms));
  }

  /** *Denied*, *dismissed*: on nobody's word; *claimed the lives of 40*: no saying. */
  private saysNothing({ start, end }: Span): boolean {
    const { text } = this.article;
    const word = text.slice(start, end).toLowerCase();
    const { denying, dismissing, claimsLives } = this.harms;
    return denying.has(word) || dismissing.has(word) || claimsLives.test(text.slice(end, end + 40));
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
      if (this.attributions[k]!.level === 'hearsay' && !isAside(words, quantity, this.attributions[k]!.cue))
        return this.attributions[k]!.cue;
    const [from, to] =
      predicate?.voice === 'passive' ? [predicate.first, predicate.at] : [quantity.first - 3, quantity.first];
    for (let i = Math.max(from, words.from); i < to; i++)
      if (isOneOf(words, i, words.harms.doubt)) return spanOf(words, { from: i, to: i + 1 });
    return null;
  }

  private gradeOf(attribution: Attribution): Grade {
    const source = attribution.refersTo ?? (attribution.source as Span);
    const words = this.plain(this.introductions.withState(source));
    const kind = this.kinds.kindOf(words);
    const head = headWord(words, this.harms);
    if (this.harms.sourceHeads.has(head) || attribution.level === 'anonymous-person') return 'anonymous';
    if (attribution.pronoun) return this.gradeOfPronoun(attribution, kind);
    switch (attribution.level) {
      case 'named-person': {
        const around = kind ?? this.kinds.kindOf(this.introductions.surroundings(attribution, source));
        return around === null || around === 'media' ? 'independent' : around;
      }
      case 'named-body':
        if (words.some((word) => this.harms.opposition.has(word)) && kind !== null) return 'anonymous';
        if (kind !== null && kind !== 'media') return kind;
        if (kind === null && words.length <= 2)
          return this.kinds.kindOf(this.introductions.spelledOut(source)) ?? this.gradeOfStranger(attribution, source);
        return this.kinds.kindOf(this.plain(attribution.name)) ?? kind ?? this.gradeOfStranger(attribution, source);
      case 'spokesperson':
        return kind ?? this.gradeOfStranger(attribution, source);
      default:
        return this.gradeOfUnnamed(words, kind, head);
    }
  }

  /** A body that no list knows: a side in a conflict, else a company by the words around it, else what it is. */
  private gradeOfStranger(attribution: Attribution, source: Span): Grade {
    // *the organisation said*: the one that was just spoken of
    const isNamed = /\p{Lu}/u.test(this.article.text.slice(source.start + 1, source.end));
    if (!isNamed && this.last !== null && this.last.standing.source !== null) return this.last.standing.grade;
    // *Hauwa, a trader*: a person, whatever the level says
    const described = this.plain(this.article.text.slice(source.start, source.end));
    if (described.some((word, i) => i > 0 && this.harms.indefiniteArticles.has(word))) return 'independent';
    if (this.kinds.isConflict()) return 'party';
    return this.kinds.isCompany(this.introductions.surroundings(attribution, source)) ? 'interested' : 'independent';
  }

  /** What the pronoun goes back to; where nobody knows, whoever stood behind the figure before. */
  private gradeOfPronoun(attribution: Attribution, kind: Grade | null): Grade {
    if (attribution.refersTo)
      return (
        kind ?? this.kinds.kindOf(this.introductions.surroundings(attribution, attribution.refersTo)) ?? 'independent'
      );
    const named = this.kinds.kindOf(this.plain(attribution.name));
    if (named !== null) return named;
    const before = this.last?.standing;
    return before !== undefined && before.source !== null ? before.grade : 'independent';
  }

  private gradeOfUnnamed(words: readonly string[], kind: Grade | null, head: string): Grade {
    if (kind === 'independent' && !this.harms.anonymousHeads.has(head)) return 'independent';
    if (this.harms.recordSpeakers.has(head)) return kind ?? 'anonymous';
    // both sides of a conflict are sides: *rebels said*, *the army said*
    if (kind === 'interested' && this.isOfCompany(words)) return 'interested';
    const isState = words.some((word) => this.harms.state.has(word));
    if (kind === 'media' && isState) return 'media';
    const isSide = this.harms.fighters.has(head) || isState;
    return kind === 'party' && isSide ? 'party' : 'anonymous';
  }

  /** *The airline*, *the ferry’s owner*; not *an employee of the company*. */
  private isOfCompany(words: readonly string[]): boolean {
    const end = words.findIndex((word, i) => i > 0 && this.harms.endsHead.has(word));
    return words.slice(0, end < 0 ? words.length : end).some((word) => this.harms.companies.has(word));
  }

  /** The grade of a source that no attribution describes. */
  private gradeOfSpeaker(source: Span): Grade {
    const words = this.plain(this.introductions.withState(source));
    const kind = this.kinds.kindOf(words);
    const head = headWord(words, this.harms);
    const alone = words.length === 1 && !this.harms.describingSpeakers.has(head);
    const named = alone || /\p{Lu}/u.test(this.article.text.slice(source.start + 1, source.end));
    // *in the suburbs south of the town local sources said*, where a comma was lost
    if (this.harms.sourceHeads.has(words.at(-1) ?? '')) return 'anonymous';
    if (this.harms.sourceHeads.has(head) || (this.harms.anonymousHeads.has(head) && kind !== 'party'))
      return 'anonymous';
    if (this.harms.anonymousHeads.has(head)) return this.gradeOfUnnamed(words, kind, head);
    return kind ?? (named ? 'independent' : 'anonymous');
  }

  private plain(text: string): string[] {
    return plain(text, this.harms);
  }
}
