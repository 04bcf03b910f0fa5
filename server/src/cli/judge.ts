import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Judge, NoJudge, Pair } from '../judge/judge.js';
import { messageOf } from '../sync/files.js';
import { Judging } from '../sync/judging.js';
import { judgeCard, startJudge } from '../sync/node/judgeThread.js';
import { nodeIndexStore } from '../sync/node/nodeIndexStore.js';
import { emptySnapshot } from '../workspace/store/snapshot.js';
import type { Workspace } from '../workspace/workspace.js';

/** Fewer pairs are read before another thread has loaded its judge. Chosen. */
const worthThreads = 200;

/** Judges at hand: with --watch there is work for them again and again. */
const started: Promise<Judge | NoJudge>[] = [];
/** Why they are of no use any more, a sentence: it holds for as long as this runs. */
let loss: readonly string[] = [];

/**
 * The second look at everything that is related, by so many threads. What is said of a pair of sentences is kept for the
 * next run, by digests alone. Returns what a person should know, a sentence each.
 */
export async function judgeAll(workspace: Workspace, threads: number): Promise<readonly string[]> {
  if (workspace.unjudged(1).length === 0) return loss;
  const store = nodeIndexStore(cacheFolder(), () => `opinions ${judgeCard()} ${program()}`);
  workspace.recall(await store.load());
  const waiting = workspace.unjudged(worthThreads).length;
  if (waiting === 0) return loss;
  const lost = (reason: string): void => {
    workspace.withoutJudge();
    loss = [`Claims are compared by their words alone: ${reason}`];
  };
  while (started.length < (waiting < worthThreads ? 1 : threads)) started.push(startJudge());
  const judges = await Promise.all(started);
  const [first] = judges;
  if (first === undefined || 'error' in first) lost(first?.error ?? 'there is no judge');
  else {
    const judging = new Judging(together(judges.filter(isJudge)), {
      workspace: () => workspace,
      first: () => [],
      all: () => true,
      changed: () => undefined,
      failed: (error) => lost(messageOf(error)),
    });
    await judging.wake();
  }
  const unkept = await store.save({ ...emptySnapshot, opinions: workspace.opinions() }).then(
    () => [],
    (error: unknown) => [`What was compared is not kept for the next run: ${messageOf(error)}`],
  );
  return [...loss, ...unkept];
}

/** What is compared exactly beside the judge (`Slots`) is kept with its opinions, and holds for this very program. */
const program = (): string => readFileSync(__filename, 'utf8');

const isJudge = (judge: Judge | NoJudge): judge is Judge => !('error' in judge);

/** Each takes a share of the pairs. */
const together = (judges: readonly Judge[]) => ({
  async judge(pairs: readonly Pair[]) {
    const share = Math.ceil(pairs.length / judges.length);
    const parts = await Promise.all(judges.map((judge, k) => judge.judge(pairs.slice(k * share, (k + 1) * share))));
    return parts.flat();
  },
});

/** Where programs of a person keep what they can find out again. */
function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'second-source');
}
