import type { ClaimView, FigureTable, SourceLevel } from '../../../protocol/src/index.js';
import type { Article } from '../core/article/article.js';
import { isNamed } from '../core/attribution/attribution.js';
import type { Severity } from '../core/rules/rule.js';
import { byImportance, type Spot, spotsOf, type ToldFinding } from '../core/rules/spots.js';
import { corroborationOfAll } from '../features/corroboration.js';
import { figuresAbout, isContested, type ToldIncident, tableOf } from '../features/figures.js';
import { type CitedLevel, citedLevels, levelView } from '../features/sources.js';
import { dayWords, plural, verdictWords } from '../features/wording.js';
import { type Standing, standingOf } from '../reviews/reviewed.js';
import type { Verdict } from '../workspace/workspace.js';
import { type Checked, type CheckedFile, isArticle, markedIn } from './checked.js';

/** What a format for people tells of all that was checked: of each part the words for it, and what of it can be shown. */
export interface Overview {
  /** Articles and their marks, and what else a person must know of the whole, a part each. */
  readonly totals: readonly string[];
  readonly articles: readonly ToldArticle[];
  /** The first and the last day of the articles: *14 to 15 May 2024*; '' where none is dated. */
  readonly days: string;
  readonly claims: { readonly words: string; readonly shared: () => readonly ClaimView[] };
  readonly figures: { readonly words: string; readonly table: () => FigureTable };
  readonly sources: { readonly words: string; readonly levels: () => readonly SourceLevel[] };
  /** Files that are no articles or were not read, and copies of which another says everything, each with the reason. */
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
}

export function overviewOf(checked: Checked): Overview {
  const articles = toldArticles(checked);
  const incidents = checked.incidents();
  const levels = toldSources(checked);
  return {
    totals: totalParts(checked),
    articles,
    days: daysWords(articles),
    claims: { words: claimWords(checked), shared: () => toldClaims(checked) },
    figures: { words: figureWords(incidents), table: () => tableOf(checked.workspace, incidents) },
    sources: { words: sourceWords(levels), levels: () => levels.map(levelView) },
    leftOut: leftOut(checked),
  };
}

/** What a person calls a severity. */
export const severityWords = { warning: 'warning', information: 'note', hint: 'hint' } as const satisfies Readonly<
  Record<Severity, string>
>;

/** What a desk looks at first. */
const verdicts: readonly Verdict[] = ['contested', 'unsourced', 'repeated', 'single-origin', 'corroborated'];

const count = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length;

/** *3 warnings, 1 note*, of those that are marked; *nothing to question*. */
export function markWords(severities: readonly Severity[]): string {
  const parts = (Object.keys(severityWords) as Severity[]).flatMap((severity) => {
    const many = count(severities, (one) => one === severity);
    return many === 0 ? [] : [plural(many, severityWords[severity])];
  });
  return parts.join(', ') || 'nothing to question';
}

/** *3 dismissed, 40 in the baseline, 2 checked*: of the findings that people looked at; '' where there are none. */
function reviewWords({ files }: Checked): string {
  const standings = files.flatMap(({ reviewed }) => reviewed.map(({ remarks }) => standingOf(remarks)));
  const told: Partial<Record<Standing, string>> = {
    dismissed: 'dismissed',
    accepted: 'in the baseline',
    checked: 'checked',
  };
  return Object.entries(told)
    .map(([standing, words]): [number, string] => [count(standings, (one) => one === standing), words])
    .flatMap(([many, words]) => (many === 0 ? [] : [`${many} ${words}`]))
    .join(', ');
}

/** Articles, marks, and what else a person must know of the whole, a part each; `how` they see what is not marked. */
export function totalParts(checked: Checked, how = 'not marked'): string[] {
  const { workspace, files } = checked;
  const articles = count(files, ({ reading }) => isArticle(reading));
  const marked = files.flatMap((file) => markedIn(file).map(({ severity }) => severity));
  const unmarked = files.reduce((sum, { findings }) => sum + findings.length, 0) - marked.length;
  return [
    // where no file is an article nothing was looked at, and nothing can be said of it
    articles === 0 ? '0 articles' : `${plural(articles, 'article')}: ${markWords(marked)}`,
    reviewWords(checked),
    unmarked > 0 ? `${unmarked.toLocaleString('en')} more ${unmarked === 1 ? 'finding' : 'findings'} ${how}` : '',
    files.length > articles ? `${plural(files.length - articles, 'file')} skipped` : '',
    files.every(({ file }) => workspace.named(file) === 'complete')
      ? ''
      : 'an archive may hold more that says the same',
  ].filter((part) => part !== '');
}

