import type { Outcome } from './figure.js';
import { findPredicates, isVerbal, type Predicate } from './predicates.js';
import type { Quantity } from './quantities.js';
import { countedOutcomes, harmOfOutcomes, is, Kind, lowerAt, stateOutcomes, type Words } from './vocabulary.js';

/** A quantity bound to harm. `predicate` is the verb that binds it, or `null` for a nominal frame. */
export interface Bound {
  readonly quantity: Quantity;
  readonly outcome: Outcome;
  readonly predicate: Predicate | null;
}

/** Token positions of a clause that nothing binds across. */
const barriers = Kind.reporting | Kind.finite | Kind.losing | Kind.circumstantial;
const longestReach = 28;

/** Binds the quantities of one sentence. Frames run from the surest to the loosest; a bound quantity stays bound. */
export class Binder {
  private readonly bound: (Bound | null)[];
  private readonly predicates: readonly Predicate[];

  constructor(
    private readonly words: Words,
    private readonly quantities: readonly Quantity[],
    /** The outcome of the last figure before this sentence, for *three of them*. */
    private readonly carried: Outcome | null,
    /** Whether gas or poison was spoken of, so that *affected* is harm. */
    poisoned: boolean,
  ) {
    this.bound = quantities.map(() => null);
    this.predicates = findPredicates(words, poisoned);
  }

  bind(): Bound[] {
    for (const predicate of this.predicates) if (this.voice(predicate) === 'active') this.bindObject(predicate);
    const passive = this.predicates.filter((one) => this.voice(one) === 'passive');
    // *prisoners being held there were killed*: the finite verb says what happened, the reduced one only who they are
    const reduced = (one: Predicate): boolean => lowerAt(this.words, one.first) === 'being';
    for (const predicate of passive) if (!reduced(predicate)) this.bindSubject(predicate);
    for (const predicate of passive) if (reduced(predicate)) this.bindSubject(predicate);
    this.quantities.forEach((_, index) => {
      this.bindNoun(index);
    });
    this.bindTolls();
    this.bindAmong();
    for (let index = 0; index < this.quantities.length; index++) this.spread(index);
    return this.bound.filter((one) => one !== null);
  }

  private take(index: number, outcome: Outcome, predicate: Predicate | null): boolean {
    const quantity = this.quantities[index];
    if (quantity === undefined || this.bound[index] !== null) return false;
    if (!this.counts(quantity, predicate?.weak ?? false)) return false;
    this.bound[index] = { quantity, outcome, predicate };
    return true;
  }

  private counts(quantity: Quantity, weak: boolean): boolean {
    if (quantity.head === 'thing') return false;
    if (quantity.head === 'people' || quantity.head === 'harm') return true;
    if (quantity.state >= 0) return true;
    const last = lowerAt(this.words, quantity.end - 1);
    if (weak) return quantity.head === 'none' && (last === 'more' || last === 'other');
    return !(last === 'one' && quantity.head === 'unknown');
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
    if (lowerAt(words, next) === 'others') return is(words, next + 1, Kind.state) ? 'passive' : 'active';
    if (!is(words, next, Kind.people | Kind.determiner | Kind.pronoun)) return 'passive';
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
    if (/^(?:left|leaving|leaves|leave|saw|seen|with)$/.test(lowerAt(words, subject.first - 1))) return true;
    for (let i = predicate.end; i < Math.min(predicate.end + 10, words.to); i++)
      if (is(words, i, Kind.reporting)) return true;
    return false;
  }

  private bindObject(predicate: Predicate): void {
    const { words } = this;
    let i = predicate.end;
    let direct = this.startingAt(i);
    while (direct < 0 && (is(words, i, Kind.hedged | Kind.determiner) || lowerAt(words, i) === '"'))
      direct = this.startingAt(++i);
    if (direct >= 0) {
      this.take(direct, predicate.outcome, predicate);
      return;
    }
    // an object without a number first: *killed a teacher and two pupils*
    const index = this.quantities.findIndex((one) => one.first > predicate.end);
    const quantity = this.quantities[index];
    if (quantity === undefined || quantity.first - i > 14 || !this.isOpen(predicate.end, quantity.first)) return;
    if (this.isJoined(quantity) && !this.hasOwnPredicate(quantity, index))
      this.take(index, predicate.outcome, predicate);
  }

  private startingAt(token: number): number {
    return this.quantities.findIndex((one) => one.first === token);
  }

