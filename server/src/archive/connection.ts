import { Client } from '@opensearch-project/opensearch';
import { say } from '../../../l10n/say.js';
import type { ArchiveAddress } from '../sync/archive.js';
import { clientOptions } from './address.js';
import { ArchiveFailure, failureOf } from './failure.js';

/** Another machine of the archive is asked so many times where one does not answer. */
const retries = 3;

/** A request as the engine's reference has it. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD';
  readonly path: string;
  readonly query?: Record<string, string | number | boolean>;
  readonly body?: object;
  /** Lines of JSON, as `_bulk` wants them. */
  readonly lines?: readonly string[];
}

export interface Hit<Source> {
  readonly _id: string;
  readonly _source: Source;
  readonly fields?: Readonly<Record<string, readonly (string | number)[]>>;
  readonly sort?: readonly (string | number)[];
}

/** The part of an answer to a search that is read here. */
export interface SearchAnswer<Source> {
  readonly timed_out: boolean;
  readonly _shards: { readonly total: number; readonly successful: number };
  readonly hits: { readonly hits: readonly Hit<Source>[] };
  readonly aggregations?: Readonly<Record<string, { readonly buckets: readonly Bucket[] }>>;
}

export interface Bucket {
  readonly key: string | number;
  readonly doc_count: number;
  readonly days?: { readonly buckets: readonly Bucket[] };
  readonly undated?: { readonly files: { readonly buckets: readonly Bucket[] } };
}

/**
 * What goes over the wire to one archive. Rejects with an `ArchiveFailure`, and with nothing else. Nothing is compressed on
 * the way: most of it is packed, and the engine would take longer to pack it once more than to look for it.
 */
export class Connection {
  private readonly client: Client;

  /** `patience`: milliseconds that one machine has for an answer. */
  constructor(address: ArchiveAddress, patience: number) {
    this.client = new Client({
      ...clientOptions(address),
      maxRetries: retries,
      requestTimeout: patience,
    });
  }

  async send<Answer>({ method, path, query, body, lines }: Request, signal?: AbortSignal): Promise<Answer> {
    if (signal?.aborted) throw new ArchiveFailure(say`The question was given up.`);
    const sent = this.client.transport.request({
      method,
      path,
      ...(query && { querystring: query }),
      ...(body && { body }),
      ...(lines && { bulkBody: [...lines] }),
    });
    // what a listener returns may be a promise to Node, and one that nobody listens to
    const abort = (): void => {
      sent.abort();
    };
    signal?.addEventListener('abort', abort);
    try {
      return (await sent).body as Answer;
    } catch (error) {
      throw failureOf(error);
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /**
   * What is found in all parts of an index: an answer in which one is missing is none. A part that is gone with its machine
   * leaves an answer that looks well, but for the number of parts that were asked.
   */
  async search<Source>(path: string, body: object, signal?: AbortSignal): Promise<SearchAnswer<Source>> {
    const answer = await this.send<SearchAnswer<Source>>(
      { method: 'POST', path, body, query: path.startsWith('/_search') ? {} : { allow_partial_search_results: false } },
      signal,
    );
    const { _shards: parts, timed_out } = answer;
    if (timed_out || parts.successful !== parts.total) throw new ArchiveFailure(say`Only a part of it answered.`);
    return answer;
  }

  async close(): Promise<void> {
    await this.client.close();
  }
}
