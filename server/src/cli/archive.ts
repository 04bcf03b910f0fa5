import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { type Archive, type ArchiveAddress, archivedPath } from '../sync/archive.js';
import { messageOf } from '../sync/files.js';
import { archiveBundle } from '../sync/node/archiveBundle.js';
import type { Workspace } from '../workspace/workspace.js';
import { CliError } from './error.js';

/** Where an archive is, as it is typed. */
export interface ArchiveOptions {
  readonly archive?: string;
  readonly archiveName: string;
  readonly archiveCa?: string;
}

/** Of the environment: who asks. On a command line other people of the machine would see it. */
const variables = {
  user: 'SECOND_SOURCE_ARCHIVE_USER',
  password: 'SECOND_SOURCE_ARCHIVE_PASSWORD',
  apiKey: 'SECOND_SOURCE_ARCHIVE_KEY',
} as const;

/** Milliseconds for one article: nobody waits at a keyboard. */
const wishes = { settle: 0, patience: 60_000 };
/** Articles of the archive that are asked about, in turn, around one article of the folder: they know of further ones. Chosen. */
const mostWidened = 200;

export function withArchiveOptions(command: Command, isNeeded: boolean): Command {
  const url = new Option(
    '--archive <url>',
    'address of the newsroom’s archive; of several machines a list with commas',
  );
  return command
    .addOption(isNeeded ? url.makeOptionMandatory() : url)
    .addOption(new Option('--archive-name <name>', 'which archive there').default('articles'))
    .addOption(new Option('--archive-ca <file>', 'certificate (PEM) of the authority that vouches for the archive'));
}

export const archiveHelp = `\nAn archive that asks who is there is told what these environment variables hold: ${variables.user}\nand ${variables.password}, or ${variables.apiKey}. More: docs/archive.md\n`;

/** @throws CliError where a certificate cannot be read. */
export async function addressOf({ archive = '', archiveName, archiveCa }: ArchiveOptions): Promise<ArchiveAddress> {
  const { [variables.user]: user, [variables.password]: password, [variables.apiKey]: apiKey } = process.env;
  const ca =
    archiveCa === undefined
      ? null
      : await readFile(archiveCa, 'utf8').catch((error: unknown) => {
          throw new CliError(`${archiveCa}: ${messageOf(error)}`);
        });
  return {
    url: archive,
    name: archiveName,
    ca,
    credentials: apiKey ? { apiKey } : user && password ? { user, password } : null,
  };
}

/** The archive that was named, if one was. @throws CliError where its address is of no use. */
export async function namedArchive(options: ArchiveOptions): Promise<Archive | null> {
  if (options.archive === undefined) return null;
  const address = await addressOf(options);
  const { openArchive } = await archiveBundle();
  try {
    return openArchive(address, wishes);
  } catch (error) {
    throw new CliError(messageOf(error));
  }
}

/**
 * Waits for all that an archive has to say about some files, and asks it about those of its own articles that hang together
 * with them. `compare` takes a second look at what is related by then: only what still is leads further.
 */
export async function hearArchive(
  archive: Archive,
  workspace: Workspace,
  compare: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const told: string[] = [];
  const files = workspace.articles();
  const states = () => files.map((file) => workspace.widen(file, mostWidened));
  let widened: readonly string[];
  do {
    await archive.idle();
    told.push(...(await compare()));
    widened = states();
  } while (widened.includes('pending'));
  const silent = files.filter((file) => workspace.named(file) !== 'complete');
  const cut = files.filter((_, at) => widened[at] === 'incomplete' && !silent.includes(files[at]!));
  if (silent.length > 0)
    told.push(
      `The archive has not said all about ${silent.length} of ${files.length} articles: others may say the same, or the opposite. ${archive.problem ?? ''}`.trim(),
    );
  else if (cut.length > 0)
    told.push(
      `Claims of ${cut.length} of ${files.length} articles may be longer than told: the archive was not asked about every article that hangs together with them. ${archive.problem ?? ''}`.trim(),
    );
  return told;
}

/** How a file is called in what is printed: an article of the archive by its path there. */
export const shownName = (file: string): string => {
  const path = archivedPath(file);
  return path === null ? file : `archive: ${path}`;
};
