import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { URI } from 'vscode-uri';
import { keyOf } from '../sync/uris.js';
import { CliError } from './error.js';
import type { NamedFile } from './named.js';

/**
 * The paths of the files that differ from a commit, or are not known to git yet; what has no file is always among them.
 * Git is asked, and nothing else is ever started.
 * @throws CliError where there is no git, no repository around a file, or no such commit in it.
 */
export async function changedSince(revision: string, files: readonly NamedFile[]): Promise<ReadonlySet<string>> {
  const repositories = new Map<string, Changes>();
  const changed = new Set<string>();
  for (const { path, uri, content } of files) {
    if (content !== undefined) changed.add(path);
    else if ((await changesAround(uri, revision, repositories)).has(uri)) changed.add(path);
  }
  return changed;
}

/** What differs in one repository: files, and folders that git does not look into, by URI. */
class Changes {
  private readonly files: ReadonlySet<string>;
  private readonly folders: readonly string[];

  constructor(top: string, paths: readonly string[]) {
    this.files = new Set(paths.map((path) => uriOf(join(top, path))));
    this.folders = paths
      .filter((path) => path.endsWith('/'))
      .map((path) => `${uriOf(join(top, path, 'x')).slice(0, -1)}`);
  }

  has = (uri: string): boolean => this.files.has(uri) || this.folders.some((folder) => uri.startsWith(folder));
}

const uriOf = (path: string): string => keyOf(URI.file(path).toString());

/** The changes of the repository that holds a file; `known` are those asked for before, by the URI of their folder. */
async function changesAround(uri: string, revision: string, known: Map<string, Changes>): Promise<Changes> {
  const around = [...known.keys()].filter((top) => uri.startsWith(`${top}/`)).sort((a, b) => b.length - a.length)[0];
  if (around !== undefined) return known.get(around)!;
  const top = (await git(join(URI.parse(uri).fsPath, '..'), 'rev-parse', '--show-toplevel')).trimEnd();
  const commit = await git(top, 'rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`);
  const differing = [
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--no-ext-diff',
    '--no-textconv',
    commit.trim(),
    '--',
  ];
  const unknown = ['ls-files', '--others', '--exclude-standard', '-z'];
  const paths = await Promise.all([git(top, ...differing), git(top, ...unknown)]);
  const changes = new Changes(top, paths.flatMap((list) => list.split('\0')).filter(Boolean));
  known.set(uriOf(top), changes);
  return changes;
}

/** No watcher of files that the repository names is started, and nothing is written into it. */
const harmless = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];

async function git(folder: string, ...args: readonly string[]): Promise<string> {
  // on Windows a program of this name in the folder would go before the one that is installed
  process.env.NoDefaultCurrentDirectoryInExePath = '1';
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', folder, ...harmless, ...args], {
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
      maxBuffer: 1 << 28,
      windowsHide: true,
    });
    return stdout;
  } catch (error) {
    throw new CliError(`--since asks git, which says: ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'it is not installed';
  return 'stderr' in error && String(error.stderr).trim() !== '' ? String(error.stderr).trim() : error.message;
}
