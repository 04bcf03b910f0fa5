import color from 'picocolors';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { line } from '../../../protocol/src/index.js';
import { inOneLine } from '../core/article/characters.js';
import { leftOutOf } from '../core/article/furniture.js';
import { datesOf } from '../core/article/metadata.js';
import { mostPlaces } from '../core/rules/elsewhere.js';
import type { Finding, Severity } from '../core/rules/rule.js';
import { type Checked, isArticle, markedIn } from '../exports/checked.js';
import { signs, totals } from './text.js';

/** How heavy a finding weighs, heaviest first, and how that looks. */
const weights: Readonly<Record<Severity, { readonly rank: number; readonly sign: string }>> = {
  warning: { rank: 0, sign: `${signs.warning} ${color.yellow('warning')}` },
  information: { rank: 1, sign: `${signs.information} ${color.blue('note   ')}` },
  hint: { rank: 2, sign: `${signs.hint} ${color.dim('hint   ')}` },
};

/** Places in other files that are named below a mark. Chosen. */
const relatedShown = 3;
/** How many more places there are; a rule names `mostPlaces` at most. */
const moreThan = (named: number): string =>
  named < mostPlaces ? `${named - relatedShown} more` : `${named - relatedShown} or more`;
const indent = ' '.repeat(9);

/** Line and column of an offset in a file, both from 1, as editors and terminals link them. */
type At = (file: string, offset: number) => string;

/** Every mark for a person at a terminal: by file, in order of place, each with its words, why, and who else says it. */
export function details(checked: Checked): string {
  const at = positions(checked);
  const blocks = checked.files.map((one) => {
    const { file, reading, copyOf, nearCopyOf } = one;
    if (!isArticle(reading))
      return [`${color.bold(line(file))}  ${color.dim(`skipped: ${line(reading.skipped)}`)}`, ''];
    if (copyOf !== null) return [`${color.bold(line(file))}  ${color.dim(`the same text as ${line(copyOf)}`)}`, ''];
    const { metadata } = reading.article;
    const left = leftOutOf(reading.article);
    const about = [
      metadata.title ?? 'untitled',
      metadata.outlet ?? 'outlet unknown',
      datesOf(metadata) ?? 'undated',
      ...(left === '' ? [] : [left]),
      ...(nearCopyOf === null ? [] : [`marked where it differs from ${nearCopyOf}`]),
    ]
      .map(line)
      .join(' · ');
    return [
      `${color.bold(line(file))}  ${color.dim(about)}`,
      ...byPlace(markedIn(one)).flatMap((here) => entry(file, here, reading.article.text, at)),
      '',
    ];
  });
  return `${[...blocks.flat(), totals(checked)].join('\n')}\n`;
}

function positions({ files }: Checked): At {
  const documents = new Map<string, TextDocument>();
  for (const { file, reading } of files)
    if (isArticle(reading)) documents.set(file, TextDocument.create(file, 'plaintext', 0, reading.article.text));
  return (file, offset) => {
    const position = documents.get(file)?.positionAt(offset);
    return position ? `${position.line + 1}:${position.character + 1}` : '';
  };
}

/** Findings of the same words together, heaviest first. */
function byPlace(findings: readonly Finding[]): Finding[][] {
  const places = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.start}-${finding.end}`;
    places.set(key, [...(places.get(key) ?? []), finding]);
  }
  return [...places.values()].map((here) => here.sort((a, b) => weights[a.severity].rank - weights[b.severity].rank));
}

function entry(file: string, findings: readonly Finding[], article: string, at: At): string[] {
  const [first] = findings as [Finding];
  const words = line(inOneLine(article.slice(first.start, first.end)));
  const short = words.length > 90 ? `${words.slice(0, 60)} … ${words.slice(-26)}` : words;
  return [
    `${at(file, first.start).padStart(indent.length - 2)}  “${short}”`,
    ...findings.flatMap(({ severity, rule, message, related }) => [
      `${indent}${weights[severity].sign}  ${line(message)}  ${color.dim(rule)}`,
      ...related.slice(0, relatedShown).map((other) => {
        const place = `${line(other.file)}:${at(other.file, other.start)}`;
        // what the finding says already is not said again
        return color.dim(`${indent}  ↳ ${place}${other.message === message ? '' : `  ${line(other.message)}`}`);
      }),
      ...(related.length > relatedShown ? [color.dim(`${indent}  ↳ and ${moreThan(related.length)}`)] : []),
    ]),
  ];
}
