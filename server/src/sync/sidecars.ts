import { phrase } from '../../../l10n/say.js';
import { type ArticleIdentity, identityOf } from '../reviews/articleIdentity.js';
import type { FolderArticles } from '../reviews/folderReviews.js';
import type { FiledIncidentReview } from '../reviews/incidents.js';
import type { Accepted, AnyReview, Remark } from '../reviews/review.js';
import type { Damage } from '../settings/damage.js';
import type { Files } from './files.js';
import type { Folders } from './folders.js';
import { Sidecar } from './sidecar.js';
import { fileUnder, pathUnder } from './uris.js';
import type { WorkspaceSync } from './workspaceSync.js';

/** What a person says, before it has a name and a time. */
type New<Any> = Any extends AnyReview ? Omit<Any, 'id' | 'created'> : never;
export type NewReview = New<AnyReview>;

/** The folder whose sidecar keeps what is said of a file, and the file's path in it. */
export interface Home {
  readonly folder: string;
  readonly source: string;
}

/** What can be undone: a phrase for people, and how. */
interface Done {
  readonly what: string;
  readonly undo: () => Promise<void>;
}

/** Steps that are remembered; more than anybody takes back. */
const mostSteps = 100;

/** The sidecars of all workspace folders, and what was done to them here. */
export class Sidecars {
  private byFolder = new Map<string, Sidecar>();
  private readonly done: Done[] = [];
  /** Time of the last review in milliseconds since 1970: no two have one, so that their names tell which came first. */
  private latest = 0;
  /** By what articles are known, as long as they have the same text. */
  private readonly known = new Map<string, { readonly text: string; readonly by: ArticleIdentity }>();

  /** `changed` hears of reviews that came or went; `isRead`: whether all files of all folders are known. */
  constructor(
    private readonly files: Files,
    private readonly folders: Folders,
    private readonly sync: WorkspaceSync,
    private readonly isRead: () => boolean,
    private readonly changed: () => void,
  ) {}

  /** Reads the sidecars of the folders as they are now. */
  async load(): Promise<void> {
    const before = this.byFolder;
    this.byFolder = new Map(
      this.folders.all.map((folder) => {
        const prefix = folder.endsWith('/') ? folder : `${folder}/`;
        return [folder, before.get(folder) ?? new Sidecar(this.files, prefix, this.articlesOf(folder, prefix))];
      }),
    );
    // each by itself: a disk that does not answer holds up no other
    await Promise.all([...this.byFolder.values()].map((sidecar) => sidecar.load().then(this.changed)));
  }

  /** Whether a file on disk is part of a sidecar; then it is brought in step. */
  async onDisk(uri: string): Promise<void> {
    const sidecar = [...this.byFolder.values()].find((one) => one.holds(uri));
    if (sidecar === undefined) return;
    await sidecar.onDisk(uri);
    this.changed();
  }

  /** A file or folder was renamed in the editor. From one workspace folder to another nothing goes with it. */
  async renamed(from: string, to: string): Promise<void> {
    const folder = this.folders.holderOf(from);
    const sidecar = this.sidecarOf(from);
    if (sidecar === null || this.folders.holderOf(to) !== folder) return;
    await sidecar.renamed(this.folders.pathIn(from), this.folders.pathIn(to));
    this.changed();
  }

  /** Articles came, went or were edited: one of them may be an article that was moved. */
  articlesChanged(): void {
    for (const { reviews } of this.byFolder.values()) reviews.articlesChanged();
  }

  /** What is said of a file. */
  of = (file: string): readonly Remark[] => this.sidecarOf(file)?.reviews.of(this.folders.pathIn(file)) ?? [];

  /** What is said of incidents, oldest first. */
  ofIncidents = (): FiledIncidentReview[] =>
    [...this.byFolder]
      .flatMap(([folder, sidecar]) => sidecar.ofIncidents().map((one) => ({ ...one, folder })))
      .sort((a, b) => (a.review.id < b.review.id ? -1 : 1));

  /** Who keeps what is said of a file, and under which path; `null` outside of all folders. */
  homeOf = (file: string): Home | null => {
    const folder = this.folders.holderOf(file);
    return folder === null ? null : { folder, source: this.folders.pathIn(file) };
  };

  /** All folders with their sidecars. */
  all(): Iterable<readonly [folder: string, sidecar: Sidecar]> {
    return this.byFolder;
  }

  /** What is wrong with which file. */
  damages(): Map<string, readonly Damage[]> {
    return new Map([...this.byFolder.values()].flatMap(({ damages }) => [...damages]));
  }

  /** Resolves when the review is on the disk. */
  async add(file: string, given: NewReview): Promise<AnyReview> {
    this.latest = Math.max(Date.now(), this.latest + 1);
    const time = new Date(this.latest).toISOString();
    const id = `${time.replace(/[-:.]/g, '')}-${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`;
    const review: AnyReview = { id, ...given, created: time.replace(/\.\d+Z$/, 'Z') };
    const sidecar = this.needed(this.folders.holderOf(file));
    await sidecar.add(review);
    this.remember(namesOf[given.kind].made, () => sidecar.remove(id));
    return review;
  }

