import { mkdir, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { glob, isDynamicPattern } from 'tinyglobby';
import { URI } from 'vscode-uri';
import { type ImportedFile, importedEndings, line } from '../../../../protocol/src/index.js';
import { messageOf } from '../../sync/files.js';
import { importFiles } from '../../sync/importFiles.js';
import { importDisk } from '../../sync/node/importDisk.js';
import { importThread } from '../../sync/node/importThread.js';
import { CliError } from '../error.js';
import { status, tell } from '../terminal.js';

interface Options {
  readonly to?: string;
  readonly overwrite?: boolean;
  readonly dryRun?: boolean;
}

export const importCommand = new Command('import')
  .description('make articles of saved web pages (.html, .mhtml), ninjs (.json) and NewsML-G2 (.xml)')
  .argument('<path...>', 'files, folders with all their subfolders, or patterns in quotation marks')
  .option('-t, --to <folder>', 'where the articles go, with a copy of each original; else beside the originals')
  .option('--overwrite', 'write articles of an earlier import anew, with whatever was changed in them')
  .option('-n, --dry-run', 'say what would be written, and write nothing')
  .addHelpText(
    'after',
    '\nAn original is never changed, and an article names it. No page is fetched, and no script in one runs.\n' +
      '\nExamples:\n  second-source import saved/*.html --to articles/\n  second-source import --dry-run wire/\n',
  )
  .action(run);

async function run(paths: string[], { to, overwrite = false, dryRun = false }: Options): Promise<void> {
  const files = await filesOf(paths);
  if (files.size === 0)
    throw new CliError(`nothing to import: saved pages and news items end in ${endings.join(', ')}`);
  if (to !== undefined && !dryRun)
    await mkdir(to, { recursive: true }).catch((error: unknown) => {
      throw new CliError(`${to}: ${messageOf(error)}`);
    });
  const importer = importThread();
  const wishes = { folder: to === undefined ? null : URI.file(resolve(to)).toString(), overwrite, dryRun };
  const answers = await importFiles([...files.keys()], wishes, { disk: importDisk, importer }, (answer) =>
    say(answer, files.get(answer.file) as string, dryRun),
  );
  importer.close();
  process.stdout.write(`${summary(answers, dryRun)}\n`);
  const isIncomplete = answers.some(({ failed, articles }) => failed !== null || articles.some(isKept));
  process.exitCode = isIncomplete ? status.incomplete : status.clean;
}

const endings = importedEndings.map((ending) => `.${ending}`);

/** Files by URI, each as a person would write it. */
async function filesOf(paths: readonly string[]): Promise<Map<string, string>> {
  const found: string[] = [];
  for (const path of paths) {
    const there = await stat(path).catch(() => null);
    if (there?.isDirectory()) found.push(...(await inFolder(path)));
    else if (there !== null) found.push(path);
    else if (isDynamicPattern(path))
      found.push(
        ...(await glob(path, { absolute: isAbsolute(path), expandDirectories: false, followSymbolicLinks: false })),
      );
    else throw new CliError(`${path}: no such file or folder`);
  }
  return new Map(found.sort().map((path) => [URI.file(resolve(path)).toString(), path]));
}

/** Browsers save the parts of a page in a folder beside it: those are no articles. */
async function inFolder(folder: string): Promise<string[]> {
  const names = await glob(`**/*.{${importedEndings.join(',')}}`, {
    cwd: folder,
    ignore: ['**/*_files/**', '**/node_modules/**', '**/.*/**'],
    caseSensitiveMatch: false,
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  return names.map((name) => `${folder.replace(/[\\/]+$/, '')}/${name}`);
}

const isKept = ({ state }: { readonly state: string }): boolean => state === 'kept';

function say({ articles, note, failed }: ImportedFile, path: string, dryRun: boolean): void {
  if (failed !== null) tell(`${path}: not imported: ${failed}`);
  for (const { uri, state } of articles) {
    const article = short(URI.parse(uri).fsPath);
    if (state === 'kept')
      tell(`${article} was imported before and differs; it is left as it is (--overwrite writes it anew)`);
    else if (state === 'written')
      process.stdout.write(`${line(`${path} → ${article}${dryRun ? ' (not written)' : ''}`)}\n`);
  }
  if (note !== null && articles.some(({ state }) => state === 'written')) process.stdout.write(`  ${note}\n`);
}

/** From where the person is, where that is not above. */
function short(path: string): string {
  const way = relative(process.cwd(), path);
  return way.startsWith('..') || isAbsolute(way) ? path : way;
}

function summary(answers: readonly ImportedFile[], dryRun: boolean): string {
  const states = answers.flatMap(({ articles }) => articles.map(({ state }) => state));
  const count = (state: string): number => states.filter((one) => one === state).length;
  const failed = answers.filter((answer) => answer.failed !== null).length;
  const parts = [
    `${articles(count('written'))} ${dryRun ? 'would be imported' : 'imported'}`,
    ...(count('same') > 0 ? [`${count('same')} there already`] : []),
    ...(count('kept') > 0 ? [`${count('kept')} left as ${count('kept') === 1 ? 'it is' : 'they are'}`] : []),
    ...(failed > 0 ? [`${failed} ${failed === 1 ? 'file' : 'files'} not imported`] : []),
  ];
  return `${parts.join(', ')}.`;
}

const articles = (number: number): string => `${number} ${number === 1 ? 'article' : 'articles'}`;
