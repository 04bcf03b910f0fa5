import { anySpeech, speech } from '../languages/tokenClasses.js';
import { is, isOneOf, shape, type TokenRange, type Words } from '../words.js';
import { isNamed, type Level } from './attribution.js';
import { anyIn, isCapital, type Phrase, parsePhrase } from './phrase.js';

/**
 * The level of a source by its own words, before anything it refers to is known: function or affiliation identifies,
 * closeness or knowledge does not. docs/levels.md tells the rules in words.
 */
export function levelOf(words: Words, phrase: Phrase): Level {
  const { head } = phrase;
  const classes = words.speech[head]!;
  if (phrase.person !== null) return 'named-person';
  if (endsInOutlet(words, phrase)) return 'named-body';
  if (anyIn(phrase.from, phrase.to, (i) => words.says.anonymous.test(words.lower[i]!))) return 'anonymous-person';
  // *benchmark sources*: of figures or of income
  if (classes & speech.bareSource && head > phrase.from && isOneOf(words, head - 1, words.says.ofThings))
    return 'named-body';
  // *local media sources*
  if (classes & speech.bareSource && head > phrase.from && isOneOf(words, head - 1, words.says.manyMedia))
    return 'vague-media';
  if (classes & speech.bareSource && isOutletOfInsiders(words, phrase)) return 'named-body';
  if (classes & speech.bareSource) return isPlaced(words, phrase) ? 'unnamed-role' : 'anonymous-person';
  if (classes & speech.spokesperson) return 'spokesperson';
  // *one of them*
  if (isOneOf(words, head, words.says.partitivePronouns) && isOneOf(words, head - 1, words.says.of))
    return phrase.counted ? 'unnamed-role' : 'vague-collective';
  if (
    isOneOf(words, head, words.says.agencies) &&
    head > phrase.from &&
    !isOneOf(words, head - 1, words.says.manyMedia)
  )
    return isOneOf(words, head - 1, words.says.vagueAdjectives)
      ? mediaLevel(words, phrase)
      : bodiesLevel(words, phrase);
  if (classes & (speech.media | speech.report)) return mediaLevel(words, phrase);
  if (classes & speech.person) return personLevel(words, phrase);
  if (classes & speech.people) return groupLevel(words, phrase);
  if (
    isOneOf(words, head, words.says.figures) &&
    anyIn(phrase.from, head, (i) => isOneOf(words, i, words.says.prominent))
  )
    return isSomebody(words, phrase) || phrase.counted ? 'unnamed-role' : 'vague-collective';
  if (classes & speech.fighters) return fighterLevel(words, phrase);
  if (classes & speech.office && holdsOffice(words, phrase)) return 'named-body';
  // *the Dray Conflict Monitor*, *the Northern Guard*, *the Diplomat*: capitals make a name of it
  if (
    classes & speech.role &&
    head > phrase.from &&
    isCapital(words, head) &&
    // *A Republican*, *one Labour MP*
    !phrase.counted &&
    !isOneOf(words, phrase.from, words.says.indefinite) &&
    (isOneOf(words, head - 1, words.says.the) ||
      (isCapital(words, head - 1) && !words.says.isNationality(words.lower[head - 1]!)))
  )
    return 'named-body';
  // *the Senate’s top Democrat*: one person is
  if (isOneOf(words, head, words.says.partisans) && phrase.definite && !phrase.counted) return 'named-body';
  if (classes & speech.role) return 'unnamed-role';
  if (classes & speech.bodies) return bodiesLevel(words, phrase);
  if (classes & speech.collective)
    return isCapital(words, head) && head > phrase.from && !isOneOf(words, phrase.from, words.says.indefinite)
      ? 'named-body'
      : 'vague-collective';
  if (classes & speech.body)
    return isOneOf(words, phrase.from, words.says.indefinite) && !isCapital(words, head)
      ? 'vague-collective'
      : 'named-body';
  if (isOneOf(words, head, words.says.impersonal) && phrase.from === head) return 'unnamed-role';
  if (isOneOf(words, head, words.says.vagueAlone)) return 'vague-collective';
  // *Another said*, *said another.*; not *another concern*
  const alone = phrase.from === head && (is(words, head + 1, speech.reports) || words.shapes[head + 1] === shape.mark);
  if (alone && isOneOf(words, head, words.says.another)) return 'unnamed-role';
  return isSomebody(words, phrase) ? 'unnamed-role' : 'named-body';
}

/** *a tipster*, *one grandee*: one of many that no list has, and by its form no thing. *A party figure* is one, too. */
function isSomebody(words: Words, { from, head }: Phrase): boolean {
  if (!isOneOf(words, from, words.says.indefiniteArticles) && !isOneOf(words, from, words.says.impersonal))
    return false;
  if (isOneOf(words, head, words.says.figures))
    return anyIn(from, head, (i) => isOneOf(words, i, words.says.prominent));
  if (head === from || words.speech[head] !== 0 || words.shapes[head] !== shape.lower) return false;
  const built = anyIn(from + 1, head, (i) => is(words, i, speech.determiner | speech.preposition | speech.body));
  return !built && !words.says.thing.test(words.lower[head]!);
}

