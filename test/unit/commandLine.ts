import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** What a run of the command line said, as it is built: `npm run test:unit` builds first. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of a run: colours would come in CI even where nobody watches, and what was compared is kept in `folder`. */
export const environmentIn = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  NO_COLOR: '1',
  XDG_CACHE_HOME: join(folder, '.cache'),
});

export const script = resolve('dist/cli.js');

export function runCommand(folder: string, args: readonly string[], given: { input?: string; cwd?: string } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: environmentIn(folder),
    ...given,
  });
  return { status, stdout, stderr };
}
