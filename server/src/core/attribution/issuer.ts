import type { Article } from '../article/article.js';
import { languageOf } from '../languages/index.js';
import { type Attribution, isNamed } from './attribution.js';

/** Who answers for all of a press release: the index of the first attribution to a body or named person; else -1. */
export const issuerOf = (article: Article, attributions: readonly Attribution[]): number =>
  languageOf(article.language).article.patterns.pressRelease.test(article.text)
    ? attributions.findIndex(({ level }) => isNamed(level))
    : -1;
