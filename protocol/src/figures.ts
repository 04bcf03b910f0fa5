import type { Line } from './escaped.js';
import type { RequestName } from './names.js';
import type { Place } from './places.js';
import type { ReviewName } from './reviews.js';

/** One casualty figure of one article, ready for a table. */
export interface FigureRow {
  readonly place: Place;
  /** Rows of the same incident have the same number, from 0. */
  readonly incident: number;
  /** The figure in the article's words. */
  readonly words: Line;
  readonly outcome: string;
  /** The outcome in words. */
  readonly outcomeWords: string;
  /** Bounds in people; `null` is open. */
  readonly low: number | null;
  readonly high: number | null;
  /** *70 or more*. */
  readonly range: string;
  readonly victims: Line;
  /** With them, what follows the words of the figure in the article: *of the injured*; or ''. */
  readonly following: Line;
  readonly scope: string;
  readonly grade: string;
  readonly gradeWords: string;
  readonly source: Line;
  readonly outlet: Line;
  readonly date: string | null;
  readonly file: Line;
  /** Whether it is in the archive, and no file of the workspace: then its incident is not put right by hand. */
  readonly isArchived: boolean;
  readonly sentence: Line;
}

/** Names a figure of the table: the server takes it for no other, should the article have been edited since. */
export type FigureName = Pick<FigureRow, 'place' | 'words'>;

/** What a person did to an incident; named, so that it can be taken back. */
export interface IncidentEditView extends ReviewName {
  /** *Merged by Mara Voss, 2031-04-02*. */
  readonly words: Line;
}

/** An event, or a running total, of the table. */
export interface IncidentView {
  /** Where and when, in words (*Sarvino, 14 May 2024*). */
  readonly title: string;
  /** From the lowest figure to the highest, of each outcome (*killed 43 to 70 · injured 100 or more*). */
  readonly tolls: string;
  /** How the figures stand to each other, in words (*The figures cannot all be right*). */
  readonly verdict: string;
  readonly contested: boolean;
  /** By which people made it what it is, first ones first. */
  readonly edits: readonly IncidentEditView[];
}

export interface FigureTable {
  readonly incidents: readonly IncidentView[];
  readonly rows: readonly FigureRow[];
  /** That the archive may hold more figures, a sentence, or ''. */
  readonly archive: string;
}

/** All casualty figures of all articles, grouped by incident. */
export const figureTable: RequestName<null, FigureTable> = { method: 'secondSource/figures' };

/**
 * merged: the incident that some figures tell of is that of the others, too. moved: one figure is no part of its incident,
 * but of that of the others or, where there are none, of one by itself. Any figures of an incident may name it.
 */
export interface IncidentChange {
  readonly kind: 'merged' | 'moved';
  readonly figures: readonly FigureName[];
  readonly others: readonly FigureName[];
  readonly creator: string;
}

/** Answers when the change is on the disk, kept among the reviews. */
export const changeIncident: RequestName<IncidentChange, { readonly id: string }> = {
  method: 'secondSource/changeIncident',
};
