import * as v from 'valibot';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import * as protocol from '../../../protocol/src/index.js';
import { incidentReviewViews } from '../features/incidents.js';
import { reviewViews } from '../features/reviews.js';
import { placedIncidentReviews } from '../reviews/incidents.js';
import { type Accepted, aboutSchema, longest } from '../reviews/review.js';
import { aboutOf, review, staleRemarks } from '../reviews/reviewed.js';
import { shownFindings } from '../settings/settings.js';
import type { Folders } from '../sync/folders.js';
import type { Sidecars } from '../sync/sidecars.js';
import { turn } from '../sync/turn.js';
import { keyOf } from '../sync/uris.js';
import type { WorkspaceSync } from '../sync/workspaceSync.js';
import { DamagedFiles } from './damagedFiles.js';
import type { Editor } from './editor.js';
import type { FailureLog } from './failureLog.js';
import { answerIncidentChanges } from './incidentChanges.js';
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
    const { connection } = this;
    onRequest(
      connection,
      protocol.addReview,
      answer((given) => this.add(given)),
    );
    answerIncidentChanges(connection, answer, this.sync, this.sidecars);
    onRequest(
      connection,
      protocol.removeReview,
      answer(async (name) => {
        await this.remove(name);
        return null;
      }),
    );
    onRequest(
      connection,
      protocol.undoReview,
      answer(async () => ({ undone: await this.undo() })),
    );
    onRequest(
      connection,
      protocol.acceptBaseline,
      answer(({ uri }, token) => this.accept(uri, token)),
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

  /** Keeps a review as an editor gives it. Resolves when it is on the disk. */
  async add(given: unknown): Promise<{ readonly id: string }> {
    const parsed = v.safeParse(newReview, given);
    if (!parsed.success) throw refused(new Error(parsed.issues[0].message));
    const { uri, about, ...said } = parsed.output;
    const { id } = await this.sidecars.add(keyOf(uri), { ...about, ...said }).catch(refuse);
    return { id };
  }

  async remove({ folder, id }: protocol.ReviewName): Promise<void> {
    await this.sidecars.remove(folder, id).catch(refuse);
  }

  /** Takes the last step back. Returns what it was, or `null`. */
  async undo(): Promise<protocol.Label | null> {
    const undone = await this.sidecars.undo().catch(refuse);
    return undone === null ? null : protocol.label`${protocol.said(undone)}`;
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
    found.push(...incidentReviewViews(workspace, placedIncidentReviews(workspace, this.sidecars.ofIncidents())));
    return { reviews: found.sort((a, b) => (a.id > b.id ? -1 : 1)), accepted };
  }

  /**
   * Accepts what is found and not reviewed yet, and takes out of the baselines what is of nothing any more. Returns how many
   * findings came, and how many went.
   */
  async accept(uri: string | null, token: CancellationToken): Promise<protocol.AcceptedBaseline> {
    const only = uri === null ? null : this.folders.holderOf(keyOf(uri));
    const counts = { accepted: 0, removed: 0 };
    for (const [folder, { reviews }] of this.sidecars.all()) {
      if (uri !== null && folder !== only) continue;
      const found: Accepted[] = [];
      const stale = reviews.baseline.filter(({ target }) => reviews.isGone(target));
      for (const file of this.sync.workspace.articles()) {
        if (this.folders.holderOf(file) !== folder) continue;
        found.push(...this.unreviewed(file));
        stale.push(...staleRemarks(this.sync.workspace, file, this.sidecars.of(file)));
        await turn();
        if (token.isCancellationRequested) throw cancelled();
      }
      if (found.length + stale.length === 0) continue;
      const { added, removed } = await this.sidecars.accept(folder, found, stale).catch(refuse);
      counts.accepted += added;
      counts.removed += removed;
    }
    return counts;
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
