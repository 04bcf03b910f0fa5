import { Command, InvalidArgumentError, Option } from 'commander';
import type { Archive } from '../../sync/archive.js';
import { findClaim } from '../../sync/findClaim.js';
import type { Candidates } from '../../workspace/candidates.js';
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
  if (text.trim() === '') throw new CliError('say what to look for: a claim, in quotation marks');
  if (paths.length === 0 && options.archive === undefined)
    throw new CliError('say where to look: files, folders, or --archive with the address of one');
  const loaded = paths.length === 0 ? null : await loadWorkspace(paths, tagger(), true);
  const workspace = loaded?.workspace ?? new Workspace();
  const archive = await namedArchive(options);
  const { found: archived, state } = archive === null ? noArchive : await foundThere(archive, text);
  const { found, elsewhere } = await findClaim(workspace, text, () => (options.quick ? null : judge()), archived);
  const articleAt = (file: string) => (elsewhere.get(file) ?? workspace.factsOf(file))!;
  process.stdout.write(foundFormats[options.format](articleAt, found.slice(0, options.most)));
  const isUnread = loaded !== null && tellUnread(loaded);
  process.exitCode = isUnread || state !== 'complete' ? status.incomplete : status.clean;
}

const noArchive: Candidates = { found: [], state: 'complete' };

/** The articles of an archive in which the claim may be asserted. */
async function foundThere(archive: Archive, claim: string): Promise<Candidates> {
  const found = await archive.find(claim);
  archive.close();
  if (found.state !== 'complete')
    tell(`Not all that the archive holds on this is told. ${archive.problem ?? ''}`.trim());
  return found;
}

function wholeNumber(words: string): number {
  if (!/^[1-9]\d*$/.test(words)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(words);
}
