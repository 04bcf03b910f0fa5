import type { Tagger } from '../core/attribution/index.js';
import type { Judge } from '../judge/judge.js';
import { startJudge } from '../sync/node/judgeThread.js';
import { loadModels } from '../sync/node/models.js';
import { tell } from './terminal.js';

/** The tagger; `null` where its weights are missing, which is told. */
export function tagger(): Tagger | null {
  const { tagger, notices } = loadModels();
  notices.forEach(tell);
  return tagger;
}

/** The judge for a claim that was typed; `null` where there is none, which is told. */
export async function judge(): Promise<Judge | null> {
  const judge = await startJudge();
  if (!('error' in judge)) return judge;
  tell(`What contradicts the claim is not told: ${judge.error}`);
  return null;
}
