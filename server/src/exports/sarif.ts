import type {
  Location,
  Log,
  Notification,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
  Suppression,
} from 'sarif';
import { type Escaped, label, line } from '../../../protocol/src/index.js';
import type { Article } from '../core/article/article.js';
import { isMarkedAt } from '../core/rules/attention.js';
import { type Finding, type RuleId, ruleIds, ruleWords, type Severity } from '../core/rules/rule.js';
import { sentenceOf, type ToldFinding } from '../core/rules/spots.js';
import type { Span } from '../core/span.js';
import { positionsOf } from '../features/positions.js';
import { folded } from '../reviews/folded.js';
import type { Remark } from '../reviews/review.js';
import { type ReviewedFinding, standingFindings } from '../reviews/reviewed.js';
import { digestOf } from '../workspace/digest.js';
import type { Workspace } from '../workspace/workspace.js';
import { type Checked, type CheckedFile, isArticle } from './checked.js';
import { fileIri } from './iris.js';
import { ruleHelp } from './ruleHelp.js';

declare const __VERSION__: string;

/** SARIF knows no hint; `properties.severity` says which notes are. */
const levels: Readonly<Record<Severity, Result.level>> = { warning: 'warning', information: 'note', hint: 'note' };

/**
 * What is marked, as SARIF 2.1.0 (OASIS): for services and editors that show the findings of many programs. Findings that
 * people dismissed or accepted are in it, suppressed and with their reason.
 */
export function sarif(checked: Checked): string {
  const { files } = checked;
  const uriOf = (file: string): string => fileIri(checked.nameOf(file));
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'Second Source',
            version: __VERSION__,
            semanticVersion: __VERSION__,
            language: 'en',
            shortDescription: { text: 'Shows who news articles rest on. It never says what is true.' },
            rules: ruleIds.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: files.flatMap((file) => whySkipped(file, checked.nameOf)),
          },
        ],
        artifacts: files.map(({ file }) => ({ location: { uri: uriOf(file) }, roles: ['analysisTarget'] })),
        results: files.flatMap((file, at) => resultsOf(checked, file, at)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

const ruleOf = (id: RuleId): ReportingDescriptor => ({
  id,
  shortDescription: { text: ruleWords[id] },
  help: { text: ruleHelp[id].replaceAll('*', ''), markdown: ruleHelp[id] },
});

/** How a file is named. */
type UriOf = (file: string) => string;

const whySkipped = ({ file, reading, copyOf }: CheckedFile, nameOf: Checked['nameOf']): Notification[] => {
  const reason = isArticle(reading) ? copyOf && `It has the same text as ${nameOf(copyOf)}.` : reading.skipped;
  if (reason === null) return [];
  return [
    {
      level: 'note',
      message: { text: words(reason) },
      locations: [{ physicalLocation: { artifactLocation: { uri: fileIri(nameOf(file)) } } }],
    },
  ];
};

function resultsOf(
  { workspace, nameOf }: Checked,
  { file, reading, reviewed, level }: CheckedFile,
  at: number,
): Result[] {
  if (!isArticle(reading)) return [];
  const { article } = reading;
  const uriOf: UriOf = (other) => fileIri(nameOf(other));
  const known = new Map<string, number>();
  return reviewed
    .flatMap((one) => {
      const [left] = standingFindings([one]);
      const { finding, remarks } = left ?? one;
      return isMarkedAt(finding.reading, level) ? [{ finding, remarks, isHidden: left === undefined }] : [];
    })
    .map(({ finding, remarks, isHidden }) => ({
      ruleId: finding.rule,
      ruleIndex: ruleIds.indexOf(finding.rule),
      level: levels[finding.severity],
      message: { text: words(finding.message) },
      locations: [{ physicalLocation: physicalLocation(article, uriOf(file), finding, at) }],
      relatedLocations: relatedTo(workspace, uriOf, finding),
      partialFingerprints: { 'markedWords/v1': fingerprint(article, finding, known) },
      suppressions: isHidden ? remarks.flatMap(suppression) : [],
      properties: propertiesOf(finding, isHidden ? [] : remarks),
    }));
}

function physicalLocation(article: Article, uri: string, finding: Finding, index: number): PhysicalLocation {
  const sentence = article.sentences[sentenceOf(article, finding)];
  const isPart = sentence && (sentence.start < finding.start || sentence.end > finding.end);
  return {
    artifactLocation: { uri, index },
    region: regionOf(article, finding),
    ...(isPart && { contextRegion: regionOf(article, cover(sentence, finding)) }),
  };
}

const cover = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/** Lines and columns from 1; the end column is the one after the last character. */
function regionOf(holder: { readonly text: string }, span: Span): Region {
  const { start, end } = positionsOf(holder).range(span);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    snippet: { text: holder.text.slice(span.start, span.end) },
  };
}

const relatedTo = (workspace: Workspace, uriOf: UriOf, { related }: Finding): Location[] =>
  related.flatMap((place, id) => {
    const facts = workspace.factsOf(place.file);
    if (facts === undefined) return [];
    return [
      {
        id,
        message: { text: words(place.message) },
        physicalLocation: { artifactLocation: { uri: uriOf(place.file) }, region: regionOf(facts, place) },
      },
    ];
  });

/**
 * The same for one finding however lines move or files are renamed: of its rule, its words and its sentence, white space
 * apart; a second one of the same is counted.
 */
function fingerprint(article: Article, finding: Finding, known: Map<string, number>): string {
  const sentence = article.sentences[sentenceOf(article, finding)] ?? finding;
  const of = [finding, sentence].map(({ start, end }) => folded(article.text.slice(start, end)).trim());
  const digest = digestOf([finding.rule, ...of].join('\n'));
  const before = known.get(digest) ?? 0;
  known.set(digest, before + 1);
  return `${digest}:${before}`;
}

function suppression(remark: Remark): Suppression[] {
  if (remark.kind === 'accepted')
    return [{ kind: 'external', status: 'accepted', justification: 'It was there when the baseline was made.' }];
  if (remark.kind !== 'dismissed') return [];
  const { creator, created, text } = remark;
  return [{ kind: 'external', status: 'accepted', justification: line(text), properties: { creator, created } }];
}

const propertiesOf = ({ severity, reading, settle, guide }: ToldFinding, remarks: ReviewedFinding['remarks']) => ({
  severity,
  reading,
  ...(settle !== '' && { settle }),
  ...(guide !== '' && { guide }),
  ...(remarks.length > 0 && { reviews: remarks.map(({ target: _, ...said }) => said) }),
});

/** SARIF reads links and placeholders in messages; words of articles have none. */
const words = (text: string): Escaped<'sarif'> =>
  label`${text}`.replace(/[{}]/g, '$&$&') as unknown as Escaped<'sarif'>;
