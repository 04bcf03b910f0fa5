import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import type { Workspace } from '../workspace/workspace.js';
import { positionsOf } from './positions.js';

/** Runs of page furniture by their first and last line, both from 0. */
function runsOf(workspace: Workspace, file: string): { first: number; last: number }[] {
  const article = workspace.readingOf(file)?.article;
  if (article === undefined) return [];
  const positions = positionsOf(article);
  const runs: { first: number; last: number; end: number }[] = [];
  for (const { start, end } of article.furniture) {
    const [first, last] = [positions.position(start).line, positions.position(end).line];
    const run = runs[runs.length - 1];
    if (run !== undefined && article.text.slice(run.end, start).trim() === '') Object.assign(run, { last, end });
    else runs.push({ first, last, end });
  }
  return runs;
}

/** Menus, links to other stories, comments: an editor can fold them. */
export const foldingRangesOf = (workspace: Workspace, file: string): FoldingRange[] =>
  runsOf(workspace, file)
    .filter(({ first, last }) => last > first)
    .map(({ first, last }) => ({ startLine: first, endLine: last, kind: FoldingRangeKind.Comment }));
