import type { Article, Skipped } from './article/article.js';
import { readArticle } from './article/index.js';
import type { Attribution } from './attribution/attribution.js';
import { attribute, type Tagger } from './attribution/index.js';
import type { Figure } from './casualties/figure.js';
import { findFigures } from './casualties/index.js';
import { defaultReadingSettings, type ReadingSettings } from './settings.js';

/** Everything one text says, as far as we can read it. Pure in text, path, settings and weights. */
export interface Reading {
  readonly article: Article;
  readonly attributions: readonly Attribution[];
  readonly figures: readonly Figure[];
}

export interface Readers {
  /** Learned weights; `null` falls back to rules. */
  readonly tagger: Tagger | null;
  readonly settings: ReadingSettings;
}

export const rulesOnly: Readers = { tagger: null, settings: defaultReadingSettings };

/** Reads a file's text, or says why it is not an article. `path` uses forward slashes and only serves the metadata. */
export function read(text: string, path: string, readers: Readers = rulesOnly): Reading | Skipped {
  const article = readArticle(text, path);
  if ('skipped' in article) return article;
  const attributions = attribute(article, readers.tagger);
  const figures = findFigures(article, attributions, readers.settings);
  return { article, attributions, figures };
}
