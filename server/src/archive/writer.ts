import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../../../l10n/say.js';
import type { Connection } from './connection.js';
import { ArchiveFailure } from './failure.js';
import { UnderWay } from './underWay.js';

export interface LoadReport {
  written: number;
  /** There already, word for word. */
  same: number;
  deleted: number;
  /** What is no article, and what the archive did not take: of each the path, and why. */
  readonly skipped: { readonly path: string; readonly why: string }[];
}

export const emptyReport = (): LoadReport => ({ written: 0, same: 0, deleted: 0, skipped: [] });

/** Characters in one request: more at once costs the engine memory and gains nothing. */
const mostCharacters = 4_000_000;
/** Requests on their way at a time: from some dozens on the engine refuses them. */
const onTheirWay = 2;
/** Milliseconds before a refused request is sent again, at first; each time twice as many. */
const firstPause = 500;
/** So often a request is sent in all: for about two minutes an archive may be away. */
const tries = 9;

/** What is done: lines of JSON, the second of them the article where one is written. */
interface Act {
  readonly path: string;
  readonly lines: readonly string[];
  readonly isDeletion: boolean;
}

interface Written {
  readonly items: readonly Readonly<
    Record<string, { readonly status: number; readonly result?: string; readonly error?: { readonly type?: string } }>
  >[];
}

/** Writes articles in few large requests. Each may be sent again: what is there is written over with the same. */
export class Writer {
  private acts: Act[] = [];
  private characters = 0;
  private readonly sent = new UnderWay(onTheirWay);

  constructor(
    private readonly connection: Connection,
    private readonly index: string,
    private readonly report: LoadReport,
  ) {}

  async write(id: string, path: string, article: object): Promise<void> {
    await this.add(path, false, { index: { _id: id } }, article);
  }

  async delete(id: string, path: string): Promise<void> {
    await this.add(path, true, { delete: { _id: id } });
  }

  /** Resolves when all is written. */
  async end(): Promise<void> {
    await this.flush();
    await this.sent.end();
  }

  private async add(path: string, isDeletion: boolean, ...parts: readonly object[]): Promise<void> {
    const lines = parts.map((part) => JSON.stringify(part));
    this.acts.push({ path, lines, isDeletion });
    this.characters += lines.reduce((sum, { length }) => sum + length, 0);
    if (this.characters > mostCharacters) await this.flush();
  }

  private async flush(): Promise<void> {
    const { acts } = this;
    this.acts = [];
    this.characters = 0;
    if (acts.length === 0) return;
    await this.sent.begin(() => this.send(acts));
  }

  /** @throws where the archive does not take them for some minutes. */
  private async send(acts: readonly Act[]): Promise<void> {
    let left = acts;
    for (let tried = 1; ; tried++) {
      const refused = await this.attempt(left).catch((error: unknown) => {
        if (!isPassing(error) || tried === tries) throw error;
        return left;
      });
      if (refused.length === 0) return;
      if (tried === tries) throw new ArchiveFailure(say`It has too much to do.`, 429);
      left = refused;
      await pause(firstPause * 2 ** (tried - 1));
    }
  }

  /** Returns what the engine had no room for. */
  private async attempt(acts: readonly Act[]): Promise<readonly Act[]> {
    const { items } = await this.connection.send<Written>({
      method: 'POST',
      path: `/${this.index}/_bulk`,
      query: { filter_path: 'items.*.status,items.*.result,items.*.error.type' },
      lines: acts.flatMap(({ lines }) => lines),
    });
    return acts.filter((act, at) => {
      const item = Object.values(items[at] ?? {})[0];
      if (item === undefined || item.status === 429 || item.status >= 500) return true;
      if (act.isDeletion) this.report.deleted += item.result === 'deleted' ? 1 : 0;
      else if (item.status < 300) this.report.written++;
      else
        this.report.skipped.push({
          path: act.path,
          why: say`The archive did not take it (${item.status}, ${item.error?.type ?? ''}).`,
        });
      return false;
    });
  }
}

/** Whether it may be otherwise in a while: no answer, too much to do, or a machine that has just gone. */
const isPassing = (error: unknown): boolean =>
  error instanceof ArchiveFailure && (error.status === null || error.status === 429 || error.status >= 500);
