import { Collection, type Given, type ReadArticles } from '../../server/src/archive/collection.js';
import type { NewsroomArchive } from '../../server/src/archive/newsroomArchive.js';
import type { LoadReport } from '../../server/src/archive/writer.js';
import { read } from '../../server/src/core/reading.js';
import { type ArchiveAddress, archivedFile, archivedPath } from '../../server/src/sync/archive.js';
import { factsOf } from '../../server/src/workspace/facts.js';
import { Workspace } from '../../server/src/workspace/workspace.js';

export type Texts = Readonly<Record<string, string>>;

export const addressOf = (url: string, name: string): ArchiveAddress => ({ url, name, ca: null, credentials: null });

export const readAll: ReadArticles = async (given) =>
  given.map(({ path, text }) => {
    const reading = read(text, path);
    return 'skipped' in reading ? reading : factsOf(reading)!;
  });

export async function* given(texts: Texts): AsyncGenerator<Given> {
  for (const [path, text] of Object.entries(texts)) yield { path, text, settings: '{}' };
}

export async function load(address: ArchiveAddress, texts: Texts, reader?: string): Promise<LoadReport> {
  const collection = new Collection(address, readAll, reader);
  try {
    return await collection.load(given(texts));
  } finally {
    await collection.close();
  }
}

/** All that a checker is told of the articles of a folder, in the words of a folder in which all lie. */
export interface Told {
  readonly findings: readonly unknown[];
  readonly references: unknown;
  readonly possible: unknown;
  readonly claims: unknown;
  readonly isComplete: boolean;
}

/** A folder beside an archive, after all that the archive has to say. `name`: files of the archive are told by their path. */
export async function toldBeside(archive: NewsroomArchive, name: string, folder: Texts): Promise<Map<string, Told>> {
  const workspace = new Workspace(undefined, { archives: [archive], pathOf: (file) => archivedPath(file) ?? file });
  for (const [file, text] of Object.entries(folder)) workspace.set(file, text);
  await archive.idle();
  const widened = () => Object.keys(folder).map((file) => workspace.widen(file, Number.POSITIVE_INFINITY));
  while (widened().includes('pending')) await archive.idle();
  return toldOf(workspace, Object.keys(folder), archivedFile(name, ''));
}

/** The same where all articles lie in the folder. */
export function toldTogether(all: Texts, asked: readonly string[]): Map<string, Told> {
  const workspace = new Workspace();
  for (const [file, text] of Object.entries(all)) workspace.set(file, text);
  return toldOf(workspace, asked, '');
}

function toldOf(workspace: Workspace, files: readonly string[], prefix: string): Map<string, Told> {
  return new Map(
    files.map((file) => [
      file,
      plain(
        {
          findings: workspace.findings(file),
          references: workspace.crossReferences(file),
          possible: workspace.possible(file),
          claims: workspace.claims(file),
          isComplete: workspace.named(file) === 'complete',
        },
        prefix,
      ),
    ]),
  );
}

/** Without the scheme and name of the archive, and without the order in which files come by it. */
function plain<T>(told: T, prefix: string): T {
  return JSON.parse(JSON.stringify(told).replaceAll(prefix, '')) as T;
}