  /** Takes reviews in that were made elsewhere. Resolves when all are on the disk. */
  async take(folder: string, reviews: readonly AnyReview[]): Promise<void> {
    const sidecar = this.needed(folder);
    const added: AnyReview[] = [];
    const undo = async (): Promise<void> => {
      for (const { id } of added) await sidecar.remove(id);
    };
    try {
      for (const review of reviews) {
        await sidecar.add(review);
        added.push(review);
      }
    } finally {
      if (added.length > 0) this.remember(phrase`The import of notes`, undo);
    }
  }

  async remove(folder: string, id: string): Promise<void> {
    const sidecar = this.needed(folder);
    const review = sidecar.reviews.get(id);
    if (review === undefined) return;
    await sidecar.remove(id);
    this.remember(namesOf[review.kind].removed, () => sidecar.add(review));
  }

  /**
   * Adds findings to the baseline of a folder, and takes those out that are of nothing any more. Returns how many came and
   * went.
   */
  async accept(
    folder: string,
    found: readonly Accepted[],
    stale: readonly Accepted[],
  ): Promise<{ readonly added: number; readonly removed: number }> {
    const sidecar = this.needed(folder);
    const gone = new Set(stale.map(nameOf));
    let added: readonly Accepted[] = [];
    let removed: readonly Accepted[] = [];
    await sidecar.changeBaseline((before) => {
      const known = new Set(before.map(nameOf));
      added = found.filter((one) => !known.has(nameOf(one)));
      removed = before.filter((one) => gone.has(nameOf(one)));
      return [...before.filter((one) => !gone.has(nameOf(one))), ...added];
    });
    const names = new Set(added.map(nameOf));
    if (added.length + removed.length > 0)
      this.remember(phrase`The baseline`, () =>
        sidecar.changeBaseline((accepted) => [...accepted.filter((one) => !names.has(nameOf(one))), ...removed]),
      );
    return { added: added.length, removed: removed.length };
  }

  /** Takes the last step back. Returns what it was, in a phrase, or `null`. */
  async undo(): Promise<string | null> {
    const last = this.done.pop();
    if (last === undefined) return null;
    try {
      await last.undo();
    } catch (error) {
      this.done.push(last);
      throw error;
    } finally {
      this.changed();
    }
    return last.what;
  }

  private remember(what: string, undo: () => Promise<void>): void {
    this.done.push({ what, undo });
    if (this.done.length > mostSteps) this.done.shift();
    this.changed();
  }

  private sidecarOf(file: string): Sidecar | null {
    return this.byFolder.get(this.folders.holderOf(file) ?? '') ?? null;
  }

  private needed(folder: string | null): Sidecar {
    const sidecar = this.byFolder.get(folder ?? '');
    if (sidecar === undefined) throw new Error('Reviews are kept in a workspace folder, and this file is in none.');
    return sidecar;
  }

  private articlesOf(folder: string, prefix: string): FolderArticles {
    const { sync, folders, isRead } = this;
    const knownBy = (file: string): ArticleIdentity | null => this.knownBy(file);
    return {
      has: (path) => {
        const file = fileUnder(prefix, path);
        return sync.workspace.textOf(file) !== undefined || sync.whyUnread(file) !== undefined;
      },
      areAllRead: isRead,
      *all() {
        for (const file of sync.workspace.articles()) {
          if (folders.holderOf(file) !== folder) continue;
          const known = knownBy(file);
          if (known !== null) yield [pathUnder(prefix, file), known] as const;
        }
      },
    };
  }

  private knownBy(file: string): ArticleIdentity | null {
    const text = this.sync.workspace.textOf(file);
    const known = this.known.get(file);
    if (known !== undefined && known.text === text) return known.by;
    const facts = this.sync.workspace.factsOf(file);
    if (facts === undefined) return null;
    const by = identityOf(facts);
    this.known.set(file, { text: facts.text, by });
    return by;
  }
}

/** What can be taken back, in phrases for people. */
const ofFinding = { made: phrase`The review`, removed: phrase`Taking the review away` } as const;
const namesOf: Readonly<Record<AnyReview['kind'], { readonly made: string; readonly removed: string }>> = {
  dismissed: ofFinding,
  checked: ofFinding,
  note: ofFinding,
  merged: { made: phrase`Merging two incidents`, removed: phrase`Taking two merged incidents apart` },
  moved: { made: phrase`Moving a figure`, removed: phrase`Moving a figure back` },
};

/** Two people who accept one finding mean the same. */
const nameOf = ({ rule, target: { source, selector } }: Accepted): string =>
  JSON.stringify([rule, source, selector.exact, selector.prefix, selector.suffix]);
