import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { Readers } from '../core/reading.js';
import { rulesOnly } from '../core/reading.js';
import { Workspace } from '../workspace/workspace.js';
import { CliError } from './error.js';

/** What a folder is searched for; a file named outright is read whatever its ending. */
export const articleEndings = new Set(['.txt', '.md', '.article', '.news']);

const largestFile = 4 * 1024 * 1024;
/** Files read at once. */
const batch = 32;

/**
 * Reads all articles under the paths into a workspace keyed by path, with forward slashes, as a person would type them.
 * @throws CliError where a path does not exist or holds no text file.
 */
export async function loadWorkspace(paths: readonly string[], readers: Readers = rulesOnly): Promise<Workspace> {
  const files = [...new Set((await Promise.all(paths.map(filesUnder))).flat())].sort();
  if (files.length === 0)
    throw new CliError(`no article files in ${paths.join(', ')}: looked for ${[...articleEndings].join(', ')}`);
  // every reading is printed, and rules look across: none is worth reading twice
  const workspace = new Workspace(readers, { keeps: Number.POSITIVE_INFINITY });
  const bar = new SingleBar({
    format: 'reading {bar} {value}/{total}',
    stream: process.stderr,
    noTTYOutput: false,
    clearOnComplete: true,
    hideCursor: true,
  });
  const long = files.length > 100 && process.stderr.isTTY;
  if (long) bar.start(files.length, 0);
  for (let i = 0; i < files.length; i += batch) {
    const some = files.slice(i, i + batch);
    const texts = await Promise.all(some.map(readText));
    some.forEach((file, k) => {
      workspace.set(file, texts[k] as string);
    });
    if (long) bar.increment(some.length);
  }
  if (long) bar.stop();
  return workspace;
}

async function filesUnder(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => {
    throw new CliError(`${path}: no such file or folder`);
  });
  if (!found.isDirectory()) return [slashed(path)];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && articleEndings.has(extname(entry.name).toLowerCase()))
    .map((entry) => slashed(join(entry.parentPath, entry.name)))
    .filter((file) => !/(?:^|\/)(?:node_modules|\.[^/.][^/]*)\//.test(file));
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file);
  if (bytes.length > largestFile)
    throw new CliError(
      `${file}: ${Math.round(bytes.length / 1e6)} MB is too large for an article; leave it out or split it`,
    );
  return bytes.toString('utf8');
}

const slashed = (path: string): string => path.replaceAll('\\', '/');
