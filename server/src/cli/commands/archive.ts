import { basename } from 'node:path';
import { Command } from 'commander';
import type { Collection, Given } from '../../archive/collection.js';
import { messageOf } from '../../sync/files.js';
import { archiveBundle } from '../../sync/node/archiveBundle.js';
import { nodeFiles } from '../../sync/node/nodeFiles.js';
import { readOnDisk } from '../../sync/pendingReads.js';
import { type ArchiveOptions, addressOf, archiveHelp, namedArchive, withArchiveOptions } from '../archive.js';
import { CliError } from '../error.js';
import { filesNamed, type Named, type NamedFile } from '../named.js';
import { progressBar } from '../progressBar.js';
import type { KeptSettings } from '../readGiven.js';
import { ReadingThreads } from '../readingThreads.js';
import { status, tell } from '../terminal.js';
import { find } from './find.js';

interface AddOptions extends ArchiveOptions {
  readonly into?: string;
  readonly mirror?: true;
}

const addCommand = withArchiveOptions(new Command('add'), true)
  .description('load articles into an archive; what is there already is not loaded again')
  .argument('<path...>', 'files, or folders with all their subfolders')
  .option('--into <folder>', 'the folder within the archive; else the articles lie at its top', '')
  .option('--mirror', 'delete what lies in that folder of the archive and is not among the articles')
  .action(add);

const removeCommand = withArchiveOptions(new Command('remove'), true)
  .description('delete articles from an archive')
  .argument('<path...>', 'articles or folders, by their path within the archive')
  .action(async (paths: string[], options: ArchiveOptions) => {
    const isLeaving = (path: string): boolean => paths.some((one) => isWithin(one, path));
    const { deleted } = await withCollection(options, (collection) => collection.remove(isLeaving));
    process.stdout.write(`${articles(deleted)} deleted.\n`);
  });

const statusCommand = withArchiveOptions(new Command('status'), true)
  .description('say whether an archive answers, and how many articles it holds')
  .action(async (options: ArchiveOptions) => {
    const archive = await namedArchive(options);
    const found = await archive!.status();
    archive!.close();
    if (found.state === 'unreached') throw new CliError(`The archive was not reached. ${found.why}`);
    process.stdout.write(`${articles(found.articles)} · answered in ${(found.took / 1000).toFixed(1)} s\n`);
  });

const findCommand = withArchiveOptions(new Command('find'), true)
  .description('rank where a claim is asserted in the archive; “second-source find” looks in a folder, too')
  .argument('<text>', 'the claim, in quotation marks')
  .action((text: string, options: ArchiveOptions) => find(text, [], { ...options, most: 20, format: 'text' }));

export const archiveCommand = new Command('archive')
  .description('load a newsroom’s archive on OpenSearch, and look after it; check and find ask it (--archive)')
  .addCommand(addCommand)
  .addCommand(removeCommand)
  .addCommand(statusCommand)
  .addCommand(findCommand)
  .addHelpText('after', archiveHelp);

async function add(paths: string[], options: AddOptions): Promise<void> {
  // the limit is for what is kept in memory, and none of these is
  const named = await filesNamed(paths, nodeFiles, null, Number.POSITIVE_INFINITY);
  named.problems.forEach(tell);
  if (named.files.length === 0) throw new CliError(`no articles in ${paths.join(', ')}`);
  const into = options.into === undefined ? '' : options.into.replace(/^\/+|\/+$/g, '');
  const files = byArchivePath(named, into);
  const unread: string[] = [];
  const bar = progressBar('loading', files.size);
  const report = await withCollection(options, async (collection) => {
    const loaded = await collection.load(givenFrom(files, unread), (done) => bar?.update(done));
    if (!options.mirror) return loaded;
    if (named.problems.length + unread.length > 0) {
      tell('Nothing was deleted from the archive: not all of the folder could be looked into.');
      return loaded;
    }
    const { deleted } = await collection.remove((path) => isWithin(into, path) && !files.has(path));
    return { ...loaded, deleted };
  }).finally(() => bar?.stop());
  for (const { path, why } of report.skipped) tell(`${path}: not loaded: ${why}`);
  unread.forEach(tell);
  process.stdout.write(
    `${articles(report.written)} loaded, ${report.same} there already${options.mirror ? `, ${report.deleted} deleted` : ''}${report.skipped.length > 0 ? `, ${report.skipped.length} not loaded` : ''}.\n`,
  );
  process.exitCode = named.problems.length + unread.length > 0 ? status.incomplete : status.clean;
}

/** The files by the path that each has in the archive: that within its folder. */
function byArchivePath({ files, folders }: Named, into: string): Map<string, NamedFile> {
  const found = new Map<string, NamedFile>();
  for (const file of files) {
    const within = folders.holderOf(file.uri) === null ? basename(file.path) : folders.pathIn(file.uri);
    const path = into === '' ? within : `${into}/${within}`;
    const other = found.get(path);
    if (other !== undefined)
      throw new CliError(
        `${other.path} and ${file.path} would lie in one place of the archive, ${path}: load each folder with --into`,
      );
    found.set(path, file);
  }
  return found;
}

async function* givenFrom(files: ReadonlyMap<string, NamedFile>, unread: string[]): AsyncGenerator<Given> {
  for (const [path, { uri, largest, settings, corrections, path: typed }] of files) {
    const found = await readOnDisk(nodeFiles, uri, largest);
    if (found === null) unread.push(`${typed}: There is no such file any more, or its name is not UTF-8.`);
    else if ('unread' in found) unread.push(`${typed}: ${found.unread}`);
    else {
      const kept: KeptSettings = { settings, corrections: corrections ?? null };
      yield { path, text: found.text, settings: JSON.stringify(kept) };
    }
  }
}

/** @throws CliError with what went wrong, in words for people. */
async function withCollection<Found>(
  options: ArchiveOptions,
  work: (collection: Collection) => Promise<Found>,
): Promise<Found> {
  const address = await addressOf(options);
  const bundle = await archiveBundle();
  const threads = new ReadingThreads();
  try {
    const collection = new bundle.Collection(address, (given) => threads.read(given));
    try {
      return await work(collection);
    } finally {
      await collection.close();
    }
  } catch (error) {
    throw new CliError(`The archive could not be used. ${messageOf(error)}`);
  } finally {
    await threads.close();
  }
}

const isWithin = (folder: string, path: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder.replace(/\/+$/, '')}/`);

const articles = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'article' : 'articles'}`;
