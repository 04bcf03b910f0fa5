import type { Hover } from 'vscode-languageserver';
import { type Position, said, say } from '../../../protocol/src/index.js';
import type { Attribution } from '../core/attribution/attribution.js';
import { levelWords } from '../core/attribution/levelWords.js';
import type { Figure } from '../core/casualties/figure.js';
import type { Reading } from '../core/reading.js';
import { sameText } from '../core/rules/elsewhere.js';
import type { CrossMention } from '../core/rules/rule.js';
import { byImportance, markedSpots, spotsOf, type ToldFinding } from '../core/rules/spots.js';
import type { Span } from '../core/span.js';
import type { Remark } from '../reviews/review.js';
import type { Settings } from '../settings/settings.js';
import type { Claim, Place, Workspace } from '../workspace/workspace.js';
import { archiveWords, linkTo } from './archived.js';
import { claimsAt, closestMentions, covers, mentionsElsewhere, mentionsIn, placeKey } from './claims.js';
import { toldInMark } from './diagnostics.js';
import { figuresElsewhere, sourceWords } from './figures.js';
import { row, escapeMarkdown as safe } from './markdown.js';
import { positionsOf } from './positions.js';
import { findingsLeft, remarkSections } from './reviews.js';
import {
  chainWords,
  clip,
  countOf,
  driftWords,
  gradeWords,
  hindranceOf,
  moreWords,
  outcomeWords,
  rangeWords,
  relationWords,
  scopeWords,
  textOf,
  verdictWords,
} from './wording.js';

/** What a hover shows of each kind, so that it fits on one screen; it says how many more there are. */
const shownInFull = 2;
const linesShown = 3;
const mentionsShown = 3;
const figuresShown = 5;

/**
 * What is found at a place, marked or not: which words, which rule, what would settle it, and who else says it.
 * `marksShown`: the editor shows the messages of diagnostics above the hover itself.
 */
export function hoverAt(
  workspace: Workspace,
  file: string,
  position: Position,
  settings: Settings,
  marksShown: boolean,
  remarks: readonly Remark[] = [],
): Hover | null {
  const reading = workspace.readingOf(file);
  if (reading === undefined) return null;
  const positions = positionsOf(reading.article);
  const offset = positions.offset(position);
  const { findings, inMark } = findingsAt(workspace, file, reading, settings, remarks, offset);
  const told = new Set(marksShown ? inMark : []);
  const attributions = reading.attributions.filter(({ source, cue }) => at(source, offset) || at(cue, offset));
  const figures = reading.figures.filter((figure) => covers(figure, offset));
  const claims = claimsAt(workspace, file, offset);
  const shared = claims.length === 0 ? [] : workspace.seenFrom(file);
  const sections = [
    ...remarkSections(workspace, file, settings, remarks, offset),
    ...findingSections(reading, findings, told),
    ...firstOf(attributions, (attribution) => attributionSection(reading, attribution)),
    ...firstOf(figures, (figure) => figureSection(workspace, file, reading, figure)),
    ...firstOf(claims, (claim) => claimSection(workspace, file, shared, claim)),
    ...(claims.length + figures.length === 0 ? [] : [safe(archiveWords(workspace, file, claims))]),
    ...reading.article.furniture.filter((span) => covers(span, offset)).map(furnitureSection),
  ];
  if (sections.length === 0) return null;
  const narrowest = smallest(
    [...findings, ...figures, ...attributions.flatMap(spansOf)].filter((s) => covers(s, offset)),
  );
  return {
    contents: { kind: 'markdown', value: [...new Set(sections.filter(Boolean))].join('\n\n---\n\n') },
    ...(narrowest && { range: positions.range(narrowest) }),
  };
}

const furnitureSection = (): string =>
  say`**Not read** · This line stands around the article: a menu, a link to another story, a caption, a credit, a comment or a notice.`;

const at = (span: Span | null, offset: number): boolean => span !== null && covers(span, offset);

const spansOf = ({ source, cue }: Attribution): Span[] => [source, cue].filter((span) => span !== null);

const smallest = (spans: readonly Span[]): Span | undefined =>
  spans.reduce<Span | undefined>(
    (best, span) => (best === undefined || span.end - span.start < best.end - best.start ? span : best),
    undefined,
  );

/** The first of a kind, and how many more there are. */
function firstOf<Item>(items: readonly Item[], section: (item: Item) => string): string[] {
  const more = moreWords(items.length, shownInFull);
  return [...items.slice(0, shownInFull).map(section), ...(more === '' ? [] : [more])];
}

/** What is found at an offset, most important first: on a mark all that it stands for, of which `inMark` it tells. */
function findingsAt(
  workspace: Workspace,
  file: string,
  { article }: Reading,
  settings: Settings,
  remarks: readonly Remark[],
  offset: number,
): { readonly findings: readonly ToldFinding[]; readonly inMark: readonly ToldFinding[] } {
  const all = findingsLeft(workspace, file, settings, remarks);
  const marked = markedSpots(spotsOf(article, all), settings.reading).filter(([first]) => covers(first, offset));
  const findings = new Set([...marked.flat(), ...all.filter((finding) => covers(finding, offset))]);
  return { findings: [...findings].sort(byImportance), inMark: marked.flatMap(toldInMark) };
}

