import { readdir, readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SingleBar } from 'cli-progress';
import type { Readers } from '../core/reading.js';
import { Workspace } from '../workspace/workspace.js';
import { CliError } from './error.js';
import type { Answered, Asked } from './reader.js';

/** What a folder is searched for; a file named outright is read whatever its ending. */
export const articleEndings = new Set(['.txt', '.md', '.article', '.news']);

const largestFile = 4 * 1024 * 1024;
/** Files read at once. */
const batch = 16;
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
  if (threads === 0) for await (const asked of batches) done(asked);
  else await Promise.all(Array.from({ length: threads }, () => readInThread(readers, batches, done)));
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

async function* batchesOf(files: readonly string[]): AsyncGenerator<Asked> {
  for (let i = 0; i < files.length; i += batch)
    yield await Promise.all(files.slice(i, i + batch).map(async (file) => [file, await readText(file)] as const));
}

/** Lets a thread of its own read batch after batch, as long as there are any; several threads share the batches. */
async function readInThread(
  { settings }: Readers,
  batches: AsyncGenerator<Asked>,
  done: (asked: Asked, answered: Answered) => void,
): Promise<void> {
  const worker = new Worker(join(__dirname, 'reader.js'), { workerData: { settings } });
  const ask = async (): Promise<Asked | null> => {
    const next = await batches.next();
    if (next.done) return null;
    worker.postMessage(next.value);
    return next.value;
  };
  try {
    let asked = await ask();
    while (asked !== null) {
      const answered = await answerOf(worker);
      const next = await ask(); // the thread reads on while this one compares
      done(asked, answered);
      asked = next;
    }
  } finally {
    await worker.terminate();
  }
}

const answerOf = (worker: Worker): Promise<Answered> =>
  new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (answered: Answered) => {
      worker.off('error', reject);
      resolve(answered);
    });
  });

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

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file);
  if (bytes.length > largestFile)
    throw new CliError(
      `${file}: ${Math.round(bytes.length / 1e6)} MB is too large for an article; leave it out or split it`,
    );
  return bytes.toString('utf8');
}

const slashed = (path: string): string => path.replaceAll('\\', '/');
