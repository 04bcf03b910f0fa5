import { on } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Tagger } from '../core/attribution/index.js';
import type { Readers } from '../core/reading.js';
import { defaultReadingSettings } from '../core/readingSettings.js';
import { archivedPath } from '../sync/archive.js';
import type { Encoding, Identity } from '../sync/files.js';
import { SameFiles } from '../sync/sameFiles.js';
import type { CandidateSource } from '../workspace/candidates.js';
import { Workspace } from '../workspace/workspace.js';
import { hurry } from './hurry.js';
import type { NamedFile } from './named.js';
import { progressBar } from './progressBar.js';
import type { Batch } from './reader.js';
import { type Read, readersOf, readNamed } from './readNamed.js';

/** Files that a thread is asked to read at a time; at first fewer, since the one who compares waits for them. */
const batch = 8;
/** Batches that a thread may be ahead of the one that compares: the first files are compared quickly, the last slowly. */
const ahead = 64;
/** Fewer files are read before another thread has started. */
const worthThreads = 100;
/** Most threads that work for the one that compares. */
export const mostThreads = 4;

/** Files in a workspace, as they were named and as the disk had them when they were read last. */
export class ReadFiles {
  readonly workspace: Workspace;
  /** Why a file was not even read, by path. */
  readonly unread = new Map<string, string>();
  /** How the disk has those files that are not in UTF-8, by path. */
  readonly encodings = new Map<string, Encoding>();
  private readonly same = new SameFiles();
  private named = new Map<string, NamedFile>();
  /** Files whose turn it is since another name of theirs is gone. */
  private turned = new Set<string>();

  constructor(
    private readonly tagger: Tagger | null,
    isJudged: boolean,
    archives: readonly CandidateSource[],
    failed: (path: string, error: unknown) => void,
  ) {
    const asArchived = { tagger, settings: defaultReadingSettings };
    const readers = (path: string): Readers => {
      const file = this.named.get(path);
      return file === undefined ? asArchived : readersOf(file, tagger);
    };
    this.workspace = new Workspace(readers, {
      archives,
      pathOf: (path) => archivedPath(path) ?? path,
      // every reading is printed, and rules look across: none is worth reading twice
      keeps: Number.POSITIVE_INFINITY,
      isJudged,
      failed,
    });
  }

  /** Brings the workspace in step: `files` are all that there are now; of those it has, the ones that `isChanged` are read again. */
  async update(files: readonly NamedFile[], isChanged: (uri: string) => boolean): Promise<void> {
    const before = this.named;
    this.named = new Map(files.map((file) => [file.path, file]));
    for (const path of before.keys()) if (!this.named.has(path)) this.lose(path);
    const stale = files.filter((file) => {
      const known = before.get(file.path);
      const isReadAlike = known !== undefined && areAlike(known, file);
      // the same text under other settings says something else
      if (known !== undefined && !isReadAlike) this.lose(file.path);
      return !isReadAlike || this.unread.has(file.path) || isChanged(file.uri);
    });
    await this.read(stale, before.size === 0);
    while (this.turned.size > 0) {
      const turned = [...this.turned].flatMap((path) => this.named.get(path) ?? []);
      this.turned.clear();
      await this.read(turned, false);
    }
  }

  private async read(files: readonly NamedFile[], isFirst: boolean): Promise<void> {
    const bar = files.length < worthThreads ? null : progressBar('reading', files.length);
    const take = (path: string, read: Read): void => {
      bar?.increment();
      this.take(path, read, isFirst);
    };
    const threads = files.length < worthThreads ? 0 : Math.min(availableParallelism() - 1, mostThreads);
    if (threads === 0) {
      hurry();
      for (const file of files) take(file.path, await readNamed(file, this.tagger));
    } else {
      const batches = batchesOf(files);
      const share = Math.min(ahead, Math.ceil(files.length / batch / threads));
      await Promise.all(Array.from({ length: threads }, () => readInThread(batches, share, take)));
    }
    bar?.stop();
  }

  /** Of several links to one file the first by name is read: the text would corroborate itself. */
  private take(path: string, read: Read, isFirst: boolean): void {
    this.lead(path, 'unread' in read ? null : read.identity);
    if ('unread' in read) {
      this.forget(path);
      this.unread.set(path, read.unread);
    } else if (this.same.readAs(path) !== path) this.forget(path);
    else {
      if (isFirst) this.workspace.add(path, read.text, read.reading);
      else this.workspace.set(path, read.text, read.reading);
      this.unread.delete(path);
      if (read.encoding === 'UTF-8') this.encodings.delete(path);
      else this.encodings.set(path, read.encoding);
    }
  }

  private lose(path: string): void {
    this.forget(path);
    this.lead(path, null);
  }

  /** The path leads to this file from now on, or to none. */
  private lead(path: string, identity: Identity | null): void {
    for (const other of this.same.lead(path, identity))
      if (this.same.readAs(other) !== other) this.forget(other);
      else if (this.workspace.textOf(other) === undefined) this.turned.add(other);
  }

  private forget(path: string): void {
    this.workspace.delete(path);
    this.unread.delete(path);
    this.encodings.delete(path);
  }
}

const areAlike = (one: NamedFile, other: NamedFile): boolean => JSON.stringify(one) === JSON.stringify(other);

function* batchesOf(files: readonly NamedFile[]): Generator<readonly NamedFile[]> {
  let size = 1;
  for (let from = 0; from < files.length; ) {
    yield files.slice(from, from + size);
    from += size;
    size = Math.min(2 * size, batch);
  }
}

/** Lets a thread of its own read its share of the batches, and of more of them when it has read those. */
async function readInThread(
  batches: Generator<readonly NamedFile[]>,
  share: number,
  take: (path: string, read: Read) => void,
): Promise<void> {
  const worker = new Worker(join(__dirname, 'reader.js'));
  worker.once('online', hurry);
  const answers = on(worker, 'message');
  const waiting: (readonly NamedFile[])[] = [];
  const ask = (): void => {
    const next = batches.next();
    if (next.done) return;
    worker.postMessage({ files: next.value } satisfies Batch);
    waiting.push(next.value);
  };
  try {
    for (let k = 0; k < share; k++) ask();
    for (let asked = waiting.shift(); asked !== undefined; asked = waiting.shift()) {
      const { value } = await answers.next();
      ask();
      const [answered] = value as [readonly Read[]];
      for (const [i, { path }] of asked.entries()) take(path, answered[i] as Read);
    }
  } finally {
    void worker.terminate(); // what it had in memory is cleared away while the articles are told of
  }
}
