import { Command, Option } from 'commander';
import { type ReadingLevel, readingLevels } from '../../core/rules/attention.js';
import { check, markedIn } from '../../exports/checked.js';
import { formats } from '../formats.js';
import { loadWorkspace } from '../loadWorkspace.js';
import { tagger } from '../models.js';
import { status, tellUnread } from '../terminal.js';
import { quick } from './quick.js';

interface Options {
  readonly format: string;
  readonly reading?: ReadingLevel;
  readonly quick?: true;
}

export const checkCommand = new Command('check')
  .description('check article texts (.txt, .md, .article, .news) and print what an editor would mark')
  .argument('<path...>', 'files, or folders searched with all their subfolders')
  .addOption(new Option('-f, --format <format>', 'how to print').choices(Object.keys(formats)).default('text'))
  .addOption(
    new Option('-r, --reading <level>', 'how much to print as text; else as the folder’s settings say').choices(
      readingLevels,
    ),
  )
  .addOption(quick())
  .addHelpText(
    'after',
    `\nFormats:\n${Object.entries(formats)
      .map(([name, { use }]) => `  ${name.padEnd(12)}${use}\n`)
      .join('')}\nExample: second-source check --format json articles/ > report.json`,
  )
  .action(run);

async function run(paths: string[], options: Options): Promise<void> {
  const loaded = await loadWorkspace(paths, tagger(), options.quick === true);
  const checked = check(loaded, options.reading);
  process.stdout.write(formats[options.format]!.print(checked));
  const warned = checked.files.some((file) => markedIn(file).some((finding) => finding.severity === 'warning'));
  process.exitCode = tellUnread(loaded) ? status.incomplete : warned ? status.warnings : status.clean;
}
