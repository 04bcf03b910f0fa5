import type { Workbench } from '../workbench.js';
import { assertReport } from './report.js';

/** In a browser what was found outlives the window in a database of the page; all of the folder has been compared. */
export function describeKept(workbench: Workbench): void {
  const { page } = workbench;
  const article = 'northwire-sarvino-market.txt';
  /** Opens the window anew, and waits until all is compared. */
  const openAnew = async (): Promise<void> => {
    await page.reload();
    await workbench.openArticle(article);
    await workbench.mark(article).waitFor();
    await workbench.compared();
  };

  describe('What was found', () => {
    it('is known at the next start, with what the judge said', async () => {
      await page.evaluate(untilKept);
      await openAnew();
      await workbench.command('Output: Show Output Channels...');
      await workbench.choose('Second Source');
      await page.locator('.view-line', { hasText: '7 of 7 files have not changed since the last start' }).waitFor();
      await workbench.command('View: Hide Panel');
      await assertReport(workbench);
    });

    it('is found out anew where it is damaged, and is the same', async () => {
      await page.evaluate(damage);
      await openAnew();
      await assertReport(workbench);
    });
  });
}

/** Runs in the page: waits until the index is stored with opinions of the judge. */
async function untilKept(): Promise<void> {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  for (;;) {
    const there = await indexedDB.databases();
    if (there.some(({ name }) => name === 'second-source')) {
      const database = await answer(indexedDB.open('second-source'));
      const indexes = await answer(database.transaction('indexes').objectStore('indexes').getAll());
      database.close();
      if (indexes.some(({ opinions }) => opinions > 0)) return;
    }
    await new Promise(requestAnimationFrame);
  }
}

/** Runs in the page: changes what is stored of the first articles. */
function damage(): Promise<void> {
  return new Promise((resolve, reject) => {
    indexedDB.open('second-source').onsuccess = ({ target }) => {
      const { result: database } = target as IDBOpenDBRequest;
      const transaction = database.transaction('parts', 'readwrite');
      transaction.objectStore('parts').openCursor().onsuccess = (event) => {
        const cursor = (event.target as IDBRequest<IDBCursorWithValue>).result;
        cursor.value.part.records.fill(0);
        cursor.update(cursor.value);
      };
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}
