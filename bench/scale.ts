import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArticle } from '../server/src/core/article/index.js';
import type { Readers } from '../server/src/core/reading.js';
import { indexStore } from '../server/src/indexStore.js';
import { noMemory } from '../server/src/workspace/memory.js';
import { Workspace } from '../server/src/workspace/workspace.js';
import { seeded } from '../training/seeded.js';
import { milliseconds, percentile, row, scan } from './clock.js';
import { makeArticles } from './maker.js';

/** Cold index, edit → marks, memory and warm start at several sizes, each as a ratio to a bare scan of the same text. */
export async function benchScale(texts: readonly string[], sizes: readonly number[], readers: Readers): Promise<void> {
  console.log(`\ncold index, edit → marks, warm start (stored index and texts from disk), one thread`);
  row('articles', 'cold index', 'ratio to scan', 'edit p50', 'edit p95', 'peak memory', 'warm start');
  if (texts.length > 100)
    await scale(`${texts.length} (as given)`, new Map(texts.map((t, i) => [`given/${i}.txt`, t])), readers);
  for (const size of sizes) await scale(`${size} (made)`, makeArticles(texts, size), readers);
}

async function scale(name: string, articles: ReadonlyMap<string, string>, readers: Readers): Promise<void> {
  const bare = await milliseconds(() => scan([...articles.values()]), 1);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const from = performance.now();
  const workspace = new Workspace(readers);
  let count = 0;
  for (const [file, text] of articles) {
    workspace.set(file, text);
    if (++count % 500 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  workspace.crossReferences();
  const cold = performance.now() - from;
  peak = Math.max(peak, process.memoryUsage().rss);
  const edits = editTimes(workspace, articles);
  const warm = await warmStart(workspace, readers);
  row(
    name,
    `${(cold / 1000).toFixed(2)} s`,
    `${(cold / bare).toFixed(0)} x`,
    `${percentile(edits, 0.5).toFixed(1)} ms`,
    `${percentile(edits, 0.95).toFixed(1)} ms`,
    `${Math.round(peak / 1e6)} MB`,
    `${(warm / 1000).toFixed(2)} s`,
  );
}

/** Milliseconds from a stored index and texts on disk to a workspace that knows all of it again. */
async function warmStart(workspace: Workspace, readers: Readers): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'second-source-bench-'));
  const store = indexStore(folder, () => 'bench');
  const memory = workspace.remember();
  await store.save({ memory, cards: new Map() });
  const files = workspace.files();
  for (const [i, file] of files.entries()) await writeFile(join(folder, `${i}.txt`), workspace.textOf(file) ?? '');
  const from = performance.now();
  const recalling = new Workspace(readers, { memory: (await store.load())?.memory ?? noMemory });
  for (const [i, file] of files.entries()) recalling.set(file, await readFile(join(folder, `${i}.txt`), 'utf8'));
  const took = performance.now() - from;
  const forgotten = files.filter((file) => !recalling.recalls(file)).length;
  if (forgotten > 0) throw new Error(`${forgotten} of ${files.length} files were not recalled`);
  await rm(folder, { recursive: true });
  return took;
}

/** Milliseconds from a keystroke in the middle of an article to its findings, for 60 seeded edits. */
function editTimes(workspace: Workspace, articles: ReadonlyMap<string, string>): number[] {
  const files = [...articles.keys()];
  const next = seeded(7);
  return Array.from({ length: 60 }, () => {
    const file = files[Math.floor(next() * files.length)] as string;
    const text = articles.get(file) as string;
    const at = text.indexOf(' ', Math.floor(text.length * (0.3 + next() * 0.6)));
    const edited = `${text.slice(0, at)} today${text.slice(at)}`;
    const from = performance.now();
    workspace.set(file, edited);
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
  const { default: MiniSearch } = await import('minisearch');
  const report = (name: string, ms: number): void =>
    row(name, `${(ms / 1000).toFixed(2)} s`, `${(ms / bare).toFixed(0)} x scan`);
  report(
    'MiniSearch',
    await milliseconds(
      () => new MiniSearch({ fields: ['text'] }).addAll(sentences.map((text, id) => ({ id, text }))),
      1,
    ),
  );
  const { default: TfIdf } = await import('natural/lib/natural/tfidf/tfidf.js');
  report(
    'natural TfIdf',
    await milliseconds(() => {
      const index = new TfIdf();
      for (const sentence of sentences) index.addDocument(sentence);
    }, 1),
  );
}
