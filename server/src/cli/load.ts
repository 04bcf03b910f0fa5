import { on } from 'node:events';
import { readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SingleBar } from 'cli-progress';
import type { Readers } from '../core/reading.js';
import { Workspace } from '../workspace/workspace.js';
import { hurry } from './engine.js';
import { CliError } from './error.js';
import type { Answered, Asked } from './reader.js';

/** What a folder is searched for; a file named outright is read whatever its ending. */
const articleEndings = new Set(['.txt', '.md', '.article', '.news']);

const largestFile = 4 * 1024 * 1024;
/** Files that a thread is asked to read at a time. */
const batch = 8;
/** Batches that a thread may be ahead of the one that compares: the first files are compared quickly, the last slowly. */
const ahead = 64;
/** Fewer files are read before another thread has started. */
const worthThreads = 100;
/** One thread compares; so many at most read for it. */
const mostThreads = 4;

/**
 * Reads all articles under the paths into a workspace keyed by path, with forward slashes, as a person would type them.
 * @throws CliError where a path does not exist or holds no text file.
 */
export async function loadWorkspace(paths: readonly string[], readers: Readers): Promise<Workspace> {
  const files = [...new Set((await Promise.all(paths.map(filesUnder))).flat())].sort();
  if (files.length === 0)
    throw new CliError(`no article files in ${paths.join(', ')}: looked for ${[...articleEndings].join(', ')}`);
  // every reading is printed, and rules look across: none is worth reading twice
  const workspace = new Workspace(readers, { keeps: Number.POSITIVE_INFINITY });
  const bar = progressBar(files.length);
  const batches = batchesOf(files);
  const threads = files.length < worthThreads ? 0 : Math.min(availableParallelism() - 1, mostThreads);
  const done = (asked: Asked, answered?: Answered): void => {
    asked.forEach(([file, text], i) => {
      workspace.set(file, text, answered?.[i]);
    });
    bar?.increment(asked.length);
  };
  if (threads === 0) {
    hurry();
    for (const asked of batches) done(asked);
  } else {
    const share = Math.min(ahead, Math.ceil(files.length / batch / threads));
    await Promise.all(Array.from({ length: threads }, () => readInThread(readers, batches, share, done)));
  }
  bar?.stop();
  return workspace;
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

function* batchesOf(files: readonly string[]): Generator<Asked> {
  for (let i = 0; i < files.length; i += batch)
    yield files.slice(i, i + batch).map((file) => [file, readText(file)] as const);
}

/** Lets a thread of its own read its share of the batches, and of more of them when it has read those. */
async function readInThread(
  { settings }: Readers,
  batches: Generator<Asked>,
  share: number,
  done: (asked: Asked, answered: Answered) => void,
): Promise<void> {
  const worker = new Worker(join(__dirname, 'reader.js'), { workerData: { settings } });
  worker.once('online', hurry);
  const answers = on(worker, 'message');
  const waiting: Asked[] = [];
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
      done(asked, (value as [Answered])[0]);
    }
  } finally {
    await worker.terminate();
  }
}

async function filesUnder(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => {
    throw new CliError(`${path}: no such file or folder`);
  });
  if (!found.isDirectory()) return [slashed(path)];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && articleEndings.has(extname(entry.name).toLowerCase()))
    .map((entry) => slashed(join(entry.parentPath, entry.name)))
    .filter((file) => !/(?:^|\/)(?:node_modules|\.[^/.][^/]*)\//.test(file));
}

/** Waits for the disk: the fewest promises are the fastest, and the threads have much to read meanwhile. */
function readText(file: string): string {
  const bytes = readFileSync(file);
  if (bytes.length > largestFile)
    throw new CliError(
      `${file}: ${Math.round(bytes.length / 1e6)} MB is too large for an article; leave it out or split it`,
    );
  return bytes.toString('utf8');
}

const slashed = (path: string): string => path.replaceAll('\\', '/');
