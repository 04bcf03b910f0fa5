import { spawn } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { atExit } from './atExit.js';
import { lockedInstall, output } from './lockedInstall.js';
import type { Profile } from './profile.js';

/** A running VS Code server; its workbench is at `url`. */
export interface Server {
  readonly port: number;
  readonly url: string;
  stop(): Promise<void>;
}

/** How to start VS Code's server. */
export interface Build {
  readonly node: string;
  readonly main: string;
}

// An interrupted run ends like any other, so that what it started ends with it.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(1));

/**
 * VS Code itself (server, web workbench, extension host) out of the npm package code-server; its wrapper with accounts
 * and passwords is not used. Throws Unavailable where it cannot be installed.
 */
export function vscodeBuild(): Build {
  return buildIn(
    lockedInstall('VS Code (about 470 MB)', join('test', 'vscode', 'install'), (folder) => {
      // The workbench fetches wasm from below VS Code's own folder, and the server's packages must be found there too.
      symlinkSync('../../..', join(folder, 'node_modules/code-server/lib/vscode/node_modules'), 'junction');
      const { node, main } = buildIn(folder);
      output(node, [main, '--version', '--server-data-dir', join(folder, 'data')]);
    }),
  );
}

/** VS Code asks for a newer Node than this project does: the lock brings one where npm has it. */
function buildIn(folder: string): Build {
  const packaged = join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  return {
    node: existsSync(packaged) ? packaged : process.execPath,
    main: join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

/** Installs a packaged extension into a profile, as a person would from the file. */
export function installExtension(build: Build, profile: Profile, vsix: string): void {
  const args = [build.main, '--install-extension', vsix, '--force', ...folders(profile)];
  output(build.node, args, { env: environment(profile) });
}

/** Starts VS Code on a free port of this machine alone. */
export async function startServer(
  build: Build,
  profile: Profile,
  extra: { args?: string[]; env?: Record<string, string> } = {},
) {
  const args = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--accept-server-license-terms'];
  const quiet = ['--telemetry-level', 'off', '--disable-workspace-trust'];
  const child = spawn(build.node, [build.main, ...args, ...quiet, ...folders(profile), ...(extra.args ?? [])], {
    env: { ...environment(profile), ...extra.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let log = '';
  const port = await new Promise<number>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      log += chunk.toString();
      const listening = /Extension host agent listening on (\d+)/.exec(log);
      if (listening) resolve(Number(listening[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`VS Code's server ended with ${code}:\n${log}`)));
    setTimeout(() => reject(new Error(`VS Code's server did not start in 60 s:\n${log}`)), 60_000).unref();
  });

  // The server leads a process group: extension host, file watcher and language server end with it, whatever happens here.
  const alive = () => child.exitCode === null && child.signalCode === null;
  const signal = (name: NodeJS.Signals) => child.pid !== undefined && alive() && process.kill(-child.pid, name);
  const kill = atExit(() => signal('SIGKILL'));
  const stop = async () => {
    if (!alive()) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    signal('SIGTERM');
    const impatience = setTimeout(kill, 5000);
    await gone;
    clearTimeout(impatience);
  };
  return { port, url: `http://127.0.0.1:${port}`, stop } satisfies Server;
}

function folders(profile: Profile): string[] {
  return [
    '--user-data-dir',
    profile.userData,
    '--extensions-dir',
    profile.extensions,
    '--builtin-extensions-dir',
    profile.builtin,
  ];
}

/** Variables of an outer VS Code would change the server, an empty gallery keeps it off the network. */
function environment(profile: Profile): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_)/.test(name));
  return {
    ...Object.fromEntries(inherited),
    HOME: profile.folder,
    USERPROFILE: profile.folder,
    EXTENSIONS_GALLERY: '{}',
  };
}
