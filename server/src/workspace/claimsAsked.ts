import type { Claim } from './claim.js';
import { assembleClaims } from './clustering/assembleClaims.js';
import { connectedRelations } from './clustering/connectedRelations.js';
import type { ArticleStore } from './store/articleStore.js';
import { markedRows } from './store/crossReferences.js';
import { memoizeMention } from './store/memoizeMention.js';
import type { RelationRow } from './store/relationTable.js';
import { StoredMention } from './store/storedMention.js';

/** The claims of the files asked about since the last change: lens, hover and panel ask for the same. */
export class ClaimsAsked {
  private readonly found = new Map<string | undefined, readonly Claim[]>();

  constructor(private readonly store: ArticleStore) {}

  /** Something changed. */
  forget(): void {
    this.found.clear();
  }

  /** Mentions grouped into claims: those with a mention in `file`, or all. */
  of(file: string | undefined): readonly Claim[] {
    const known = this.found.get(file);
    if (known !== undefined) return known;
    const { store } = this;
    const mentionAt = memoizeMention((article, mention) => new StoredMention(store, article, mention));
    const about = {
      shareText: (one: string, other: string) => store.shareText(one, other),
      isComplete: (one: string) => store.elsewhere.named(one) === 'complete',
    };
    const all = assembleClaims(this.rows(file), mentionAt, about, file);
    const claims = all.filter(({ mentions }) => mentions.some((mention) => !store.elsewhere.isGuest(mention.file)));
    this.found.set(file, claims);
    return claims;
  }

  /** The articles that hang together with the claims of a file, by number. */
  articlesAround(file: string): Set<number> {
    return new Set(Array.from(this.rows(file), ({ a, b }) => [a, b]).flat());
  }

  /** The relations that make up the claims of a file, or all. */
  private rows(file: string | undefined): Iterable<RelationRow> {
    const number = file === undefined ? undefined : this.store.numberOf(file);
    const said = (of: string | undefined): Iterable<RelationRow> =>
      withoutUpdates(markedRows(this.store, of, true, true));
    return number === undefined
      ? said(file)
      : connectedRelations(number, (article) => said(this.store.entryAt(article).file));
  }
}

/** A later state is neither the same claim nor against it. */
function* withoutUpdates(rows: Iterable<RelationRow>): Generator<RelationRow> {
  for (const row of rows) if (row.kind !== 'update') yield row;
}
