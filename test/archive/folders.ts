import { Collection, type Given, type ReadArticles } from '../../server/src/archive/collection.js';
import type { NewsroomArchive } from '../../server/src/archive/newsroomArchive.js';
import type { LoadReport } from '../../server/src/archive/writer.js';
import { type Readers, read, rulesOnly } from '../../server/src/core/reading.js';
import { type ArchiveAddress, archivedFile, archivedPath } from '../../server/src/sync/archive.js';
import { Judging, type SecondReader } from '../../server/src/sync/judging.js';
import { factsOf } from '../../server/src/workspace/facts.js';
import { Workspace } from '../../server/src/workspace/workspace.js';

export type Texts = Readonly<Record<string, string>>;

export const addressOf = (url: string, name: string): ArchiveAddress => ({ url, name, ca: null, credentials: null });

/** Who reads and compares. */
export interface Reading {
  readonly readers: Readers;
  readonly judge: SecondReader | null;
}

const rulesAlone: Reading = { readers: rulesOnly, judge: null };

const readBy =
  (readers: Readers): ReadArticles =>
  async (given) =>
    given.map(({ path, text }) => {
      const reading = read(text, path, readers);
      return 'skipped' in reading ? reading : factsOf(reading)!;
    });

export const readAll = readBy(rulesOnly);

export async function* given(texts: Texts): AsyncGenerator<Given> {
  for (const [path, text] of Object.entries(texts)) yield { path, text, settings: '{}' };
}

export async function load(
  address: ArchiveAddress,
  texts: Texts,
  reader?: string,
  readers = rulesOnly,
): Promise<LoadReport> {
  const collection = new Collection(address, readBy(readers), reader);
  try {
    return await collection.load(given(texts));
  } finally {
    await collection.close();
  }
}

/** All that a checker is told of an article of a folder. */
export interface Told {
  readonly findings: readonly unknown[];
  readonly references: unknown;
  readonly possible: unknown;
  readonly claims: unknown;
  readonly isComplete: boolean;
}

/** An article of an archive is read by its path there, in a folder, too. */
const pathOf = (file: string): string => archivedPath(file) ?? file;

/** A folder beside an archive, after all that the archive has to say. */
export async function toldBeside(
  archive: NewsroomArchive,
  folder: Texts,
  { readers, judge } = rulesAlone,
): Promise<Map<string, Told>> {
  const workspace = new Workspace(readers, { archives: [archive], pathOf, isJudged: judge !== null });
  for (const [file, text] of Object.entries(folder)) workspace.set(file, text);
  const hear = () => archive.idle().then(() => secondLook(workspace, judge));
  await hear();
  const widened = () => Object.keys(folder).map((file) => workspace.widen(file, Number.POSITIVE_INFINITY));
  while (widened().includes('pending')) await hear();
  return toldOf(workspace, Object.keys(folder));
}

/**
 * The same where all articles lie in one folder: those of the archive under the names that they have there, since answers
 * are in order of name. One that the folder has, too, is there once.
 */
export async function toldTogether(
  folder: Texts,
  name: string,
  elsewhere: Texts,
  { readers, judge } = rulesAlone,
): Promise<Map<string, Told>> {
  const workspace = new Workspace(readers, { pathOf, isJudged: judge !== null });
  for (const [file, text] of Object.entries(folder)) workspace.set(file, text);
  for (const [path, text] of Object.entries(elsewhere))
    if (!(path in folder)) workspace.set(archivedFile(name, path), text);
  await secondLook(workspace, judge);
  return toldOf(workspace, Object.keys(folder));
}

async function secondLook(workspace: Workspace, judge: SecondReader | null): Promise<void> {
  if (judge === null) return;
  const failed = (error: unknown): never => {
    throw error;
  };
  await new Judging(judge, {
    workspace: () => workspace,
    first: () => [],
    all: () => true,
    changed: () => undefined,
    failed,
  }).wake();
}

const toldOf = (workspace: Workspace, files: readonly string[]): Map<string, Told> =>
  new Map(
    files.map((file) => [
      file,
      {
        findings: workspace.findings(file),
        references: workspace.crossReferences(file),
        possible: workspace.possible(file),
        claims: workspace.claims(file),
        isComplete: workspace.named(file) === 'complete',
      },
    ]),
  );
