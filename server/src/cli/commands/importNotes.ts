import { readFile, realpath } from 'node:fs/promises';
import { Command } from 'commander';
import { URI } from 'vscode-uri';
import { line } from '../../../../protocol/src/index.js';
import { orphansAmong, type Shelf, takeAnnotations } from '../../exports/annotations/take.js';
import { messageOf } from '../../sync/files.js';
import { keyOf, pathUnder } from '../../sync/uris.js';
import { CliError } from '../error.js';
import { loadWorkspace } from '../loadWorkspace.js';
import { sidecarOf } from '../reviews.js';
import { status, tell, tellUnread } from '../terminal.js';

export const importNotesCommand = new Command('import-notes')
  .description('take W3C Web Annotations in as notes, into the folder .secondsource of a folder of articles')
  .argument('<file>', 'the annotations, as JSON')
  .argument('<folder>', 'the folder of articles, as it is opened in an editor')
  .addHelpText(
    'after',
    '\nExample: second-source import-notes desk.jsonld articles/\nWhat becomes of them: docs/exports.md',
  )
  .action(run);

async function run(file: string, folder: string): Promise<void> {
  const json = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CliError(`${file}: ${messageOf(error)}`);
  });
  const loaded = await loadWorkspace([folder], null, true); // who is quoted decides nothing here
  const uri = keyOf(URI.file(await realpath(folder)).toString());
  const sidecar = sidecarOf(`${uri}/`, loaded.files, [uri], loaded.workspace);
  await sidecar.load();
  const shelf: Shelf = {
    workspace: loaded.workspace,
    reviews: sidecar.reviews,
    articles: loaded.files.map((one) => [one.path, pathUnder(`${uri}/`, one.uri)]),
  };
  const { reviews, known, left } = taken(json, shelf, file);
  for (const review of reviews) await sidecar.add(review);
  const orphans = orphansAmong(reviews, shelf);
  process.stdout.write(
    [
      `${reviews.length} imported${known > 0 ? `, ${known} there already` : ''}, ${orphans.length} orphaned`,
      ...orphans.map(({ target }) => `  orphaned: “${line(target.selector.exact)}” (${line(target.source)})`),
      ...left.map((words) => `  left out: ${line(words)}`),
      '',
    ].join('\n'),
  );
  for (const [damaged, [damage]] of sidecar.damages) if (damage) tell(`${damaged}: ${damage.reason}`);
  const isIncomplete = tellUnread(loaded) || left.length > 0 || sidecar.damages.size > 0;
  process.exitCode = isIncomplete ? status.incomplete : status.clean;
}

function taken(json: string, shelf: Shelf, file: string) {
  try {
    return takeAnnotations(json, new Date().toISOString().replace(/\.\d+Z$/, 'Z'), shelf);
  } catch (error) {
    throw new CliError(`${file}: ${messageOf(error)}`);
  }
}