/** *13 in more than one file: 5 contested, 3 not corroborated*. */
function claimWords({ claims, incomplete }: Checked): string {
  const shared = claims.filter(({ files }) => files > 1);
  const rest = incomplete.length > 0 ? '; the archive has not said all' : '';
  if (shared.length === 0) return `none in more than one file${rest === '' ? '' : ' so far'}${rest}`;
  const parts = verdicts.flatMap((verdict) => {
    const own = shared.filter((claim) => claim.verdict === verdict);
    const isComplete = own.every((claim) => claim.isComplete);
    return own.length === 0
      ? []
      : [`${own.length} ${verdictWords({ verdict, isComplete }).toLowerCase().replace(/:.*/, '')}`];
  });
  return `${shared.length.toLocaleString('en')} in more than one file: ${parts.join(', ')}${rest}`;
}

/** *24 in 6 incidents, 3 of them with figures that differ*. */
function figureWords(incidents: readonly ToldIncident[]): string {
  const figures = incidents.reduce((sum, incident) => sum + figuresAbout(incident).length, 0);
  if (figures === 0) return 'none';
  const differ = count(incidents, isContested);
  return `${figures.toLocaleString('en')} in ${plural(incidents.length, 'incident')}${differ === 0 ? '' : `, ${differ} of them with figures that differ`}`;
}

/** The sources that the articles told of cite, by level, unnamed ones first. */
function toldSources({ workspace, files }: Checked): CitedLevel[] {
  const told = new Set(files.map(({ file }) => file));
  const levels = citedLevels(workspace);
  if (told.size >= workspace.size) return levels;
  return levels.flatMap((level) => {
    const sources = level.sources.filter(({ quotations }) => quotations.some(({ facts }) => told.has(facts.file)));
    return sources.length === 0 ? [] : [{ ...level, sources, count: sources.length }];
  });
}

/** *23, 9 of them unnamed*. */
function sourceWords(levels: readonly CitedLevel[]): string {
  const sum = (of: typeof levels): number => of.reduce((all, { count: many }) => all + many, 0);
  const unnamed = sum(levels.filter(({ level }) => !isNamed(level)));
  return `${sum(levels).toLocaleString('en')}${unnamed === 0 ? '' : `, ${unnamed} of them unnamed`}`;
}

/** The shared claims that the articles told of have a part in, what needs attention first. */
function toldClaims({ workspace, files }: Checked): ClaimView[] {
  const told = new Set(files.map(({ file }) => file));
  return corroborationOfAll(workspace).claims.filter(({ here, mentions }) =>
    [...here, ...mentions].some(({ place }) => told.has(place.uri)),
  );
}

/** An article with its marks as an editor has them, one for each sentence, in order of place. */
export interface ToldArticle {
  readonly file: CheckedFile;
  readonly article: Article;
  readonly spots: readonly Spot[];
}

const toldArticles = ({ files }: Checked): ToldArticle[] =>
  files.flatMap((file) => {
    if (!isArticle(file.reading) || file.copyOf !== null) return [];
    const { article } = file.reading;
    return [{ file, article, spots: spotsOf(article, markedIn(file)) }];
  });

/** Marks, most important first. */
export const byAttention = (spots: readonly Spot[]): Spot[] => [...spots].sort(([a], [b]) => byImportance(a, b));

/** The finding that the most important mark tells first; `undefined` where nothing is marked. */
function mostImportant(spots: readonly Spot[]): ToldFinding | undefined {
  let most: ToldFinding | undefined;
  for (const [one] of spots) if (most === undefined || byImportance(one, most) < 0) most = one;
  return most;
}

/** All, in order of path; of more than `most`, one fewer: those with the most important marks, and most of them. */
export function mostToQuestion(articles: readonly ToldArticle[], most: number): ToldArticle[] {
  if (articles.length <= most) return [...articles];
  const keyed = articles.map((one) => ({ one, first: mostImportant(one.spots) }));
  return keyed
    .sort(({ one: x, first: a }, { one: y, first: b }) => {
      if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
      return byImportance({ ...a, start: 0 }, { ...b, start: 0 }) || y.spots.length - x.spots.length;
    })
    .slice(0, most - 1)
    .map(({ one }) => one);
}

const leftOut = ({ files, nameOf }: Checked): Overview['leftOut'] =>
  files.flatMap(({ file, reading, copyOf }) => {
    const reason = isArticle(reading) ? copyOf && `the same text as ${nameOf(copyOf)}` : reading.skipped;
    return reason === null ? [] : [{ name: nameOf(file), reason }];
  });

function daysWords(articles: readonly ToldArticle[]): string {
  const days = articles.flatMap(({ article }) => article.metadata.date ?? []).sort();
  if (days.length === 0) return '';
  const [first, last] = [days[0]!, days.at(-1)!].map(dayWords) as [string, string];
  if (first === last) return first;
  const [a, b] = [first.split(' '), last.split(' ')] as [string[], string[]];
  while (a.length > 1 && a.at(-1) === b[a.length - 1]) a.pop();
  return `${a.join(' ')} to ${last}`;
}
