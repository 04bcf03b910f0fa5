import { expect, it } from 'vitest';
import type { Connection } from '../../server/src/archive/connection.js';
import { bytesOf } from '../../server/src/archive/packedFacts.js';
import { type Fetched, Readings } from '../../server/src/archive/readings.js';
import { read } from '../../server/src/core/reading.js';
import { factsOf } from '../../server/src/workspace/facts.js';
import { articles } from '../archive/articles.js';

it('a question hears of all articles, whatever another one has fetched meanwhile', async () => {
  const stored = Object.entries(articles).map(([file, text]): Fetched => {
    const packed = bytesOf(factsOf(read(text, file))!).toString('base64');
    return { file, digest: file, text, packed };
  });
  const search = async (_path: string, body: { query: { terms: { digest: string[] } } }) => ({
    hits: { hits: body.query.terms.digest.map((digest) => ({ _source: stored.find((one) => one.digest === digest) })) },
  });
  const readings = new Readings({ search } as unknown as Connection, 'news');
  const { signal } = new AbortController();
  const all = stored.map(({ digest }) => digest);
  for await (const _ of readings.of('index', all.slice(0, 5), signal));
  const heard: string[] = [];
  for await (const part of readings.of('index', all, signal)) {
    heard.push(...part.flatMap(({ copies }) => copies.map(({ text }) => text as string)));
    for await (const _ of readings.of('index', all.slice(5, 15), signal));
  }
  expect(heard.sort()).toEqual(Object.values(articles).sort());
});
