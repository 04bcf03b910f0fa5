import { Form, type HarmVerb } from '../languages/harmWords.js';
import type { WordSet } from '../languages/material.js';
import { harm } from '../languages/tokenClasses.js';
import { is, isOneOf, lowerAt, type Words } from '../words.js';
import type { Outcome } from './figure.js';
import { phraseOfHarm } from './phrases.js';
import type { Predicate } from './predicate.js';
import { groupBefore, isReported, type VerbGroup } from './verbGroup.js';

/** The predicates of harm of a sentence, in order. */
export function findPredicates(words: Words, poisoned: boolean): Predicate[] {
  const found: Predicate[] = [];
  for (let i = words.from; i < words.to; i++) {
    const one = predicateAt(words, i, poisoned);
    if (one === null) continue;
    found.push(one);
    i = Math.max(i, one.end - 1);
  }
  return found;
}

function predicateAt(words: Words, i: number, poisoned: boolean): Predicate | null {
  const phrase = phraseOfHarm(words, i);
  if (phrase !== null) return phrase;
  if (is(words, i, harm.losing) && isLosingLives(words, i)) return lost(words, i);
  if (isOneOf(words, i, words.harms.held) || isOneOf(words, i, words.harms.treated)) return circumstantial(words, i);
  if (is(words, i, harm.circumstantial)) return suffered(words, i);
  if (isOneOf(words, i, words.harms.death) && isOneOf(words, i - 1, words.harms.to) && i - 2 >= words.from)
    return toDeath(words, i);
  if (
    isOneOf(words, i, words.harms.deaths) &&
    is(words, i - 1, harm.determiner) &&
    isOneOf(words, i - 2, words.harms.to)
  )
    return fallen(words, i);
  if (is(words, i, harm.verb)) return verbAt(words, i, poisoned);
  return is(words, i, harm.state) ? stateAt(words, i) : null;
}

const isLosingLives = (words: Words, i: number): boolean =>
  is(words, i + 1, harm.determiner) && isOneOf(words, i + 2, words.harms.livesOrLife);

const lost = (words: Words, i: number): Predicate => ({
  outcome: 'killed',
  voice: 'passive',
  at: i,
  first: groupBefore(words, i).first,
  end: i + 3,
  weak: false,
});

/** *Sustained injuries*, *suffered from breathing difficulties*, *received treatment*. */
function suffered(words: Words, i: number): Predicate | null {
  const first = groupBefore(words, i).first;
  for (let k = i + 1; k < Math.min(i + 6, words.to) && !is(words, k, harm.auxiliary); k++)
    if (isOneOf(words, k, words.harms.ailments))
      return { outcome: 'injured', voice: 'passive', at: i, first, end: k + 1, weak: true, personal: true };
  return null;
}

/** *Held hostage*, *are being held*, *were treated in hospital*: harm only with the words around the verb. */
function circumstantial(words: Words, i: number): Predicate | null {
  const group = groupBefore(words, i);
  const base = { at: i, first: group.first, end: i + 1, weak: true, personal: true };
  if (group.unreal) return null;
  // *hospitals treated 120 people*
  const treating = isOneOf(words, i, words.harms.treated) && isOneOf(words, group.first - 1, words.harms.treating);
  if (treating && !group.be && !group.modal) return { ...base, outcome: 'injured', voice: 'active', personal: false };
  if (!group.be) return null;
  if (
    isOneOf(words, i, words.harms.treated) &&
    isOneOf(words, i + 1, words.harms.treatedAt) &&
    (isOneOf(words, i + 1, words.harms.for) || within(words, words.harms.ailments))
  )
    return { ...base, outcome: 'injured', voice: 'passive' };
  const still = isOneOf(words, i - 1, words.harms.ongoing);
  if (isOneOf(words, i, words.harms.held) && (still || isOneOf(words, i + 1, words.harms.heldAs)))
    return { ...base, outcome: 'captured', voice: 'passive' };
  return null;
}

function within(words: Words, set: WordSet): boolean {
  for (let i = words.from; i < words.to; i++) if (set.has(words.lower[i]!)) return true;
  return false;
}

