import { isNamed, isUnknowable } from '../core/attribution/attribution.js';
import { languageOf } from '../core/languages/index.js';
import type { Language } from '../core/languages/language.js';
import type { MentionTable, Voice } from '../core/mentions/mentionTable.js';
import { NAME, termsOf } from '../core/mentions/terms.js';
import { type Relation, sureFrom } from '../core/relations/relation.js';
import type { Claim, Hindrance, Origin, Place } from './claim.js';
import { DisjointSets } from './clustering/disjointSets.js';

/** Many files with one text, or one sentence, of which one speaks for all. */
export interface Crowd {
  readonly files: readonly string[];
}

/** A mention of a claim: where it stands, and the claims of its article with its number there. */
export interface Told extends Place {
  /** `null` where its file speaks for itself. */
  readonly crowd: Crowd | null;
  /** The file of the one among its near copies with which alone its article is compared; `null`: with all. */
  readonly leader: string | null;
  readonly claims: MentionTable;
  readonly mention: number;
}

/** Whether any text of one file stands in another. */
export type ShareText = (file: string, other: string) => boolean;

/** Two mentions of a claim, by their place in a list of mentions, and how they are related. */
export interface Link extends Pick<Relation, 'kind' | 'score'> {
  readonly x: number;
  readonly y: number;
}

/**
 * Counts origins, not hits (the two-source rule): mentions merge where they share reused text, an end of chain, a wire
 * credit or an outlet. Somebody whom nobody could name is never a known origin.
 */
export function originsOf(mentions: readonly Told[], links: readonly Link[]): Origin[] {
  const group = new DisjointSets(mentions.length);
  for (const { x, y, kind } of links) if (kind === 'copy') group.merge(x, y);
  const firstWith = new Map<string, number>();
  mentions.forEach((told, index) => {
    for (const key of keysOf(told)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, index);
      else group.merge(first, index);
    }
  });
  return group.lists().map((indices) => ({
    label: labelOf(indices.map((index) => mentions[index]!)),
    known:
      indices.some((index) => isKnown(mentions[index]!)) && !indices.some((index) => isAnonymous(mentions[index]!)),
    mentions: indices,
  }));
}

/** How many files make a claim with these mentions. */
export function fileCount(mentions: readonly Told[]): number {
  const found = new Set(mentions.map(({ file }) => file));
  for (const crowd of new Set(mentions.flatMap((told) => told.crowd ?? [])))
    for (const file of crowd.files) found.add(file);
  return found.size;
}

/** What a person may say of a claim; it never says whether the claim is true. To call it corroborated, two mentions must be the same beyond doubt. */
export function verdictOf(
  mentions: readonly Told[],
  origins: readonly Origin[],
  links: readonly Link[],
  shareText: ShareText,
): Pick<Claim, 'verdict' | 'hindrance'> {
  if (links.some(({ kind }) => kind === 'conflict')) return { verdict: 'contested', hindrance: null };
  const known = origins.filter((origin) => origin.known);
  if (known.length === 0) return { verdict: 'unsourced', hindrance: null };
  const originOf = new Map(known.flatMap((origin) => origin.mentions.map((mention) => [mention, origin] as const)));
  let hindrance: Hindrance = known.length === 1 ? 'oneKnown' : 'unsure';
  for (const { x, y, score } of links) {
    const [one, other] = [originOf.get(x), originOf.get(y)];
    if (score < sureFrom || one === undefined || other === undefined || one === other) continue;
    const between = hindranceBetween(mentions[x]!, mentions[y]!, shareText);
    if (between === null) return { verdict: 'corroborated', hindrance: null };
    if (hindrance === 'unsure') hindrance = between;
  }
  return origins.length === 1 && fileCount(mentions) > 1
    ? { verdict: 'repeated', hindrance: null }
    : { verdict: 'single-origin', hindrance };
}

/** What keeps two mentions of different origins that say the same from corroborating each other; `null`: nothing does. */
function hindranceBetween(one: Told, other: Told, shareText: ShareText): Hindrance | null {
  if (isContrary(one) !== isContrary(other)) return 'contrary';
  if (shareText(one.file, other.file)) return 'sharedText';
  return speaksOf(one, other) || speaksOf(other, one) ? 'speaksOfSource' : null;
}

