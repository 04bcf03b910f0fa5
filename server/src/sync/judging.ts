import type { Opinion } from '../core/relations/opinion.js';
import type { JudgedPair, SentencePair } from '../workspace/store/unjudged.js';
import type { Workspace } from '../workspace/workspace.js';

/** Whoever reads pairs of sentences, mostly in another thread. */
export interface SecondReader {
  /** One opinion a pair, in order. Rejects where the reader is gone. */
  judge(pairs: readonly Pick<SentencePair, 'a' | 'b'>[]): Promise<readonly Opinion[]>;
}

/** Pairs asked for at a time: some tenths of a second of the judge's work, after which newer edits go first. Chosen. */
const pairsAtOnce = 32;
/** Pairs of the whole workspace that are looked up at a time, because looking means walking all relations. Chosen. */
const pairsLookedUp = 2048;

/** What judging asks of its surroundings. */
export interface JudgingContext {
  /** The workspace as it is now: a rebuild replaces it. */
  workspace(): Workspace;
  /** Files that somebody looks at: their pairs are judged first. */
  first(): readonly string[];
  /** Whether the others' turn has come: not while files are still being read. */
  all(): boolean;
  /** The cross references of these files changed. */
  changed(files: ReadonlySet<string>): void;
  /** The judge failed for good; everything else goes on. */
  failed(error: unknown): void;
}

/**
 * Brings the judge what is related and not yet judged, a few pairs at a time: those of open articles first, then the
 * rest. Nobody waits for it, and what it says of pairs that are gone in the meantime is kept for when they come back.
 */
export class Judging {
  private isRunning = false;
  private isStopped = false;
  /** Pairs of the whole workspace that were looked up and not brought yet. */
  private backlog: readonly SentencePair[] = [];

  constructor(
    private readonly judge: SecondReader,
    private readonly context: JudgingContext,
  ) {}

  /** Whether there is something that the judge is reading. */
  get isBusy(): boolean {
    return this.isRunning;
  }

  /** Something may be there to judge. Resolves when nothing is left, or the judge failed; never rejects. */
  async wake(): Promise<void> {
    if (this.isRunning || this.isStopped) return;
    this.isRunning = true;
    try {
      for (let pairs = this.next(); pairs.length > 0 && !this.isStopped; pairs = this.next()) await this.bring(pairs);
    } catch (error) {
      this.isStopped = true;
      this.context.failed(error);
    } finally {
      this.isRunning = false;
    }
  }

  stop(): void {
    this.isStopped = true;
  }

  private async bring(pairs: readonly SentencePair[]): Promise<void> {
    const opinions = await this.judge.judge(pairs);
    const judged = pairs.map(
      ({ pair, files, slots }, i): JudgedPair => ({ pair, files, heard: { ...opinions[i]!, ...slots } }),
    );
    this.context.changed(this.context.workspace().hear(judged));
  }

  private next(): readonly SentencePair[] {
    const workspace = this.context.workspace();
    for (const file of this.context.first()) {
      const pairs = workspace.unjudged(pairsAtOnce, file);
      if (pairs.length > 0) return pairs;
    }
    if (!this.context.all()) return [];
    if (this.backlog.length === 0) this.backlog = workspace.unjudged(pairsLookedUp);
    const pairs = this.backlog.slice(0, pairsAtOnce);
    this.backlog = this.backlog.slice(pairsAtOnce);
    return pairs;
  }
}
