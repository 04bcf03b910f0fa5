import type { Workspace } from '../workspace/workspace.js';
import { report } from './report.js';
import { text } from './text.js';

/** What a format makes of a workspace. */
export interface Printed {
  readonly output: string;
  readonly warnings: number;
}

const countWarnings = (workspace: Workspace): number =>
  workspace
    .files()
    .reduce((sum, file) => sum + workspace.findings(file).filter((f) => f.severity === 'warning').length, 0);

/** Every format of `check`, by the name given to --format. */
export const formats = {
  text: (workspace: Workspace): Printed => ({ output: text(workspace), warnings: countWarnings(workspace) }),
  json: (workspace: Workspace): Printed => ({
    output: `${JSON.stringify(report(workspace))}\n`,
    warnings: countWarnings(workspace),
  }),
} as const;
