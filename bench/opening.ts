import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { readArticle } from '../server/src/core/article/index.js';
import { ServerProcess } from '../test/process/serverProcess.js';
import { row } from './clock.js';

/** Sentences of the article that is opened, as nearly as the folder has one. */
const sentences = 40;
/** Milliseconds without new marks after which no more are expected. */
const quiet = 3000;

/**
 * An article that comes into a folder which is read and compared, in the program as it was built: how long after it is
 * opened its last mark stands, when the judge has seen none of its sentences and when it has seen all.
 */
export async function benchOpening(texts: readonly string[]): Promise<void> {
  if (!existsSync('dist/server.js')) throw new Error('there is no dist/server.js yet: run `npm run build` first');
  const far = texts.map((text, i) => Math.abs(lengthOf(text, i) - sentences));
  const chosen = far.indexOf(Math.min(...far));
  const text = texts[chosen]!;
  const folder = await mkdtemp(join(tmpdir(), 'second-source-opening-'));
  for (const [i, other] of texts.entries()) if (i !== chosen) await writeFile(join(folder, `${i}.txt`), other);
  console.log(`\nan article of ${lengthOf(text, chosen)} sentences comes into a folder of ${texts.length - 1}`);
  const from = performance.now();
  const server = await ServerProcess.indexed({ folder });
  row('all read', `${((performance.now() - from) / 1000).toFixed(1)} s`);
  await server.until(() => server.status?.comparing === false);
  row('all compared', `${((performance.now() - from) / 1000).toFixed(1)} s`);
  const uri = pathToFileURL(join(folder, `${chosen}.txt`)).href;
  row('', 'first marks', 'last mark', 'marks');
  for (const name of ['open → marks, sentences new to the judge', 'the same, opened again']) {
    row(name, ...(await open(server, uri, text)));
    server.notify('textDocument/didClose', { textDocument: { uri } });
    await pause(quiet);
    server.marks.delete(uri);
  }
  await server.end();
  await rm(folder, { recursive: true });
}

function lengthOf(text: string, i: number): number {
  const article = readArticle(text, `${i}.txt`);
  return 'skipped' in article ? 0 : article.sentences.length;
}

/** When the first and the last marks came, in milliseconds, and how many they were. */
async function open(server: ServerProcess, uri: string, text: string): Promise<string[]> {
  const from = performance.now();
  let marks = await server.marksOf(uri, text);
  const first = performance.now();
  let last = first;
  while (performance.now() - last < quiet || server.status?.comparing === true) {
    await Promise.race([pause(quiet), server.until(() => server.marks.get(uri) !== marks)]);
    const now = server.marks.get(uri) ?? [];
    if (now !== marks) last = performance.now();
    marks = now;
  }
  return [`${(first - from).toFixed(0)} ms`, `${(last - from).toFixed(0)} ms`, `${marks.length}`];
}
