import pMap from 'p-map';
import { parseBaseline, parseReview, printBaseline, printReview } from '../reviews/files.js';
import { type FolderArticles, FolderReviews } from '../reviews/folderReviews.js';
import type { FiledIncidentReview } from '../reviews/incidents.js';
import type { Accepted, AnyReview, Target } from '../reviews/review.js';
import type { Damage } from '../settings/damage.js';
import { type Files, messageOf } from './files.js';
import { fileUnder } from './uris.js';

/** The folder, in a workspace folder, that keeps what people said of its articles. */
export const sidecarName = '.secondsource';

/** Largest files that are read, in bytes, and most reviews: chosen, far above what people write. */
const largest = { review: 1 << 18, baseline: 1 << 26 } as const;
const mostReviews = 20_000;
/** Files that are asked for at once. */
const atOnce = 8;

/** Git joins the lines that two people added, on every machine with the same line ends. */
export const attributes = '* text eol=lf\nbaseline.jsonl merge=union\n';

/**
 * The sidecar of one workspace folder: a file for each review, which nobody writes twice, so that the work of two people
 * never meets in one; and one baseline with a line for each finding. What is damaged is told and left as it is.
 */
export class Sidecar {
  readonly reviews: FolderReviews;
  /** What is wrong with which of its files, by URI. */
  readonly damages = new Map<string, readonly Damage[]>();
  /** URI of the sidecar, without a slash at its end. */
  readonly uri: string;
  private inTurn: Promise<unknown> = Promise.resolve();

  /** `folder` is a URI that ends in a slash. */
  constructor(
    private readonly files: Files,
    private readonly folder: string,
    articles: FolderArticles,
  ) {
    this.uri = `${folder}${sidecarName}`;
    this.reviews = new FolderReviews(articles);
  }

  /** Reads all of it. Never rejects: what cannot be read is among the damages. What is read stays known meanwhile. */
  load(): Promise<void> {
    return this.oneByOne(async () => {
      this.damages.delete(this.uri);
      const files = await this.list().catch((error: unknown) => {
        this.damaged(this.uri, messageOf(error));
        return [];
      });
      this.forgetAllBut(files);
      await pMap(files, (file) => this.read(file), { concurrency: atOnce });
    });
  }

  /** The file of the folder with a path. */
  fileOf = (path: string): string => fileUnder(this.folder, path);

  /** What is said of incidents, with the files of its figures, oldest first. */
  ofIncidents(): Omit<FiledIncidentReview, 'folder'>[] {
    const file = (target: Target | undefined): string | null => {
      const path = target === undefined ? null : this.reviews.pathOf(target);
      return path === null ? null : this.fileOf(path);
    };
    return this.reviews
      .ofIncidents()
      .map((review) => ({ review, file: file(review.target), otherFile: file(review.other) }));
  }

  /** Whether a URI is that of the sidecar, its folder of reviews, or a file that is read. */
  holds = (uri: string): boolean => uri === this.uri || uri === `${this.uri}/reviews` || this.isRead(uri);

  /** Something in it, that is read, was changed by somebody else; or a folder came or went with all its files. */
  onDisk(uri: string): Promise<void> {
    return this.isRead(uri) ? this.oneByOne(() => this.read(uri)) : this.load();
  }

  /** Resolves when it is on the disk. */
  add(review: AnyReview): Promise<void> {
    return this.oneByOne(async () => {
      await this.writeAttributes();
      await this.files.write(this.uriOf(review.id), printReview(review), this.folder);
      this.reviews.put(review);
    });
  }

  remove(id: string): Promise<void> {
    return this.oneByOne(async () => {
      await this.files.remove(this.uriOf(id), this.folder);
      this.reviews.delete(id);
      this.damages.delete(this.uriOf(id));
    });
  }

  /** Changes the baseline as it is on the disk now. Rejects where that is damaged, which nothing may overwrite. */
  changeBaseline(change: (accepted: readonly Accepted[]) => readonly Accepted[]): Promise<void> {
    return this.oneByOne(async () => {
      await this.read(this.baselineUri);
      const [damage] = this.damages.get(this.baselineUri) ?? [];
      if (damage !== undefined)
        throw new Error(`line ${damage.line + 1} of ${sidecarName}/baseline.jsonl is damaged: ${damage.reason}`);
      const accepted = change(this.reviews.baseline);
      await this.writeAttributes();
      if (accepted.length === 0) await this.files.remove(this.baselineUri, this.folder);
      else await this.files.write(this.baselineUri, printBaseline(accepted), this.folder);
      this.reviews.baseline = accepted;
    });
  }

