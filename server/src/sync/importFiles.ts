import { URI, Utils } from 'vscode-uri';
import type { ImportDraft, ImportedArticleFile, ImportedFile } from '../../../protocol/src/index.js';
import { readFrontMatter } from '../core/article/frontMatter.js';
import { messageOf } from './files.js';
import type { ImportDisk } from './importDisk.js';
import type { Importer } from './importer.js';

export interface ImportWishes extends Omit<ImportDraft, 'files'> {
  /** Nothing is written; what would be is told. */
  readonly dryRun: boolean;
}

/** What one run is made with, and what it has given to whom: URIs of articles and of copies, each with its original. */
interface Run extends ImportWishes {
  readonly disk: ImportDisk;
  readonly importer: Importer;
  readonly claimed: Map<string, string>;
}

/**
 * Makes articles of saved pages and news items and writes them down. The original is never touched; where an article goes to
 * another folder, a copy of its original goes with it. Never rejects: each file has its answer.
 */
export async function importFiles(
  files: readonly string[],
  wishes: ImportWishes,
  { disk, importer }: Pick<Run, 'disk' | 'importer'>,
  told: (file: ImportedFile) => void = () => undefined,
): Promise<ImportedFile[]> {
  const run: Run = { ...wishes, disk, importer, claimed: new Map() };
  const answers: ImportedFile[] = [];
  for (const file of files) {
    const answer = await importOne(file, run).catch(
      (error: unknown): ImportedFile => ({ file, articles: [], note: null, failed: messageOf(error) }),
    );
    told(answer);
    answers.push(answer);
  }
  return answers;
}

async function importOne(file: string, run: Run): Promise<ImportedFile> {
  const { disk, importer, claimed, dryRun } = run;
  const original = URI.parse(file);
  const bytes = await whole(run, original);
  if (bytes === null) throw new Error('there is no such file');
  const target = run.folder === null ? Utils.dirname(original) : URI.parse(run.folder);
  const home = await homeFor(original, bytes, target, run);
  const imported = await importer.import(bytes, home.name);
  if ('refused' in imported) return { file, articles: [], note: null, failed: imported.refused };
  const articles: ImportedArticleFile[] = [];
  for (const text of imported.articles) {
    const article = await freePlace(home, run);
    claimed.set(article.toString(), original.toString());
    articles.push({ uri: article.toString(), state: await settle(article, text, run) });
  }
  if (!home.hasOriginal && !dryRun && articles.some(({ state }) => state !== 'kept'))
    await disk.create(Utils.joinPath(home.folder, home.name).toString(), bytes);
  return { file, articles, note: imported.note, failed: null };
}

/** Where the articles of an original go. */
interface Home {
  readonly folder: URI;
  /** What their names begin with. */
  readonly stem: string;
  /** How they name the original, which stands beside them. */
  readonly name: string;
  /** Whether it stands there, itself or a copy from an earlier run. */
  readonly hasOriginal: boolean;
}

/** The name of the original, with a number where another file has that name in the folder. */
async function homeFor(original: URI, bytes: Uint8Array, folder: URI, run: Run): Promise<Home> {
  const ending = Utils.extname(original);
  const stem = Utils.basename(original).slice(0, -ending.length || undefined);
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? stem : `${stem}-${number}`;
    const name = numbered + ending;
    const uri = Utils.joinPath(folder, name);
    const owner = run.claimed.get(uri.toString());
    if (owner !== undefined && owner !== original.toString()) continue;
    const there = uri.toString() === original.toString() ? bytes : await whole(run, uri);
    if (there !== null && !areSame(there, bytes)) continue;
    run.claimed.set(uri.toString(), original.toString());
    return { folder, stem: numbered, name, hasOriginal: there !== null };
  }
}

/** The first of *bridge.md*, *bridge-2.md* … that is free, or holds an article of this original from an earlier run. */
async function freePlace({ folder, stem, name }: Home, run: Run): Promise<URI> {
  for (let number = 1; ; number++) {
    const article = Utils.joinPath(folder, `${number === 1 ? stem : `${stem}-${number}`}.md`);
    if (run.claimed.has(article.toString())) continue;
    const there = await textOf(run, article);
    if (there === null || readFrontMatter(there).fields.get('original') === name) return article;
  }
}

async function settle(article: URI, text: string, run: Run): Promise<ImportedArticleFile['state']> {
  const { disk, overwrite, dryRun } = run;
  const there = await textOf(run, article);
  if (there === text) return 'same';
  if (there !== null && !overwrite) return 'kept';
  const bytes = new TextEncoder().encode(text);
  if (!dryRun) await (there === null ? disk.create : disk.replace)(article.toString(), bytes);
  return 'written';
}

async function whole({ disk, importer }: Run, file: URI): Promise<Uint8Array | null> {
  const { bytes, refusal } = importer.limit;
  const found = await disk.read(file.toString(), bytes);
  if (typeof found === 'number') throw new Error(refusal);
  return found;
}

async function textOf(run: Run, file: URI): Promise<string | null> {
  const bytes = await whole(run, file);
  // with its byte order mark: a text that somebody saved otherwise is another text
  return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

const areSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i]);
