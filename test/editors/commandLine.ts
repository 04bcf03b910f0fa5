import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

/** A copy of the sample newsroom in a place of its own, with `second-source` as a command, as people have it. */
export class Newsroom {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  private readonly place: string;

  constructor() {
    const cli = resolve('dist/cli.js');
    if (!existsSync(cli)) throw new Error('There is no dist/cli.js yet: run `npm run build` first.');
    this.place = realpathSync(mkdtempSync(join(tmpdir(), 'second-source-editors-')));
    this.folder = join(this.place, 'samples');
    cpSync('samples', this.folder, { recursive: true });
    const bin = join(this.place, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'second-source'), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
    chmodSync(join(bin, 'second-source'), 0o755);
    const own = { HOME: this.place, XDG_CACHE_HOME: join(this.place, 'cache') };
    this.env = { ...process.env, ...own, PATH: `${bin}${delimiter}${process.env.PATH}` };
  }

  path(name: string): string {
    return join(this.place, name);
  }

  /** Writes a file beside the newsroom and returns its path. */
  write(name: string, text: string): string {
    const path = this.path(name);
    writeFileSync(path, text);
    return path;
  }

  /** The JSON report of the command line, with paths relative to the newsroom. */
  report(): string {
    const { status, stdout, stderr } = spawnSync('second-source', ['check', '--format', 'json', '.'], {
      cwd: this.folder,
      env: this.env,
      encoding: 'utf8',
    });
    if (status === null || status > 1) throw new Error(`second-source ended with ${status}: ${stderr}`);
    return stdout;
  }

  remove(): void {
    rmSync(this.place, { recursive: true, force: true, maxRetries: 5 });
  }
}
