import type { Skipped } from '../core/article/article.js';
import type { Reading } from '../core/reading.js';
import type { Finding } from '../core/rules/rule.js';
import { shownFindings } from '../settings/settings.js';
import type { Claim, CrossReference } from '../workspace/workspace.js';
import type { Loaded } from './loadWorkspace.js';

export interface CheckedFile {
  readonly file: string;
  readonly reading: Reading | Skipped;
  /** The file that speaks for its many copies, of which this is one: all that is said of it holds here. */
  readonly copyOf: string | null;
  /** In order of place, as the settings of its folder let them stand; empty for a skipped file and a copy. */
  readonly findings: readonly Finding[];
}

/** Everything a format may print about some folders, asked of the workspace once. */
export interface Checked {
  /** In order of path. */
  readonly files: readonly CheckedFile[];
  readonly crossReferences: readonly CrossReference[];
  readonly possible: readonly CrossReference[];
  readonly claims: readonly Claim[];
  /** Files with one text under one name and outlet, in order of path. */
  readonly copies: readonly (readonly string[])[];
}

export function check({ workspace, unread, settings }: Loaded): Checked {
  const crossReferences = workspace.crossReferences();
  const ofFile = new Map(workspace.files().map((file): [string, CrossReference[]] => [file, []]));
  for (const reference of crossReferences)
    for (const { file } of [reference.a, reference.b]) ofFile.get(file)?.push(reference);
  const read = [...ofFile].map(([file, references]): CheckedFile => {
    const reading = workspace.get(file) ?? { skipped: 'It was not read.' };
    const voice = workspace.voiceOf(file);
    if (voice !== file && workspace.textOf(voice) === workspace.textOf(file))
      return { file, reading, copyOf: voice, findings: [] };
    const told = workspace.speaks(file) ? references : workspace.crossReferences(file);
    return { file, reading, copyOf: null, findings: shownFindings(workspace.findings(file, told), settings(file)) };
  });
  const skipped = [...unread].map(([file, reason]): CheckedFile => {
    return { file, reading: { skipped: reason }, copyOf: null, findings: [] };
  });
  return {
    files: [...read, ...skipped].sort((a, b) => (a.file < b.file ? -1 : 1)),
    crossReferences,
    possible: workspace.possible(),
    claims: workspace.claims(),
    copies: workspace.copies(),
  };
}

export const isArticle = (reading: Reading | Skipped): reading is Reading => !('skipped' in reading);
