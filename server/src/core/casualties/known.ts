import type { Reading } from '../reading.js';
import { lowerWordsIn } from '../words.js';
import type { Figure } from './figure.js';

/** A figure with what tells whoever answers for it from others: kept of every article, open or not. */
export interface KnownFigure {
  readonly figure: Figure;
  /** Words of the source and its name, lower case; `null` where nobody known answers for the figure. */
  readonly origin: readonly string[] | null;
}

/** What is kept of an article's figures to compare those of other files with. */
export interface KnownFigures {
  /** The article's ISO date, or `null`. */
  readonly date: string | null;
  readonly figures: readonly KnownFigure[];
}

export const knownFigures = (reading: Reading): KnownFigures => ({
  date: reading.article.metadata.date,
  figures: reading.figures.map((figure) => ({ figure, origin: originOf(reading, figure) })),
});

/** The words for whoever answers for a figure; `null` where nobody known does. */
export function originOf({ article, attributions }: Reading, figure: Figure): readonly string[] | null {
  const unknown = figure.grade === 'unattributed' || figure.grade === 'hedged' || figure.grade === 'anonymous';
  if (unknown || figure.source === null) return null;
  const name = figure.attribution === null ? '' : (attributions[figure.attribution]?.name ?? '');
  const words = lowerWordsIn(`${article.text.slice(figure.source.start, figure.source.end)} ${name}`);
  return [...new Set(words.filter((word) => word.length > 3))];
}

/** *The director of the town’s hospital* and *Dr Ilse Maren of the hospital* may be one: a word in common is enough. */
export const areApart = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  a !== null && b !== null && a.every((word) => !b.includes(word));
