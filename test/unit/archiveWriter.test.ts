import { describe, expect, it } from 'vitest';
import type { Request } from '../../server/src/archive/connection.js';
import { deletion, emptyReport, Writer, writing } from '../../server/src/archive/writer.js';

/** Longer than what goes in one request. */
const long = 'x'.repeat(4_000_001);

async function* acts(...names: readonly string[]) {
  for (const name of names) yield writing(name, `${name}.txt`, { text: long });
}

const done = (count: number): object => ({
  items: Array.from({ length: count }, () => ({ index: { status: 201, result: 'created' } })),
});

/** An engine that answers when it is told to. */
function heldEngine() {
  const asked: { answer: () => void; fail: () => void }[] = [];
  const send = (): Promise<never> =>
    new Promise((resolve, reject) => {
      asked.push({ answer: () => resolve(done(1) as never), fail: () => reject(new Error('refused')) });
    });
  return { asked, send };
}

describe('writing to an archive', () => {
  it('puts what is small into one request, and says what was done', async () => {
    const requests: Request[] = [];
    const send = async (request: Request): Promise<never> => {
      requests.push(request);
      return { items: [{ index: { status: 200 } }, { delete: { status: 200, result: 'deleted' } }] } as never;
    };
    const report = emptyReport();
    const both = async function* () {
      yield writing('1', 'a.txt', { text: 'The bridge is open.' });
      yield deletion('2', 'b.txt');
    };
    await new Writer({ send }, 'articles', report).write(both());
    expect(requests.map(({ path, lines }) => [path, lines])).toEqual([
      ['/articles/_bulk', ['{"index":{"_id":"1"}}', '{"text":"The bridge is open."}', '{"delete":{"_id":"2"}}']],
    ]);
    expect(report).toMatchObject({ written: 1, deleted: 1, skipped: [] });
  });

  it('has two requests on their way, and asks for no more articles before one is answered', async () => {
    const { asked, send } = heldEngine();
    const report = emptyReport();
    const written = new Writer({ send }, 'articles', report).write(acts('a', 'b', 'c'));
    await expect.poll(() => asked.length).toBe(2);
    asked[1]!.answer();
    await expect.poll(() => asked.length).toBe(3);
    expect(report.written).toBe(1);
    for (const { answer } of asked) answer();
    await written;
    expect(report.written).toBe(3);
  });

  it('says that a request failed, the last one too, and asks for no more articles then', async () => {
    const { asked, send } = heldEngine();
    let last = '';
    const named = async function* () {
      for await (const act of acts('a', 'b', 'c', 'd')) {
        last = act.path;
        yield act;
      }
    };
    const written = new Writer({ send }, 'articles', emptyReport()).write(named());
    await expect.poll(() => asked.length).toBe(2);
    asked[0]!.fail();
    await expect(written).rejects.toThrow('refused');
    asked[1]!.answer();
    expect(last).toBe('b.txt');

    const only = heldEngine();
    const failing = new Writer({ send: only.send }, 'articles', emptyReport()).write(acts('a'));
    await expect.poll(() => only.asked.length).toBe(1);
    only.asked[0]!.fail();
    await expect(failing).rejects.toThrow('refused');
  });
});
