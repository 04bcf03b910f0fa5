import type { CodeLens } from 'vscode-languageserver';
import { commands, label } from '../../../protocol/src/index.js';
import type { Workspace } from '../workspace/workspace.js';
import { sharedClaims } from './claims.js';
import { positionsOf } from './positions.js';
import { plural } from './wording.js';

/** Above the headline: *14 claims elsewhere · 3 contested*. Nothing where nothing is shared. */
export function codeLensOf(workspace: Workspace, file: string, clickable: boolean): CodeLens[] {
  const reading = workspace.readingOf(file);
  const shared = sharedClaims(workspace, file);
  const [headline] = reading?.article.paragraphs ?? [];
  if (reading === undefined || headline === undefined || shared.length === 0) return [];
  const contested = shared.filter(({ verdict }) => verdict === 'contested').length;
  const title = label`${plural(shared.length, 'claim')} elsewhere${contested === 0 ? '' : ` · ${contested} contested`}`;
  const command = clickable ? { command: commands.showCorroboration, arguments: [file] } : { command: '' };
  return [{ range: positionsOf(reading.article).range(headline), command: { title, ...command } }];
}
