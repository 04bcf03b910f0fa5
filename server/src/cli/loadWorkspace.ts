import { on } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Worker } from 'node:worker_threads';
import { SingleBar } from 'cli-progress';
import { URI } from 'vscode-uri';
import type { Tagger } from '../core/attribution/index.js';
import type { Checkable } from '../exports/checked.js';
import { decode } from '../sync/decode.js';
import { encodingNotices } from '../sync/encodings.js';
import { type Content, type Encoding, type Identity, messageOf } from '../sync/files.js';
import { nodeFiles } from '../sync/node/nodeFiles.js';
import { Workspace } from '../workspace/workspace.js';
import { CliError } from './error.js';
import { hurry } from './hurry.js';
import { judgeAll } from './judge.js';
import { filesNamed, type NamedFile, standardInput } from './named.js';
import { type Read, readersOf, readNamed } from './readNamed.js';
import { reviewsOf } from './reviews.js';

/** Files that a thread is asked to read at a time. */
const batch = 8;
/** Batches that a thread may be ahead of the one that compares: the first files are compared quickly, the last slowly. */
const ahead = 64;
/** Fewer files are read before another thread has started. */
const worthThreads = 100;
/** Most threads that read for the one that compares. */
const mostThreads = 4;

/** All articles under some paths, by path as typed, and what a person must hear of. */
export interface Loaded extends Checkable {
  /** All files that were named, in order of path. */
  readonly files: readonly NamedFile[];
  /** The folders and single files that were named, each by its path on the disk. */
  readonly places: readonly string[];
  /** Whether the file with this URI, if there is or were one, may be read or says how others are. */
  heeds(uri: string): boolean;
  /** What could not be looked into, or is left out, a sentence each. May grow while the workspace is asked. */
  readonly problems: readonly string[];
  /** What is good to know, a sentence each; nothing was left out. */
  readonly notices: readonly string[];
}

/**
 * Reads all articles under the paths. What cannot be read is told in the answer, and the rest is read.
 * @throws CliError where a path does not exist or nothing under the paths may be an article.
 * `quick`: related by words alone, without the second look.
 */
export async function loadWorkspace(paths: readonly string[], tagger: Tagger | null, quick: boolean): Promise<Loaded> {
  const given = paths.includes(standardInput.typed) ? await standardInputContent() : null;
  const { files, folders, problems } = await filesNamed(paths, nodeFiles, given);
  if (files.length === 0)
    throw new CliError(
      [...problems, `no article files in ${paths.join(', ')}: looked for ${folders.common.include.join(', ')}`].join(
        '; ',
      ),
    );
  const named = new Map(files.map((file) => [file.path, file]));
  const told = [...problems];
  const unread = new Map<string, string>();
  const workspace = new Workspace((path) => readersOf(named.get(path) as NamedFile, tagger), {
    // every reading is printed, and rules look across: none is worth reading twice
    keeps: Number.POSITIVE_INFINITY,
    isJudged: !quick,
    failed: (path, error) => told.push(`${path}: a rule failed: ${messageOf(error)}`),
  });
  const bar = progressBar(files.length);
  const encodings = new Map<string, Encoding>();
  const byIdentity = new Map<Identity, string>();
  /** Of several links to one file the first by name is read: the text would corroborate itself. */
  const isFirst = (path: string, identity: Identity | null): boolean => {
    const other = identity === null ? undefined : byIdentity.get(identity);
    if (other !== undefined && other < path) return false;
    if (other !== undefined) {
      workspace.delete(other);
      encodings.delete(other);
    }
    if (identity !== null) byIdentity.set(identity, path);
    return true;
  };
  const take = (path: string, read: Read): void => {
    bar?.increment();
    if ('unread' in read) unread.set(path, read.unread);
    else if (isFirst(path, read.identity)) {
      workspace.add(path, read.text, read.reading);
      if (read.encoding !== 'UTF-8') encodings.set(path, read.encoding);
    }
  };
  const threads = files.length < worthThreads ? 0 : Math.min(availableParallelism() - 1, mostThreads);
  if (threads === 0) {
    hurry();
    for (const file of files) take(file.path, await readNamed(file, tagger));
  } else {
    const batches = batchesOf(files);
    const share = Math.min(ahead, Math.ceil(files.length / batch / threads));
    await Promise.all(Array.from({ length: threads }, () => readInThread(batches, share, take)));
  }
  bar?.stop();
  const reviews = await reviewsOf(files, folders.all, workspace);
  told.push(...reviews.problems);
  if (!quick) told.push(...(await judgeAll(workspace, Math.min(availableParallelism(), mostThreads))));
  const uris = new Set(files.map(({ uri }) => uri));
  return {
    workspace,
    files,
    places: [...folders.all, ...files.flatMap(({ uri }) => (folders.holderOf(uri) === null ? [uri] : []))]
      .filter((uri) => uri.startsWith('file:'))
      .map((uri) => URI.parse(uri).fsPath),
    heeds: (uri) => uris.has(uri) || folders.holds(uri) || saysHowToRead(uri),
    unread,
    problems: told,
    notices: encodingNotices(encodings),
    settings: (path) => folders.settings((named.get(path) as NamedFile).uri),
    remarks: reviews.remarks,
    reviews: reviews.reviews,
    incidentReviews: reviews.incidentReviews,
    nameOf: (path) => path,
  };
}

/** Whether a file may be one of settings, of a folder's project, or of its reviews. */
const saysHowToRead = (uri: string): boolean =>
  /\/(?:\.vscode\/settings\.json|\.secondsource\.json|\.secondsource\/.*)$/.test(uri);

/** All of standard input, read as the bytes of a file are. */
async function standardInputContent(): Promise<Content> {
  return { ...decode(await buffer(process.stdin)), identity: null };
}

/** For a person at a terminal who waits; `null` for everyone else. */
function progressBar(files: number): SingleBar | null {
  if (files < worthThreads || !process.stderr.isTTY) return null;
  const bar = new SingleBar({
    format: 'reading {bar} {value}/{total}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(files, 0);
  return bar;
}

function* batchesOf(files: readonly NamedFile[]): Generator<readonly NamedFile[]> {
  for (let i = 0; i < files.length; i += batch) yield files.slice(i, i + batch);
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
    worker.postMessage(next.value);
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
    await worker.terminate();
  }
}
