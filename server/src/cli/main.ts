import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { line } from '../../../protocol/src/index.js';
import type { Tagger } from '../core/attribution/index.js';
import { type ReadingLevel, readingLevels } from '../core/rules/attention.js';
import { check, markedIn } from '../exports/checked.js';
import type { Judge } from '../judge/judge.js';
import { findClaim } from '../sync/findClaim.js';
import { startJudge } from '../sync/node/judgeThread.js';
import { loadModels } from '../sync/node/models.js';
import { CliError } from './error.js';
import { formats } from './formats.js';
import { foundFormats } from './found.js';
import { type Loaded, loadWorkspace } from './loadWorkspace.js';

declare const __VERSION__: string;

/** Exit statuses, as CI reads them. */
const status = { clean: 0, warnings: 1, failed: 2, incomplete: 3 } as const;

const quick = new Option('-q, --quick', 'compare words alone, in seconds, and mark less');

const program = new Command('second-source')
  .description(
    'Shows who news articles rest on: unnamed sources, casualty figures and on whose word they are,\n' +
      'and the same claim in several files. It never says what is true, and nothing leaves this machine.',
  )
  .version(__VERSION__)
  .exitOverride()
  .addHelpText(
    'after',
    '\nExit status: 0 without warnings, 1 with warnings, 2 where it could not run,\n3 where something was not read (standard error says what and why) and the rest was.',
  );

program
  .command('check')
  .description('check article texts (.txt, .md, .article, .news) and print what an editor would mark')
  .argument('<path...>', 'files, or folders searched with all their subfolders')
  .addOption(new Option('-f, --format <format>', 'how to print').choices(Object.keys(formats)).default('text'))
  .addOption(
    new Option('-r, --reading <level>', 'how much to print as text; else as the folder’s settings say').choices(
      readingLevels,
    ),
  )
  .addOption(quick)
  .addHelpText('after', '\nExample: second-source check --format json articles/ > report.json')
  .action(async (paths: string[], options: { format: keyof typeof formats; reading?: ReadingLevel; quick?: true }) => {
    const loaded = await loadWorkspace(paths, tagger(), options.quick === true);
    const checked = check(loaded, options.reading);
    process.stdout.write(formats[options.format](checked));
    const warned = checked.files.some((file) => markedIn(file).some((finding) => finding.severity === 'warning'));
    process.exitCode = tellUnread(loaded) ? status.incomplete : warned ? status.warnings : status.clean;
  });

program
  .command('find')
  .description('rank where a claim is asserted, in whatever words')
  .argument('<text>', 'the claim, in quotation marks')
  .argument('<path...>', 'files, or folders searched with all their subfolders')
  .option('-n, --most <count>', 'how many places to print', wholeNumber, 20)
  .addOption(new Option('-f, --format <format>', 'how to print').choices(Object.keys(foundFormats)).default('text'))
  .addOption(quick)
  .addHelpText('after', '\nExample: second-source find "the bridge was closed to ambulances" articles/')
  .action(
    async (
      text: string,
      paths: string[],
      options: { most: number; format: keyof typeof foundFormats; quick?: true },
    ) => {
      const loaded = await loadWorkspace(paths, tagger(), true);
      const found = await findClaim(loaded.workspace, text, () => (options.quick ? null : judge()));
      process.stdout.write(foundFormats[options.format](loaded.workspace, found.slice(0, options.most)));
      process.exitCode = tellUnread(loaded) ? status.incomplete : status.clean;
    },
  );

const tell = (words: string): boolean => process.stderr.write(`second-source: ${line(words)}\n`);

async function judge(): Promise<Judge | null> {
  const judge = await startJudge();
  if (!('error' in judge)) return judge;
  tell(`What contradicts the claim is not told: ${judge.error}`);
  return null;
}

function tagger(): Tagger | null {
  const { tagger, notices } = loadModels();
  notices.forEach(tell);
  return tagger;
}

/** Says on standard error what was not read; returns whether there was any. */
function tellUnread({ problems, unread, notices }: Loaded): boolean {
  notices.forEach(tell);
  problems.forEach(tell);
  for (const [path, reason] of unread) tell(`${path}: ${reason}`);
  return problems.length + unread.size > 0;
}

function wholeNumber(words: string): number {
  if (!/^[1-9]\d*$/.test(words)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(words);
}

/** Runs the command line; every failure a person can mend ends in one line that says how. */
async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    // commander has printed its own message (or the help that was asked for)
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? status.clean : status.failed;
    else {
      if (error instanceof CliError) tell(error.message);
      else process.stderr.write(`second-source: ${describe(error)}\n`);
      process.exitCode = status.failed;
    }
  }
}

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return; // a reader that closes early (`… | head`) is no failure
  tell(`the output could not be written: ${error.message}`);
  process.exitCode = status.failed;
});

void main();
