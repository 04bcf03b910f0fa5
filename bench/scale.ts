import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readArticle } from '../server/src/core/article/index.js';
import type { Readers } from '../server/src/core/reading.js';
import { Folders } from '../server/src/sync/folders.js';
import { IndexBuild } from '../server/src/sync/indexBuild.js';
import type { IndexStore } from '../server/src/sync/indexStore.js';
import { readByThread } from '../server/src/sync/node/diskThread.js';
import { nodeFiles } from '../server/src/sync/node/nodeFiles.js';
import { nodeIndexStore } from '../server/src/sync/node/nodeIndexStore.js';
import { keepHeapSmall } from '../server/src/sync/node/smallHeap.js';
import { StoredIndex } from '../server/src/sync/storedIndex.js';
import { type SyncEvents, WorkspaceSync } from '../server/src/sync/workspaceSync.js';
import type { Workspace } from '../server/src/workspace/workspace.js';
import { seeded } from '../training/seeded.js';
import { beside, milliseconds, percentile, row, scan } from './clock.js';
import { makeArticles } from './maker.js';

/**
 * What the server does with a folder at several sizes, disk and all: cold index (a ratio to a bare scan of the same
 * texts), edit → marks, warm start from what was stored, and the most memory the process held while it indexed.
 */
export async function benchScale(texts: readonly string[], sizes: readonly number[], readers: Readers): Promise<void> {
  keepHeapSmall(); // as the server does
  console.log(`\nthe server on a folder, one thread, and one that reads files`);
  if (!existsSync(diskScript)) console.log(`without the latter: there is no ${diskScript} yet (npm run build)`);
  row('articles', 'cold index', 'ratio to scan', 'edit p50', 'edit p95', 'peak memory', 'warm start');
  if (texts.length > 100)
    await scale(`${texts.length} (as given)`, () => new Map(texts.map((t, i) => [`${i}.txt`, t])), readers);
  for (const size of sizes) await scale(`${size} (made)`, () => makeArticles(texts, size), readers);
}

const diskScript = resolve('dist/disk.js');
const files = readByThread(nodeFiles, diskScript);

type Articles = ReadonlyMap<string, string>;

/** Writes articles into a folder. Returns how many, and how long a bare scan of them takes; nobody holds them any longer, as no server does. */
async function written(articles: Articles, folder: string): Promise<{ readonly count: number; readonly bare: number }> {
  await mkdir(folder);
  for (const [file, text] of articles) await writeFile(join(folder, file), text);
  return { count: articles.size, bare: await milliseconds(() => scan([...articles.values()]), 1) };
}

async function scale(name: string, make: () => Articles, readers: Readers): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), 'second-source-bench-'));
  const folder = join(place, 'articles');
  const { count, bare } = await written(make(), folder);
  const store = nodeIndexStore(join(place, 'index'), () => 'bench');
  const cold = await start(folder, count, readers, store, false);
  const edits = editTimes(cold.workspace);
  globalThis.gc?.();
  const warm = await start(folder, count, readers, store, true);
  const forgotten = warm.workspace.files().filter((file) => !warm.workspace.isRestored(file)).length;
  if (forgotten > 0) throw new Error(`${forgotten} of ${count} files were not recalled`);
  row(
    name,
    `${(cold.milliseconds / 1000).toFixed(2)} s`,
    `${(cold.milliseconds / bare).toFixed(0)} x`,
    `${percentile(edits, 0.5).toFixed(1)} ms`,
    `${percentile(edits, 0.95).toFixed(1)} ms`,
    `${Math.round(cold.peak / 1e6)} MB`,
    `${(warm.milliseconds / 1000).toFixed(2)} s`,
  );
  await rm(place, { recursive: true });
}

interface Started {
  readonly workspace: Workspace;
  /** Until everything is known; storing it comes after. */
  readonly milliseconds: number;
  /** Most bytes that the process held. */
  readonly peak: number;
}

/** Reads a folder, as a server does that has just been started. */
async function start(
  folder: string,
  count: number,
  readers: Readers,
  store: IndexStore,
  recall: boolean,
): Promise<Started> {
  const folders = new Folders(async () => ({ limits: { files: count } }), files);
  folders.set([pathToFileURL(folder).href]);
  await folders.refresh();
  const failed = (file: string, error: unknown): never => {
    throw new Error(`failed on ${file}`, { cause: error });
  };
  const ignored = (): void => undefined;
  const events: SyncEvents = { changed: ignored, status: ignored, failed };
  const sync = new WorkspaceSync(files, folders, () => readers, events);
  const stored = new StoredIndex(sync, { failed, told: () => undefined });
  stored.store = store;
  const build = new IndexBuild(sync, folders, files, stored, events);
  const from = performance.now();
  let took = 0;
  let peak = 0;
  await build.run((done, total) => {
    if (done % 500 === 0 || done === total) peak = Math.max(peak, process.memoryUsage().rss);
    if (done === total) took = performance.now() - from;
  }, recall);
  return { workspace: sync.workspace, milliseconds: took, peak };
}

/** Milliseconds from a keystroke in the middle of an article to its findings, for 60 seeded edits. */
function editTimes(workspace: Workspace): number[] {
  const files = workspace.files();
  const next = seeded(7);
  return Array.from({ length: 60 }, () => {
    const file = files[Math.floor(next() * files.length)] as string;
    const text = workspace.textOf(file) as string;
    const at = text.indexOf(' ', Math.floor(text.length * (0.3 + next() * 0.6)));
    const from = performance.now();
    workspace.set(file, `${text.slice(0, at)} today${text.slice(at)}`);
    workspace.findings(file);
    return performance.now() - from;
  });
}

/** The same sentences in other indexes, which only find words and relate nothing. */
export async function benchIndexes(texts: readonly string[]): Promise<void> {
  const sentences = texts.flatMap((text, i) => {
    const article = readArticle(text, `${i}.txt`);
    return 'skipped' in article ? [] : article.sentences.map((s) => text.slice(s.start, s.end));
  });
  console.log(`\n${sentences.length} sentences of ${texts.length} articles, indexed by word only`);
  const bare = await milliseconds(() => scan(texts), 7);
  const report = (name: string, ms: number): void =>
    row(name, `${(ms / 1000).toFixed(2)} s`, `${(ms / bare).toFixed(0)} x scan`);
  const miniSearch = await beside('MiniSearch', () => import('minisearch'));
  if (miniSearch) {
    const documents = sentences.map((text, id) => ({ id, text }));
    report('MiniSearch', await milliseconds(() => new miniSearch.default({ fields: ['text'] }).addAll(documents), 1));
  }
  const { default: TfIdf } = await import('natural/lib/natural/tfidf/tfidf.js');
  report(
    'natural TfIdf',
    await milliseconds(() => {
      const index = new TfIdf();
      for (const sentence of sentences) index.addDocument(sentence);
    }, 1),
  );
}
