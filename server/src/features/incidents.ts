import {
  type FigureName,
  type IncidentEditView,
  label,
  line,
  type Place,
  type ReviewView,
  said,
  say,
} from '../../../protocol/src/index.js';
import type { FigurePlace, NoFigure, PlacedIncidentReview } from '../reviews/incidents.js';
import type { IncidentReview } from '../reviews/review.js';
import { numberOf, type PlacedFigure } from '../workspace/figures.js';
import type { IncidentEdit } from '../workspace/incidentEdits.js';
import type { Workspace } from '../workspace/workspace.js';
import { toEditorPlace } from './claims.js';
import { positionsOf } from './positions.js';
import { byWords, whyOrphaned } from './reviews.js';
import { clip, textOf } from './wording.js';

/** An edit of the table of figures, with the review that it is kept in. */
export interface ReviewedEdit<Told extends PlacedFigure> extends IncidentEdit<Told> {
  readonly review: PlacedIncidentReview;
}

/** What people know of incidents, for the figures of the table; reviews whose figures are not found again do nothing. */
export function incidentEdits<Told extends PlacedFigure>(
  workspace: Workspace,
  all: readonly Told[],
  reviews: readonly PlacedIncidentReview[],
): ReviewedEdit<Told>[] {
  if (reviews.length === 0) return [];
  const told = new Map(all.map((one) => [`${one.file} ${one.figure.start}`, one]));
  const alike = new Map<string, Told | null>(); // null: the article has two such figures
  for (const one of all) {
    const key = `${one.file} ${numberOf(one)}`;
    alike.set(key, alike.has(key) ? null : one);
  }
  /** A copy's figure is told as that of the article that speaks for it. */
  const inTable = ({ file, figure }: FigurePlace): Told | null => {
    const speaker = workspace.leaderOf(file) ?? workspace.voiceOf(file);
    return told.get(`${file} ${figure.start}`) ?? alike.get(`${speaker} ${numberOf({ figure })}`) ?? null;
  };
  return reviews.flatMap((review) => {
    if (typeof review.figure === 'string' || typeof review.other === 'string') return [];
    const figure = inTable(review.figure);
    const other = review.other && inTable(review.other);
    const isLost = figure === null || (review.other !== null && other === null);
    return isLost ? [] : [{ kind: review.review.kind, figure, other, review }];
  });
}

/** What was done to an incident, by whom and when: *“12” moved here by Mara Voss, 2031-04-02*. */
export function editView({ review: { folder, review } }: ReviewedEdit<PlacedFigure>): IncidentEditView {
  const { kind, target, other } = review;
  const figure = target.selector.exact;
  const by = byWords(review);
  const words =
    kind === 'merged'
      ? say`Merged by ${by}`
      : other === undefined
        ? say`“${figure}” split off by ${by}`
        : say`“${figure}” moved here by ${by}`;
  return { folder, id: review.id, words: line(words) };
}

/** The reviews of incidents, for a list. */
export function incidentReviewViews(workspace: Workspace, placed: readonly PlacedIncidentReview[]): ReviewView[] {
  return placed.map(({ folder, review, figure, other }): ReviewView => {
    const { target } = review;
    const lost = [figure, other].find((one) => typeof one === 'string');
    return {
      id: review.id,
      folder,
      kind: review.kind,
      rule: null,
      isOrphaned: lost !== undefined,
      why: lost === undefined ? label`` : label`${said(whyOrphaned[lost])}`,
      words: label`${clip(target.selector.exact, 200)}`,
      text: label`${clip(summaryOf(review), 500)}`,
      by: label`${byWords(review)}`,
      file: label`${target.source}`,
      place: lost === undefined ? placeOf(workspace, figure) : null,
    };
  });
}

function placeOf(workspace: Workspace, figure: FigurePlace | NoFigure): Place | null {
  if (typeof figure === 'string') return null;
  const { start, end } = figure.figure;
  return toEditorPlace(workspace, { file: figure.file, start, end }) ?? null;
}

/** *“12” and “about 30” (2031/april/crane.txt): one incident*. */
function summaryOf({ kind, target, other }: IncidentReview): string {
  const figure = target.selector.exact;
  if (other === undefined) return say`“${figure}”: an incident by itself`;
  const [second, file] = [other.selector.exact, other.source];
  return kind === 'merged'
    ? say`“${figure}” and “${second}” (${file}): one incident`
    : say`“${figure}”: moved to the incident of “${second}” (${file})`;
}

/** The figure that the table showed; `null` where it stands there no more. */
export function namedFigure(workspace: Workspace, file: string, { place, words }: FigureName): FigurePlace | null {
  const facts = workspace.factsOf(file);
  if (facts === undefined) return null;
  const { start, end } = positionsOf(facts).span(place.range);
  const found = facts.figures.find(({ figure }) => figure.start === start && figure.end === end);
  return found !== undefined && textOf(facts, found.figure) === words ? { file, figure: found.figure } : null;
}
