import { expect, it } from 'vitest';
import type { Connection } from '../../server/src/archive/connection.js';
import { Printed } from '../../server/src/archive/printed.js';
import { word } from '../../server/src/archive/storedArticle.js';
import { read } from '../../server/src/core/reading.js';
import { archivedFile } from '../../server/src/sync/archive.js';
import { factsOf } from '../../server/src/workspace/facts.js';

const front = (more: string): string => `---\noutlet: Bay Courier\n${more}---\n`;
const body = [
  'The northern bridge of Karvel was closed to ambulances on Friday, the harbour office said.',
  'Reporters of the Bay Courier in three towns contributed to this article on the day.',
].join('\n\n');

/** An engine in which other articles have this sentence, too, and none any other. */
const knowing = (sentence: number) => ({
  search: async () => ({
    aggregations: {
      lines: {
        buckets: [
          { key: word(sentence), days: { buckets: [{ key: 7 }, { key: 8 }] }, undated: { files: { buckets: [] } } },
        ],
      },
    },
  }),
});

it.each([
  ['on its day', 'date: 1970-02-01\n', { days: [31], undated: [] }],
  ['in it, where its day is not known', '', { days: [], undated: [archivedFile('news', 'a.txt')] }],
])('a sentence that one article of the archive alone has was printed %s', async (_, day, printedOnce) => {
  const text = front(day) + body;
  const facts = factsOf(read(text, 'a.txt'))!;
  const [first, second] = [...facts.printed].filter((key) => key !== 0) as [number, number];
  const asking = new Printed(knowing(second) as unknown as Connection, 'news').asking('index');
  const { signal } = new AbortController();
  const told = await asking([{ facts, copies: [{ file: archivedFile('news', 'a.txt'), text }] }], true, signal);
  expect(new Map(told.map((one) => [one.key, one]))).toEqual(
    new Map([
      [first, { key: first, ...printedOnce }],
      [second, { key: second, days: [7, 8], undated: [] }],
    ]),
  );
});