  /** A file or folder of articles was renamed by a person who is at work here: what is said of it names it anew. */
  renamed(from: string, to: string): Promise<void> {
    const isMoved = ({ source }: Target): boolean => source === from || source.startsWith(`${from}/`);
    const moved = <One extends Target>(target: One): One =>
      isMoved(target) ? { ...target, source: to + target.source.slice(from.length) } : target;
    return this.oneByOne(async () => {
      for (const review of this.reviews.all()) {
        const other = 'other' in review ? review.other : undefined;
        if (!isMoved(review.target) && !(other && isMoved(other))) continue;
        const now: AnyReview = { ...review, target: moved(review.target), ...(other && { other: moved(other) }) };
        await this.files.write(this.uriOf(now.id), printReview(now), this.folder);
        this.reviews.put(now);
      }
      const { baseline } = this.reviews;
      if (this.damages.has(this.baselineUri) || !baseline.some(({ target }) => isMoved(target))) return;
      const accepted = baseline.map((one) => ({ ...one, target: moved(one.target) }));
      await this.files.write(this.baselineUri, printBaseline(accepted), this.folder);
      this.reviews.baseline = accepted;
    });
  }

  private async list(): Promise<readonly string[]> {
    if (!(await this.files.isFolder(this.uri))) return [];
    const globs = { include: ['baseline.jsonl', 'reviews/*.json'], exclude: [] };
    const { files, unread } = await this.files.list(this.uri, globs, new AbortController().signal);
    for (const [folder, reason] of unread) this.damaged(folder, reason);
    if (files.length > mostReviews)
      this.damaged(this.uri, `only the first ${mostReviews} of ${files.length} files are read`);
    return files.slice(0, mostReviews);
  }

  private forgetAllBut(files: readonly string[]): void {
    const ids = new Set(files.map((file) => this.idOf(file)));
    for (const { id } of this.reviews.all()) if (!ids.has(id)) this.reviews.delete(id);
    if (!files.includes(this.baselineUri)) this.reviews.baseline = [];
    for (const uri of this.damages.keys()) if (this.isRead(uri) && !files.includes(uri)) this.damages.delete(uri);
  }

  /** Brings one file in step with the disk. */
  private async read(uri: string): Promise<void> {
    const id = this.idOf(uri);
    this.damages.delete(uri);
    try {
      const found = await this.files.read(uri, id === null ? largest.baseline : largest.review);
      if (typeof found === 'number') throw new Error(`it has ${found} bytes, more than a person writes`);
      if (id === null) this.takeBaseline(uri, found?.text ?? '');
      else this.takeReview(uri, id, found?.text ?? null);
    } catch (error) {
      if (id !== null) this.reviews.delete(id);
      this.damaged(uri, messageOf(error));
    }
  }

  private takeReview(uri: string, id: string, text: string | null): void {
    const review = text === null ? null : parseReview(id, text);
    if (review !== null && 'id' in review) this.reviews.put(review);
    else this.reviews.delete(id);
    if (review !== null && 'reason' in review) this.damages.set(uri, [review]);
  }

  private takeBaseline(uri: string, text: string): void {
    const { accepted, damages } = parseBaseline(text);
    this.reviews.baseline = accepted;
    if (damages.length > 0) this.damages.set(uri, damages);
  }

  private async writeAttributes(): Promise<void> {
    const uri = `${this.uri}/.gitattributes`;
    if ((await this.files.identity(uri)) === null) await this.files.write(uri, attributes, this.folder);
  }

  private damaged(uri: string, reason: string): void {
    this.damages.set(uri, [{ line: 0, reason }]);
  }

  private get baselineUri(): string {
    return `${this.uri}/baseline.jsonl`;
  }

  private uriOf(id: string): string {
    return `${this.uri}/reviews/${encodeURIComponent(id)}.json`;
  }

  /** The id of the review that a file holds; `null` for any other file. */
  private idOf(uri: string): string | null {
    const name = uri.startsWith(`${this.uri}/reviews/`) ? uri.slice(this.uri.length + '/reviews/'.length) : '';
    if (!name.endsWith('.json') || name.includes('/')) return null;
    try {
      return decodeURIComponent(name.slice(0, -'.json'.length));
    } catch {
      return null;
    }
  }

  private isRead = (uri: string): boolean => uri === this.baselineUri || this.idOf(uri) !== null;

  /** What is read and written comes one after the other, so that no reading is older than what was written since. */
  private oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const done = this.inTurn.then(work);
    this.inTurn = done.catch(() => undefined);
    return done;
  }
}
