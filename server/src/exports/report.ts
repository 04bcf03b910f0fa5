import type { Article } from '../core/article/article.js';
import { type Attribution, isNamed, unnamedSources } from '../core/attribution/attribution.js';
import type { Figure } from '../core/casualties/figure.js';
import { sentenceOf } from '../core/rules/spots.js';
import type { Span } from '../core/span.js';
import type { Remark } from '../reviews/review.js';
import { type ReviewedFinding, standingOf } from '../reviews/reviewed.js';
import type { Claim, CrossReference, Place } from '../workspace/workspace.js';
import { type Checked, type CheckedFile, isArticle } from './checked.js';

type NameOf = Checked['nameOf'];

/** The JSON report, version 1: half-open UTF-16 offsets into each file as stored. See docs/report.md. */
export function report({ nameOf, files, crossReferences, possible, claims, copies, incomplete }: Checked) {
  return {
    version: 1,
    files: files.map((one) => fileReport(one, nameOf)),
    crossReferences: crossReferences.map((one) => crossReference(one, nameOf)),
    possible: possible().map((one) => crossReference(one, nameOf)),
    claims: claims.map((one) => claim(one, nameOf)),
    copies: copies.map((files) => files.map(nameOf)),
    ...(incomplete.length > 0 && { incomplete: incomplete.map(nameOf) }),
  };
}

/** Of a file that is no article, or of which another says everything. */
const nothing = { furniture: [], attributions: [], figures: [], findings: [] };

function fileReport({ file, reading, copyOf, nearCopyOf, reviewed }: CheckedFile, nameOf: NameOf) {
  const path = nameOf(file);
  if (!isArticle(reading)) return { path, skipped: reading.skipped, metadata: null, ...nothing };
  const { metadata } = reading.article;
  if (copyOf !== null) return { path, skipped: null, copyOf: nameOf(copyOf), metadata, ...nothing };
  return {
    path,
    skipped: null,
    ...(nearCopyOf !== null && { nearCopyOf: nameOf(nearCopyOf) }),
    metadata,
    furniture: reading.article.furniture.map(span),
    attributions: listed(reading.attributions).map(attribution),
    figures: reading.figures.map(figure),
    findings: reviewed.map((one) => findingReport(reading.article, one, nameOf)),
  };
}

/** Findings of one sentence have one mark. */
function findingReport(article: Article, { finding, remarks }: ReviewedFinding, nameOf: NameOf) {
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
    related: related.map((other) => ({ ...place(other, nameOf), message: other.message })),
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
const place = ({ file, start, end }: Place, nameOf: NameOf) => ({ path: nameOf(file), start, end });

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

const crossReference = ({ a, b, relation, files }: CrossReference, nameOf: NameOf) => ({
  relation: relation.kind,
  score: Math.round(relation.score * 1000) / 1000,
  why: relation.why,
  a: place(a, nameOf),
  b: place(b, nameOf),
  drift: relation.drift.map((drift) => drift.words),
  ...(Math.max(...files) > 1 && { files }),
});

/** `files` where a mention speaks for its copies, which are not listed one by one. */
const claim = ({ verdict, origins, mentions, files }: Claim, nameOf: NameOf) => ({
  verdict,
  origins,
  mentions: mentions.map((one) => place(one, nameOf)),
  ...(files > new Set(mentions.map(({ file }) => file)).size && { files }),
});
