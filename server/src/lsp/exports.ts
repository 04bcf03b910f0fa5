import type { CancellationToken, Connection } from 'vscode-languageserver';
import * as protocol from '../../../protocol/src/index.js';
import { orphansAmong, type Shelf, takeAnnotations } from '../exports/annotations/take.js';
import { type Checkable, type Checked, checking, isArticle } from '../exports/checked.js';
import { type Format, formats } from '../exports/formats.js';
import { selected } from '../exports/selected.js';
import { clip } from '../features/wording.js';
import type { Folders } from '../sync/folders.js';
import type { Sidecars } from '../sync/sidecars.js';
import { turn } from '../sync/turn.js';
import { keyOf } from '../sync/uris.js';
import type { WorkspaceSync } from '../sync/workspaceSync.js';
import { cancelled, onRequest, type Requests, refuse } from './requests.js';

/** Most articles of an export, whose readings are held all at once; a terminal has a process of its own for more. */
const mostArticles = 2000;
/** Articles that are edited while they are checked are checked again, so often. */
const mostTries = 3;
/** Orphans that are named to a person; the view of reviews lists all. */
const mostNamed = 20;

/** Hands on what was found, and takes in what others said. */
export class Exports {
  constructor(
    private readonly sync: WorkspaceSync,
    private readonly folders: Folders,
    private readonly sidecars: Sidecars,
  ) {}

  answerRequests(connection: Connection, answer: Requests['answer']): void {
    onRequest(
      connection,
      protocol.exportFormats,
      answer(() =>
        Object.entries<Format>(formats).map(([name, { use, ending }]) => ({
          name,
          use: protocol.label`${protocol.said(use)}`,
          ending,
        })),
      ),
    );
    onRequest(
      connection,
      protocol.exportFindings,
      answer(async ({ format, folder }, token) => ({ text: await this.print(format, folder, token).catch(refuse) })),
    );
    onRequest(
      connection,
      protocol.importNotes,
      answer(({ folder, text }) => this.take(folder, text).catch(refuse)),
    );
  }

  private async print(name: string, folder: string | null, token: CancellationToken): Promise<string> {
    const format = Object.entries<Format>(formats).find(([one]) => one === name)?.[1];
    if (format === undefined) throw new Error(`There is no format ${name}.`);
    const { workspace } = this.sync;
    if (workspace.articles().length > mostArticles)
      throw new Error(
        `An export from the editor has ${mostArticles} articles at most: use second-source check --format ${name} in a terminal.`,
      );
    const holder = folder === null ? null : this.folders.holderOf(keyOf(folder));
    const isIn = (file: string): boolean => holder === null || this.folders.holderOf(file) === holder;
    const checked = await this.checked(this.checkable(holder), token);
    const inFolder = selected(checked, { rules: null, files: new Set(workspace.files().filter(isIn)) });
    // what was said of articles that are gone is handed on, too
    return protocol.inEnglish(() => format.print({ ...inFolder, reviews: checked.reviews }));
  }

  /** Everything from one state of all texts. */
  private async checked(checkable: Checkable, token: CancellationToken): Promise<Checked> {
    for (let tries = 0; tries < mostTries; tries++) {
      const steps = checking(checkable);
      const next = () => protocol.inEnglish(() => steps.next());
      let step = next();
      for (; !step.done; step = next()) {
        await turn();
        if (token.isCancellationRequested) throw cancelled();
      }
      const isOf = ({ file, reading }: Checked['files'][number]): boolean =>
        !isArticle(reading) || reading.article.text === this.sync.workspace.textOf(file);
      if (step.value.files.every(isOf)) return step.value;
    }
    throw new Error('The articles were edited in the meantime: try again.');
  }

  /** All articles, which are compared with each other, and the reviews of one folder or, with `null`, of all. */
  private checkable(holder: string | null): Checkable {
    const { sync, folders, sidecars } = this;
    return {
      workspace: sync.workspace,
      unread: new Map(),
      settings: (file) => folders.settings(file),
      remarks: sidecars.of,
      reviews: () =>
        [...sidecars.all()].flatMap(([folder, { reviews, fileOf }]) =>
          holder !== null && folder !== holder
            ? []
            : [...reviews.byArticle()].flatMap(([path, own]) =>
                own.map((review) => ({ review, file: path === null ? null : fileOf(path) })),
              ),
        ),
      incidentReviews: () => sidecars.ofIncidents().filter(({ folder }) => holder === null || folder === holder),
      nameOf: (file) => folders.pathIn(file),
    };
  }

  private async take(folder: string, json: string): Promise<protocol.ImportedNotes> {
    const { sync, folders, sidecars } = this;
    const holder = folders.holderOf(keyOf(folder));
    const [, sidecar] = [...sidecars.all()].find(([one]) => one === holder) ?? [];
    if (holder === null || sidecar === undefined)
      throw new Error('Notes are kept in a workspace folder: open one first.');
    const shelf: Shelf = {
      workspace: sync.workspace,
      reviews: sidecar.reviews,
      articles: sync.workspace
        .articles()
        .flatMap((file) => (folders.holderOf(file) === holder ? [[file, folders.pathIn(file)] as const] : [])),
    };
    const { reviews, known, left } = takeAnnotations(json, new Date().toISOString().replace(/\.\d+Z$/, 'Z'), shelf);
    await sidecars.take(holder, reviews);
    const orphans = orphansAmong(reviews, shelf);
    return {
      added: reviews.length,
      known,
      orphaned: orphans.slice(0, mostNamed).map(({ target }) => protocol.label`${clip(target.selector.exact, 100)}`),
      left: left.slice(0, mostNamed).map((words) => protocol.label`${words}`),
    };
  }
}
