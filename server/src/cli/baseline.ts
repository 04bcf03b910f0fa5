import { readFile, writeFile } from 'node:fs/promises';
import type { Checked } from '../exports/checked.js';
import { identityOf } from '../reviews/articleIdentity.js';
import { parseBaseline, printBaseline } from '../reviews/files.js';
import { FolderReviews } from '../reviews/folderReviews.js';
import { aboutOf, standingOf } from '../reviews/reviewed.js';
import { messageOf } from '../sync/files.js';
import { CliError } from './error.js';
import type { Loaded } from './loadWorkspace.js';

/**
 * What was loaded, with the findings of a baseline accepted. That is a file like the one in a folder's reviews, which may
 * lie anywhere; it names files as they were typed when it was written.
 */
export async function withBaseline(file: string, loaded: Loaded): Promise<Loaded> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CliError(`${file}: ${messageOf(error)}; --write-baseline makes one`);
  });
  const { accepted, damages } = parseBaseline(text);
  const { workspace, files } = loaded;
  const paths = new Set(files.map(({ path }) => path));
  const reviews = new FolderReviews({
    has: (path) => paths.has(path),
    areAllRead: () => true,
    *all() {
      for (const path of paths) {
        const facts = workspace.factsOf(path);
        if (facts !== undefined) yield [path, identityOf(facts)] as const;
      }
    },
  });
  reviews.baseline = accepted;
  return {
    ...loaded,
    // may grow while the workspace is asked
    get problems() {
      return [...loaded.problems, ...damages.map(({ line, reason }) => `${file}:${line + 1}: not read: ${reason}`)];
    },
    remarks: (path) => [...loaded.remarks(path), ...reviews.of(path)],
  };
}

/** Writes a baseline of all that was found and stands; returns how many findings that are. */
export async function writeBaseline(file: string, { workspace, files }: Checked): Promise<number> {
  const accepted = files.flatMap(({ file: source, reviewed }) =>
    reviewed.flatMap(({ finding, remarks }) => {
      const standing = standingOf(remarks);
      if (standing === 'dismissed') return [];
      const about = aboutOf(workspace, source, source, finding);
      return about === null ? [] : [{ kind: 'accepted' as const, ...about }];
    }),
  );
  await writeFile(file, printBaseline(accepted)).catch((error: unknown) => {
    throw new CliError(`${file}: ${messageOf(error)}`);
  });
  return accepted.length;
}