/** *… seven people Nordpress news agency*: a lost comma before the outlet. */
const endsInOutlet = (words: Words, { head, to }: Phrase): boolean =>
  head < to - 2 &&
  is(words, to - 1, speech.media | speech.body) &&
  isOneOf(words, to - 2, words.says.news) &&
  isCapital(words, to - 3);

/** Whether capitals behind or before the head name somebody: *the Nordhaven Courier*, *news agency Nordpress*. */
const isNamedBeside = (words: Words, { from, to, head }: Phrase): boolean =>
  anyIn(
    from,
    to,
    (i) =>
      i !== head &&
      isCapital(words, i) &&
      isName(words, i, from) &&
      !isPlatform(words, i, head) &&
      !isPlace(words, i, head),
  );

/** *reports in Norland*: a place, or an outlet that nobody knows. */
const isPlace = (words: Words, i: number, head: number): boolean =>
  i === head + 2 && isOneOf(words, head + 1, words.says.in) && isOneOf(words, head, words.says.reports);

/** *posts on Telegram*: anybody’s. */
const isPlatform = (words: Words, i: number, head: number): boolean =>
  i > head && isOneOf(words, i, words.says.platforms) && is(words, head, speech.report);

const isName = (words: Words, i: number, from: number): boolean =>
  !words.says.isNationality(words.lower[i]!) &&
  !is(
    words,
    i,
    speech.determiner |
      speech.people |
      speech.media |
      speech.report |
      speech.count |
      speech.time |
      (i === from ? speech.adverb : 0),
  ) &&
  !(i === from && !isOneOf(words, i, words.says.the) && !isCapital(words, i + 1) && is(words, i, anySpeech)) &&
  !(i === from && isOneOf(words, i, words.says.vagueAdjectives));

/** *Business Insider said*; not *A Palace Insider said*, and not *Palace Insider Says* in the capitals of a headline. */
const isOutletOfInsiders = (words: Words, { from, head, counted }: Phrase): boolean =>
  head > from &&
  isCapital(words, head - 1) &&
  isCapital(words, head) &&
  !isCapital(words, head + 1) &&
  !counted &&
  !isOneOf(words, from, words.says.indefinite);

function mediaLevel(words: Words, phrase: Phrase): Level {
  const { head, from, to } = phrase;
  // *the Norland army released footage*, where a comma was lost
  if (anyIn(from + 1, head, (i) => words.says.past.test(words.lower[i]!) && is(words, i - 1, speech.body)))
    return 'named-body';
  // *Ostravan media reports*, *state television*: the word before the head says that no outlet is meant
  const generic =
    head > from &&
    !isOneOf(words, head, words.says.oneOutlet) &&
    !isCapital(words, head - 1) &&
    isOneOf(words, head - 1, words.says.vagueAdjectives);
  // *a new report from Northwire*: whose it is stands behind it
  const owned =
    isOneOf(words, head + 1, words.says.owner) && head + 2 < to && isNamedBeside(words, { ...phrase, from: head });
  if (owned || (!generic && isNamedBeside(words, phrase))) return 'named-body';
  if (anyIn(from, to, (i) => isCapital(words, i) && isOneOf(words, i, words.says.outletWords) && i !== head))
    return 'named-body';
  if (phrase.anaphoric && isOneOf(words, head, words.says.oneOutlet)) return 'named-body';
  // *a police report*
  if (isOneOf(words, head, words.says.oneReport) && head > from && isOneOf(words, head - 1, words.says.recordModifiers))
    return 'named-body';
  if (isOneOf(words, head, words.says.oneReport) && (phrase.definite || isOneOf(words, from, words.says.its)))
    return 'named-body';
  // *Radio*, *Press*: the last word of a name
  if (
    isCapital(words, head) &&
    head > from &&
    isCapital(words, head - 1) &&
    !words.says.isNationality(words.lower[head - 1]!)
  )
    return isOneOf(words, head - 1, words.says.vagueAdjectives) || is(words, head - 1, speech.media)
      ? 'vague-media'
      : 'named-body';
  return 'vague-media';
}

function personLevel(words: Words, phrase: Phrase): Level {
  if (anyIn(phrase.head + 1, phrase.to, (i) => isOneOf(words, i, words.says.anonymity))) return 'anonymous-person';
  // *a woman who lives across the street*
  const { who, whoLives } = words.says;
  if (isOneOf(words, phrase.head + 1, who) && isOneOf(words, phrase.head + 2, whoLives)) return 'unnamed-role';
  // *one man, a trader from Tosk*
  const apposed =
    words.lower[phrase.head + 1] === ',' && isOneOf(words, phrase.head + 2, words.says.indefiniteArticles);
  if (apposed && anyIn(phrase.head + 3, phrase.to, (i) => is(words, i, speech.role))) return 'unnamed-role';
  const plural = isOneOf(words, phrase.head, words.says.peopleAtLarge);
  return plural && !phrase.counted ? 'vague-collective' : 'anonymous-person';
}

