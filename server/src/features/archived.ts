import { archiveScheme, innerCommands, say } from '../../../protocol/src/index.js';
import type { Candidates } from '../workspace/candidates.js';
import type { ArticleFacts } from '../workspace/facts.js';
import type { Claim, Workspace } from '../workspace/workspace.js';
import { link, type Markdown } from './markdown.js';
import { positionsOf } from './positions.js';
import { outletOf } from './wording.js';

/**
 * What a person must know of the archive beside what is said of a file, and of some claims in it: articles may be there
 * that it has not named. '' where it has named all, or there is no archive.
 */
export function archiveWords(workspace: Workspace, file: string, claims: readonly Claim[] = []): string {
  const named = wordsFor(workspace.named(file));
  if (named !== '') return named;
  return claims.every(({ isComplete }) => isComplete)
    ? ''
    : say`The archive was asked about this article, not about the others: articles in it may say this in other words.`;
}

/** How far an archive has answered, where it has not in full. */
export function wordsFor(state: Candidates['state']): string {
  if (state === 'pending') return say`The archive has not answered yet: articles in it may say this, too.`;
  return state === 'incomplete' ? say`The archive has not answered in full: articles in it may say this, too.` : '';
}

/** The same beside a list of all articles. */
export const archiveWordsOfAll = (workspace: Workspace): string =>
  workspace.isAllNamed ? '' : say`The archive is asked about open articles alone: articles in it may say more.`;

/** A link from a hover to a place of an article: its outlet. One of the archive is opened by a command of the extension. */
export function linkTo(facts: ArticleFacts, start: number): Markdown {
  const { line } = positionsOf(facts).position(start);
  const { file } = facts;
  if (!file.startsWith(`${archiveScheme}:`)) return link(outletOf(facts), `${file}#L${line + 1}`);
  const given = encodeURIComponent(JSON.stringify([file, line]));
  return link(outletOf(facts), `command:${innerCommands.openArchived}?${given}`);
}
