import type { Article } from '../article/article.js';
import type { Attribution } from '../attribution/attribution.js';
import type { ReadingSettings } from '../settings.js';
import type { Figure } from './figure.js';

/** Every casualty figure of the article, in order of start. */
export function findFigures(
  _article: Article,
  _attributions: readonly Attribution[],
  _settings: ReadingSettings,
): Figure[] {
  return [];
}
