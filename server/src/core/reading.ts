import type { Article, Skipped } from './article/article.js';
import { type Corrections, corrected } from './article/corrections.js';
import { readArticle } from './article/index.js';
import type { Attribution } from './attribution/attribution.js';
import { attribute, type Tagger } from './attribution/index.js';
import { OneName } from './attribution/otherNames.js';
import type { Figure } from './casualties/figure.js';
import { findFigures } from './casualties/index.js';
import { languageOf } from './languages/index.js';
import type { Language } from './languages/language.js';
import { defaultReadingSettings, type ReadingSettings } from './readingSettings.js';
import { wordsOf } from './words.js';

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
  /** Those that are read; all of `languages/index.ts` unless said otherwise. */
  readonly languages?: readonly Language[];
  /** What a person knows of this one article; absent: what its text says of itself holds. */
  readonly corrections?: Corrections;
}

export const rulesOnly: Readers = { tagger: null, settings: defaultReadingSettings };

/** Reads a file's text, or says why it is not an article. `path` uses forward slashes and only serves the metadata. */
export function read(text: string, path: string, readers: Readers = rulesOnly): Reading | Skipped {
  const { languages, tagger, settings } = readers;
  const found = readArticle(text, path, languages);
  if ('skipped' in found) return found;
  const language = languageOf(found.language, languages);
  const names = new OneName(settings.otherNames, language);
  const article = names.article(corrected(found, readers.corrections));
  const words = wordsOf(article, language);
  const attributions = names.attributions(article, attribute(words, language.isTaggerTrained ? tagger : null));
  const figures = findFigures(words, attributions, settings);
  return { article, attributions, figures };
}
