import type { Article } from '../core/article/article.js';
import { type Attribution, isNamed, unnamedSources } from '../core/attribution/attribution.js';
import type { Figure } from '../core/casualties/figure.js';
import { sentenceOf } from '../core/rules/spots.js';
import type { Span } from '../core/span.js';
import type { Remark } from '../reviews/review.js';
import { type ReviewedFinding, standingOf } from '../reviews/reviewed.js';
import type { Claim, CrossReference, Place } from '../workspace/workspace.js';
import { type CheckedFile, isArticle } from './checked.js';
import type { Named } from './named.js';

/** The JSON report, version 1: half-open UTF-16 offsets into each file as stored. See docs/report.md. */
export function report({ files, crossReferences, possible, claims, copies, incomplete }: Named) {
  return {
    version: 1,
    files: files.map(fileReport),
    crossReferences: crossReferences.map(crossReference),
    possible: possible().map(crossReference),
    claims: claims.map(claim),
    copies,
    ...(incomplete.length > 0 && { incomplete }),
  };
}

/** Of a file that is no article, or of which another says everything. */
const nothing = { furniture: [], attributions: [], figures: [], findings: [] };

function fileReport({ file, reading, copyOf, nearCopyOf, reviewed }: CheckedFile) {
  if (!isArticle(reading)) return { path: file, skipped: reading.skipped, metadata: null, ...nothing };
  if (copyOf !== null) return { path: file, skipped: null, copyOf, metadata: reading.article.metadata, ...nothing };
  return {
    path: file,
    skipped: null,
    ...(nearCopyOf !== null && { nearCopyOf }),
    metadata: reading.article.metadata,
    furniture: reading.article.furniture.map(span),
    attributions: listed(reading.attributions).map(attribution),
    figures: reading.figures.map(figure),
    findings: reviewed.map((one) => findingReport(reading.article, one)),
  };
}

/** Findings of one sentence have one mark. */
function findingReport(article: Article, { finding, remarks }: ReviewedFinding) {
  const { rule, severity, reading, start, end, message, settle, related } = finding;
  return {
    rule,
    severity,
    reading,
    sentence: sentenceOf(article, finding),
    start,
    end,
    message,
    settle,
    related: related.map((other) => ({ ...place(other), message: other.message })),
    ...(remarks.length > 0 && { review: { standing: standingOf(remarks), said: remarks.map(said) } }),
  };
}

const said = (remark: Remark) =>
  remark.kind === 'accepted'
    ? { kind: remark.kind }
    : { kind: remark.kind, text: remark.text, creator: remark.creator, created: remark.created, id: remark.id };

/** Those to named sources, and the unnamed where they are marked: not once more for each *they* and each wish. */
function listed(attributions: readonly Attribution[]): Attribution[] {
  const unnamed = new Set(unnamedSources(attributions));
  return attributions.filter((one) => isNamed(one.level) || unnamed.has(one));
}

const span = ({ start, end }: Span): Span => ({ start, end });
const place = ({ file, start, end }: Place) => ({ path: file, start, end });

const attribution = ({ level, source, cue, content, chain, name }: Attribution) => ({
  level,
  source: source && span(source),
  cue: cue && span(cue),
  content: content.map(span),
  chain: chain.map((relay) => relay.name),
  name,
});

/** Without the numbers that only lead to other parts of a reading. */
const figure = ({
  attribution: _attribution,
  sentence: _sentence,
  people: _people,
  source,
  hedge,
  ...stated
}: Figure) => ({
  ...stated,
  source: source && span(source),
  hedge: hedge && span(hedge),
});

const crossReference = ({ a, b, relation, files }: CrossReference) => ({
  relation: relation.kind,
  score: Math.round(relation.score * 1000) / 1000,
  why: relation.why,
  a: place(a),
  b: place(b),
  drift: relation.drift.map((drift) => drift.words),
  ...(Math.max(...files) > 1 && { files }),
});

/** `files` where a mention speaks for its copies, which are not listed one by one. */
const claim = ({ verdict, origins, mentions, files }: Claim) => ({
  verdict,
  origins,
  mentions: mentions.map(place),
  ...(files > new Set(mentions.map(({ file }) => file)).size && { files }),
});
