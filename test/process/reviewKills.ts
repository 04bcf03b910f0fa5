import { mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  acceptBaseline,
  addReview,
  changeIncident,
  figureTable,
  innerCommands,
  type RequestName,
  type ReviewDraft,
  reviews,
  undoReview,
} from '../../protocol/src/index.js';
import { parseBaseline, parseReview } from '../../server/src/reviews/files.js';
import { gazette } from '../session/articles.js';
import { randomOf } from './kills.js';
import { ServerProcess } from './serverProcess.js';

export interface KilledWriting {
  readonly kills: number;
  /** Of these, with a file left that was not finished. */
  readonly whileWriting: number;
  readonly acknowledged: number;
  /** Acknowledged reviews that were not on the disk, or that the next server did not know. */
  readonly lost: readonly string[];
  /** Files of the sidecar that cannot be read. */
  readonly damaged: readonly string[];
  /** Files that a last, undisturbed writing leaves unfinished. */
  readonly leftOver: readonly string[];
}

const codeActions: RequestName<object, { command?: { command: string; arguments?: unknown[] } }[]> = {
  method: 'textDocument/codeAction',
};

/** What the quick fixes of the whole article hand to the editor for a review. */
async function draftsOf(server: ServerProcess, uri: string): Promise<ReviewDraft[]> {
  const actions = await server.ask(codeActions, {
    textDocument: { uri },
    range: { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } },
    context: { diagnostics: [] },
  });
  return actions.flatMap(({ command }) =>
    command?.command === innerCommands.addReview ? (command.arguments as ReviewDraft[]) : [],
  );
}

/**
 * Kills servers while they write reviews and baselines: the moment one begins a file, or after some of its messages.
 * Looks after each at what is on the disk, and whether the next server knows all that was acknowledged.
 */
export async function killedWriting(place: string, rounds: number, seed: number): Promise<KilledWriting> {
  const folder = join(place, 'reviewed');
  const kept = join(folder, '.secondsource', 'reviews');
  mkdirSync(kept, { recursive: true });
  const article = `${gazette}\nTwelve people were killed in the storm, the police said.\n`;
  writeFileSync(join(folder, 'gazette.txt'), article);
  const uri = pathToFileURL(join(folder, 'gazette.txt')).href;
  const random = randomOf(seed);
  const acknowledged = new Set<string>();
  const seen = { kills: 0, whileWriting: 0, lost: [] as string[] };
  const unfinished = (): string[] => readdirSync(kept).filter((name) => !name.endsWith('.json'));
  for (let round = 0; round < rounds; round++) {
    const server = await ServerProcess.indexed({ folder });
    const [draft] = await draftsOf(server, uri);
    if (draft === undefined) throw new Error('nothing can be said of the article');
    const [figure] = (await server.ask(figureTable, null)).rows;
    if (figure === undefined) throw new Error('the article has no figure');
    let left = 1 + random(14);
    const watcher = watch(kept, () => {
      if (--left === 0) server.kill();
    });
    const before = unfinished().length;
    const writing = Array.from({ length: 8 }, async (_, i) => {
      const { id } = await server.ask(addReview, {
        ...draft,
        kind: 'note',
        text: `${round}.${i}`,
        creator: 'Mara Voss',
      });
      acknowledged.add(id);
    });
    const moving = Array.from({ length: 2 }, async () => {
      const { id } = await server.ask(changeIncident, {
        kind: 'moved',
        figures: [figure],
        others: [],
        creator: 'Mara Voss',
      });
      acknowledged.add(id);
    });
    const accepting = server.ask(acceptBaseline, { uri: null }).then(() => server.ask(undoReview, null));
    await Promise.race([Promise.allSettled([...writing, ...moving, accepting]), server.ended]);
    server.kill();
    if ((await server.ended) === 'SIGKILL') seen.kills++;
    watcher.close();
    if (unfinished().length > before) seen.whileWriting++;
    const onDisk = new Set(readdirSync(kept));
    seen.lost.push(...[...acknowledged].filter((id) => !onDisk.has(`${id}.json`)));
  }
  const server = await ServerProcess.indexed({ folder });
  const [draft] = await draftsOf(server, uri);
  // what is on the disk is read before anything is written: from here on the list is whole
  await server.ask(addReview, { ...(draft as ReviewDraft), kind: 'note', text: 'The last', creator: '' });
  const known = new Set((await server.ask(reviews, null)).reviews.map(({ id }) => id));
  seen.lost.push(...[...acknowledged].filter((id) => !known.has(id)));
  await server.end();
  return { ...seen, acknowledged: acknowledged.size, damaged: damagedIn(folder), leftOver: unfinished() };
}

function damagedIn(folder: string): string[] {
  const sidecar = join(folder, '.secondsource');
  const text = (...path: string[]): string => readFileSync(join(sidecar, ...path), 'utf8');
  const names = readdirSync(join(sidecar, 'reviews')).filter((name) => name.endsWith('.json'));
  const bad = names.filter((name) => 'reason' in parseReview(name, text('reviews', name)));
  const baseline = readdirSync(sidecar).includes('baseline.jsonl') ? parseBaseline(text('baseline.jsonl')) : null;
  return [...bad, ...(baseline?.damages ?? []).map(({ line }) => `baseline.jsonl:${line + 1}`)];
}
