import type { Article } from '../article/article.js';
import type { Attribution } from './attribution.js';

/** The learned tagger, loaded once by whoever has the weights file; core itself never reads a disk. */
export interface Tagger {
  readonly version: number;
}

/** Every attribution of the article, named ones too, in order of cue. `null` for the tagger: rules alone. */
export function attribute(_article: Article, _tagger: Tagger | null): Attribution[] {
  return [];
}
