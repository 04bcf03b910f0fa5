import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { webIndexStore } from '../../server/src/sync/browser/webIndexStore.js';
import type { Snapshot } from '../../server/src/workspace/store/snapshot.js';
import { courier, gazette } from '../session/articles.js';
import { openBrowser } from '../vscode/browser.js';

declare global {
  interface Window {
    storeFor: typeof webIndexStore;
    /** What a workspace of these texts leaves to the next. */
    snapshotOf(texts: Record<string, string>): Snapshot;
    /** The same for snapshots with the same in them, numbers included. */
    shown(snapshot: Snapshot | null): string | null;
  }
}

/** Put into a page: the store as it ships, and a workspace that leaves something. */
const code = `
  import { webIndexStore } from './server/src/sync/browser/webIndexStore.ts';
  import { recordOf } from './server/src/workspace/factsRecord.ts';
  import { Workspace } from './server/src/workspace/workspace.ts';
  window.storeFor = webIndexStore;
  window.snapshotOf = (texts) => {
    const workspace = new Workspace();
    for (const [file, text] of Object.entries(texts)) workspace.set(file, text);
    return workspace.snapshot();
  };
  const numbersOf = (facts) => {
    const record = recordOf(facts);
    const numbers = new Int32Array(record.length);
    record.copyTo(numbers, 0);
    return [...numbers];
  };
  window.shown = (snapshot) =>
    snapshot &&
    JSON.stringify({
      files: snapshot.files.map(({ file, digest, facts }) => [file, digest, facts && numbersOf(facts)]),
      relations: [...snapshot.relations],
      opinions: [[...snapshot.opinions.pairs], [...snapshot.opinions.opinions]],
    });
`;
const texts = { 'gazette.txt': gazette, 'courier.txt': courier };
const place = 'vscode-userdata:/bay';

let script = '';
let browser: Browser;
beforeAll(async () => {
  const bundle = { bundle: true, write: false, format: 'iife', target: 'es2022', platform: 'browser' } as const;
  const stdin = { contents: code, resolveDir: process.cwd(), loader: 'ts' } as const;
  const { outputFiles } = await build({ ...bundle, stdin, mainFields: ['browser', 'module', 'main'] });
  script = (outputFiles[0] as { text: string }).text;
  browser = await openBrowser();
}, 120_000);
afterAll(() => browser?.close());

