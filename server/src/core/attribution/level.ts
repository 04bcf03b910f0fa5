import { anonymity, isNationality, isOutletWord, vagueAdjectives, word } from '../languages/en/attribution.js';
import type { Level } from './attribution.js';
import { anyIn, isCapital, type Phrase } from './phrase.js';
import { is, shape, type Words } from './words.js';

/**
 * The level of a source by its own words, before anything it refers to is known: function or affiliation identifies,
 * closeness or knowledge does not. docs/levels.md tells the rules in words.
 */
export function levelOf(words: Words, phrase: Phrase): Level {
  const { head } = phrase;
  const classes = words.classes[head] as number;
  if (phrase.person !== null) return 'named-person';
  if (endsInOutlet(words, phrase)) return 'named-body';
  if (anyIn(words, phrase.from, phrase.to, (i) => (words.lower[i] as string).startsWith('anonymous')))
    return 'anonymous-person';
  if (classes & word.bareSource) return isPlaced(words, phrase) ? 'unnamed-role' : 'anonymous-person';
  if (classes & word.spokesperson) return 'spokesperson';
  if (classes & (word.media | word.report)) return mediaLevel(words, phrase);
  if (classes & word.person) return personLevel(words, phrase);
  if (classes & word.people) return groupLevel(words, phrase);
  if (classes & word.fighters) return fighterLevel(words, phrase);
  if (classes & word.office && holdsOffice(words, phrase)) return 'named-body';
  // *the Dray Conflict Monitor*, *the Northern Guard*: capitals make a name of it
  if (
    classes & word.role &&
    head > phrase.from &&
    isCapital(words, head) &&
    isCapital(words, head - 1) &&
    !isNationality(words.lower[head - 1] as string)
  )
    return 'named-body';
  if (classes & word.role) return 'unnamed-role';
  if (classes & word.bodies) return bodiesLevel(words, phrase);
  if (classes & word.collective)
    return isCapital(words, head) && head > phrase.from ? 'named-body' : 'vague-collective';
  if (classes & word.body)
    return indefinite.has(words.lower[phrase.from] as string) && !isCapital(words, head)
      ? 'vague-collective'
      : 'named-body';
  if (vagueAlone.has(words.lower[head] as string)) return 'vague-collective';
  return 'named-body';
}

/** *… seven people Nordpress news agency*: a lost comma before the outlet. */
const endsInOutlet = (words: Words, { head, to }: Phrase): boolean =>
  head < to - 2 &&
  is(words, to - 1, word.media | word.body) &&
  words.lower[to - 2] === 'news' &&
  isCapital(words, to - 3);

const indefinite = new Set(['a', 'an', 'one', 'another', 'some', 'several', 'many', 'other']);
const vagueAlone = new Set(['some', 'many', 'others', 'several', 'few', 'most']);

/** Whether capitals behind or before the head name somebody: *the Nordhaven Courier*, *news agency Nordpress*. */
const isNamedBeside = (words: Words, { from, to, head }: Phrase): boolean =>
  anyIn(words, from, to, (i) => i !== head && isCapital(words, i) && isName(words, i, from));

const isName = (words: Words, i: number, from: number): boolean =>
  !isNationality(words.lower[i] as string) &&
  !is(words, i, word.determiner | word.people | word.media | word.report | word.count | word.time | word.adverb) &&
  !(i === from && words.lower[i] !== 'the' && !isCapital(words, i + 1) && is(words, i, ~0)) &&
  !(i === from && vagueAdjectives.has(words.lower[i] as string));

function mediaLevel(words: Words, phrase: Phrase): Level {
  const { head, from, to } = phrase;
  // *Ostravan media reports*, *state television*: the word before the head says that no outlet is meant
  const generic =
    head > from &&
    !oneOutlet.has(words.lower[head] as string) &&
    !isCapital(words, head - 1) &&
    vagueAdjectives.has(words.lower[head - 1] as string);
  if (!generic && isNamedBeside(words, phrase)) return 'named-body';
  if (anyIn(words, from, to, (i) => isCapital(words, i) && isOutletWord(words.lower[i] as string) && i !== head))
    return 'named-body';
  if (phrase.anaphoric && oneOutlet.has(words.lower[head] as string)) return 'named-body';
  const singular = words.lower[head] === 'report' || words.lower[head] === 'account';
  if (singular && (phrase.definite || words.lower[from] === 'its')) return 'named-body';
  // *Radio*, *Press*: the last word of a name
  if (
    isCapital(words, head) &&
    head > from &&
    isCapital(words, head - 1) &&
    !isNationality(words.lower[head - 1] as string)
  )
    return vagueAdjectives.has(words.lower[head - 1] as string) || is(words, head - 1, word.media)
      ? 'vague-media'
      : 'named-body';
  return 'vague-media';
}

