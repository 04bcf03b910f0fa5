import * as v from 'valibot';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import * as protocol from '../../../protocol/src/index.js';
import { reviewViews } from '../features/reviews.js';
import { type Accepted, aboutSchema, longest } from '../reviews/review.js';
import { aboutOf, review } from '../reviews/reviewed.js';
import { shownFindings } from '../settings/settings.js';
import { type Folders, keyOf } from '../sync/folders.js';
import type { Sidecars } from '../sync/sidecars.js';
import { turn } from '../sync/turn.js';
import type { WorkspaceSync } from '../sync/workspaceSync.js';
import { DamagedFiles } from './damagedFiles.js';
import type { Editor } from './editor.js';
import type { FailureLog } from './failureLog.js';
import { cancelled, onRequest, type Requests, refuse, refused } from './requests.js';

/** What the editor sends to add a review: parsed, since the sidecar must hold only what can be read again. */
const newReview = v.object({
  uri: v.string(),
  kind: v.picklist(['dismissed', 'checked', 'note']),
  about: aboutSchema,
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest.words)),
  creator: v.pipe(v.string(), v.trim(), v.maxLength(longest.name)),
});

/** Answers what the editor asks about reviews, and tells it which files of the sidecars are damaged. */
export class Reviews {
  private readonly damaged: DamagedFiles;

  constructor(
    private readonly connection: Connection,
    private readonly editor: Editor,
    private readonly sync: WorkspaceSync,
    private readonly folders: Folders,
    private readonly sidecars: Sidecars,
    private readonly log: FailureLog,
  ) {
    this.damaged = new DamagedFiles(connection, log);
  }

  answerRequests(answer: Requests['answer']): void {
    const { connection, sidecars } = this;
    onRequest(
      connection,
      protocol.addReview,
      answer(async (given) => {
        const parsed = v.safeParse(newReview, given);
        if (!parsed.success) throw refused(new Error(parsed.issues[0].message));
        const { uri, about, ...said } = parsed.output;
        const { id } = await sidecars.add(keyOf(uri), { ...about, ...said }).catch(refuse);
        return { id };
      }),
    );
    onRequest(
      connection,
      protocol.removeReview,
      answer(async ({ folder, id }) => {
        await sidecars.remove(folder, id).catch(refuse);
        return null;
      }),
    );
    onRequest(
      connection,
      protocol.undoReview,
      answer(async () => {
        const undone = await sidecars.undo().catch(refuse);
        return { undone: undone === null ? null : protocol.label`${undone}` };
      }),
    );
    onRequest(
      connection,
      protocol.acceptBaseline,
      answer(async ({ uri }, token) => ({ accepted: await this.accept(uri, token).catch(refuse) })),
    );
    onRequest(
      connection,
      protocol.reviews,
      answer((_, token) => this.list(token)),
    );
  }

  /** Reviews came or went: what the editor shows of them is renewed. */
  changed(): void {
    this.damaged.show(this.sidecars.damages());
    if (this.editor.isOurs)
      this.log.watch('reviews', this.connection.sendNotification(protocol.reviewsChanged.method, null));
  }

  private async list(token: CancellationToken): Promise<protocol.ReviewList> {
    const { workspace } = this.sync;
    const found: protocol.ReviewView[] = [];
    let accepted = 0;
    for (const [folder, { reviews, fileOf }] of this.sidecars.all()) {
      accepted += reviews.baseline.length;
      for (const [path, some] of reviews.byArticle()) {
        found.push(...reviewViews(workspace, folder, path === null ? null : fileOf(path), path, some));
        await turn(); // each may mean reading an article
        if (token.isCancellationRequested) throw cancelled();
      }
    }
    return { reviews: found.sort((a, b) => (a.id > b.id ? -1 : 1)), accepted };
  }

  /** Accepts what is found and not reviewed yet. Returns how many findings that were. */
  private async accept(uri: string | null, token: CancellationToken): Promise<number> {
    const { workspace } = this.sync;
    const only = uri === null ? null : this.folders.holderOf(keyOf(uri));
    const found = new Map<string, Accepted[]>();
    for (const file of workspace.articles()) {
      const folder = this.folders.holderOf(file);
      if (folder === null || (uri !== null && folder !== only)) continue;
      found.set(folder, [...(found.get(folder) ?? []), ...this.unreviewed(file)]);
      await turn();
      if (token.isCancellationRequested) throw cancelled();
    }
    let accepted = 0;
    for (const [folder, all] of found) accepted += await this.sidecars.accept(folder, all);
    return accepted;
  }

  private unreviewed(file: string): Accepted[] {
    const { sync, sidecars, folders } = this;
    const shown = shownFindings(sync.workspace.findings(file), folders.settings(file));
    return review(sync.workspace, file, shown, sidecars.of(file)).findings.flatMap(({ finding, remarks }) => {
      if (remarks.some(({ kind }) => kind !== 'note')) return [];
      const about = aboutOf(sync.workspace, file, folders.pathIn(file), finding);
      return about === null ? [] : [{ kind: 'accepted' as const, ...about }];
    });
  }
}
