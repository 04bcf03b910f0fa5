import { availableParallelism } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { URI } from 'vscode-uri';
import type { Tagger } from '../core/attribution/index.js';
import type { Checkable } from '../exports/checked.js';
import type { Archive } from '../sync/archive.js';
import { decode } from '../sync/decode.js';
import { encodingNotices } from '../sync/encodings.js';
import { type Content, messageOf } from '../sync/files.js';
import { nodeFiles } from '../sync/node/nodeFiles.js';
import { hearArchive, shownName } from './archive.js';
import { CliError } from './error.js';
import { judgeAll } from './judge.js';
import { filesNamed, type Named, type NamedFile, standardInput } from './named.js';
import { mostThreads, ReadFiles } from './readFiles.js';
import { reviewsOf } from './reviews.js';

/** All articles under some paths, by path as typed, and what a person must hear of. */
export interface Loaded extends Checkable {
  /** All files that were named, in order of path. */
  readonly files: readonly NamedFile[];
  /** Whether the file with this URI, if there is or were one, may be read or says how others are. */
  heeds(uri: string): boolean;
  /** What could not be looked into, or is left out, a sentence each. May grow while the workspace is asked. */
  readonly problems: readonly string[];
  /** What is good to know, a sentence each; nothing was left out. */
  readonly notices: readonly string[];
}

/**
 * Reads all articles under the paths. What cannot be read is told in the answer, and the rest is read.
 * @throws CliError where a path does not exist or nothing under the paths may be an article.
 * `quick`: related by words alone, without the second look.
 */
export const loadWorkspace = (paths: readonly string[], tagger: Tagger | null, quick: boolean): Promise<Loaded> =>
  new Loading(paths, tagger, quick).load();

/** Reads articles, and again where some have changed: then only those are read, and related to the others. */
export class Loading {
  private read: ReadFiles | null = null;
  private problems: string[] = [];

  constructor(
    private readonly paths: readonly string[],
    private readonly tagger: Tagger | null,
    private readonly quick: boolean,
    /** Who else is asked which articles may hold the same claims. */
    private readonly archive: Archive | null = null,
  ) {}

  /** The folders and single files that were named, and the folders in which files may come that fit a pattern: by path on the disk. */
  async places(): Promise<readonly string[]> {
    const { files, folders, patterns } = await this.named();
    const single = files.flatMap(({ uri }) => (folders.holderOf(uri) === null ? [uri] : []));
    const onDisk = [...folders.all, ...single].filter((uri) => uri.startsWith('file:'));
    return [...onDisk.map((uri) => URI.parse(uri).fsPath), ...patterns.map(({ base }) => base)];
  }

  /** Resolves to what a new `Loading` would; `changed` are the URIs of files that the disk may have otherwise than at the last time. */
  async load(changed: ReadonlySet<string> = new Set()): Promise<Loaded> {
    const { files, folders, patterns, problems: unlisted } = await this.named();
    const problems = [...unlisted];
    this.problems = problems;
    // what a failure leaves behind half done is read anew the next time
    const read = this.read ?? this.empty();
    this.read = null;
    await read.update(files, (uri) => changed.has(uri));
    this.read = read;
    const { workspace, unread, encodings } = read;
    const reviews = await reviewsOf(files, folders.all, workspace);
    problems.push(...reviews.problems);
    const compare = async (): Promise<readonly string[]> =>
      this.quick ? [] : judgeAll(workspace, Math.min(availableParallelism(), mostThreads));
    const { archive } = this;
    problems.push(...(archive === null ? await compare() : await hearArchive(archive, workspace, compare)));
    const uris = new Set(files.map(({ uri }) => uri));
    const named = new Map(files.map((file) => [file.path, file]));
    return {
      workspace,
      files,
      heeds: (uri) =>
        uris.has(uri) || folders.holds(uri) || saysHowToRead(uri) || patterns.some(({ fits }) => fits(uri)),
      unread: new Map([...unread].sort(byPath)),
      problems,
      notices: encodingNotices(encodings),
      settings: (path) => folders.settings(named.get(path)!.uri),
      remarks: reviews.remarks,
      reviews: reviews.reviews,
      incidentReviews: reviews.incidentReviews,
      nameOf: shownName,
    };
  }

  private empty(): ReadFiles {
    const archives = this.archive === null ? [] : [this.archive];
    return new ReadFiles(this.tagger, !this.quick, archives, (path, error) =>
      this.problems.push(`${path}: a rule failed: ${messageOf(error)}`),
    );
  }

  private async named(): Promise<Named> {
    const given = this.paths.includes(standardInput.typed) ? await standardInputContent() : null;
    const named = await filesNamed(this.paths, nodeFiles, given);
    if (named.files.length > 0) return named;
    const { problems, folders } = named;
    if (problems.length > 0) throw new CliError([...problems, 'no articles were read'].join('\n'));
    throw new CliError(
      `no articles in ${this.paths.join(', ')}: no file there fits ${folders.common.include.join(', ')} ` +
        '(the setting secondSource.include). Saved web pages become articles with “second-source import”.',
    );
  }
}

const byPath = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

/** Whether a file may be one of settings, of a folder's project, or of its reviews. */
const saysHowToRead = (uri: string): boolean =>
  /\/(?:\.vscode\/settings\.json|\.secondsource\.json|\.secondsource\/.*)$/.test(uri);

/** All of standard input, read as the bytes of a file are. */
async function standardInputContent(): Promise<Content> {
  return { ...decode(await buffer(process.stdin)), identity: null };
}
