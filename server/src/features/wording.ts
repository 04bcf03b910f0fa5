import { amount, type Line, language, line, phrase, said, say } from '../../../protocol/src/index.js';
import type { Article, Metadata } from '../core/article/article.js';
import { inOneLine } from '../core/article/characters.js';
import type { Attribution } from '../core/attribution/attribution.js';
import type { Figure, Grade, Outcome } from '../core/casualties/figure.js';
import { outcomePhrases } from '../core/casualties/outcomePhrases.js';
import type { Drift, RelationKind } from '../core/relations/relation.js';
import type { Span } from '../core/span.js';
import type { Hindrance } from '../workspace/claim.js';
import type { Claim, Verdict } from '../workspace/workspace.js';

/** The words a person reads for what the readers found; hover, panel, lens and table all take them from here. */

const gradePhrases: Readonly<Record<Grade, string>> = {
  unattributed: phrase`no source given`,
  hedged: phrase`hearsay, no source given`,
  anonymous: phrase`an unnamed source`,
  party: phrase`a side in the conflict`,
  interested: phrase`an interested party`,
  media: phrase`another outlet`,
  independent: phrase`a named source`,
};

export const gradeWords = (grade: Grade): string => said(gradePhrases[grade]);

const verdictPhrases: Readonly<Record<Verdict, string>> = {
  unsourced: phrase`No known origin`,
  'single-origin': phrase`Not corroborated`,
  repeated: phrase`Repeated: several files, one origin`,
  corroborated: phrase`Corroborated: more than one origin`,
  contested: phrase`Contested`,
};

/** Verdicts that are drawn from what nobody else says, as long as an archive may name somebody who does. */
const verdictPhrasesSoFar: Readonly<Partial<Record<Verdict, string>>> = {
  unsourced: phrase`No known origin so far`,
  'single-origin': phrase`Not corroborated so far`,
  repeated: phrase`Repeated so far: several files, one origin`,
};

export const verdictWords = ({ verdict, isComplete }: Pick<Claim, 'verdict' | 'isComplete'>): string =>
  said((isComplete ? undefined : verdictPhrasesSoFar[verdict]) ?? verdictPhrases[verdict]);

const hindrancePhrases: Readonly<Record<Hindrance, string>> = {
  oneKnown: phrase`Of only one of them is it known who says so.`,
  unsure: phrase`They may not say quite the same.`,
  contrary: phrase`One denies or negates something, the other does not.`,
  sharedText: phrase`Their articles share text, and may be two versions of one story.`,
  speaksOfSource: phrase`One speaks of the source that the other rests on.`,
};

/** Why a claim is not called corroborated, in a sentence; '' where its verdict says so. */
export const hindranceOf = ({ hindrance }: Claim): string =>
  hindrance === null ? '' : said(hindrancePhrases[hindrance]);

const relationPhrases: Readonly<Record<RelationKind, string>> = {
  copy: phrase`text reused`,
  same: phrase`same claim in other words`,
  conflict: phrase`conflicting report`,
  update: phrase`a later state of the same`,
};

/** As they go on in a line: *text reused*; at its head, as `capital` writes them. */
export const relationWords = (kind: RelationKind): string => said(relationPhrases[kind]);

export const outcomeWords = (outcome: Outcome): string => said(outcomePhrases[outcome]);

const scopePhrases = { cumulative: phrase`running total`, historical: phrase`an earlier event` } as const;

export const scopeWords = (scope: keyof typeof scopePhrases): string => said(scopePhrases[scope]);

export const capital = <Words extends string>(words: Words): Words =>
  `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}` as Words;

/** Each noun with what one and what several of it are called. */
const counted = {
  article: [() => say`1 article`, (count: string) => say`${count} articles`],
  sentence: [() => say`1 sentence`, (count: string) => say`${count} sentences`],
  incident: [() => say`1 incident`, (count: string) => say`${count} incidents`],
  finding: [() => say`1 finding`, (count: string) => say`${count} findings`],
  warning: [() => say`1 warning`, (count: string) => say`${count} warnings`],
  note: [() => say`1 note`, (count: string) => say`${count} notes`],
  hint: [() => say`1 hint`, (count: string) => say`${count} hints`],
  file: [() => say`1 file`, (count: string) => say`${count} files`],
  origin: [() => say`1 origin`, (count: string) => say`${count} origins`],
  'known origin': [() => say`1 known origin`, (count: string) => say`${count} known origins`],
  outlet: [() => say`1 outlet`, (count: string) => say`${count} outlets`],
  'known outlet': [() => say`1 known outlet`, (count: string) => say`${count} known outlets`],
  source: [() => say`1 source`, (count: string) => say`${count} sources`],
  mention: [() => say`1 mention`, (count: string) => say`${count} mentions`],
  'unnamed source': [() => say`1 unnamed source`, (count: string) => say`${count} unnamed sources`],
  'claim elsewhere': [() => say`1 claim elsewhere`, (count: string) => say`${count} claims elsewhere`],
} as const;

export const plural = (count: number, noun: keyof typeof counted): string => {
  const [one, several] = counted[noun];
  return count === 1 ? one() : several(amount(count));
};

/** *and 12 more*, where a list shows so many of all; else ''. */
export const moreWords = (all: number, shown: number): string =>
  all > shown ? say`and ${amount(all - shown)} more` : '';

/** *2 files, 1 origin*; origins that nobody identifiable answers for are said apart. */
export function countOf(claim: Claim): string {
  const { files } = claim;
  const known = claim.origins.filter((origin) => origin.known).length;
  const unknown = claim.origins.length - known;
  if (unknown === 0) return `${plural(files, 'file')}, ${plural(known, 'origin')}`;
  if (known === 0) return say`${plural(files, 'file')}, no known origin`;
  return say`${plural(files, 'file')}, ${plural(known, 'known origin')}, ${amount(unknown)} unknown`;
}

/** Bounds in people: *70 or more*, *20 to 30*, *about 2,500*. */
export function rangeWords({ low, high, approx }: Pick<Figure, 'low' | 'high' | 'approx'>): string {
  const about = (words: string): string => (approx ? say`about ${words}` : words);
  if (low === null) return high === null ? say`unknown` : say`up to ${amount(high)}`;
  if (high === null) return about(say`${amount(low)} or more`);
  return about(low === high ? amount(low) : say`${amount(low)} to ${amount(high)}`);
}

/** *14 May 2024*, of an ISO date. */
export const dayWords = (date: string): string => dayFormat().format(new Date(date));

/** By the code of a language: making one takes as long as reading a page. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(): Intl.DateTimeFormat {
  const { code } = language();
  const form = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const known = dayFormats.get(code) ?? new Intl.DateTimeFormat(code === 'en' ? 'en-GB' : code, form);
  dayFormats.set(code, known);
  return known;
}

/** What one side of a relation says more or less surely; `a` is the side of the article being read. */
export function driftWords(drift: Drift): string {
  const [words, instead] = [line(drift.words), line(drift.instead)];
  if (drift.keptBy === 'a')
    return instead === ''
      ? say`This article says “${words}”; the other leaves that out.`
      : say`This article says “${words}”; the other says “${instead}” instead.`;
  return instead === ''
    ? say`The other says “${words}”; this article leaves that out.`
    : say`The other says “${words}”; this article says “${instead}” instead.`;
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
