import { type FileStatus, label, said } from '../../../protocol/src/index.js';
import { leftOutOf } from '../core/article/furniture.js';
import { datesOf } from '../core/article/metadata.js';
import type { Remark } from '../reviews/review.js';
import type { Settings } from '../settings/settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { summaryOf } from './summary.js';
import { titleOf } from './wording.js';

/** What the server knows of a file; `unread`: why it was not even read, where it was not. */
export function fileStatusOf(
  workspace: Workspace,
  file: string,
  unread: string | undefined,
  settings: Settings,
  remarks: readonly Remark[],
): FileStatus {
  if (unread !== undefined) return { kind: 'skipped', reason: label`${unread}` };
  const reading = workspace.get(file);
  if (reading === undefined) return { kind: 'unknown' };
  if ('skipped' in reading) return { kind: 'skipped', reason: label`${said(reading.skipped)}` };
  const { metadata } = reading.article;
  const known = (words: string | null) => (words === null ? null : label`${words}`);
  return {
    kind: 'article',
    title: label`${titleOf(reading.article)}`,
    outlet: known(metadata.outlet),
    date: known(datesOf(metadata)),
    leftOut: label`${leftOutOf(reading.article)}`,
    summary: summaryOf(workspace, file, reading, settings, remarks),
  };
}