/** *Fell to their deaths*. */
const fallen = (words: Words, i: number): Predicate => ({
  outcome: 'killed',
  voice: 'passive',
  at: i - 3,
  first: groupBefore(words, i - 3).first,
  end: i + 1,
  weak: false,
});

/** *Stoned to death*, *beaten to death*: any verb. */
function toDeath(words: Words, i: number): Predicate {
  const group = groupBefore(words, i - 2);
  return {
    outcome: 'killed',
    voice: group.be ? 'passive' : 'bare',
    at: i - 2,
    first: group.first,
    end: i + 1,
    weak: false,
  };
}

function verbAt(words: Words, i: number, poisoned: boolean): Predicate | null {
  const verb = words.harms.verbs.get(words.lower[i]!);
  if (verb === undefined) return null;
  if (isOneOf(words, i, words.harms.affected) && !poisoned) return null;
  const group = groupBefore(words, i);
  if (group.unreal || isMetaphor(words, i) || isKilledOff(words, i, verb, group)) return null;
  const joined = joinVerbs(words, i, verb.outcome);
  const fatal = isOneOf(words, i - 1, words.harms.fatally);
  const base = {
    outcome: fatal ? 'killed' : joined.outcome,
    at: joined.at,
    first: group.first,
    end: joined.end,
    weak: verb.weak && !joined.strong && !fatal,
    personal: isOneOf(words, i, words.harms.arresting) || (group.be && isOneOf(words, i, words.harms.personal)),
  } as const;
  // *will die*, *could be killed*: nobody is harmed yet; *may have died* is doubt
  const foreseen = group.modal && !group.have;
  if (verb.dying) return foreseen ? null : { ...base, voice: verb.either && !group.be ? 'bare' : 'passive' };
  if (verb.forms & Form.participle) {
    if (group.be) return foreseen ? null : { ...base, voice: 'passive' };
    if (verb.either) return { ...base, voice: 'bare' };
    if (group.have || is(words, group.first - 1, harm.relative)) return { ...base, voice: 'active' };
    if (isAttributive(words, i)) return null;
    const shared = sharedAuxiliary(words, group.first);
    return shared < 0
      ? { ...base, voice: 'bare' }
      : { ...base, first: groupBefore(words, shared + 1).first, voice: 'passive' };
  }
  if (verb.forms & Form.base && (group.modal || isUnrealised(words, i))) return null;
  return isOneOf(words, i + 1, words.harms.of) ? null : { ...base, voice: 'active' };
}

/** In words, from a verb to where it is a figure of speech; set by hand. */
const metaphorReach = 6;

/** *Killed off the rivals*; not *were killed off Tosk*. */
const isKilledOff = (words: Words, i: number, { dying, either }: HarmVerb, { be }: VerbGroup): boolean =>
  isOneOf(words, i + 1, words.harms.off) && !be && !dying && !either;

/** *Shot down in the polls*: a figure of speech. */
function isMetaphor(words: Words, i: number): boolean {
  for (let k = i + 1; k <= i + metaphorReach; k++) {
    if (isOneOf(words, k, words.harms.arenas)) return true;
    if (is(words, k, harm.mark | harm.number)) return false;
  }
  return false;
}

/** *41 men were rounded up and executed*: the auxiliary before the verb that is coordinated at token i, or -1. */
function sharedAuxiliary(words: Words, i: number): number {
  if (!is(words, i - 1, harm.conjunction)) return -1;
  for (let k = i - 2; k >= Math.max(words.from, i - 6); k--) {
    if (is(words, k, harm.auxiliary)) return isOneOf(words, k, words.harms.bePassive) ? k : -1;
    if (is(words, k, harm.people | harm.number | harm.verb | harm.mark | harm.determiner)) return -1;
  }
  return -1;
}

/** *The wounded*, *of injured*, *six injured men*: an adjective or noun, no clause of its own. */
const isAttributive = (words: Words, i: number): boolean =>
  is(words, i - 1, harm.determiner | harm.preposition) ||
  (is(words, i - 1, harm.number) && is(words, i + 1, harm.people));

