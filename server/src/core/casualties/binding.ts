import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, type Words } from '../words.js';
import type { Bound } from './bound.js';
import type { Outcome } from './figure.js';
import { Harmed } from './harmed.js';
import { carriesToll, harmedAfter, includedOutcome, isHurt, nounOutcome, putOutcome, tollOutcome } from './nominal.js';
import type { Predicate } from './predicate.js';
import { findPredicates } from './predicates.js';
import type { Quantity } from './quantity.js';
import { totalsBefore } from './totals.js';
import {
  adjoins,
  beforeAside,
  disagrees,
  endsSubject,
  isAdjunct,
  isJoined,
  isOpen,
  isVerbal,
  namesPeople,
  speaksBehind,
} from './walks.js';

/** A noun of harm says by itself that people are counted. */
const byNoun = { weak: false };

/** In words, from a verb back to its subject; set by hand. */
const longestReach = 28;

/** Binds the quantities of one sentence. Frames run from the surest to the loosest; a bound quantity stays bound. */
export class Binder {
  private readonly bound: (Bound | null)[];
  private readonly predicates: readonly Predicate[];
  private readonly harmed: Harmed;

  constructor(
    private readonly words: Words,
    private readonly quantities: readonly Quantity[],
    /** The outcome of the last figure before this sentence, for *three of them*. */
    private readonly carried: Outcome | null,
    /** Whether gas or poison was spoken of, so that *affected* is harm. */
    poisoned: boolean,
  ) {
    this.bound = quantities.map(() => null);
    this.harmed = new Harmed(words);
    // *six injured climbers died*: the first only describes
    const describes = ({ at }: Predicate): boolean =>
      quantities.some(({ state, nounEnd }) => state === at && nounEnd > at + 1);
    this.predicates = findPredicates(words, poisoned).filter((one) => !describes(one));
  }

  bind(): Bound[] {
    for (const predicate of this.predicates)
      if (this.voice(predicate) === 'active') this.bindObject({ ...predicate, voice: 'active' });
    const passive = this.predicates.filter((one) => this.voice(one) === 'passive');
    // *prisoners being held there were killed*: the finite verb says what happened, the reduced one only who they are
    const reduced = (one: Predicate): boolean => isOneOf(this.words, one.first, this.words.harms.being);
    for (const predicate of passive) if (!reduced(predicate)) this.bindSubject(predicate);
    for (const predicate of passive) if (reduced(predicate)) this.bindSubject(predicate);
    this.quantities.forEach((quantity, index) => {
      const outcome = this.bound[index] === null ? nounOutcome(this.words, quantity) : null;
      if (outcome !== null) this.take(index, outcome, null);
    });
    this.bindTolls();
    this.bindTotals();
    this.bindAmong();
    for (let index = 0; index < this.quantities.length; index++) this.spread(index);
    return this.bound.filter((one) => one !== null);
  }

  private take(index: number, outcome: Outcome, predicate: Predicate | null): boolean {
    const quantity = this.quantities[index];
    if (quantity === undefined || this.bound[index] !== null) return false;
    if (!this.harmed.counts(quantity, predicate ?? byNoun) || !this.harmed.happened(quantity, predicate)) return false;
    this.bound[index] = { quantity, outcome, predicate };
    return true;
  }

  /** A bare participle harms what follows it where a noun does, and what precedes it otherwise. */
  private voice(predicate: Predicate): 'active' | 'passive' {
    if (predicate.voice !== 'bare') return predicate.voice;
    const { words } = this;
    const next = lowerAt(words, predicate.end) === '"' ? predicate.end + 1 : predicate.end;
    const follower = this.quantities.find((one) => one.first === next);
    if (follower !== undefined) {
      const after = follower.state >= 0 ? follower.state : follower.nounEnd;
      const ownPredicate =
        follower.state >= 0 || this.predicates.some((one) => one.first === after && one !== predicate);
      return ownPredicate ? 'passive' : 'active';
    }
    if (isOneOf(words, next, words.harms.others)) return is(words, next + 1, harm.state) ? 'passive' : 'active';
    if (!is(words, next, harm.people | harm.determiner | harm.pronoun)) return 'passive';
    return this.follows(predicate) ? 'passive' : 'active';
  }

  /**
   * A quantity stands right before a participle that a source follows, where commas were lost: *eight people injured a
   * police source said*, *leaving 12 people killed the ministry said*.
   */
  private follows(predicate: Predicate): boolean {
    const { words } = this;
    const subject = this.quantities.find((one) => one.nounEnd === predicate.first && one.head !== 'thing');
    if (subject === undefined) return false;
    if (isOneOf(words, subject.first - 1, words.harms.leaving)) return true;
    for (let i = predicate.end; i < Math.min(predicate.end + 10, words.to); i++)
      if (is(words, i, harm.reporting)) return true;
    return false;
  }