describe('the index in the database of a browser', () => {
  let page: Page;
  /** Each test has a browser that has stored nothing. */
  beforeEach(async () => {
    const context = await browser.newContext();
    await context.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<html></html>' }));
    await context.addInitScript(script);
    page = await context.newPage();
    await page.goto('http://localhost:9/');
  });
  afterEach(() => page.context().close());

  const save = (at = place, version = 'one', only = texts as Record<string, string>): Promise<void> =>
    page.evaluate(([where, name, all]) => window.storeFor(where, () => name).save(window.snapshotOf(all)), [
      at,
      version,
      only,
    ] as const);
  const load = (at = place, version = 'one'): Promise<string | null> =>
    page.evaluate(async ([where, name]) => window.shown(await window.storeFor(where, () => name).load()), [
      at,
      version,
    ] as const);
  const expected = (only: Record<string, string> = texts): Promise<string | null> =>
    page.evaluate((all) => window.shown(window.snapshotOf(all)), only);
  /** How many records lie in a store of the database. */
  const count = (store: string): Promise<number> =>
    page.evaluate(async (name) => {
      const answer = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve) => {
          request.onsuccess = () => resolve(request.result);
        });
      const database = await answer(indexedDB.open('second-source'));
      const found = await answer(database.transaction(name).objectStore(name).count());
      database.close();
      return found;
    }, store);

  it('is there at the next start, to the last number', async () => {
    expect(await load()).toBeNull();
    await save();
    await page.reload();
    const found = await load();
    expect(found).toContain('gazette.txt');
    expect(found).toBe(await expected());
  });

  it('holds for one version, and another takes its place', async () => {
    await save();
    expect(await load(place, 'two')).toBeNull();
    await save(place, 'two');
    expect(await load(place, 'one')).toBeNull();
    expect(await load(place, 'two')).toBe(await expected());
    expect(await count('indexes')).toBe(1);
  });

  it('is kept of eight workspaces; that which was stored first goes', async () => {
    for (let k = 1; k <= 8; k++) await save(`bay ${k}`);
    await save('bay 1');
    const parts = await count('parts');
    await save('bay 9');
    expect(await load('bay 2')).toBeNull();
    for (const at of ['bay 1', 'bay 3', 'bay 9']) expect(await load(at)).toBe(await expected());
    expect([await count('indexes'), await count('parts')]).toEqual([8, parts]);
  });

  /** What may befall what is stored; `database` is open. */
  const damages: Record<string, (stored: IDBTransaction) => void> = {
    'a word of it is another': (stored) => {
      const parts = stored.objectStore('parts');
      parts.openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue>).result;
        cursor.value.part.files.names[0] = 'another.txt';
        cursor.update(cursor.value);
      };
    },
    'a number of it is another': (stored) => {
      const parts = stored.objectStore('parts');
      parts.openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue>).result;
        cursor.value.part.records[20] ^= 1;
        cursor.update(cursor.value);
      };
    },
    'a part is gone': (stored) => {
      stored.objectStore('parts').clear();
    },
    'a part is something else': (stored) => {
      const parts = stored.objectStore('parts');
      parts.openCursor().onsuccess = ({ target }) => {
        (target as IDBRequest<IDBCursorWithValue>).result.update('what is this?');
      };
    },
    'it says that it has another length': (stored) => {
      const indexes = stored.objectStore('indexes');
      indexes.openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue>).result;
        cursor.update({ ...cursor.value, files: 7 });
      };
    },
  };
  for (const [what, damage] of Object.entries(damages))
    it(`is forgotten where ${what}, and stored anew`, async () => {
      await save();
      await save('another bay');
      await page.evaluate(
        (change) =>
          new Promise<void>((resolve) => {
            indexedDB.open('second-source').onsuccess = ({ target }) => {
              const { result: database } = target as IDBOpenDBRequest;
              const stored = database.transaction(['indexes', 'parts'], 'readwrite');
              new Function('stored', `(${change})(stored)`)(stored);
              stored.oncomplete = () => {
                database.close();
                resolve();
              };
            };
          }),
        damage.toString(),
      );
      expect(await load()).toBeNull();
      expect(await load('another bay')).toBeNull(); // who knows what befell that
      await save();
      expect(await load()).toBe(await expected());
    });

  it('takes the place of a database of somebody else that has its name', async () => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open('second-source', 7);
          request.onupgradeneeded = () => request.result.createObjectStore('recipes');
          request.onsuccess = () => {
            request.result.close();
            resolve();
          };
        }),
    );
    expect(await load()).toBeNull();
    await save();
    expect(await load()).toBe(await expected());
  });

  it('stays as it was where another cannot be written to the end, which is told', async () => {
    await save();
    await page.evaluate(() => {
      const { add } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.add = function (...given) {
        if (this.name === 'parts') throw new DOMException('there is no room', 'QuotaExceededError');
        return add.apply(this, given);
      };
    });
    await expect(save(place, 'two')).rejects.toThrow('there is no room');
    expect(await load()).toBe(await expected());
  });

  it.each([
    ['has no database', () => Reflect.deleteProperty(window, 'indexedDB')],
    [
      'refuses it',
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('The user denied permission', 'SecurityError');
        };
      },
    ],
    [
      'never answers',
      () => {
        IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest;
      },
    ],
  ])('is not there, and nobody is told, where the browser %s', async (_, refuse) => {
    await page.clock.install();
    await page.evaluate(refuse);
    const saved = save();
    const found = load();
    await page.clock.runFor(20_000);
    expect(await Promise.all([saved, found])).toEqual([undefined, null]);
  });
});
