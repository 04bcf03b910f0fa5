import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { checkAll, corroboration, figureTable, findClaim, rebuildIndex } from '../../protocol/src/index.js';
import { articleNumber, randomOf } from '../process/kills.js';
import { shared } from '../session/articles.js';
import { Session, uriOf } from '../session/session.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

export interface Day {
  readonly edits: number;
  /** What else people did, by kind. */
  readonly done: Readonly<Record<string, number>>;
  /** Bytes in use at ten moments, after everything that nobody needs was collected. */
  readonly memory: readonly number[];
  /** Files whose marks are not those that a rebuild gives. */
  readonly differences: readonly string[];
  /** What the server logged: nothing, on a good day. */
  readonly log: readonly string[];
}

/** Moments at which memory is measured. */
const moments = 10;
/** Edits between two answers: as fast as somebody types who reads in between. */
const editsAtOnce = 10;
const openAtOnce = 6;

/**
 * A day of editing: somebody opens articles, types, saves, closes, looks at who else says it, files come, change and go on
 * the disk, and settings change. The same for one seed.
 */
export async function day(given: {
  files: number;
  edits: number;
  seed: number;
  told?: (edits: number, bytes: number) => void;
}): Promise<Day> {
  const random = randomOf(given.seed);
  const texts = new Map(Array.from({ length: given.files }, (_, i) => [`article-${i}.txt`, articleNumber(i)]));
  const session = await Session.indexed({ files: Object.fromEntries(texts), delay: 150 });
  const open: string[] = [];
  const done: Record<string, number> = {};
  const memory: number[] = [];
  const anyName = (): string => `article-${random(given.files)}.txt`;

  const close = async (): Promise<void> => {
    const name = open.shift();
    if (name !== undefined) await session.close(name);
  };
  const openOne = async (): Promise<void> => {
    const name = anyName();
    const text = session.disk.texts.get(uriOf(name));
    if (open.includes(name) || text === undefined) return;
    if (open.length === openAtOnce) await close();
    await session.open(name, text);
    open.push(name);
  };
  const chosen = (): string => open[random(open.length)] as string;
  const acts: readonly (readonly [string, number, () => Promise<unknown>])[] = [
    ['opened', 8, openOne],
    ['closed', 3, close],
    ['hovered', 30, () => session.at('textDocument/hover', chosen(), 'A source close')],
    ['looked for corroboration', 6, () => session.ask(corroboration, { uri: uriOf(chosen()) })],
    ['looked for a claim', 1, () => session.ask(findClaim, { text: shared, archive: false })],
    ['compared figures', given.files > 500 ? 0 : 1, () => session.ask(figureTable, null)],
    ['changed on disk', 3, () => session.onDisk({ [anyName()]: articleNumber(random(given.files)) })],
    ['went', 1, () => session.onDisk({ [anyName()]: null })],
    ['came', 1, () => session.onDisk({ [anyName()]: articleNumber(random(given.files)) })],
  ];
  const byWeight = acts.flatMap((act) => Array.from({ length: act[1] }, () => act));
  const act = async (): Promise<void> => {
    const [what, , does] = byWeight[random(byWeight.length)] as (typeof acts)[number];
    if (open.length === 0) await openOne();
    if (open.length === 0) return;
    await does();
    done[what] = (done[what] ?? 0) + 1;
  };
  const type = async (): Promise<void> => {
    if (open.length === 0) return;
    // one word more and, some time later, one less: texts stay as long as they were
    const name = chosen();
    const [old, words] = session.textOf(name).includes('it was said')
      ? ['it was said', 'he said']
      : ['The mayor', 'The mayor, it was said,'];
    const [from, to] = session.textOf(name).includes(old) ? [old, words] : ['The', 'The mayor'];
    await session.replace(name, from, to);
  };

  for (let edits = 0; edits < given.edits; edits += editsAtOnce) {
    for (let i = 0; i < editsAtOnce; i++) await type();
    await act();
    if ((edits + editsAtOnce) % (given.edits / moments) < editsAtOnce) {
      await session.changeSettings(() => ({ limits: { files: given.files + edits } }));
      await rebuilt(session);
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      memory.push(heapUsed + arrayBuffers);
      given.told?.(edits + editsAtOnce, heapUsed + arrayBuffers);
    }
  }
  const differences = await compared(session);
  await session.end();
  return { edits: given.edits, done, memory, differences, log: session.log };
}

/** Reads everything anew, to the end: settings that changed just before start a build that takes the place of this one. */
async function rebuilt(session: Session): Promise<void> {
  while ((await session.ask(rebuildIndex, null)).indexing !== null);
  await session.settled();
}

/** Files whose marks change when everything is read anew. */
async function compared(session: Session): Promise<string[]> {
  const all = async (): Promise<Map<string, string>> => {
    await session.ask(checkAll, { onlyOpen: false });
    await session.settled();
    return new Map([...session.published].map(([file, { diagnostics }]) => [file, JSON.stringify(diagnostics)]));
  };
  const before = await all();
  await rebuilt(session);
  const after = await all();
  return [...before.keys()].filter((file) => before.get(file) !== after.get(file));
}

/** How much more memory was in use at any moment after the warm-up (a fifth of the day) than at its end, as a share. */
export function growth(memory: readonly number[]): number {
  const warm = memory[Math.floor(memory.length / 5)] as number;
  return Math.max(...memory.slice(memory.length / 5)) / warm - 1;
}