/** Whether a name of those whom `other` rests on stands in the mention, or in how its own source is called. */
function speaksOf(one: Told, other: Told): boolean {
  const { firstBag, bagPlace, bagKind, topic } = one.claims;
  const language = languageOf(one.claims.language);
  const names = new Set(ends(one).flatMap(({ words }) => tellingTerms(words, language)));
  for (let x = firstBag[one.mention]!; x < firstBag[one.mention + 1]!; x++)
    if (bagKind[x]! & NAME) names.add(topic.term[bagPlace[x]!]!);
  return ends(other).some(({ words }) => tellingTerms(words, language).some((term) => names.has(term)));
}

const isContrary = ({ claims, mention }: Told): boolean => claims.contrary[mention] === 1;

const ends = ({ claims, mention }: Told): readonly Voice[] =>
  (claims.voices.get(mention) ?? []).filter((voice) => voice.name !== '' && voice.level !== 'hearsay');

function keysOf(told: Told): string[] {
  const keys = [`file ${told.file}`];
  const { outlet, agency } = told.claims;
  const language = languageOf(told.claims.language);
  if (outlet !== null) keys.push(`says ${plain(outlet, language)}`);
  if (agency !== null) keys.push(`says ${plain(agency, language)}`);
  for (const { name } of ends(told)) for (const part of telling(name, language)) keys.push(`says ${part}`);
  return keys;
}

/** Lower case, without signs and the article before it. */
function plain(name: string, { claims }: Language): string {
  const words = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ');
  return words
    .slice(words.length > 1 && claims.articles.has(words[0]!) ? 1 : 0)
    .join(' ')
    .trim();
}

/**
 * What two names of one end of chain have in common (*the Syrian presidency*, *the Presidency*): any telling word.
 * Merging too much says *one origin* where there are two; merging too little would say that a claim is corroborated.
 */
const telling = (name: string, language: Language): string[] => [
  plain(name, language),
  ...tellingTerms(name, language).map((term) => `term ${term}`),
];

/** Terms of a name without titles and nationalities, where it has others (*the Ministry of Defence* has none): not all Syrians are one source. */
function tellingTerms(name: string, language: Language): number[] {
  const { titles } = language.claims;
  const words = name.toLowerCase().match(/[\p{L}\p{N}.-]+/gu) ?? [];
  const own = hashesOf(
    words.filter((word) => !language.speech.isNationality(word) && !titles.has(word)),
    language,
  );
  return own.length > 0 ? own : hashesOf(words, language);
}

const hashesOf = (words: readonly string[], language: Language): number[] =>
  words.flatMap((word) => termsOf(language).termOf(word, true)?.hash ?? []);

/** The end of a chain that nobody could ask: then even a named relay answers only for having been told. */
const isAnonymous = (told: Told): boolean =>
  (told.claims.voices.get(told.mention) ?? []).some((voice) => isUnknowable(voice.level));

/** A named end of chain (*the statement* and *Another* name nobody); without any attribution, the outlet that answers for its own words. */
function isKnown(told: Told): boolean {
  const voices = told.claims.voices.get(told.mention) ?? [];
  if (voices.length === 0) return told.claims.outlet !== null || told.claims.agency !== null;
  return voices.some(
    (voice) =>
      isNamed(voice.level) &&
      /\p{Lu}/u.test(voice.name) &&
      tellingTerms(voice.name, languageOf(told.claims.language)).length > 0,
  );
}

/** *Reuters*, *Hassan Abdul-Ghani (Reuters)*, *The Telegraph (a source)*, *outlet unknown*. */
function labelOf(mentions: readonly Told[]): string {
  const voices = mentions.flatMap(({ claims, mention }) => claims.voices.get(mention) ?? []);
  const nameless = voices.find((voice) => isUnknowable(voice.level));
  const first = mentions[0]!.claims;
  const outlet = first.outlet ?? first.agency ?? 'outlet unknown';
  const named = voices.find((voice) => isNamed(voice.level)) ?? voices[0];
  if (nameless !== undefined) {
    const relay = nameless.chain.at(-1) ?? (named !== nameless ? named?.words : undefined);
    return `${relay ?? outlet} (${nameless.words})`;
  }
  if (named === undefined) return outlet;
  const relay = named.chain.at(-1);
  return relay === undefined ? named.words : `${named.words} (${relay})`;
}