function groupLevel(words: Words, phrase: Phrase): Level {
  const { head, from } = phrase;
  if (phrase.counted) return 'unnamed-role';
  // *the Democrats* are a party
  if (isCapital(words, head) && isOneOf(words, from, words.says.the) && head === from + 1) return 'named-body';
  if (isOneOf(words, head, words.says.authorities))
    return anyIn(
      from,
      head,
      (i) =>
        isCapital(words, i) && !isOneOf(words, i, words.says.the) && !isOneOf(words, i, words.says.vagueAdjectives),
    )
      ? 'named-body'
      : 'vague-collective';
  return 'vague-collective';
}

/** *the Northern Front rebels*: a named group; *Kurdish rebels*: none. */
function fighterLevel(words: Words, { head, from }: Phrase): Level {
  const named = anyIn(
    from,
    head,
    (i) =>
      i > 0 &&
      isCapital(words, i) &&
      !(i === from && !isCapital(words, i + 1)) &&
      !words.says.isNationality(words.lower[i]!) &&
      !is(words, i, speech.determiner | speech.count),
  );
  return named ? 'named-body' : 'vague-collective';
}

/** *the president*, *Nordmark's foreign minister*: one person holds it, anyone can look up who. */
function holdsOffice(words: Words, { from, head, definite, counted }: Phrase): boolean {
  if (counted || is(words, head, speech.people)) return false;
  if (isOneOf(words, from, words.says.the) || isOneOf(words, head - 1, words.says.possessive)) return true;
  if (anyIn(from, head, (i) => isOneOf(words, i, words.says.modest))) return false;
  return definite || (from === head && isCapital(words, head));
}

function bodiesLevel(words: Words, phrase: Phrase): Level {
  const { from, head } = phrase;
  if (isOneOf(words, head, words.says.forces)) {
    if (
      anyIn(from, head, (i) => is(words, i, speech.fighters | speech.role)) ||
      anyIn(from, head, (i) => isOneOf(words, i, words.says.unruly))
    )
      return 'vague-collective';
    return head > from ? 'named-body' : 'vague-collective';
  }
  if (
    isCapital(words, head) &&
    head > from &&
    isCapital(words, head - 1) &&
    !words.says.isNationality(words.lower[head - 1]!) &&
    !isOneOf(words, head - 1, words.says.vagueAdjectives)
  )
    return 'named-body';
  if (
    isOneOf(words, from, words.says.both) ||
    (isOneOf(words, from, words.says.the) && (phrase.counted || head === from + 1))
  )
    return 'named-body';
  return 'vague-collective';
}

/** *a source at Nordhaven Police Command*, *a source in the militia*: an employer tells how it could know; a town does not. */
function isPlaced(words: Words, { head, to }: Phrase): boolean {
  if (head + 1 >= to || !isOneOf(words, head + 1, words.says.placing)) return false;
  const institution = anyIn(
    head + 2,
    to,
    (i) =>
      is(words, i, speech.body | speech.fighters | speech.office | speech.bodies) &&
      !isOneOf(words, i, words.says.tooWide),
  );
  if (institution) return true;
  if (isOneOf(words, head + 1, words.says.placingAtName)) return anyIn(head + 2, to, (i) => isCapital(words, i));
  return (
    isOneOf(words, head + 1, words.says.in) &&
    anyIn(
      head + 3,
      to,
      (i) =>
        isCapital(words, i) &&
        isCapital(words, i - 1) &&
        words.shapes[i] !== shape.number &&
        words.says.placeWithArticle.test(words.lower[i]!),
    )
  );
}

/** In words: a longer source has clauses in it that say who it is; set by hand. */
const longestNested = 12;

/** A short phrase around a word for sources, people or media, without a name, that nobody owns (*his allies*). */
export const isPlainlyUnnamed = (words: Words, source: TokenRange): boolean =>
  is(words, parsePhrase(words, source).head, plain) && isUnnamed(words, source);

/** The same around any noun that may be somebody: *one grandee*. */
export function isUnnamed(words: Words, source: TokenRange): boolean {
  const phrase = parsePhrase(words, source);
  if (source.to - source.from > longestNested || isOneOf(words, source.from, words.says.ownersPronouns)) return false;
  return (is(words, phrase.head, plain) || isSomebody(words, phrase)) && !isNamed(levelOf(words, phrase));
}

export const plain =
  speech.bareSource |
  speech.people |
  speech.role |
  speech.media |
  speech.report |
  speech.spokesperson |
  speech.fighters |
  speech.bodies |
  speech.person;
