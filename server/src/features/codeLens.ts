import type { CodeLens } from 'vscode-languageserver';
import { commands, label } from '../../../protocol/src/index.js';
import type { Workspace } from '../workspace/workspace.js';
import { claimsSeenFrom } from './claims.js';
import { positionsOf } from './positions.js';
import { plural } from './wording.js';

/** Above the headline: *14 claims elsewhere · 3 contested*. Nothing where nothing is shared. */
export function codeLensOf(workspace: Workspace, file: string, clickable: boolean): CodeLens[] {
  const reading = workspace.readingOf(file);
  const seen = claimsSeenFrom(workspace, file);
  const [headline] = reading?.article.paragraphs ?? [];
  if (reading === undefined || headline === undefined || seen.length === 0) return [];
  const contested = seen.filter(({ claim }) => claim.verdict === 'contested').length;
  const title = label`${plural(seen.length, 'claim')} elsewhere${contested === 0 ? '' : ` · ${contested} contested`}`;
  const command = clickable ? { command: commands.showCorroboration, arguments: [file] } : { command: '' };
  return [{ range: positionsOf(reading.article).range(headline), command: { title, ...command } }];
}