/** The most important in full; of the rest a line each, unless the mark tells it. */
function findingSections(reading: Reading, findings: readonly ToldFinding[], told: ReadonlySet<ToldFinding>): string[] {
  const rest = findings.slice(shownInFull).filter((finding) => !told.has(finding));
  const lines = rest.slice(0, linesShown).map(({ rule, message }) => `- **${rule}** · ${safe(message)}`);
  const more = moreWords(rest.length, linesShown);
  return [
    ...findings.slice(0, shownInFull).map((finding) => findingSection(reading, finding, told.has(finding))),
    [...lines, ...(more === '' ? [] : [`- ${more}`])].join('\n'),
  ].filter(Boolean);
}

function findingSection({ article }: Reading, finding: ToldFinding, isTold: boolean): string {
  const words = clip(textOf(article, finding), 60);
  return [
    `**${finding.rule}** · “${safe(words)}”`,
    isTold ? '' : safe(finding.message),
    finding.settle === '' ? '' : say`*What would settle it:* ${safe(finding.settle)}`,
    finding.guide === '' ? '' : say`*Behind this rule:* ${safe(finding.guide)}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function attributionSection({ article }: Reading, attribution: Attribution): string {
  const chain = chainWords(article, attribution);
  const referent = attribution.refersTo
    ? ` (${say`goes back to “${safe(textOf(article, attribution.refersTo))}”`})`
    : '';
  const content = attribution.content.map((piece) => `“${safe(clip(textOf(article, piece), 160))}”`).join(' … ');
  return [
    `**${say`Who says it`}** · ${chain.map((name) => safe(clip(name, 80))).join(' → ')}${referent}`,
    say`*Level:* ${safe(said(levelWords[attribution.level]))}`,
    content === '' ? '' : say`*What is attributed:* ${content}`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function figureSection(workspace: Workspace, file: string, { article }: Reading, figure: Figure): string {
  const victims = figure.victims === '' ? '' : ` (${safe(figure.victims)})`;
  const scope = figure.scope === 'incident' ? '' : `, ${scopeWords(figure.scope)}`;
  const source = figure.source ? `${safe(clip(textOf(article, figure.source), 80))}: ` : '';
  const hedge = figure.hedge ? ` · ${say`hedged by “${safe(textOf(article, figure.hedge))}”`}` : '';
  const others = figuresElsewhere(workspace, file, figure);
  const table = others.slice(0, figuresShown).map((other) => {
    const words = sourceWords(other);
    return row([
      safe(rangeWords(other.figure)),
      linkTo(other.facts, other.figure.start),
      safe(other.date ?? say`undated`),
      safe(words === '' ? say`nobody named` : clip(words, 60)),
    ]);
  });
  return [
    `**${say`Figure`}** · ${safe(rangeWords(figure))} ${outcomeWords(figure.outcome)}${victims}${scope}`,
    say`*On whose word:* ${`${source}${safe(gradeWords(figure.grade))}${hedge}`}`,
    table.length === 0
      ? ''
      : [
          row([safe(say`Figure`), safe(say`Outlet`), safe(say`Date`), safe(say`Source`)]),
          '|---|---|---|---|',
          ...table,
        ].join('\n'),
    moreWords(others.length, figuresShown),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function claimSection(workspace: Workspace, file: string, shared: readonly CrossMention[], claim: Claim): string {
  const closest = closestMentions(shared, mentionsIn(claim, file));
  const elsewhere = mentionsElsewhere(workspace, claim, file);
  const lines = elsewhere
    .slice(0, mentionsShown)
    .map((place) => mentionLines(workspace, place, closest.get(placeKey(place))));
  const more = moreWords(elsewhere.length, mentionsShown);
  return [
    [`**${safe(verdictWords(claim))}** · ${countOf(claim)}`, hindranceOf(claim)].filter(Boolean).join('. '),
    lines.filter(Boolean).join('\n'),
    more === '' ? '' : say`${more}: run *Second Source: Show Corroboration*`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** Outlet, date, relation and the sentence; what changed in certainty below it. */
function mentionLines(workspace: Workspace, place: Place, closest: CrossMention | undefined): string {
  const facts = workspace.factsOf(place.file);
  if (facts === undefined) return '';
  const relation = closest ? ` · ${relationWords(closest.relation.kind)}` : '';
  const reasons = [closest?.relation.why, closest && sameText(closest.there)].filter(Boolean).join(' ');
  const why = reasons === '' ? '' : ` (${safe(reasons)})`;
  const sentence = safe(clip(textOf(facts, place), 220));
  const drift = (closest?.relation.drift ?? []).map((one) => `  - ${safe(driftWords(one))}`);
  const heading = `${linkTo(facts, place.start)}, ${safe(facts.metadata.date ?? say`undated`)}`;
  return [`- ${heading}${relation}${why}: “${sentence}”`, ...drift].join('\n');
}
