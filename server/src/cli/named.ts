import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import picomatch from 'picomatch';
import { glob, isDynamicPattern } from 'tinyglobby';
import { URI } from 'vscode-uri';
import type { Corrections } from '../core/article/corrections.js';
import type { ReadingSettings } from '../core/readingSettings.js';
import { readingSettings } from '../settings/settings.js';
import { type Content, type Files, messageOf } from '../sync/files.js';
import { Folders } from '../sync/folders.js';
import { keyOf, pathUnder, shown } from '../sync/uris.js';
import { damageWords } from './damageWords.js';
import { CliError } from './error.js';
import { folderSettings } from './folderSettings.js';

/** An article file as a person named it, or the folder it lies in, and how its folder wants it read. */
export interface NamedFile {
  /** As typed, with forward slashes. */
  readonly path: string;
  readonly uri: string;
  /** Largest size read, in kilobytes. */
  readonly largest: number;
  readonly settings: ReadingSettings;
  /** What the folder's project file knows of the article better than its text. */
  readonly corrections: Corrections | undefined;
  /** What is in it, where it was given and not named: the disk is not asked. */
  readonly content?: Content;
}

/** What standard input is called: on the command line, and wherever an article needs a name. */
export const standardInput = { typed: '-', name: 'standard input' } as const;

/** A pattern that was typed: files that fit it may come at any time. */
export interface Pattern {
  /** The folder under which all of them lie, by its path on the disk. */
  readonly base: string;
  readonly fits: (uri: string) => boolean;
}

export interface Named {
  /** In order of path; a file named twice, by another spelling or through a link, is in it once. */
  readonly files: readonly NamedFile[];
  readonly patterns: readonly Pattern[];
  /** Settings of the files' folders. */
  readonly folders: Folders;
  /** What could not be looked into, or is left out, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * The article files under some paths or patterns, and what was given on standard input. A folder is what a workspace folder
 * is in the editor, its settings included; a file named outright is one whatever its ending. `mostOfFolder`: so many files of
 * a folder, and not as many as its settings say.
 * @throws CliError where there is nothing of a name.
 */
export async function filesNamed(
  paths: readonly string[],
  files: Files,
  given: Content | null,
  mostOfFolder?: number,
): Promise<Named> {
  const problems: string[] = [];
  const typed = await Promise.all(paths.map(pathsOf));
  const there = typed.flatMap(({ found }) => found);
  const { single: named, folders: asFolders } = await whatIsThere(there, problems);
  const folders = await foldersOf([...asFolders.keys()], files, problems);
  for (const folder of folders.all) {
    const found = await folders.list(folder, files, new AbortController().signal, mostOfFolder);
    problems.push(...found.notices);
    for (const uri of found.files)
      if (!named.has(uri)) named.set(uri, join(asFolders.get(folder) as string, folders.pathIn(uri)));
  }
  const asFolderSays = (uri: string, path: string): NamedFile => {
    const settings = folders.settings(uri);
    return {
      path: slashed(path),
      uri,
      largest: settings.limits.fileSize,
      settings: readingSettings(settings),
      corrections: folders.corrections(uri),
    };
  };
  const all = [...named].map(([uri, path]) => asFolderSays(uri, path));
  if (given !== null) all.push({ ...asFolderSays('untitled:/stdin', standardInput.name), content: given });
  const patterns = typed.flatMap(({ pattern }) => pattern ?? []);
  return { files: all.sort((a, b) => (a.path < b.path ? -1 : 1)), patterns, folders, problems };
}

/** Single files and folders by URI, each with its path as it was typed first. @throws CliError where there is none of a path. */
async function whatIsThere(
  paths: readonly string[],
  problems: string[],
): Promise<{ single: Map<string, string>; folders: Map<string, string> }> {
  const single = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const path of paths) {
    try {
      const real = await realpath(path);
      const uri = keyOf(URI.file(real).toString());
      const all = (await stat(real)).isDirectory() ? folders : single;
      if (!all.has(uri)) all.set(uri, path);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        throw new CliError(`${path}: no such file or folder`);
      problems.push(`${path}: ${messageOf(error)}`);
    }
  }
  return { single, folders };
}

/** Folders with their settings and project files, and what is wrong with those. */
async function foldersOf(uris: readonly string[], files: Files, problems: string[]): Promise<Folders> {
  const folders = new Folders(async (folder) => {
    if (folder === undefined) return {};
    return folderSettings(folder, files, (words) => problems.push(words)).catch((error: unknown) => {
      problems.push(`${shown(folder)}/.vscode/settings.json: ${messageOf(error)}`);
      return {};
    });
  }, files);
  folders.set(uris);
  await folders.readProjects();
  problems.push(...(await folders.refresh()));
  problems.push(...damageWords(folders.damages()));
  return folders;
}

/** What a path names. */
interface Typed {
  readonly found: readonly string[];
  readonly pattern?: Pattern;
}

/**
 * A pattern (`2031/**\/*.md`) as the files that fit it, in order; what there is under the very name goes before. Shells do the
 * same, but not in quotation marks, and not on Windows.
 */
async function pathsOf(path: string): Promise<Typed> {
  if (path === standardInput.typed) return { found: [] };
  if (!isDynamicPattern(path) || (await isThere(path))) return { found: [path] };
  const pattern = sep === '\\' ? path.replaceAll('\\', '/') : path;
  const found = await glob(pattern, { expandDirectories: false, followSymbolicLinks: false });
  if (found.length === 0) throw new CliError(`${path}: no file fits this pattern`);
  return { found: found.sort(), pattern: await patternOf(pattern) };
}

async function patternOf(typed: string): Promise<Pattern> {
  const { base, glob: rest } = picomatch.scan(typed, { unescape: true });
  const folder = await realpath(base === '' ? '.' : base);
  const prefix = `${keyOf(URI.file(folder).toString())}/`;
  const isMatch = picomatch(rest, { posix: true });
  return { base: folder, fits: (uri) => uri.startsWith(prefix) && isMatch(pathUnder(prefix, uri)) };
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Elsewhere than on Windows a backslash is part of a name. */
const slashed = (path: string): string => (sep === '\\' ? path.replaceAll('\\', '/') : path);
