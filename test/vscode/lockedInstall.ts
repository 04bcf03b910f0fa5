import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Something that the tests in VS Code need is not to be had on this machine. The message says what would help. */
export class Unavailable extends Error {}

/**
 * Installs a folder that holds a package.json and its lock, once for all checkouts, and returns where.
 *
 * The copy's name is a hash of the folder and the platform: a changed lock installs anew, an old one stays valid.
 * SECOND_SOURCE_TEST_CACHE moves the cache. No install script of a package runs. `finish` completes the copy before
 * others see it. Throws Unavailable where npm cannot bring it.
 */
export function lockedInstall(
  what: string,
  folder: string,
  finish: (installed: string) => void = () => undefined,
): string {
  const inputs = filesBelow(folder);
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const input of inputs) hash.update(input).update(readFileSync(join(folder, input)));
  const target = join(cacheFolder(), hash.digest('hex').slice(0, 16));
  const isReady = () => existsSync(join(target, 'ready'));
  if (isReady()) return target;

  console.log(`Installing ${what} from npm into ${target} …`);
  const draft = `${target}.${process.pid}`;
  try {
    for (const input of inputs) {
      mkdirSync(dirname(join(draft, input)), { recursive: true });
      cpSync(join(folder, input), join(draft, input));
    }
    npmInstall(draft);
    finish(draft);
    writeFileSync(join(draft, 'ready'), '');
    rmSync(target, { recursive: true, force: true }); // half an install of an interrupted run
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!isReady()) throw new Unavailable(`${what} could not be installed from npm: ${messageOf(error)}`); // else another run was faster
  }
  return target;
}

/** Where what the tests install is kept between runs and checkouts. */
export function cacheFolder(): string {
  const { SECOND_SOURCE_TEST_CACHE: chosen, XDG_CACHE_HOME: cache = join(homedir(), '.cache') } = process.env;
  return chosen ?? join(cache, 'second-source-tests');
}

/** The command's standard output. Throws with the end of what it printed when it fails. */
export function output(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; shell?: boolean } = {},
) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (error) throw error;
  if (status !== 0)
    throw new Error(`${command} ${args[0]} ended with ${status}\n${(stdout + stderr).trim().slice(-2000)}`);
  return stdout;
}

function npmInstall(cwd: string): void {
  // Engine warnings speak of the Node that runs npm here, not of the one that will run VS Code.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  const retries = ['--fetch-retries=3', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  // On Windows npm is a .cmd file, which only a shell starts.
  output('npm', ['ci', ...quiet, ...retries], {
    cwd,
    env: { ...process.env, NODE_ENV: '' },
    shell: process.platform === 'win32',
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
