import { constants } from 'node:fs';
import { copyFile, type FileHandle, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { URI } from 'vscode-uri';
import type { ImportedArticleFile, ImportedFile } from '../../../../protocol/src/index.js';
import { readFrontMatter } from '../../core/article/frontMatter.js';
import { messageOf } from '../files.js';
import type { Importer } from './importThread.js';
import { writeWhole } from './writeWhole.js';

export interface ImportWishes {
  /** The folder that articles go to, by URI; `null`: each beside its original. */
  readonly folder: string | null;
  /** Whether an article of an earlier import that differs is written anew. */
  readonly overwrite: boolean;
  /** Nothing is written; what would be is told. */
  readonly dryRun: boolean;
}

/** In bytes; chosen: a page saved with all its pictures takes that much. */
const largest = 64 * 1024 * 1024;

/**
 * Makes articles of saved pages and news items and writes them down. The original is never touched; where an article goes to
 * another folder, a copy of its original goes with it. Never rejects: each file has its answer.
 */
export async function importFiles(
  files: readonly string[],
  wishes: ImportWishes,
  importer: Importer,
  told: (file: ImportedFile) => void = () => undefined,
): Promise<ImportedFile[]> {
  const claimed: Claimed = new Map();
  const answers: ImportedFile[] = [];
  for (const file of files) {
    const answer = await importOne(file, wishes, importer, claimed).catch(
      (error: unknown): ImportedFile => ({ file, articles: [], failed: messageOf(error) }),
    );
    told(answer);
    answers.push(answer);
  }
  return answers;
}

/** What this run has given to whom: paths of articles and of copies, each with its original. */
type Claimed = Map<string, string>;

async function importOne(
  file: string,
  { folder, overwrite, dryRun }: ImportWishes,
  importer: Importer,
  claimed: Claimed,
): Promise<ImportedFile> {
  const original = URI.parse(file).fsPath;
  const bytes = await readOriginal(original);
  const target = folder === null ? dirname(original) : URI.parse(folder).fsPath;
  const home = await placeFor(original, bytes, target, claimed);
  const imported = await importer.import(bytes, home.name);
  if ('refused' in imported) return { file, articles: [], failed: imported.refused };
  if (!dryRun) await mkdir(target, { recursive: true });
  const articles: ImportedArticleFile[] = [];
  for (const text of imported.articles) {
    const path = await freePath(home, claimed);
    claimed.set(path, original);
    articles.push({ uri: URI.file(path).toString(), state: await settle(path, text, overwrite, dryRun) });
  }
  const isCopied = join(target, home.name) !== original;
  if (isCopied && !dryRun && articles.some(({ state }) => state !== 'kept'))
    await ignoreExisting(copyFile(original, join(target, home.name), constants.COPYFILE_EXCL));
  return { file, articles, failed: null };
}

/** Where the articles of an original go. */
interface Home {
  readonly folder: string;
  /** What their names begin with. */
  readonly stem: string;
  /** How they name the original, which stands beside them. */
  readonly name: string;
}

/** The name of the original, with a number where another file has that name in the folder. */
async function placeFor(original: string, bytes: Uint8Array, folder: string, claimed: Claimed): Promise<Home> {
  const ending = extname(original);
  const stem = basename(original, ending);
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? stem : `${stem}-${number}`;
    const path = join(folder, numbered + ending);
    const owner = claimed.get(path);
    const there = path === original ? bytes : await ifThere(readOriginal(path));
    if ((owner === undefined || owner === original) && (there === null || Buffer.compare(there, bytes) === 0)) {
      claimed.set(path, original);
      return { folder, stem: numbered, name: numbered + ending };
    }
  }
}

/** The first of *bridge.md*, *bridge-2.md* … that is free, or holds an article of this original from an earlier run. */
async function freePath({ folder, stem, name }: Home, claimed: Claimed): Promise<string> {
  for (let number = 1; ; number++) {
    const path = join(folder, `${number === 1 ? stem : `${stem}-${number}`}.md`);
    if (claimed.has(path)) continue;
    const there = await ifThere(readFile(path, 'utf8'));
    if (there === null || readFrontMatter(there).fields.get('original') === name) return path;
  }
}

async function settle(
  path: string,
  text: string,
  overwrite: boolean,
  dryRun: boolean,
): Promise<ImportedArticleFile['state']> {
  const there = await ifThere(readFile(path, 'utf8'));
  if (there === text) return 'same';
  if (there !== null && !overwrite) return 'kept';
  if (dryRun) return 'written';
  if (there === null) await writeNew(path, text);
  else await writeWhole(path, (article) => article.writeFile(text));
  return 'written';
}

/** Rejects where there is such a file by now. */
async function writeNew(path: string, text: string): Promise<void> {
  const article = await open(path, 'wx');
  try {
    await article.writeFile(text);
  } catch (error) {
    await rm(path, { force: true }); // half an article is none
    throw error;
  } finally {
    await article.close();
  }
}

/** Opening a named pipe would wait for somebody who writes. */
const neverWaits = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function readOriginal(path: string): Promise<Buffer> {
  if (!(await stat(path)).isFile()) throw new Error('it is not a file');
  const file: FileHandle = await open(path, neverWaits);
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new Error('it is not a file');
    if (found.size > largest) throw new Error(`it is larger than ${largest / 1024 / 1024} MB`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function ifThere<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** The same copy may be there from an earlier run. */
const ignoreExisting = (done: Promise<void>): Promise<void> =>
  done.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
