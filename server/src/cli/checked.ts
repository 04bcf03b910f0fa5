import type { Skipped } from '../core/article/article.js';
import type { Reading } from '../core/reading.js';
import type { Finding } from '../core/rules/rule.js';
import { shownFindings } from '../settings/settings.js';
import type { Claim, CrossReference } from '../workspace/workspace.js';
import type { Loaded } from './loadWorkspace.js';

export interface CheckedFile {
  readonly file: string;
  readonly reading: Reading | Skipped;
  /** In order of place, as the settings of its folder let them stand; empty for a skipped file. */
  readonly findings: readonly Finding[];
}

/** Everything a format may print about some folders, asked of the workspace once. */
export interface Checked {
  /** In order of path. */
  readonly files: readonly CheckedFile[];
  readonly crossReferences: readonly CrossReference[];
  readonly possible: readonly CrossReference[];
  readonly claims: readonly Claim[];
}

export function check({ workspace, unread, settings }: Loaded): Checked {
  const crossReferences = workspace.crossReferences();
  const ofFile = new Map(workspace.files().map((file): [string, CrossReference[]] => [file, []]));
  for (const reference of crossReferences)
    for (const { file } of [reference.a, reference.b]) ofFile.get(file)?.push(reference);
  const read = [...ofFile].map(([file, references]) => ({
    file,
    reading: workspace.get(file) ?? { skipped: 'It was not read.' },
    findings: shownFindings(workspace.findings(file, references), settings(file)),
  }));
  const skipped = [...unread].map(([file, reason]) => ({ file, reading: { skipped: reason }, findings: [] }));
  return {
    files: [...read, ...skipped].sort((a, b) => (a.file < b.file ? -1 : 1)),
    crossReferences,
    possible: workspace.possible(),
    claims: workspace.claims(),
  };
}

export const isArticle = (reading: Reading | Skipped): reading is Reading => !('skipped' in reading);
