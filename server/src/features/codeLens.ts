import type { CodeLens } from 'vscode-languageserver';
import { commands, label } from '../../../protocol/src/index.js';
import type { Remark } from '../reviews/review.js';
import type { Settings } from '../settings/settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { sharedClaims } from './claims.js';
import { positionsOf } from './positions.js';
import { summaryOf } from './summary.js';
import { plural } from './wording.js';

/** Above the headline: *5 to question · 2 unnamed sources · 3 contested · 14 claims elsewhere*. Nothing where there is nothing. */
export function codeLensOf(
  workspace: Workspace,
  file: string,
  clickable: boolean,
  settings: Settings,
  remarks: readonly Remark[] = [],
): CodeLens[] {
  const reading = workspace.readingOf(file);
  const [headline] = reading?.article.paragraphs ?? [];
  if (reading === undefined || headline === undefined) return [];
  const shared = sharedClaims(workspace, file).length;
  const { words } = summaryOf(workspace, file, reading, settings, remarks);
  const parts = [words, shared === 0 ? '' : plural(shared, 'claim elsewhere')].filter(Boolean);
  if (parts.length === 0) return [];
  const command = clickable ? { command: commands.showCorroboration, arguments: [file] } : { command: '' };
  return [
    {
      range: positionsOf(reading.article).range(headline),
      command: { title: label`${parts.join(' · ')}`, ...command },
    },
  ];
}
