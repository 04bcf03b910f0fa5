import { type ArticleIdentity, publishedAs } from './articleIdentity.js';
import {
  type Accepted,
  type AnyReview,
  type IncidentReview,
  isOfIncidents,
  type Remark,
  type Review,
  type Target,
} from './review.js';

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
  private readonly byId = new Map<string, AnyReview>();
  private accepted: readonly Accepted[] = [];
  /** By the path that they name. */
  private bySource: ByPath | null = null;
  /** Those whose path is gone, by the path of the article that is theirs now. */
  private moved: ByPath | null = null;
  /** Paths of all articles by what they are known by; only where one is looked for whose path is gone. */
  private byKnown: { readonly digest: Map<string, string[]>; readonly published: Map<string, string[]> } | null = null;
  /** Where a moved article was found last: it may be edited there, and is known by what it said before. */
  private readonly foundAt = new WeakMap<Target, string>();

  constructor(private readonly articles: FolderArticles) {}

  put(review: AnyReview): void {
    this.byId.set(review.id, review);
    this.changed();
  }

  delete(id: string): void {
    this.byId.delete(id);
    this.changed();
  }

  get(id: string): AnyReview | undefined {
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
    this.byKnown = null;
  }

  /** Oldest first. */
  all(): AnyReview[] {
    return [...this.byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Those of incidents, oldest first. */
  ofIncidents(): IncidentReview[] {
    return this.all().filter(isOfIncidents);
  }

  /** The path of the article that a review speaks of, `null` where it is gone. */
  pathOf(target: Target): string | null {
    if (this.articles.has(target.source)) return target.source;
    if (!this.articles.areAllRead()) return null;
    const before = this.foundAt.get(target);
    if (before !== undefined && this.articles.has(before)) return before;
    this.byKnown ??= this.knownArticles();
    const { digest, published } = this.byKnown;
    const [path, ...others] =
      digest.get(target.article.digest ?? '') ?? published.get(publishedAs(target.article) ?? '') ?? [];
    if (path === undefined || others.length > 0) return null;
    this.foundAt.set(target, path);
    return path;
  }

  /** What is said of the article with a path. */
  of(path: string): Remark[] {
    const moved = this.movedTo().get(path) ?? [];
    return [...(this.bySource?.get(path) ?? []), ...moved];
  }

  /** Whether an article is known to be in the folder no more. */
  isGone(target: Target): boolean {
    return this.articles.areAllRead() && this.pathOf(target) === null;
  }

  /** What is said of findings, by the path of the article that it is of; under `null` that whose article is gone. */
  byArticle(): Map<string | null, Review[]> {
    const found = new Map<string | null, Review[]>();
    for (const review of this.ofFindings()) add(found, this.pathOf(review.target), review);
    return found;
  }

  private ofFindings(): Review[] {
    return this.all().filter((review) => !isOfIncidents(review));
  }

  private changed(): void {
    this.bySource = null;
    this.moved = null;
  }

  private movedTo(): ByPath {
    this.bySource ??= grouped(this.ofFindings(), this.accepted);
    this.moved ??= this.findMoved(this.bySource);
    return this.moved;
  }

  private findMoved(bySource: ByPath): ByPath {
    const moved: ByPath = new Map();
    for (const [source, remarks] of bySource) {
      if (this.articles.has(source)) continue;
      for (const remark of remarks) {
        const path = this.pathOf(remark.target);
        if (path !== null) add(moved, path, remark);
      }
    }
    return moved;
  }

  private knownArticles(): NonNullable<FolderReviews['byKnown']> {
    const known = { digest: new Map<string, string[]>(), published: new Map<string, string[]>() };
    for (const [path, by] of this.articles.all()) {
      add(known.digest, by.digest, path);
      const published = publishedAs(by);
      if (published !== null) add(known.published, published, path);
    }
    return known;
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
