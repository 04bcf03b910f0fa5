import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { changeProject, undoProject } from '../../protocol/src/index.js';
import { parseProject } from '../../server/src/settings/project.js';
import { gazette } from '../session/articles.js';
import { randomOf } from './kills.js';
import { ServerProcess } from './serverProcess.js';

export interface KilledChanging {
  readonly kills: number;
  readonly acknowledged: number;
  /** Acknowledged changes that the project file did not say after a kill. */
  readonly lost: readonly string[];
  /** What was wrong with the project file after a kill. */
  readonly damaged: readonly string[];
  /** Files that a last, undisturbed change leaves unfinished. */
  readonly leftOver: readonly string[];
}

/**
 * Kills servers while they change a project file and take changes back: the moment one begins to write, or some writes
 * later. Looks after each at what is on the disk.
 */
export async function killedChanging(place: string, rounds: number, seed: number): Promise<KilledChanging> {
  const folder = join(place, 'shared');
  const path = join(folder, '.secondsource.json');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'gazette.txt'), gazette);
  const uri = pathToFileURL(join(folder, 'gazette.txt')).href;
  const random = randomOf(seed);
  const acknowledged = new Set<string>();
  const seen = { kills: 0, lost: [] as string[], damaged: [] as string[] };
  const side = (name: string) => ({ uri, change: { kind: 'side', name } }) as const;
  for (let round = 0; round < rounds; round++) {
    const server = await ServerProcess.indexed({ folder });
    let left = 1 + random(10);
    const watcher = watch(folder, (_, name) => {
      if (name?.startsWith('.secondsource.json') && --left === 0) server.kill();
    });
    const changing = Array.from({ length: 4 }, async (_, i) => {
      await server.ask(changeProject, side(`League ${round}.${i}`));
      acknowledged.add(`League ${round}.${i}`);
    });
    // one comes and goes: whatever the server was at, the others must stay
    const undoing = Promise.all(changing).then(async () => {
      await server.ask(changeProject, side('Nobody'));
      await server.ask(undoProject, null);
    });
    await Promise.race([Promise.allSettled([undoing]), server.ended]);
    server.kill();
    if ((await server.ended) === 'SIGKILL') seen.kills++;
    watcher.close();
    const { project, damages } = parseProject(existsSync(path) ? readFileSync(path, 'utf8') : '');
    seen.damaged.push(...damages.map(({ reason }) => reason));
    const parties = new Set((project?.settings.parties ?? []) as string[]);
    seen.lost.push(...[...acknowledged].filter((name) => !parties.has(name)));
  }
  const server = await ServerProcess.indexed({ folder });
  await server.ask(changeProject, side('The last'));
  await server.end();
  const leftOver = readdirSync(folder).filter((name) => name.startsWith('.secondsource.json.'));
  return { ...seen, acknowledged: acknowledged.size, leftOver };
}
