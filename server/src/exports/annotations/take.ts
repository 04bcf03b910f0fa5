import type { FolderReviews } from '../../reviews/folderReviews.js';
import { mostWork, placeOf, workOf } from '../../reviews/quotation.js';
import { type AnyReview, isOfIncidents, type Target } from '../../reviews/review.js';
import type { Workspace } from '../../workspace/workspace.js';
import { placeNotes } from './place.js';
import { readAnnotations } from './read.js';

/** What a file of annotations gives to the sidecar of a folder. */
export interface Taken {
  /** What the sidecar does not have yet. */
  readonly reviews: readonly AnyReview[];
  /** How many it has already. */
  readonly known: number;
  /** What cannot be kept, a sentence each. */
  readonly left: readonly string[];
}

/** The folder that annotations are taken into. */
export interface Shelf {
  readonly workspace: Pick<Workspace, 'articleOf' | 'factsOf'>;
  readonly reviews: FolderReviews;
  /** Its articles, each with its path in the folder. */
  readonly articles: readonly (readonly [file: string, path: string])[];
}

/** Largest file of annotations, in characters: chosen, far above what people write. */
const largest = 1 << 25;

/** Reads a file of annotations for a folder. Throws, with what a person can read, where it is none. */
export function takeAnnotations(json: string, now: string, { workspace, reviews, articles }: Shelf): Taken {
  if (json.length > largest) throw new Error('It is longer than any file of annotations that is read (32 MB).');
  const { reviews: own, notes, left } = readAnnotations(json, now);
  const placed = placeNotes(workspace, articles, notes).map(({ review }) => review);
  const all = new Map([...own, ...placed].map((review) => [review.id, review]));
  const taken = [...all.values()].filter(({ id }) => reviews.get(id) === undefined);
  const quoteless = notes.length - placed.length;
  return {
    reviews: taken,
    known: all.size - taken.length,
    left: quoteless === 0 ? left : [...left, `${quoteless} of them quote no words that could be found`],
  };
}

/** Which of some reviews, now in the sidecar, speak of words that have no one place in an article of the folder. */
export function orphansAmong(some: readonly AnyReview[], { workspace, reviews, articles }: Shelf): AnyReview[] {
  let work = 0;
  const fileOf = new Map(articles.map(([file, path]) => [path, file]));
  const isLost = (target: Target): boolean => {
    const article = workspace.articleOf(fileOf.get(reviews.pathOf(target) ?? '') ?? '');
    if (article !== undefined) work += workOf(article, target.selector);
    return article === undefined || work > mostWork || typeof placeOf(article, target.selector) === 'string';
  };
  return some.filter(
    (review) => isLost(review.target) || (isOfIncidents(review) && review.other !== undefined && isLost(review.other)),
  );
}
