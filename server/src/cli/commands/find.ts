import { Command, InvalidArgumentError, Option } from 'commander';
import { type Archive, archivedPath } from '../../sync/archive.js';
import { findClaim } from '../../sync/findClaim.js';
import { Workspace } from '../../workspace/workspace.js';
import { type ArchiveOptions, archiveHelp, namedArchive, withArchiveOptions } from '../archive.js';
import { CliError } from '../error.js';
import { foundFormats } from '../found.js';
import { loadWorkspace } from '../loadWorkspace.js';
import { judge, tagger } from '../models.js';
import { status, tell, tellUnread } from '../terminal.js';
import { quick } from './quick.js';

interface Options extends ArchiveOptions {
  readonly most: number;
  readonly format: keyof typeof foundFormats;
  readonly quick?: true;
}

const described = new Command('find')
  .description('rank where a claim is asserted, in whatever words')
  .argument('<text>', 'the claim, in quotation marks')
  .argument('[path...]', 'files, or folders searched with all their subfolders; none where an archive is asked alone')
  .option('-n, --most <count>', 'how many places to print', wholeNumber, 20)
  .addOption(new Option('-f, --format <format>', 'how to print').choices(Object.keys(foundFormats)).default('text'))
  .addOption(quick());

export const findCommand = withArchiveOptions(described, false)
  .addHelpText('after', `\nExample: second-source find "the bridge was closed to ambulances" articles/\n${archiveHelp}`)
  .action(find);

/** Prints where a claim is asserted in the articles under some paths, and in an archive. */
export async function find(text: string, paths: string[], options: Options): Promise<void> {
  if (paths.length === 0 && options.archive === undefined)
    throw new CliError('say where to look: files, folders, or --archive with the address of one');
  const loaded = paths.length === 0 ? null : await loadWorkspace(paths, tagger(), true);
  const workspace = loaded?.workspace ?? new Workspace();
  const archive = await namedArchive(options);
  const isWhole = archive === null || (await addFound(archive, text, workspace));
  const found = await findClaim(workspace, text, () => (options.quick ? null : judge()));
  process.stdout.write(foundFormats[options.format](workspace, found.slice(0, options.most)));
  const isUnread = loaded !== null && tellUnread(loaded);
  process.exitCode = isUnread || !isWhole ? status.incomplete : status.clean;
}

/** Adds the articles of an archive in which the claim may be asserted. Returns whether these are all. */
async function addFound(archive: Archive, claim: string, workspace: Workspace): Promise<boolean> {
  const { found, state } = await archive.find(claim);
  archive.close();
  const own = workspace.files();
  const isHere = (archived: string): boolean => own.some((file) => `/${file}`.endsWith(`/${archivedPath(archived)}`));
  for (const { file, text } of found.flatMap(({ copies }) => copies))
    if (!isHere(file)) workspace.add(file, text ?? '');
  if (state === 'complete') return true;
  tell(`Not all that the archive holds on this is told. ${archive.problem ?? ''}`.trim());
  return false;
}

function wholeNumber(words: string): number {
  if (!/^[1-9]\d*$/.test(words)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(words);
}
