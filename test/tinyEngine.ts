import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as whole } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';

/** A document of the index, as far as it is looked at here. */
interface Stored extends Record<string, unknown> {
  readonly digest: string;
}

interface Asked {
  readonly query?: { readonly terms?: { readonly digest?: readonly string[] } };
  readonly aggs?: object;
}

type Answer = readonly [status: number, body: object];

/**
 * What a search engine answers over HTTP, as far as an archive of few articles asks it: it holds what it is given, and names
 * all of it whatever the question. Those who ask compare; a real engine is asked in `test/archive`.
 */
export class TinyEngine {
  /** What the credentials of a request must be, if any must. */
  credentials: string | null = null;
  /** Questions are neither answered nor refused. */
  isSilent = false;
  private readonly indices = new Map<string, Map<string, Stored>>();
  private readonly aliases = new Map<string, string>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<TinyEngine> {
    const server = createServer();
    const engine = new TinyEngine(server);
    server.on('request', (request, response) => void engine.hear(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return engine;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const isPacked = request.headers['content-encoding'] === 'gzip';
    const body = await whole(isPacked ? request.pipe(createGunzip()) : request);
    if (this.isSilent) return;
    const isKnown = this.credentials === null || request.headers.authorization === this.credentials;
    const path = decodeURIComponent(new URL(request.url ?? '/', this.url).pathname);
    const [status, answer]: Answer = isKnown
      ? this.answer(request.method ?? 'GET', path.slice(1).split('/'), body)
      : [401, { error: { type: 'security_exception' } }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  private answer(method: string, [index = '', action = '', id = '']: readonly string[], body: string): Answer {
    if (action === '_alias') {
      const found = this.aliases.get(id);
      return found === undefined ? [404, { error: 'alias missing' }] : [200, { [found]: {} }];
    }
    if (method === 'PUT' && action === '') {
      this.indices.set(index, new Map());
      for (const alias of Object.keys(JSON.parse(body).aliases ?? {})) this.aliases.set(alias, index);
      return [200, { acknowledged: true }];
    }
    const documents = this.indices.get(index);
    if (documents === undefined) return [404, { error: { type: 'index_not_found_exception' } }];
    if (action === '_bulk') return [200, { items: written(documents, body) }];
    if (action === '_mget')
      return [200, { docs: (JSON.parse(body).ids as string[]).map((one) => found(documents, one)) }];
    if (action === '_doc') return documents.has(id) ? [200, found(documents, id)] : [404, { found: false }];
    if (action === '_count') return [200, { count: documents.size }];
    if (action === '_search') return [200, searched(documents, JSON.parse(body) as Asked)];
    return [200, {}];
  }
}

const found = (documents: ReadonlyMap<string, Stored>, id: string): object =>
  documents.has(id) ? { _id: id, found: true, _source: documents.get(id) } : { _id: id, found: false };

function written(documents: Map<string, Stored>, body: string): object[] {
  const lines = body.split('\n').filter((line) => line !== '');
  const acts: object[] = [];
  for (let at = 0; at < lines.length; at += 2) {
    const id = JSON.parse(lines[at]!).index._id as string;
    documents.set(id, JSON.parse(lines[at + 1]!) as Stored);
    acts.push({ index: { status: 201, result: 'created' } });
  }
  return acts;
}

function searched(documents: ReadonlyMap<string, Stored>, { query, aggs }: Asked): object {
  const digests = query?.terms?.digest;
  const named = [...documents].filter(([, { digest }]) => digests === undefined || digests.includes(digest));
  const hits = named.map(([id, source]) => ({ _id: id, _source: source, sort: [source.digest] }));
  return {
    timed_out: false,
    _shards: { total: 1, successful: 1, failed: 0 },
    hits: { hits: aggs === undefined ? hits : [] },
    ...(aggs !== undefined && { aggregations: { lines: { buckets: [] } } }),
  };
}
