import type { Judge, NoJudge } from '../judge/judge.js';
import { Debounce } from './debounce.js';
import { Judging, type SecondReader } from './judging.js';
import type { SyncEvents, WorkspaceSync } from './workspaceSync.js';

/**
 * The judge and its work in a running server. Until it has loaded, and for whatever it has not read yet, only reused
 * text is marked; where it cannot be loaded, or is lost for good, claims are compared by their words alone.
 */
export class SecondLook {
  /** What a person should know of it, a sentence each. */
  notices: readonly string[] = [];
  private isLoading = false;
  private judging: Judging | null = null;
  private judge: SecondReader | null = null;
  private readonly debounce: Debounce;

  constructor(
    private readonly load: (() => Promise<Judge | NoJudge>) | undefined,
    private readonly sync: WorkspaceSync,
    private readonly isRead: () => boolean,
    private readonly events: SyncEvents,
    private readonly judged: () => Promise<void>,
    delay: number,
  ) {
    this.debounce = new Debounce(delay, () => this.look());
  }

  start(): void {
    if (this.load === undefined) return;
    this.isLoading = true;
    this.load().then(
      (judge) => ('error' in judge ? this.lose(judge.error) : this.adopt(judge)),
      (error: unknown) => this.lose(String(error)),
    );
  }

  /** Who reads pairs for whoever asks; `null` where there is no judge, or none yet. */
  get reader(): SecondReader | null {
    return this.judging === null ? null : this.judge;
  }

  /** Whether the judge is reading, or soon will be: more may be marked when it is done. */
  get isBusy(): boolean {
    return this.isLoading || this.debounce.isDue || (this.judging?.isBusy ?? false);
  }

  /** Something may be there to judge. */
  soon(): void {
    if (this.judging !== null) this.debounce.soon();
  }

  stop(): void {
    this.isLoading = false;
    this.debounce.cancel();
    this.judging?.stop();
    this.judging = null;
  }

  private look(): void {
    void this.judging?.wake().then(() => {
      this.events.status();
      if (!this.isBusy && this.isRead()) void this.judged();
    });
    this.events.status();
  }

  private adopt(judge: Judge): void {
    this.isLoading = false;
    this.judge = judge;
    this.judging = new Judging(judge, {
      workspace: () => this.sync.workspace,
      first: this.sync.openFiles,
      all: this.isRead,
      changed: (files) => {
        this.sync.unsaved = true;
        this.events.changed(files);
      },
      failed: (error) => {
        this.events.failed('the judge', error);
        this.lose(error instanceof Error ? error.message : String(error));
      },
    });
    this.look();
  }

  private lose(reason: string): void {
    this.stop();
    this.notices = [`Claims are compared by their words alone: ${reason}`];
    this.events.changed(this.sync.withoutJudge());
    this.events.status();
  }
}
