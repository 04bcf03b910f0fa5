import { type ClaimView, type FigureTable, line, type SourceLevel } from '../../../protocol/src/index.js';
import { inOneLine } from '../core/article/characters.js';
import type { Spot } from '../core/rules/spots.js';
import { claimsMarkdown } from '../features/claimsMarkdown.js';
import { type Markdown, row, escapeMarkdown as safe } from '../features/markdown.js';
import { positionsOf } from '../features/positions.js';
import { clip, moreWords, outletKnown, outletOf, titleOf } from '../features/wording.js';
import type { Checked } from './checked.js';
import { overviewOf, severityWords, type ToldArticle } from './overview.js';

/** Nobody pastes more of each into a document; the JSON report has all. */
const most = { claims: 50, rows: 500, sources: 30 } as const;
/** Characters of marked words. */
const longest = 120;

/** What was checked for a ticket, a mail or a wiki: what is marked, claims with citations, figures and sources. */
export function markdown(checked: Checked): string {
  const { totals, articles, claims, figures, sources, leftOut } = overviewOf(checked);
  return `${[
    '# Who these articles rest on',
    `${totals.join('; ')}.`,
    [`- Claims: ${claims.words}`, `- Casualty figures: ${figures.words}`, `- Sources: ${sources.words}`].join('\n'),
    '## To question',
    ...articles.map((one) => articleMarkdown(one, checked)),
    ...claimsSection(claims.shared()),
    ...figuresSection(figures.table(), checked),
    ...sourcesSection(sources.levels()),
    ...(leftOut.length === 0
      ? []
      : ['## Not read', leftOut.map(({ name, reason }) => `- ${safe(name)}: ${safe(reason)}`).join('\n')]),
    'Second Source says who says it, never what is true. *No shared text found* is all that it can see of two sources.',
  ].join('\n\n')}\n`;
}

function articleMarkdown({ file, article, spots }: ToldArticle, { nameOf }: Checked): string {
  const heading = `### ${safe(titleOf(article))}`;
  const outlet = outletKnown(article) ? outletOf(article) : 'outlet unknown';
  const about = [outlet, article.metadata.date ?? 'undated', nameOf(file.file)].map(safe).join(' · ');
  const marks = spots.map((spot) =>
    spotMarkdown(spot, article.text, positionsOf(article).position(spot[0].start).line),
  );
  return [heading, about, marks.length === 0 ? 'Nothing to question.' : marks.join('\n')].join('\n\n');
}

function spotMarkdown(spot: Spot, text: string, at: number): string {
  const [first] = spot;
  const words = safe(clip(line(inOneLine(text.slice(first.start, first.end))), longest));
  const said = spot.map(({ severity, message }) => `  - **${severityWords[severity]}** ${safe(message)}`);
  return [`- line ${at + 1}, “${words}”`, ...said].join('\n');
}

function claimsSection(claims: readonly ClaimView[]): string[] {
  if (claims.length === 0) return [];
  const more = moreWords(claims.length, most.claims);
  return [
    '## Claims in more than one file',
    claimsMarkdown(claims.slice(0, most.claims)),
    ...(more === '' ? [] : [more]),
  ];
}

function figuresSection({ rows, incidents }: FigureTable, { nameOf }: Checked): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, most.rows);
  const head = ['Outcome', 'Figure', 'Range', 'Outlet', 'Date', 'Source', 'On whose word', 'Where'].map(safe);
  const cells = (one: FigureTable['rows'][number]): Markdown[] =>
    [
      ...[one.outcome, one.words, one.range, one.outlet, one.date ?? 'undated', one.source || '–', one.gradeWords],
      `${nameOf(one.place.uri)}, line ${one.place.range.start.line + 1}`,
    ].map(safe);
  const tables = incidents.flatMap(({ title, tolls, verdict, edits }, incident) => {
    const own = shown.filter((one) => one.incident === incident);
    if (own.length === 0) return [];
    const table = [row(head), row(head.map(() => '---' as Markdown)), ...own.map((one) => row(cells(one)))];
    const byHand = edits.map(({ words }) => safe(words));
    return [`### ${safe(title)}`, `${safe(tolls)}: ${safe(verdict)}`, ...byHand, table.join('\n')];
  });
  const more = moreWords(rows.length, most.rows);
  return ['## Casualty figures', ...tables, ...(more === '' ? [] : [more])];
}

const sourcesSection = (levels: readonly SourceLevel[]): string[] =>
  levels.length === 0 ? [] : ['## Sources', ...levels.map(levelMarkdown)];

function levelMarkdown({ words, sources, count }: SourceLevel): string {
  const more = moreWords(count, Math.min(sources.length, most.sources));
  const names = sources.slice(0, most.sources).map(({ name, quoted, quotations }) => {
    const outlets = [...new Set(quotations.map(({ outlet }) => outlet))].map(safe).join(', ');
    return `- ${safe(name)}: ${quoted === 1 ? 'once' : `${quoted} times`}, in ${outlets}`;
  });
  return [`### ${safe(words)}`, [...names, ...(more === '' ? [] : [`- ${more}`])].join('\n')].join('\n\n');
}
