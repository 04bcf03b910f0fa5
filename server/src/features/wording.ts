import { type Line, line } from '../../../protocol/src/index.js';
import type { Article, Metadata } from '../core/article/article.js';
import { inOneLine } from '../core/article/characters.js';
import type { Attribution } from '../core/attribution/attribution.js';
import type { Figure, Grade } from '../core/casualties/figure.js';
import type { Drift, RelationKind } from '../core/relations/relation.js';
import type { Span } from '../core/span.js';
import type { Hindrance } from '../workspace/claim.js';
import type { Claim, Verdict } from '../workspace/workspace.js';

/** The words a person reads for what the readers found; hover, panel, lens and table all take them from here. */

export const gradeWords: Readonly<Record<Grade, string>> = {
  unattributed: 'no source given',
  hedged: 'hearsay, no source given',
  anonymous: 'an unnamed source',
  party: 'a side in the conflict',
  interested: 'an interested party',
  media: 'another outlet',
  independent: 'a named source',
};

export const verdictWords: Readonly<Record<Verdict, string>> = {
  unsourced: 'No known origin',
  'single-origin': 'Not corroborated',
  repeated: 'Repeated: several files, one origin',
  corroborated: 'Corroborated: more than one origin',
  contested: 'Contested',
};

const hindranceWords: Readonly<Record<Hindrance, string>> = {
  oneKnown: 'Of only one of them is it known who says so.',
  unsure: 'They may not say quite the same.',
  contrary: 'One denies or negates something, the other does not.',
  sharedText: 'Their articles share text, and may be two versions of one story.',
  speaksOfSource: 'One speaks of the source that the other rests on.',
};

/** Why a claim is not called corroborated, in a sentence; '' where its verdict says so. */
export const hindranceOf = ({ hindrance }: Claim): string => (hindrance === null ? '' : hindranceWords[hindrance]);

export const relationWords: Readonly<Record<RelationKind, string>> = {
  copy: 'Text reused',
  same: 'Same claim in other words',
  conflict: 'Conflicting report',
  update: 'A later state of the same',
};

export const plural = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

/** *and 12 more*, where a list shows so many of all; else ''. */
export const moreWords = (all: number, shown: number): string =>
  all > shown ? `and ${(all - shown).toLocaleString('en')} more` : '';

/** *2 files, 1 origin*; origins that nobody identifiable answers for are said apart. */
export function countOf(claim: Claim): string {
  const { files } = claim;
  const known = claim.origins.filter((origin) => origin.known).length;
  const unknown = claim.origins.length - known;
  if (unknown === 0) return `${plural(files, 'file')}, ${plural(known, 'origin')}`;
  if (known === 0) return `${plural(files, 'file')}, no known origin`;
  return `${plural(files, 'file')}, ${plural(known, 'known origin')}, ${unknown} unknown`;
}

/** Bounds in people: *70 or more*, *20 to 30*, *about 2,500*. */
export function rangeWords({ low, high, approx }: Pick<Figure, 'low' | 'high' | 'approx'>): string {
  const number = (value: number): string => value.toLocaleString('en');
  const about = approx ? 'about ' : '';
  if (low === null && high === null) return 'unknown';
  if (low === null) return `up to ${number(high as number)}`;
  if (high === null) return `${about}${number(low)} or more`;
  return low === high ? `${about}${number(low)}` : `${about}${number(low)} to ${number(high)}`;
}

const longDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** *14 May 2024*, of an ISO date. */
export const dayWords = (date: string): string => longDay.format(new Date(date));

/** What one side of a relation says more or less surely; `a` is the side of the article being read. */
export function driftWords(drift: Drift): string {
  const keeper = drift.keptBy === 'a' ? 'This article' : 'The other';
  const loser = drift.keptBy === 'a' ? 'the other' : 'this article';
  const instead = drift.instead === '' ? 'leaves that out' : `says “${line(drift.instead)}” instead`;
  return `${keeper} says “${line(drift.words)}”; ${loser} ${instead}.`;
}

/** Outlet → cited outlet → source, as names. */
export function chainWords(article: Article, attribution: Attribution): string[] {
  const source = attribution.source ? textOf(article, attribution.source) : attribution.name;
  return [outletOf(article), ...attribution.chain.map((relay) => relay.name), ...(source === '' ? [] : [source])];
}

/** What is known of where an article stands: a whole article, or the facts that are kept of it. */
interface Published {
  readonly metadata: Pick<Metadata, 'title' | 'outlet' | 'agency'>;
  readonly path: string;
}

/** The outlet; else the agency whose dateline or credit it carries; else the name of the file. */
export const outletOf = ({ metadata, path }: Published): Line =>
  line(metadata.outlet ?? metadata.agency ?? lastSegment(path));

/** Whether the article says where it appeared or whose wire it is. */
export const outletKnown = ({ metadata }: Published): boolean => (metadata.outlet ?? metadata.agency) !== null;

export const titleOf = ({ metadata, path }: Published): Line => line(metadata.title ?? lastSegment(path));

const lastSegment = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The file's name in a URI, decoded where it can be. */
export function fileName(uri: string): Line {
  const last = lastSegment(uri);
  try {
    return line(decodeURIComponent(last));
  } catch {
    return line(last); // a file may be called `100%.txt`
  }
}

export const textOf = ({ text }: { readonly text: string }, span: Span): Line =>
  line(inOneLine(text.slice(span.start, span.end)));

/** At most `length` characters, cut at a word, with an ellipsis. Cutting leaves escaped what is. */
export function clip<Words extends string>(text: Words, length: number): Words {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, '')} …` as Words;
}
