import { mkdirSync, readdirSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gazette, shared } from '../session/articles.js';
import { ServerProcess } from './serverProcess.js';

/** Articles on invented events, some of which share a sentence with the gazette. */
export function writeFolder(folder: string, articles: number): void {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < articles; i++) writeFileSync(join(folder, `article-${i}.txt`), articleNumber(i));
  writeFileSync(join(folder, 'gazette.txt'), gazette);
}

const topics = [
  ['council', 'road', 'winter', 'washed away'],
  ['school', 'library', 'autumn', 'flooded'],
  ['hospital', 'kitchen', 'summer', 'burnt down'],
  ['theatre', 'stage', 'spring', 'worn out'],
  ['orchard', 'cellar', 'frost', 'cracked'],
  ['foundry', 'furnace', 'drought', 'shut down'],
  ['museum', 'gallery', 'storm', 'unroofed'],
] as const;
const syllables = ['vel', 'ka', 'mor', 'tar', 'ni', 'solt', 'bra', 'den', 'u', 'lis'];

/** An invented place for each number below a thousand, and for others one of these again. */
const place = (i: number): string => {
  const [a, b, c] = [i % 10, Math.floor(i / 10) % 10, Math.floor(i / 100) % 10].map(
    (digit) => syllables[digit] as string,
  );
  return `${a?.[0]?.toUpperCase()}${a?.slice(1)}${b}${c}`;
};

/** An article on an event of its own, named in each sentence; of ten one shares a sentence with the gazette. */
export function articleNumber(i: number): string {
  const [body, thing, cause, damage] = topics[i % topics.length] as (typeof topics)[number];
  return `---
title: The ${thing} at ${place(i)}
outlet: Coast Courier ${i % 7}
date: 20${31 + (i % 40)}-0${(i % 9) + 1}-${String((i % 27) + 1).padStart(2, '0')}
---
The ${body} of ${place(i)} met on Monday: the ${thing} at ${place(7 * i + 3)} was ${damage} by the ${cause}, and ${place(3 * i + 1)} had paid.

${i % 10 === 0 ? shared : `At least ${i + 3} people were hurt when bus ${i} left the ${thing}, the police of ${place(i)} said.`}

A source close to ${place(3 * i + 1)} said that ${place(i)} had never seen the ${thing} repaired. The mayor of ${place(i + 1)} did not answer.
`;
}

/** Messages that a server sends in any case before it has read a folder. */
const fewestMessages = 5;

/** Pseudo-random whole numbers below a bound (mulberry32): the same for one seed. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export interface Killed {
  /** Servers that were gone before they had ended by themselves. */
  readonly kills: number;
  /** Of these, killed while they wrote their index. */
  readonly whileStoring: number;
  /** Starts after a kill whose marks were not those of a first start. */
  readonly differences: readonly string[];
  /** Files that a last, undisturbed run leaves in the storage beside its index. */
  readonly leftOver: readonly string[];
}

/**
 * Kills servers, every other one the moment it begins to store its index, the rest at some message they send, and looks
 * each time what the next one makes of what is left.
 */
export async function killed(given: {
  place: string;
  rounds: number;
  articles: number;
  seed: number;
}): Promise<Killed> {
  const folder = join(given.place, 'killed');
  const storage = join(given.place, 'killed storage');
  mkdirSync(storage);
  writeFolder(folder, given.articles);
  const random = randomOf(given.seed);
  const uri = pathToFileURL(join(folder, 'gazette.txt')).href;
  const marksOfStart = async (): Promise<string> => {
    const server = await ServerProcess.indexed({ folder, storage });
    const marks = JSON.stringify(await server.marksOf(uri, gazette));
    await server.end();
    return marks;
  };
  const first = await marksOfStart();
  const seen = { kills: 0, whileStoring: 0, differences: [] as string[] };
  for (let round = 0; round < given.rounds; round++) {
    writeFileSync(join(folder, 'article-1.txt'), articleNumber(1001 + 10 * round)); // so that there is something to store
    const storing = round % 2 === 0;
    const server = await ServerProcess.start({
      folder,
      storage,
      ...(!storing && { killedAfter: 1 + random(fewestMessages) }),
    });
    const watcher = watch(storage, (_, name) => {
      if (storing && name?.includes('.index.')) server.kill();
    });
    void server.marksOf(uri, gazette);
    await server.until(() => server.status?.indexing === null);
    const how = await server.end();
    watcher.close();
    if (how === 'SIGKILL') seen.kills++;
    if (how === 'SIGKILL' && storing) seen.whileStoring++;
    const marks = await marksOfStart();
    if (marks !== first) seen.differences.push(`round ${round}: ${marks}`);
  }
  return { ...seen, leftOver: readdirSync(storage).filter((name) => !name.endsWith('.index')) };
}
