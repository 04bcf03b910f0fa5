import type { Opinion } from '../core/relations/opinion.js';
import { afterReading, type Found, inOneLine } from '../workspace/find.js';
import type { Workspace } from '../workspace/workspace.js';
import type { SecondReader } from './judging.js';

/** Different sentences that the judge reads of what was found: a tenth or two of a second, while somebody waits. Chosen. */
const mostRead = 12;

/**
 * Where a typed or selected claim is contradicted, as far as the judge says so, and where it may be asserted; both
 * likeliest first. Without a judge, or where it is lost over the question, nothing that was found is missing. The judge is
 * asked for only where something was found: it takes a second to start.
 */
export async function findClaim(
  workspace: Workspace,
  text: string,
  judgeFor: () => SecondReader | null | Promise<SecondReader | null>,
): Promise<Found[]> {
  const found = workspace.find(text);
  const judge = found.length === 0 ? null : await judgeFor();
  if (judge === null) return found;
  const sentences = [...new Set(found.map(({ sentence }) => sentence))].slice(0, mostRead);
  try {
    const asked = inOneLine(text);
    const opinions = await judge.judge(sentences.map((sentence) => ({ a: asked, b: sentence })));
    return afterReading(found, new Map(sentences.map((one, k): [string, Opinion] => [one, opinions[k]!])));
  } catch {
    return found; // `Judging` says that the judge is lost
  }
}
