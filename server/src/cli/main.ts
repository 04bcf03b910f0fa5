import { Command, CommanderError } from 'commander';
import { archiveCommand } from './commands/archive.js';
import { checkCommand } from './commands/check.js';
import { findCommand } from './commands/find.js';
import { importCommand } from './commands/import.js';
import { importNotesCommand } from './commands/importNotes.js';
import { lspCommand } from './commands/lsp.js';
import { CliError } from './error.js';
import { status, tell, tellFailure } from './terminal.js';

declare const __VERSION__: string;

/** Every subcommand, in the order of --help. A new one is a file in `commands/` and a line here. */
const commands: readonly Command[] = [
  checkCommand,
  findCommand,
  importCommand,
  importNotesCommand,
  archiveCommand,
  lspCommand,
];

const program = new Command('second-source')
  .description(
    'Shows who news articles rest on: unnamed sources, casualty figures and on whose word they are, ' +
      'and the same claim in several files. It never says what is true, and nothing leaves this machine.',
  )
  .version(__VERSION__)
  .exitOverride()
  .showHelpAfterError('(second-source --help says what there is)')
  .addHelpText(
    'after',
    '\nExit status: 0 without warnings, 1 with warnings, 2 where it could not run,\n3 where something was not read (standard error says what and why) and the rest was.',
  );
for (const command of commands) program.addCommand(command);
settle(program, program.name());

/** Every command, those below others included, ends as the program does, and says where more help is. */
function settle(parent: Command, path: string): void {
  for (const command of parent.commands) {
    const own = `${path} ${command.name()}`;
    command.copyInheritedSettings(parent).showHelpAfterError(`(${own} --help says what there is)`);
    settle(command, own);
  }
}

/** Runs the command line; every failure a person can mend ends in one line that says how. */
async function main(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    // commander has printed its own message (or the help that was asked for)
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? status.clean : status.failed;
    else {
      if (error instanceof CliError) tellFailure(error);
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
