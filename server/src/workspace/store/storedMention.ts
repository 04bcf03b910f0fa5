import type { MentionTable } from '../../core/mentions/mentionTable.js';
import { spanOf } from '../../core/mentions/packedMentions.js';
import type { Crowd, Told } from '../origins.js';
import type { ArticleStore } from './articleStore.js';

/** A mention of an article of the store; the claims of its article are unpacked when they are asked for. */
export class StoredMention implements Told {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly crowd: Crowd | null;
  readonly leader: string | null;

  constructor(
    private readonly store: ArticleStore,
    private readonly article: number,
    readonly mention: number,
  ) {
    const { file, set } = store.entryAt(article);
    const { start, end } = spanOf(set.facts.claims, mention);
    this.file = file;
    this.start = start;
    this.end = end;
    this.crowd = store.crowdOf(article, mention);
    this.leader = store.leaderOf(article);
  }

  get claims(): MentionTable {
    return this.store.factsAt(this.article).claims;
  }
}
