import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type ReadingLevel, readingLevels } from '../../core/rules/attention.js';
import { type RuleId, ruleIds, type Severity } from '../../core/rules/rule.js';
import { type Checked, check, markedIn } from '../../exports/checked.js';
import { selected } from '../../exports/selected.js';
import { messageOf } from '../../sync/files.js';
import { sidecarName } from '../../sync/sidecar.js';
import { type ArchiveOptions, archiveHelp, namedArchive, withArchiveOptions } from '../archive.js';
import { withBaseline, writeBaseline } from '../baseline.js';
import { details } from '../details.js';
import { CliError } from '../error.js';
import { formats } from '../formats.js';
import { type Loaded, Loading } from '../loadWorkspace.js';
import { tagger } from '../models.js';
import { standardInput } from '../named.js';
import { changedSince } from '../since.js';
import { status, tell, tellFailure, tellUnread } from '../terminal.js';
import { uriOf, watchFiles } from '../watch.js';
import { quick } from './quick.js';

interface Options extends ArchiveOptions {
  readonly format: string;
  readonly details?: true;
  readonly output?: string;
  readonly reading?: ReadingLevel;
  readonly rule?: readonly RuleId[];
  readonly since?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly failOn: Severity | 'never';
  readonly watch?: true;
  readonly quick?: true;
}

/** From the lightest to the heaviest. */
const severities: readonly Severity[] = ['hint', 'information', 'warning'];

const listOf = (words: Readonly<Record<string, string>>): string =>
  Object.entries(words)
    .map(([name, use]) => `  ${name.padEnd(14)}${use}\n`)
    .join('');

const examples = {
  'check articles/': 'what to look at first',
  'check --details story.txt': 'every mark, with its reason',
  'check -f html -o report.html articles/': 'a page to read, print and send on',
  'check --since main articles/': 'only what has changed since a git revision',
  'check -': 'an article on standard input',
} as const;

const described = new Command('check')
  .description('check article texts (.txt, .md, .article, .news) and say who they rest on')
  .argument(
    '<path...>',
    'files, folders with all their subfolders, patterns in quotation marks, or - for standard input',
  )
  .addOption(new Option('-f, --format <format>', 'how to print').choices(Object.keys(formats)).default('text'))
  .option('-d, --details', 'as text, every mark with its reason and not only what to look at first')
  .option('-o, --output <file>', 'print into a file')
  .addOption(
    new Option('-r, --reading <level>', 'how much is marked; else as the folder’s settings say').choices(readingLevels),
  )
  .option('--rule <rule>', `only what this rule finds; may be given again (${ruleIds.join(', ')})`, anotherRule)
  .option('--since <revision>', 'only files that differ from this git revision; all others are still compared with')
  .option('--baseline <file>', 'without the findings in this file')
  .option('--write-baseline <file>', 'write all that is found into a file for --baseline')
  .addOption(
    new Option('--fail-on <severity>', 'exit with 1 where something of this weight is marked, or heavier')
      .choices([...severities, 'never'])
      .default('warning'),
  )
  .option('-w, --watch', 'check again whenever a file is changed')
  .addOption(quick());

export const checkCommand = withArchiveOptions(described, false)
  .addHelpText('after', () => {
    const uses = Object.entries(formats).map(([name, { use }]): [string, string] => [name, use]);
    const told = Object.entries(examples).map(([words, use]) => `  second-source ${words}\n      ${use}\n`);
    return `\nFormats:\n${listOf(Object.fromEntries(uses))}\nExamples:\n${told.join('')}${archiveHelp}`;
  })
  .action(run);

function anotherRule(name: string, before: readonly RuleId[] = []): readonly RuleId[] {
  const rule = ruleIds.find((one) => one === name);
  if (rule === undefined) throw new InvalidArgumentError(`There are ${ruleIds.join(', ')}.`);
  return [...before, rule];
}

async function run(paths: string[], options: Options): Promise<void> {
  if (options.watch && paths.includes(standardInput.typed))
    throw new CliError('--watch watches files, and standard input is none');
  const archive = await namedArchive(options);
  const loading = new Loading(paths, tagger(), options.quick === true, archive);
  if (options.watch) return watchAll(loading, options);
  await once(loading, options).finally(() => archive?.close());
}

/** One report; `changed`: URIs of files that the disk may have otherwise than at the last one. */
async function once(loading: Loading, options: Options, changed?: ReadonlySet<string>): Promise<Loaded> {
  const all = await loading.load(changed);
  const loaded = options.baseline === undefined ? all : await withBaseline(options.baseline, all);
  const checked = await chosen(loaded, options);
  const fallsShort = options.writeBaseline === undefined && fails(checked, options.failOn);
  if (options.writeBaseline !== undefined) await accept(options.writeBaseline, checked);
  else await print(checked, options);
  process.exitCode = tellUnread(loaded) ? status.incomplete : fallsShort ? status.warnings : status.clean;
  return loaded;
}

async function chosen(loaded: Loaded, { reading, rule, since }: Options): Promise<Checked> {
  return selected(check(loaded, reading), {
    rules: rule === undefined ? null : new Set(rule),
    files: since === undefined ? null : await changedSince(since, loaded.files),
  });
}

async function print(checked: Checked, { format, details: isLong, output }: Options): Promise<void> {
  const words = isLong && format === 'text' ? details(checked) : formats[format]!.print(checked);
  if (output === undefined) process.stdout.write(words);
  else
    await writeFile(output, words).catch((error: unknown) => {
      throw new CliError(`${output}: ${messageOf(error)}`);
    });
}

async function accept(file: string, checked: Checked): Promise<void> {
  const accepted = await writeBaseline(file, checked);
  tell(`${file} holds ${accepted} findings now.`);
}

function fails({ files }: Pick<Checked, 'files'>, failOn: Options['failOn']): boolean {
  if (failOn === 'never') return false;
  const least = severities.indexOf(failOn);
  return files.some((file) => markedIn(file).some(({ severity }) => severities.indexOf(severity) >= least));
}

/** A report, and another whenever something has changed that it depends on. One that fails says why; the next may not. */
async function watchAll(loading: Loading, options: Options): Promise<void> {
  const { baseline, output, writeBaseline } = options;
  const written = new Set([output, writeBaseline].flatMap((path) => (path === undefined ? [] : uriOf(path))));
  const accepted = baseline === undefined ? [] : [baseline];
  const isBaseline = new Set(accepted.map(uriOf));
  // from before the first file is read: nothing that changes meanwhile is missed
  const watched = await watchFiles([...(await loading.places()), ...accepted], sidecarName);
  let loaded = await once(loading, options).catch(async (error: unknown) => {
    await watched.close();
    throw error;
  });
  const changed = new Set<string>();
  watched.tell(async (touched) => {
    for (const uri of touched) if (!written.has(uri) && (isBaseline.has(uri) || loaded.heeds(uri))) changed.add(uri);
    if (changed.size === 0) return;
    if (process.stdout.isTTY) console.clear();
    try {
      loaded = await once(loading, options, changed);
      changed.clear();
    } catch (error) {
      tellFailure(error);
    }
  });
  tell('Checks again whenever a file is changed. Ctrl+C ends it.');
}