  private bindObject(predicate: Predicate): void {
    const { words } = this;
    let i = predicate.end;
    if (
      is(words, i, harm.determiner) &&
      isOneOf(words, i + 1, words.harms.groupNouns) &&
      isOneOf(words, i + 2, words.harms.of)
    )
      i += 3;
    let direct = this.startingAt(i);
    while (direct < 0 && (is(words, i, harm.hedged | harm.determiner) || lowerAt(words, i) === '"'))
      direct = this.startingAt(++i);
    if (direct >= 0) {
      this.take(direct, predicate.outcome, predicate);
      return;
    }
    // an object without a number first: *killed a teacher and two pupils*
    const index = this.quantities.findIndex((one) => one.first > predicate.end);
    const quantity = this.quantities[index];
    if (quantity === undefined || quantity.first - i > 14 || !isOpen(this.words, predicate.end, quantity.first)) return;
    if (isJoined(this.words, quantity) && !this.hasOwnPredicate(quantity, index))
      this.take(index, predicate.outcome, predicate);
  }

  private startingAt(token: number): number {
    return this.quantities.findIndex((one) => one.first === token);
  }

  /** Something else is said of the quantity: *and 20 fled*. */
  private hasOwnPredicate(quantity: Quantity, index: number): boolean {
    if (this.bound[index] !== null) return true;
    const next = quantity.nounEnd > quantity.nounFirst ? quantity.nounEnd : quantity.end;
    return (
      speaksBehind(this.words, next) || is(this.words, next, harm.auxiliary | harm.modal | harm.finite | harm.reporting)
    );
  }

  private bindSubject(predicate: Predicate): void {
    const { words } = this;
    // *saved 12 people from being killed*
    if (isOneOf(words, predicate.first - 1, words.harms.from)) return;
    let at = predicate.first;
    if (is(words, at - 1, harm.relative) && !is(words, at - 2, harm.inclusion)) at--;
    const nearest = this.subjectBefore(at, predicate);
    if (nearest >= 0) {
      this.take(nearest, predicate.outcome, predicate);
      this.extendLeft(nearest, predicate);
    }
    // *he was killed along with two others*
    if (isOneOf(words, predicate.end, words.harms.along) && isOneOf(words, predicate.end + 1, words.harms.with))
      this.take(this.startingAt(predicate.end + 2), predicate.outcome, predicate);
  }

  /** The nearest quantity whose noun phrase can be the subject of what begins at token `at`, or -1. */
  private subjectBefore(at: number, predicate: Predicate): number {
    const { words } = this;
    for (let i = beforeAside(this.words, at - 1); i >= Math.max(words.from, at - longestReach); i--) {
      const index = this.quantities.findIndex((one) => i >= one.first && i < Math.max(one.end, one.nounEnd));
      if (index >= 0) {
        const quantity = this.quantities[index]!;
        if (this.bound[index] !== null || this.areKin(quantity, predicate)) return -1;
        if (
          this.harmed.counts(quantity, predicate) &&
          !isAdjunct(this.words, quantity, at) &&
          !disagrees(words, quantity, at)
        )
          return index;
        i = quantity.first;
      } else if (endsSubject(this.words, i, at, (clause) => this.describes(clause))) return -1;
    }
    return -1;
  }

  /** *Three relatives of miners killed in the pit*: those killed are not counted. */
  private areKin({ nounEnd }: Quantity, { voice }: Predicate): boolean {
    const { words } = this;
    return (
      voice === 'bare' &&
      isOneOf(words, nounEnd - 1, words.harms.kin) &&
      isOneOf(words, nounEnd, words.harms.of) &&
      !is(words, nounEnd + 1, harm.number)
    );
  }

  /** A clause at token i may say who a quantity shortly before it are: *20 fighters who guarded the buses*. */
  private describes(i: number): boolean {
    return this.quantities.some((one) => one.nounEnd > one.nounFirst && i >= one.nounEnd && i - one.nounEnd <= 8);
  }

  /** *19 people including six children were killed*; *five boys and four girls were killed*. */
  private extendLeft(index: number, predicate: Predicate): void {
    for (let left = index - 1; left >= 0; left--) {
      const quantity = this.quantities[left]!;
      const right = this.quantities[left + 1]!;
      if (this.bound[left] !== null || !isOpen(this.words, quantity.end, right.first)) return;
      // *44 were hurt, two of them badly, and 216 were detained*: part of those before
      if (quantity.partOf === 'pronoun') return;
      if (!isJoined(this.words, right) && right.partOf === null && !adjoins(quantity, right)) return;
      if (!this.harmed.counts(quantity, predicate) || isAdjunct(this.words, quantity, -1)) return;
      // *the deaths of 200 people and 60 missing*: the first has its own harm
      if (nounOutcome(this.words, quantity) !== null) return;
      this.take(left, predicate.outcome, predicate);
    }
  }

  /** *The death toll rose to 40*; *put the toll at more than 70*; *the number of dead reached 12*. */
  private bindTolls(): void {
    const { words } = this;
    for (let i = words.from; i < words.to; i++) {
      const outcome = tollOutcome(this.words, i) ?? putOutcome(this.words, i, this.carried);
      if (outcome === null) continue;
      for (let index = 0; index < this.quantities.length; index++) {
        const quantity = this.quantities[index]!;
        const distance = quantity.first - i;
        if (distance < -3 || distance > 34 || this.bound[index] !== null) continue;
        if (quantity.head === 'thing') continue;
        if (distance < 0 ? is(words, quantity.nounEnd, harm.determiner) : carriesToll(words, quantity, distance))
          this.take(index, outcome, null);
      }
    }
  }

