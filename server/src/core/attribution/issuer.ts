import type { Article } from '../article/article.js';
import { type Attribution, isNamed } from './attribution.js';

/** Who answers for all of a press release: the index of the first attribution to a body or named person; else -1. */
export const issuerOf = ({ isPressRelease }: Article, attributions: readonly Attribution[]): number =>
  isPressRelease ? attributions.findIndex(({ level }) => isNamed(level)) : -1;
