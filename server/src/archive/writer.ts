import { setTimeout as pause } from 'node:timers/promises';
import pMap from 'p-map';
import { say } from '../../../l10n/say.js';
import type { Connection } from './connection.js';
import { ArchiveFailure } from './failure.js';

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

/** What is done to one article: lines of JSON, the second of them the article where one is written. */
export interface Act {
  readonly path: string;
  readonly lines: readonly string[];
  readonly isDeletion: boolean;
}

export const writing = (id: string, path: string, article: object): Act => ({
  path,
  lines: [JSON.stringify({ index: { _id: id } }), JSON.stringify(article)],
  isDeletion: false,
});

export const deletion = (id: string, path: string): Act => ({
  path,
  lines: [JSON.stringify({ delete: { _id: id } })],
  isDeletion: true,
});

interface Written {
  readonly items: readonly Readonly<
    Record<string, { readonly status: number; readonly result?: string; readonly error?: { readonly type?: string } }>
  >[];
}

/** Writes articles in few large requests. Each may be sent again: what is there is written over with the same. */
export class Writer {
  constructor(
    private readonly connection: Pick<Connection, 'send'>,
    private readonly index: string,
    private readonly report: LoadReport,
  ) {}

  /** Resolves when all is done. @throws where a request fails, and the acts are not asked for any more then. */
  async write(acts: AsyncIterable<Act>): Promise<void> {
    await pMap(requests(acts), (request) => this.send(request), { concurrency: onTheirWay });
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

/** Acts that go in one request. */
async function* requests(acts: AsyncIterable<Act>): AsyncGenerator<readonly Act[]> {
  let request: Act[] = [];
  let characters = 0;
  for await (const act of acts) {
    request.push(act);
    for (const { length } of act.lines) characters += length;
    if (characters <= mostCharacters) continue;
    yield request;
    [request, characters] = [[], 0];
  }
  if (request.length > 0) yield request;
}
