import { type ArticleIdentity, publishedAs } from './articleIdentity.js';
import type { Accepted, Remark, Review } from './review.js';

/** The articles of a folder, by their paths in it, as its reviews need them. */
export interface FolderArticles {
  /** Whether there is such a file, article or not. */
  has(path: string): boolean;
  /** Whether all files of the folder have been read: until then nothing is known to be missing. */
  areAllRead(): boolean;
  all(): Iterable<readonly [path: string, known: ArticleIdentity]>;
}

type ByPath = Map<string, Remark[]>;

/**
 * All reviews of a workspace folder, and which article each is of. That is the file it names; where there is none any
 * more, the one article with the same text, else the one by the same outlet with the same headline and day.
 */
export class FolderReviews {
  private readonly byId = new Map<string, Review>();
  private accepted: readonly Accepted[] = [];
  /** By the path that they name. */
  private bySource: ByPath | null = null;
  /** Those whose path is gone, by the path of the article that is theirs now. */
  private moved: ByPath | null = null;
  /** Where a moved article was found last: it may be edited there, and is known by what it said before. */
  private readonly foundAt = new WeakMap<Remark, string>();

  constructor(private readonly articles: FolderArticles) {}

  put(review: Review): void {
    this.byId.set(review.id, review);
    this.changed();
  }

  delete(id: string): void {
    this.byId.delete(id);
    this.changed();
  }

  get(id: string): Review | undefined {
    return this.byId.get(id);
  }

  /** The findings that were accepted as they are. */
  get baseline(): readonly Accepted[] {
    return this.accepted;
  }

  set baseline(accepted: readonly Accepted[]) {
    this.accepted = accepted;
    this.changed();
  }

  /** Articles came, went or were edited. */
  articlesChanged(): void {
    this.moved = null;
  }

  /** Oldest first. */
  reviews(): Review[] {
    return [...this.byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** What is said of the article with a path. */
  of(path: string): Remark[] {
    const moved = this.movedTo().get(path) ?? [];
    return [...(this.bySource?.get(path) ?? []), ...moved];
  }

  /** All reviews by the path of the article that they are of; under `null` those whose article is gone. */
  byArticle(): Map<string | null, Review[]> {
    const found = new Map<string | null, Review[]>();
    const moved = new Map<Remark, string>();
    for (const [path, remarks] of this.movedTo()) for (const remark of remarks) moved.set(remark, path);
    for (const review of this.reviews()) {
      const { source } = review.target;
      add(found, this.articles.has(source) ? source : (moved.get(review) ?? null), review);
    }
    return found;
  }

  private changed(): void {
    this.bySource = null;
    this.moved = null;
  }

  private movedTo(): ByPath {
    this.bySource ??= grouped(this.reviews(), this.accepted);
    this.moved ??= this.findMoved(this.bySource);
    return this.moved;
  }

  private findMoved(bySource: ByPath): ByPath {
    const moved: ByPath = new Map();
    const gone = this.articles.areAllRead() ? [...bySource.keys()].filter((path) => !this.articles.has(path)) : [];
    if (gone.length === 0) return moved;
    const byDigest = new Map<string, string[]>();
    const byPublished = new Map<string, string[]>();
    for (const [path, known] of this.articles.all()) {
      add(byDigest, known.digest, path);
      const published = publishedAs(known);
      if (published !== null) add(byPublished, published, path);
    }
    for (const remark of gone.flatMap((path) => bySource.get(path) ?? [])) {
      const { article } = remark.target;
      const paths = byDigest.get(article.digest ?? '') ?? byPublished.get(publishedAs(article) ?? '') ?? [];
      const before = this.foundAt.get(remark);
      const path = before !== undefined && this.articles.has(before) ? before : paths.length === 1 ? paths[0]! : null;
      if (path === null) continue;
      this.foundAt.set(remark, path);
      add(moved, path, remark);
    }
    return moved;
  }
}

function grouped(reviews: readonly Review[], accepted: readonly Accepted[]): ByPath {
  const found: ByPath = new Map();
  for (const remark of [...reviews, ...accepted]) add(found, remark.target.source, remark);
  return found;
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
