import { Command, InvalidArgumentError, Option } from 'commander';
import { findClaim } from '../../sync/findClaim.js';
import { foundFormats } from '../found.js';
import { loadWorkspace } from '../loadWorkspace.js';
import { judge, tagger } from '../models.js';
import { status, tellUnread } from '../terminal.js';
import { quick } from './quick.js';

interface Options {
  readonly most: number;
  readonly format: keyof typeof foundFormats;
  readonly quick?: true;
}

export const findCommand = new Command('find')
  .description('rank where a claim is asserted, in whatever words')
  .argument('<text>', 'the claim, in quotation marks')
  .argument('<path...>', 'files, or folders searched with all their subfolders')
  .option('-n, --most <count>', 'how many places to print', wholeNumber, 20)
  .addOption(new Option('-f, --format <format>', 'how to print').choices(Object.keys(foundFormats)).default('text'))
  .addOption(quick())
  .addHelpText('after', '\nExample: second-source find "the bridge was closed to ambulances" articles/')
  .action(run);

async function run(text: string, paths: string[], options: Options): Promise<void> {
  const loaded = await loadWorkspace(paths, tagger(), true);
  const found = await findClaim(loaded.workspace, text, () => (options.quick ? null : judge()));
  process.stdout.write(foundFormats[options.format](loaded.workspace, found.slice(0, options.most)));
  process.exitCode = tellUnread(loaded) ? status.incomplete : status.clean;
}

function wholeNumber(words: string): number {
  if (!/^[1-9]\d*$/.test(words)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(words);
}
