import { line } from '../../../protocol/src/index.js';
import { messageOf } from '../sync/files.js';
import type { Loaded } from './loadWorkspace.js';

/** Exit statuses, as CI reads them. */
export const status = { clean: 0, warnings: 1, failed: 2, incomplete: 3 } as const;

/** Says something on standard error. */
export const tell = (words: string): boolean => process.stderr.write(`second-source: ${line(words)}\n`);

/** Says on standard error why something failed: a line for each of its sentences. */
export const tellFailure = (error: unknown): void => {
  for (const words of messageOf(error).split('\n')) tell(words);
};

/** Says on standard error what was not read; returns whether there was any. */
export function tellUnread({ problems, unread, notices }: Loaded): boolean {
  notices.forEach(tell);
  problems.forEach(tell);
  for (const [path, reason] of unread) tell(`${path}: ${reason}`);
  return problems.length + unread.size > 0;
}
