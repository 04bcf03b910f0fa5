import type { Connection, Hit } from './connection.js';

/** The engine gives so many at most in one answer. */
const mostInAnswer = 10_000;

export interface Asked {
  readonly query: object;
  /** The field by which pages follow each other: no two articles have the same. It comes back as the first of `sort`. */
  readonly order: 'digest' | 'file';
  /** What comes back of each article besides: every one of them costs unpacking the article. */
  readonly fields: readonly string[];
}

/**
 * Everything that a query finds, in pages. Of more than fit into one, all are of one moment: articles that come or go
 * meanwhile move none from a page that was not read yet to one that was.
 */
export async function* pages<Source>(
  connection: Connection,
  index: string,
  { query, order, fields }: Asked,
  signal?: AbortSignal,
  size = mostInAnswer,
): AsyncGenerator<readonly Hit<Source>[]> {
  const wanted = fields.length === 0 ? { _source: false, stored_fields: '_none_' } : { _source: fields };
  const body = { size, query, sort: [{ [order]: 'asc' }], track_total_hits: false, ...wanted };
  const { hits } = (await connection.search<Source>(`/${index}/_search`, body, signal)).hits;
  if (hits.length < size) {
    yield hits;
    return;
  }
  const moment = await connection.send<{ pit_id: string }>(
    { method: 'POST', path: `/${index}/_search/point_in_time`, query: { keep_alive: '5m' } },
    signal,
  );
  try {
    for (let after: Hit<Source>['sort']; ; ) {
      const page = await connection.search<Source>(
        '/_search',
        { ...body, pit: { id: moment.pit_id, keep_alive: '5m' }, ...(after && { search_after: after }) },
        signal,
      );
      yield page.hits.hits;
      if (page.hits.hits.length < size) return;
      after = page.hits.hits.at(-1)?.sort;
    }
  } finally {
    const body = { pit_id: [moment.pit_id] };
    // it ends by itself where this does not reach anybody
    await connection.send({ method: 'DELETE', path: '/_search/point_in_time', body }).catch(() => undefined);
  }
}
