import color from 'picocolors';
import { line } from '../../../protocol/src/index.js';
import type { Severity } from '../core/rules/rule.js';
import { type Checked, type CheckedFile, isArticle, markedIn } from '../exports/checked.js';
import {
  byAttention,
  markWords,
  mostToQuestion,
  type Overview,
  overviewOf,
  type ToldArticle,
  totalParts,
} from '../exports/overview.js';
import { positionsOf } from '../features/positions.js';
import { clip, plural } from '../features/wording.js';

/** How a severity looks. */
export const signs: Readonly<Record<Severity, string>> = {
  warning: color.yellow('▲'),
  information: color.blue('●'),
  hint: color.dim('·'),
};

/** Lines for articles, so that all fits a screen of 24. */
const mostLines = 14;
/** Marks of one article: whoever checks one wants to see more of it. */
const mostMarks = 10;
/** Characters of a line, where the terminal is not narrower. */
const usualWidth = 100;

/** The width in characters that lines are cut to. */
const width = (): number => Math.max(40, Math.min(usualWidth, process.stdout.columns ?? usualWidth));

/** All that was checked on one screen: what to look at first, article by article, and how to see the rest. */
export function text(checked: Checked): string {
  const overview = overviewOf(checked);
  const { articles } = overview;
  const skipped = checked.files.filter(({ reading }) => !isArticle(reading));
  const shown = mostToQuestion(articles, mostLines / 2);
  const each = Math.max(1, Math.min(mostMarks, Math.floor(mostLines / Math.max(1, shown.length)) - 1));
  const left = articles.length - shown.length;
  return [
    totals(checked),
    '',
    ...shown.flatMap((article) => entry(article, each)),
    ...(left === 0 ? [] : [color.dim(`and ${plural(left, 'article')} more`)]),
    ...skipped.slice(0, articles.length === 0 ? mostLines : 0).flatMap(whySkipped),
    ...(articles.length === 0 ? [] : ['', ...facts(overview), '', ...whatNext(checked)]),
  ]
    .map((one) => `${one}\n`)
    .join('');
}

function entry({ file, article, spots }: ToldArticle, most: number): string[] {
  const severities = markedIn(file).map(({ severity }) => severity);
  const words = markWords(severities);
  const path = clip(line(file.file), width() - words.length - 4);
  return [
    `${color.bold(path)}${' '.repeat(Math.max(2, width() - path.length - words.length))}${color.dim(words)}`,
    ...byAttention(spots)
      .slice(0, most)
      .map(([first]) => {
        const at = positionsOf(article).position(first.start);
        const place = `${at.line + 1}:${at.character + 1}`;
        return `${place.padStart(8)}  ${signs[first.severity]} ${clip(line(first.message), width() - 14)}`;
      }),
  ];
}

const whySkipped = ({ file, reading }: CheckedFile): string[] =>
  isArticle(reading) ? [] : [`${color.bold(line(file))}  ${color.dim(`skipped: ${line(reading.skipped)}`)}`];

const facts = ({ claims, figures, sources }: Overview): string[] => [
  `Claims   ${claims.words}`,
  `Figures  ${figures.words}`,
  `Sources  ${sources.words}`,
];

const whatNext = ({ files }: Checked): string[] => {
  const isReviewed = files.some(({ reviewed }) => reviewed.some(({ remarks }) => remarks.length > 0));
  return [
    ...(files.some((file) => markedIn(file).length > 0)
      ? ['Every mark with its reason: --details. A page to read and send on: -f html -o report.html']
      : []),
    ...(isReviewed ? ['What was dismissed, accepted or checked, by whom and why: -f json'] : []),
  ].map(color.dim);
};

/** *6 articles: 3 warnings; 1 file skipped*. */
export const totals = (checked: Checked): string =>
  checked.files.length === 0
    ? 'No article has changed.'
    : color.bold(totalParts(checked, 'with --reading everything').join('; '));
