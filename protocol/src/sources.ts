import type { Line } from './escaped.js';
import type { RequestName } from './names.js';
import type { Place } from './places.js';

/** One source, however often and by whom it is quoted. */
export interface SourceView {
  /** In the words of the article that quotes it first. */
  readonly name: Line;
  /** How often it is quoted, and in how many articles. */
  readonly quoted: number;
  readonly articles: number;
  /** By article, the first ones. */
  readonly quotations: readonly { readonly place: Place; readonly outlet: Line }[];
}

/** The sources of one level of naming; those quoted most often come first. */
export interface SourceLevel {
  readonly level: string;
  /** The level in words (*role given, no name*). */
  readonly words: string;
  /** Whether nobody can be named. */
  readonly unnamed: boolean;
  /** All of the level, of which only the first are listed. */
  readonly count: number;
  readonly sources: readonly SourceView[];
}

/** Whom the articles of the workspace rest on, by level: unnamed sources first. Levels without a source are left out. */
export const sources: RequestName<null, readonly SourceLevel[]> = { method: 'secondSource/sources' };