  /** The token before the quantity joins it to what stands before: *and*, *including*, *along with*, a comma. */
  private isJoined(quantity: Quantity): boolean {
    const { words } = this;
    const at = quantity.first - 1;
    if (is(words, at, Kind.conjunction | Kind.inclusion)) return true;
    const before = lowerAt(words, at);
    if (before === 'with') return /^(?:along|together)$/.test(lowerAt(words, at - 1));
    if (before === 'as') return lowerAt(words, at - 1) === 'well';
    if (before === 'to') return lowerAt(words, at - 1) === 'addition';
    if (before === '(') return quantity.head === 'people';
    return before === 'them' || before === 'whom';
  }

  /** Something else is said of the quantity: *and 20 fled*. */
  private hasOwnPredicate(quantity: Quantity, index: number): boolean {
    if (this.bound[index] !== null) return true;
    const next = quantity.nounEnd > quantity.nounFirst ? quantity.nounEnd : quantity.end;
    return is(this.words, next, Kind.auxiliary | Kind.modal | Kind.finite | Kind.reporting);
  }

  /** No verb and no clause begins between two tokens. */
  private isOpen(from: number, to: number): boolean {
    const { words } = this;
    for (let i = from; i < to; i++) {
      if (isVerbal(words, i) && !is(words, i, Kind.inclusion)) return false;
      if (is(words, i, Kind.subordinator) && !is(words, i, Kind.preposition)) return false;
      if (is(words, i, Kind.relative) && !is(words, i - 1, Kind.preposition | Kind.inclusion)) return false;
      if (words.lower[i] === ';' || words.lower[i] === ':') return false;
    }
    return true;
  }

  private bindSubject(predicate: Predicate): void {
    const { words } = this;
    let at = predicate.first;
    if (is(words, at - 1, Kind.relative) && !is(words, at - 2, Kind.inclusion)) at--;
    const nearest = this.subjectBefore(at, predicate);
    if (nearest >= 0) {
      this.take(nearest, predicate.outcome, predicate);
      this.extendLeft(nearest, predicate);
    }
    // *he was killed along with two others*
    if (/^(?:along|together)$/.test(lowerAt(words, predicate.end)) && lowerAt(words, predicate.end + 1) === 'with')
      this.take(this.startingAt(predicate.end + 2), predicate.outcome, predicate);
  }

  /** The nearest quantity whose noun phrase can be the subject of what begins at token `at`, or -1. */
  private subjectBefore(at: number, predicate: Predicate): number {
    const { words } = this;
    for (let i = this.beforeAside(at - 1); i >= Math.max(words.from, at - longestReach); i--) {
      const index = this.quantities.findIndex((one) => i >= one.first && i < Math.max(one.end, one.nounEnd));
      if (index >= 0) {
        const quantity = this.quantities[index] as Quantity;
        if (this.bound[index] !== null) return -1;
        if (this.counts(quantity, predicate.weak) && !this.isAdjunct(quantity, at)) return index;
        i = quantity.first;
      } else if (this.stops(i, at)) return -1;
    }
    return -1;
  }

  /** *In clashes with 20 rebels a boy was killed*: a number inside a prepositional phrase is no subject. */
  private isAdjunct(quantity: Quantity, at: number): boolean {
    if (Math.max(quantity.nounEnd, quantity.end) === at) return false;
    return /^(?:in|from|by|against|for|between|to|on|at|with|near|over|into)$/.test(
      lowerAt(this.words, quantity.first - 1),
    );
  }

  /** Whether token i ends the walk from a predicate at token `at` back to its subject. */
  private stops(i: number, at: number): boolean {
    const { words } = this;
    const lower = words.lower[i] as string;
    if (lower === ';' || lower === ':' || lower === '.') return true;
    if (is(words, i, Kind.subordinator) && !is(words, i, Kind.preposition)) return true;
    if (is(words, i, Kind.relative))
      return (
        !is(words, i - 1, Kind.preposition | Kind.inclusion) &&
        i < at - 1 &&
        lower !== 'whom' &&
        !this.isRelative(i, at)
      );
    const verbal =
      (is(words, i, barriers | Kind.auxiliary | Kind.modal) && !is(words, i, Kind.preposition | Kind.inclusion)) ||
      (is(words, i, Kind.verb) && !is(words, i, Kind.people));
    if (verbal) return !this.isReduced(i);
    // a determiner that opens the subject itself: *20 men fled a boy was killed*
    return (
      is(words, i, Kind.determiner) &&
      lowerAt(words, i + 1) !== 'of' &&
      !is(words, i - 1, Kind.preposition | Kind.inclusion | Kind.conjunction | Kind.determiner | Kind.hedged)
    );
  }