/** *Hired to kill 20*, *is expected to kill*: nobody is harmed. */
const isUnrealised = (words: Words, i: number): boolean =>
  isOneOf(words, beforeMark(words, i), words.harms.to) && !isReported(words, beforeMark(words, i));

/** The token before i, or before the quotation mark that stands there: *to “kill 20”*. */
const beforeMark = (words: Words, i: number): number => (lowerAt(words, i - 1) === '"' ? i - 2 : i - 1);

interface Joined {
  outcome: Outcome;
  at: number;
  end: number;
  strong: boolean;
}

/** *Killed and wounded*, *killed injured*, *executed and crucified*: verbs of harm that share what is counted. */
function joinVerbs(words: Words, i: number, outcome: Outcome): Joined {
  const joined: Joined = { outcome, at: i, end: i + 1, strong: false };
  if (isOneOf(words, i + 1, words.harms.dead)) return { ...joined, outcome: 'killed', end: i + 2, strong: true };
  if (isOneOf(words, i + 1, words.harms.to) && isOneOf(words, i + 2, words.harms.death))
    return { ...joined, outcome: 'killed', end: i + 3, strong: true };
  for (;;) {
    const next = joinedVerb(words, joined.end);
    const other = words.harms.verbs.get(lowerAt(words, next));
    const state = words.harms.states.get(lowerAt(words, next));
    const mine = words.harms.verbs.get(words.lower[joined.at]!);
    if (other === undefined && state === undefined) return joined;
    if (other !== undefined && mine !== undefined && (other.forms & mine.forms) === 0) return joined;
    const second = other?.outcome ?? (state as Outcome);
    if (second !== joined.outcome)
      joined.outcome = endsIn(joined.outcome, second, words, joined.end) ? 'killed' : 'casualties';
    if (other !== undefined && !other.weak) joined.strong = true;
    joined.at = next;
    joined.end = next + 1;
  }
}

/** *Shot and killed*, *abducted and executed*: the second verb says how it ended. */
const endsIn = (first: Outcome, second: Outcome, words: Words, joint: number): boolean =>
  second === 'killed' && first !== 'injured' && isOneOf(words, joint, words.harms.and);

/** The token after *and*, *or were still*, or `i` itself where nothing stands between. */
function joinedVerb(words: Words, i: number): number {
  let next = i;
  while (is(words, next, harm.conjunction)) next++;
  if (next > i)
    while (
      is(words, next, harm.hedged | harm.auxiliary) &&
      is(words, next + 1, harm.hedged | harm.auxiliary | harm.verb | harm.state)
    )
      next++;
  return next;
}

/** *Dead*, *missing* as what is said of a subject; not before a noun and not as a noun (*the dead*). */
function stateAt(words: Words, i: number): Predicate | null {
  const outcome = words.harms.states.get(words.lower[i]!) as Outcome;
  if (is(words, i + 1, harm.people | harm.counted) && !is(words, i + 1, harm.mark)) return null;
  if (is(words, i - 1, harm.determiner | harm.preposition) && !isOneOf(words, i - 1, words.harms.as)) return null;
  // *“missing” e-mails*: a word in quotation marks describes what follows
  if (lowerAt(words, i - 1) === '"' && lowerAt(words, i + 1) === '"') return null;
  if (outcome === 'missing' && is(words, i + 1, harm.determiner | harm.number)) return null;
  const group = groupBefore(words, i);
  // *may be dead* is doubt; *will be dead* a prediction
  const foreseen = group.modal && !group.have && !holdsDoubt(words, group.first, i);
  if (group.unreal || foreseen) return null;
  let end = i + 1;
  let mixed = outcome;
  while (is(words, end, harm.conjunction) && is(words, end + 1, harm.state)) {
    if (words.harms.states.get(words.lower[end + 1]!) !== outcome) mixed = 'casualties';
    end += 2;
  }
  return { outcome: mixed, voice: 'passive', at: i, first: group.first, end, weak: outcome === 'captured' };
}

function holdsDoubt(words: Words, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (isOneOf(words, k, words.harms.doubt)) return true;
  return false;
}
