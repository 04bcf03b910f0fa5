import type { Opinion } from '../core/relations/opinion.js';
import type { Candidate } from '../workspace/candidates.js';
import { type ArticleFacts, LentFacts } from '../workspace/facts.js';
import { afterReading, type FoundEverywhere, inOneLine } from '../workspace/find.js';
import { textIn } from '../workspace/keptText.js';
import { PathEnds } from '../workspace/store/pathEnds.js';
import type { Workspace } from '../workspace/workspace.js';
import { archivedPath } from './archive.js';
import type { SecondReader } from './judging.js';

/** Different sentences that the judge reads of what was found: a tenth or two of a second, while somebody waits. Chosen. */
const mostRead = 12;

/**
 * Where a typed or selected claim is contradicted, as far as the judge says so, and where it may be asserted; both
 * likeliest first. `archived`: articles that are searched, too. Without a judge, or where it is lost over the question,
 * nothing that was found is missing. The judge is asked for only where something was found: it takes a second to start.
 */
export async function findClaim(
  workspace: Workspace,
  text: string,
  judgeFor: () => SecondReader | null | Promise<SecondReader | null>,
  archived: readonly Candidate[] = [],
): Promise<FoundEverywhere> {
  const elsewhere = articlesBeside(workspace, archived);
  const found = workspace.find(text, [...elsewhere.values()]);
  const judge = found.length === 0 ? null : await judgeFor();
  if (judge === null) return { found, elsewhere };
  const sentences = [...new Set(found.map(({ sentence }) => sentence))].slice(0, mostRead);
  try {
    const asked = inOneLine(text);
    const opinions = await judge.judge(sentences.map((sentence) => ({ a: asked, b: sentence })));
    const read = new Map(sentences.map((one, k): [string, Opinion] => [one, opinions[k]!]));
    return { found: afterReading(found, read), elsewhere };
  } catch {
    return { found, elsewhere }; // `Judging` says that the judge is lost
  }
}

/** The articles of an archive that a folder does not have, by their keys: one that lies in both is told of once. */
function articlesBeside(workspace: Workspace, archived: readonly Candidate[]): Map<string, ArticleFacts> {
  const articles = new Map<string, ArticleFacts>();
  if (archived.length === 0) return articles;
  const ends = new PathEnds();
  for (const file of workspace.files()) ends.add(file, workspace.pathOf(file));
  for (const { facts, copies } of archived)
    for (const { file, text } of copies) {
      const path = archivedPath(file) ?? file;
      if (text !== null && !ends.hasEnding(path)) articles.set(file, new LentFacts(facts, file, path, textIn(text)));
    }
  return articles;
}