  /** *20 fighters who guarded the buses were killed*: who they are stands between subject and predicate. */
  private isRelative(i: number, at: number): boolean {
    if (!is(this.words, at, Kind.auxiliary | Kind.modal)) return false;
    return this.quantities.some((one) => one.nounEnd > one.nounFirst && i - one.nounEnd >= 0 && i - one.nounEnd <= 8);
  }

  /** The verb at token i belongs to a reduced or relative clause: *being held*, *that was shot*, *who attacked*. */
  private isReduced(i: number): boolean {
    const { words } = this;
    if (words.lower[i] === 'being' || lowerAt(words, i - 1) === 'being') return true;
    let k = i;
    while (is(words, k - 1, Kind.auxiliary | Kind.modal | Kind.hedged)) k--;
    return is(words, k - 1, Kind.relative);
  }

  /**
   * Where an aside ends at token i, the token before it: *(a banned group)*, *– mostly civilians –*, *, who had fled,*.
   * Else `i` itself.
   */
  private beforeAside(i: number): number {
    const { words } = this;
    const mark = words.lower[i] as string;
    const opener = mark === ')' ? '(' : mark;
    if (!/^[),–—-]$/.test(mark)) return i;
    for (let k = i - 1; k >= Math.max(words.from, i - 24); k--) {
      if (words.lower[k] !== opener) continue;
      if (mark !== ',') return k - 1;
      return is(words, k + 1, Kind.relative | Kind.inclusion) || /^(?:most|many|some|all)$/.test(lowerAt(words, k + 1))
        ? k - 1
        : i;
    }
    return i;
  }

  /** *19 people including six children were killed*; *five boys and four girls were killed*. */
  private extendLeft(index: number, predicate: Predicate): void {
    for (let left = index - 1; left >= 0; left--) {
      const quantity = this.quantities[left] as Quantity;
      const right = this.quantities[left + 1] as Quantity;
      if (this.bound[left] !== null || !this.isOpen(quantity.end, right.first)) return;
      if (!this.isJoined(right) && right.partOf === null && !this.adjoins(quantity, right)) return;
      if (!this.counts(quantity, predicate.weak) || this.isAdjunct(quantity, -1)) return;
      this.take(left, predicate.outcome, predicate);
    }
  }

  /** *15 civilians 3 children killed*: an apposition that lost its comma. */
  private adjoins(quantity: Quantity, right: Quantity): boolean {
    return quantity.head === 'people' && right.head === 'people' && quantity.nounEnd === right.first;
  }

  /** What the noun phrase itself says: *two deaths*, *33 dead*, *four of the wounded*, *bodies of 15 men*, *12 lives*. */
  private bindNoun(index: number): void {
    const { words } = this;
    const quantity = this.quantities[index] as Quantity;
    if (this.bound[index] !== null || quantity.head === 'thing') return;
    if (quantity.partOf === 'harmed' || quantity.state >= 0) {
      const outcome = this.stateOutcome(quantity.state);
      this.take(index, outcome, null);
      return;
    }
    const whole = this.stateBefore(quantity.first);
    if (whole !== null) {
      this.take(index, whole, null);
      return;
    }
    if (quantity.head === 'harm') {
      const noun = words.lower[quantity.nounEnd - 1] as string;
      this.take(index, countedOutcomes.get(noun) as Outcome, null);
      return;
    }
    if (lowerAt(words, quantity.nounEnd - 1) === 'lives' && this.claimsLives(quantity)) {
      this.bound[index] = { quantity, outcome: 'killed', predicate: null };
      return;
    }
    this.bindOf(index, quantity);
  }

  /** *Of those killed, six were children*. */
  private stateBefore(first: number): Outcome | null {
    const { words } = this;
    const at = lowerAt(words, first - 1) === ',' ? first - 2 : first - 1;
    if (!is(words, at, Kind.state) || !is(words, at - 1, Kind.determiner) || lowerAt(words, at - 2) !== 'of')
      return null;
    return stateOutcomes.get(words.lower[at] as string) as Outcome;
  }

  private stateOutcome(i: number): Outcome {
    const { words } = this;
    const outcome = stateOutcomes.get(words.lower[i] as string) as Outcome;
    let next = i + 1;
    while (is(words, next, Kind.conjunction)) next++;
    if (!is(words, next, Kind.state)) return outcome;
    return stateOutcomes.get(words.lower[next] as string) === outcome ? outcome : 'casualties';
  }

  private claimsLives(quantity: Quantity): boolean {
    const { words } = this;
    for (let i = quantity.first - 1; i >= Math.max(words.from, quantity.first - 3); i--)
      if (is(words, i, Kind.claiming)) return true;
    return is(words, quantity.nounEnd, Kind.auxiliary) && lowerAt(words, quantity.nounEnd + 1) === 'lost';
  }

  /** *the deaths of 40*, *bodies of 15 men*, *lost three fighters*, *claimed the lives of 9*. */
  private bindOf(index: number, quantity: Quantity): void {
    const { words } = this;
    const before = lowerAt(words, quantity.first - 1) === 'the' ? quantity.first - 2 : quantity.first - 1;
    if (lowerAt(words, before) === 'of') {
      const noun = lowerAt(words, before - 1);
      const outcome = harmOfOutcomes.get(noun);
      if (outcome === undefined) return;
      if (noun === 'lives' && !this.claimsLivesOf(before - 2)) return;
      if ((noun === 'loss' || noun === 'remains') && quantity.head !== 'people') return;
      this.take(index, outcome, null);
    } else if (is(words, before, Kind.losing) && quantity.head === 'people') this.take(index, 'killed', null);
  }

  private claimsLivesOf(at: number): boolean {
    for (let i = at; i >= Math.max(this.words.from, at - 2); i--) if (is(this.words, i, Kind.claiming)) return true;
    return false;
  }

  /** *The death toll rose to 40*; *put the toll at more than 70*; *the number of dead reached 12*. */
  private bindTolls(): void {
    const { words } = this;
    for (let i = words.from; i < words.to; i++) {
      const outcome = this.tollOutcome(i);
      if (outcome === null) continue;
      for (let index = 0; index < this.quantities.length; index++) {
        const quantity = this.quantities[index] as Quantity;
        const distance = quantity.first - i;
        if (distance < -3 || distance > 34 || this.bound[index] !== null) continue;
        if (quantity.head === 'thing') continue;
        if (distance < 0 ? is(words, quantity.nounEnd, Kind.determiner) : this.carries(quantity, distance))
          this.take(index, outcome, null);
      }
    }
  }

  private tollOutcome(i: number): Outcome | null {
    const { words } = this;
    const count = words.lower[i] === 'count' && /^(?:death|body|casualty)$/.test(lowerAt(words, i - 1));
    if (count || is(words, i, Kind.toll)) {
      const before = lowerAt(words, i - 1);
      if (before === 'casualty') return 'casualties';
      return before === 'injury' ? 'injured' : 'killed';
    }
    if (words.lower[i] !== 'number') return null;
    if (lowerAt(words, i + 1) !== 'of') return stateOutcomes.get(lowerAt(words, i + 1)) ?? null;
    for (let k = i + 2; k < Math.min(i + 14, words.to); k++) {
      const lower = words.lower[k] as string;
      const outcome = stateOutcomes.get(lower) ?? countedOutcomes.get(lower);
      if (outcome !== undefined) return outcome;
      if (lower === 'victims') return 'casualties';
      if (is(words, k, Kind.auxiliary | Kind.reporting | Kind.number)) return null;
    }
    return null;
  }

  private carries(quantity: Quantity, distance: number): boolean {
    const { words } = this;
    if (is(words, quantity.first - 1, Kind.carrier | Kind.toll)) return true;
    // a headline: *Death toll from market blast at least 112*
    const ends = quantity.end >= words.to || is(words, quantity.end, Kind.mark);
    return quantity.head === 'none' && quantity.end - quantity.first > 1 && ends && distance <= 10;
  }

  /** *Among the dead were four staff*; *11 children among 18 dead*; *three others among the dead*. */
  private bindAmong(): void {
    const { words } = this;
    for (let i = words.from; i < words.to; i++) {
      this.bindIncluded(i);
      if (lowerAt(words, i) !== 'among' && lowerAt(words, i) !== 'amongst') continue;
      const outcome = this.harmedAfter(i + 1);
      if (outcome === null) continue;
      for (let index = 0; index < this.quantities.length; index++) {
        const quantity = this.quantities[index] as Quantity;
        const left = quantity.nounEnd;
        if (left <= i && i - left <= 6 && this.leadsTo(left, i)) this.take(index, outcome, null);
        else if (index === this.subjectOfAmong(i)) this.take(index, outcome, null);
        if (
          quantity.first > i &&
          quantity.first - i <= 10 &&
          is(words, quantity.first - 1, Kind.auxiliary | Kind.state | Kind.people)
        )
          this.take(index, outcome, null);
      }
    }
  }

  /** *The dead include three children*; *victims included eight women*. */
  private bindIncluded(i: number): void {
    const { words } = this;
    if (!/^included?s?$/.test(words.lower[i] as string)) return;
    for (let k = i - 1; k >= Math.max(words.from, i - 12); k--) {
      const noun = words.lower[k] as string;
      const outcome =
        stateOutcomes.get(noun) ??
        countedOutcomes.get(noun) ??
        (noun === 'victims' ? (this.carried ?? 'killed') : undefined);
      const heads = k === i - 1 || is(words, k - 1, Kind.determiner);
      if (outcome !== undefined && heads) this.take(this.startingAt(i + 1), outcome, null);
      if (is(words, k, Kind.number | Kind.reporting | Kind.finite)) return;
    }
  }

  /** *Tens of civilians in the town were also among the dead*: the subject of *were*. */
  private subjectOfAmong(i: number): number {
    let first = i;
    while (is(this.words, first - 1, Kind.auxiliary | Kind.hedged)) first--;
    if (first === i) return -1;
    return this.subjectBefore(first, { outcome: 'killed', voice: 'passive', at: i, first, end: i, weak: true });
  }

  /** The outcome of *the dead*, *18 dead*, *at least 12 people killed* after token i. */
  private harmedAfter(i: number): Outcome | null {
    const { words } = this;
    for (let k = i; k < Math.min(i + 8, words.to); k++) {
      if (is(words, k, Kind.state)) return stateOutcomes.get(words.lower[k] as string) as Outcome;
      if (is(words, k, Kind.auxiliary | Kind.reporting | Kind.mark)) return null;
      if (is(words, k, Kind.counted)) return countedOutcomes.get(words.lower[k] as string) as Outcome;
      if (words.lower[k] === 'victims') return this.carried ?? 'killed';
    }
    return null;
  }

  private leadsTo(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (isVerbal(this.words, i) && !is(this.words, i, Kind.auxiliary)) return false;
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
      const quantity = this.quantities[next] as Quantity;
      if (this.bound[next] !== null) return;
      const previous = this.quantities[next - 1] as Quantity;
      if (quantity.first - previous.end > 16 || !this.isOpen(this.after(previous), quantity.first)) return;
      if (quantity.head === 'thing') continue;
      const joined = this.isJoined(quantity) || quantity.partOf === 'pronoun' || this.continuesList(previous, quantity);
      if (!joined || this.hasOwnPredicate(quantity, next)) return;
      if (!this.take(next, from.outcome, from.predicate)) return;
    }
  }

  /** *150 bodies were counted in Arvel 100 in Tosk 67 in Lume*: a list by place that lost its commas. */
  private continuesList(previous: Quantity, quantity: Quantity): boolean {
    const { words } = this;
    if (quantity.head !== 'none' || lowerAt(words, quantity.end) !== 'in') return false;
    const from = this.after(previous);
    for (let i = from; i < quantity.first; i++)
      if (lowerAt(words, i) !== 'in' && !/^\p{Lu}/u.test(words.word[i] as string)) return false;
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
    const quantity = this.quantities[index] as Quantity;
    if (quantity.partOf !== 'pronoun' || lowerAt(words, quantity.first - 1) === 'but') return;
    let outcome: Outcome | null = null;
    for (let k = 0; k < index; k++) outcome = this.bound[k]?.outcome ?? outcome;
    const be = is(words, quantity.nounEnd, Kind.auxiliary);
    const next = be ? quantity.nounEnd + 1 : quantity.nounEnd;
    const names = this.namesPeople(next);
    if (be ? !names : isVerbal(words, next) || (outcome === null && !names)) return;
    outcome ??= this.carried;
    if (outcome !== null) this.take(index, outcome, null);
  }

  /** A noun for people stands at token i or within two words of it. */
  private namesPeople(i: number): boolean {
    for (let k = i; k < i + 3; k++) {
      if (is(this.words, k, Kind.people)) return true;
      if (isVerbal(this.words, k) || is(this.words, k, Kind.mark | Kind.preposition)) return false;
    }
    return false;
  }
}