  /** *…, bringing the total to 4,112*: the harm of the figure before, added up. */
  private bindTotals(): void {
    let outcome: Outcome | null = null;
    this.quantities.forEach((quantity, index) => {
      if (outcome !== null && this.bound[index] === null && totalsBefore(this.words, quantity) >= 0)
        this.take(index, outcome, null);
      outcome = this.bound[index]?.outcome ?? outcome;
    });
  }

  /** *Among the dead were four staff*; *11 children among 18 dead*; *three others among the dead*. */
  private bindAmong(): void {
    const { words } = this;
    for (let i = words.from; i < words.to; i++) {
      if (isOneOf(words, i, words.harms.includes)) {
        const included = includedOutcome(words, i, this.carried);
        if (included !== null) this.take(this.startingAt(i + 1), included, null);
        continue;
      }
      if (!isOneOf(words, i, words.harms.among)) continue;
      const outcome = harmedAfter(words, i + 1, this.carried);
      if (outcome === null) continue;
      for (let index = 0; index < this.quantities.length; index++) {
        const quantity = this.quantities[index]!;
        const left = quantity.nounEnd;
        if (left <= i && i - left <= 6 && this.leadsTo(left, i)) this.take(index, outcome, null);
        else if (index === this.subjectOfAmong(i)) this.take(index, outcome, null);
        if (
          quantity.first > i &&
          quantity.first - i <= 10 &&
          is(words, quantity.first - 1, harm.auxiliary | harm.state | harm.people)
        )
          this.take(index, outcome, null);
      }
    }
  }

  /** *Tens of civilians in the town were also among the dead*: the subject of *were*. */
  private subjectOfAmong(i: number): number {
    let first = i;
    while (is(this.words, first - 1, harm.auxiliary | harm.hedged)) first--;
    if (first === i) return -1;
    return this.subjectBefore(first, { outcome: 'killed', voice: 'passive', at: i, first, end: i, weak: true });
  }

  private leadsTo(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (isVerbal(this.words, i) && !is(this.words, i, harm.auxiliary)) return false;
    return true;
  }

  /** Hands the harm of a bound quantity on to those coordinated with it or counted in it, to the right. */
  private spread(index: number): void {
    const from = this.bound[index];
    if (!from) {
      this.inherit(index);
      return;
    }
    for (let next = index + 1; next < this.quantities.length; next++) {
      const quantity = this.quantities[next]!;
      if (this.bound[next] !== null) return;
      const previous = this.quantities[next - 1]!;
      if (quantity.first - previous.end > 16 || !isOpen(this.words, this.after(previous), quantity.first)) return;
      if (quantity.head === 'thing') continue;
      const joined =
        isJoined(this.words, quantity) || quantity.partOf === 'pronoun' || this.continuesList(previous, quantity);
      if (!joined || this.hasOwnPredicate(quantity, next)) return;
      const outcome = quantity.partOf === 'pronoun' && isHurt(this.words, quantity) ? 'injured' : from.outcome;
      if (!this.take(next, outcome, from.predicate)) return;
    }
  }

  /** *150 bodies were counted in Arvel 100 in Tosk 67 in Lume*: a list by place that lost its commas. */
  private continuesList(previous: Quantity, quantity: Quantity): boolean {
    const { words } = this;
    if (quantity.head !== 'none' || !isOneOf(words, quantity.end, words.harms.in)) return false;
    const from = this.after(previous);
    for (let i = from; i < quantity.first; i++)
      if (!isOneOf(words, i, words.harms.in) && !/^\p{Lu}/u.test(words.word[i]!)) return false;
    return quantity.first - from > 1;
  }

  /** Where a walk on from a quantity starts: after its noun and a state word that belongs to it. */
  private after(quantity: Quantity): number {
    const predicate = this.predicates.find((one) => one.first >= quantity.end && one.first <= quantity.nounEnd + 1);
    return predicate !== undefined && predicate.voice !== 'active'
      ? predicate.end
      : Math.max(quantity.nounEnd, quantity.end);
  }

  /** *Three of them were children*: the harm is that of the figure before. */
  private inherit(index: number): void {
    const { words } = this;
    const quantity = this.quantities[index]!;
    if (quantity.partOf !== 'pronoun' || isOneOf(words, quantity.first - 1, words.harms.but)) return;
    let outcome: Outcome | null = null;
    for (let k = 0; k < index; k++) outcome = this.bound[k]?.outcome ?? outcome;
    const be = is(words, quantity.nounEnd, harm.auxiliary);
    const next = be ? quantity.nounEnd + 1 : quantity.nounEnd;
    const names = namesPeople(this.words, next);
    if (be ? !names : isVerbal(words, next) || (outcome === null && !names)) return;
    outcome ??= this.carried;
    if (outcome !== null) this.take(index, isHurt(this.words, quantity) ? 'injured' : outcome, null);
  }
}
