import type { Article } from '../core/article/article.js';
import type { Figure } from '../core/casualties/figure.js';
import { isMostlyIn, overlap, type Span } from '../core/span.js';
import type { Workspace } from '../workspace/workspace.js';
import { identityOf } from './articleIdentity.js';
import { mostWork, type NoPlace, placeOf, quotationOf, workOf } from './quotation.js';
import type { IncidentReview, Target } from './review.js';

/** What the workspace knows of the texts that figures stand in. */
type Texts = Pick<Workspace, 'articleOf' | 'factsOf'>;

/** What a person said of incidents, and the files that its figures stand in: `null` where the article is gone. */
export interface FiledIncidentReview {
  /** The workspace folder that keeps it. */
  readonly folder: string;
  readonly review: IncidentReview;
  /** That of `review.target`. */
  readonly file: string | null;
  /** That of `review.other`. */
  readonly otherFile: string | null;
}

/** A figure as a review names it. */
export interface FigurePlace {
  readonly file: string;
  readonly figure: Figure;
}

/** Why a review has no figure: the article is gone; its words have no one place in it; no figure is there any more. */
export type NoFigure = NoPlace | 'gone' | 'no figure';

export interface PlacedIncidentReview extends FiledIncidentReview {
  readonly figure: FigurePlace | NoFigure;
  /** `null` where the review names no other. */
  readonly other: FigurePlace | NoFigure | null;
}

/** Finds the figures of reviews. One that is not found again is none: never another that looks like it. */
export function placedIncidentReviews(texts: Texts, reviews: readonly FiledIncidentReview[]): PlacedIncidentReview[] {
  let work = 0;
  const find = (file: string | null, target: Target): FigurePlace | NoFigure => {
    if (file === null) return 'gone';
    const article = texts.articleOf(file);
    if (article === undefined) return 'nowhere';
    work += workOf(article, target.selector);
    return work > mostWork ? 'nowhere' : figureAt(texts, file, article, target);
  };
  return reviews.map((one) => {
    const { review, file, otherFile } = one;
    return {
      ...one,
      figure: find(file, review.target),
      other: review.other === undefined ? null : find(otherFile, review.other),
    };
  });
}

function figureAt(texts: Texts, file: string, article: Article, { selector }: Target): FigurePlace | NoFigure {
  const place = placeOf(article, selector);
  if (typeof place === 'string') return place;
  const there = (texts.factsOf(file)?.figures ?? []).map(({ figure }) => figure).filter(isIn(place));
  const shared = Math.max(...there.map((figure) => overlap(figure, place)));
  const [figure, ...others] = there.filter((one) => overlap(one, place) === shared);
  if (figure === undefined) return 'no figure';
  return others.length === 0 ? { file, figure } : 'twice';
}

const isIn = (place: Span) => (figure: Figure) => isMostlyIn(figure, place);

/** A figure as the sidecar keeps it; `null` where its words cannot be told from others. */
export function figureTarget(texts: Texts, { file, figure }: FigurePlace, source: string): Target | null {
  const facts = texts.factsOf(file);
  const article = texts.articleOf(file);
  const selector = article && quotationOf(article, figure);
  if (facts === undefined || article === undefined || !selector) return null;
  const target: Target = { source, article: identityOf(facts), selector };
  return typeof figureAt(texts, file, article, target) === 'string' ? null : target;
}