/** *the broadcaster said*: one that the article has spoken of. */
const oneOutlet = new Set(
  'outlet newspaper channel broadcaster network agency website magazine publication tabloid site'.split(' '),
);

function personLevel(words: Words, phrase: Phrase): Level {
  if (anyIn(words, phrase.head + 1, phrase.to, (i) => anonymity.has(words.lower[i] as string)))
    return 'anonymous-person';
  const plural = /^(?:people|men|women|those)$/.test(words.lower[phrase.head] as string);
  return plural && !phrase.counted ? 'vague-collective' : 'anonymous-person';
}

function groupLevel(words: Words, phrase: Phrase): Level {
  const { head, from } = phrase;
  if (phrase.counted) return 'unnamed-role';
  // *the Democrats* are a party
  if (isCapital(words, head) && words.lower[from] === 'the' && head === from + 1) return 'named-body';
  if (words.lower[head] === 'authorities')
    return anyIn(
      words,
      from,
      head,
      (i) => isCapital(words, i) && words.lower[i] !== 'the' && !vagueAdjectives.has(words.lower[i] as string),
    )
      ? 'named-body'
      : 'vague-collective';
  return 'vague-collective';
}

/** *the Northern Front rebels*: a named group; *Kurdish rebels*: none. */
function fighterLevel(words: Words, { head, from }: Phrase): Level {
  const named = anyIn(
    words,
    from,
    head,
    (i) =>
      i > 0 &&
      isCapital(words, i) &&
      !(i === from && !isCapital(words, i + 1)) &&
      !isNationality(words.lower[i] as string) &&
      !is(words, i, word.determiner | word.count),
  );
  return named ? 'named-body' : 'vague-collective';
}

/** *the president*, *Nordmark's foreign minister*: one person holds it, anyone can look up who. */
function holdsOffice(words: Words, { from, head, definite, counted }: Phrase): boolean {
  if (counted || is(words, head, word.people)) return false;
  if (words.lower[from] === 'the' || words.lower[head - 1] === "'s") return true;
  if (anyIn(words, from, head, (i) => modest.has(words.lower[i] as string))) return false;
  return definite || (from === head && isCapital(words, head));
}

/** A deputy, a former or a local holder is one of many. */
const modest = new Set(['former', 'senior', 'local', 'deputy', 'a', 'an', 'one', 'another', 'ex']);

function bodiesLevel(words: Words, phrase: Phrase): Level {
  const { from, head } = phrase;
  const of = (set: ReadonlySet<string>): boolean => anyIn(words, from, head, (i) => set.has(words.lower[i] as string));
  if (words.lower[head] === 'forces') {
    if (anyIn(words, from, head, (i) => is(words, i, word.fighters | word.role)) || of(unruly))
      return 'vague-collective';
    return head > from ? 'named-body' : 'vague-collective';
  }
  if (
    isCapital(words, head) &&
    head > from &&
    isCapital(words, head - 1) &&
    !isNationality(words.lower[head - 1] as string) &&
    !vagueAdjectives.has(words.lower[head - 1] as string)
  )
    return 'named-body';
  if (words.lower[from] === 'both' || (words.lower[from] === 'the' && (phrase.counted || head === from + 1)))
    return 'named-body';
  return 'vague-collective';
}

const unruly = new Set([
  'anti-government',
  'pro-government',
  'allied',
  'anti-regime',
  'local',
  'loyalist',
  'jihadist',
  'islamist',
]);

/** *a source at Nordhaven Police Command*, *a source in the militia*: an employer tells how it could know; a town does not. */
function isPlaced(words: Words, { head, to }: Phrase): boolean {
  const preposition = words.lower[head + 1] ?? '';
  if (head + 1 >= to || !placing.has(preposition)) return false;
  const institution = anyIn(
    words,
    head + 2,
    to,
    (i) =>
      is(words, i, word.body | word.fighters | word.office | word.bodies) &&
      words.lower[i] !== 'city' &&
      words.lower[i] !== 'country',
  );
  if (institution) return true;
  if (preposition === 'at' || preposition === 'within') return anyIn(words, head + 2, to, (i) => isCapital(words, i));
  return (
    preposition === 'in' &&
    anyIn(
      words,
      head + 3,
      to,
      (i) =>
        isCapital(words, i) &&
        isCapital(words, i - 1) &&
        words.shapes[i] !== shape.number &&
        /^(?:al-|ah)/.test(words.lower[i] as string),
    )
  );
}

const placing = new Set(['at', 'in', 'within', 'inside', 'from']);
