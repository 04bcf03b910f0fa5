import type { Snapshot } from '../../workspace/store/snapshot.js';
import type { IndexStore } from '../indexStore.js';
import { type Head, headOf, type Part, partsOf, snapshotFrom } from '../snapshotParts.js';

const name = 'second-source';
/** So many workspaces are remembered, since pages of one address share what they store. Chosen. */
const mostIndexes = 8;
/** Milliseconds after which a database that does not open is taken for none. Chosen. */
const patience = 10_000;

/** An index; each of its parts lies by its number and their own. */
interface Index extends Head {
  /** Given by the database; it grows. */
  readonly number?: number;
  readonly place: string;
  /** SHA-256 of what it depends on. */
  readonly version: string;
  readonly parts: number;
}

interface Sealed {
  readonly part: Part;
  readonly seal: string;
}

/**
 * Keeps an index of the workspace `place` in the database that a browser gives a page, by `version`: everything that what is
 * stored depends on. It is written in one transaction, so that nobody sees half of it, and takes the place of any other of its
 * workspace. Where the browser has no database, or refuses it, nothing is stored. What is damaged or not of our making is
 * forgotten.
 */
export const webIndexStore = (place: string, version: () => string): IndexStore => ({
  place: 'what the browser keeps for this page',
  async load() {
    const database = await opened();
    if (database === null) return null;
    const found = await read(database, place, await sha256(version())).catch(() => 'damaged' as const);
    database.close();
    if (found !== 'damaged') return found;
    indexedDB.deleteDatabase(name);
    return null;
  },
  async save(snapshot) {
    const database = await opened();
    if (database === null) return;
    try {
      await write(database, place, await sha256(version()), snapshot);
    } finally {
      database.close();
    }
  },
});

/** `null` where there is no database to be had. One of another layout is forgotten, and there anew the next time. */
async function opened(): Promise<IDBDatabase | null> {
  try {
    // pages that do not come by a safe way have none, and nothing to seal with
    if (globalThis.indexedDB === undefined || globalThis.crypto?.subtle === undefined) return null;
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('indexes', { keyPath: 'number', autoIncrement: true });
      request.result.createObjectStore('parts');
    };
    const opening = answered(request);
    const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
    const database = await Promise.race([opening, tooLate]);
    // whoever wants to forget it need not wait for us
    if (database !== null) database.onversionchange = () => database.close();
    else void opening.then((late) => late.close()).catch(() => undefined);
    return database;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'VersionError') indexedDB.deleteDatabase(name);
    return null;
  }
}

/** `null` where there is none. @throws where it is not what was written. */
async function read(database: IDBDatabase, place: string, version: string): Promise<Snapshot | null> {
  const transaction = database.transaction(['indexes', 'parts']);
  const parts = transaction.objectStore('parts');
  const indexes: Index[] = await answered(transaction.objectStore('indexes').getAll());
  const index = indexes.find((one) => one.place === place && one.version === version);
  if (index?.number === undefined) return null;
  // all of them first: a transaction ends where one waits for anything else
  const stored: Sealed[] = [];
  for (let k = 0; k < index.parts; k++) {
    const part: Sealed | undefined = await answered(parts.get([index.number, k]));
    if (part === undefined) throw new Error('it was cut');
    stored.push(part);
  }
  for (const { part, seal } of stored) if ((await sealOf(part)) !== seal) throw new Error('it is damaged');
  return snapshotFrom(
    index,
    stored.map(({ part }) => part),
  );
}

async function write(database: IDBDatabase, place: string, version: string, snapshot: Snapshot): Promise<void> {
  const stored: Sealed[] = [];
  for (const part of partsOf(snapshot)) stored.push({ part, seal: await sealOf(part) });
  const transaction = database.transaction(['indexes', 'parts'], 'readwrite');
  const committed = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  const fill = async (): Promise<void> => {
    const indexes = transaction.objectStore('indexes');
    const parts = transaction.objectStore('parts');
    const before: Index[] = await answered(indexes.getAll());
    const others = before.filter((one) => one.place !== place);
    for (const { number } of before.filter((one) => !others.slice(-(mostIndexes - 1)).includes(one))) {
      indexes.delete(number as number);
      parts.delete(IDBKeyRange.bound([number], [number, []])); // a list comes after all numbers
    }
    const index: Index = { place, version, parts: stored.length, ...headOf(snapshot) };
    const number = await answered(indexes.add(index));
    for (const [k, part] of stored.entries()) await answered(parts.add(part, [number, k]));
  };
  const filled = fill().catch((error: unknown) => {
    transaction.abort(); // else what was written until then would stay
    throw error;
  });
  await Promise.all([filled, committed]);
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const isNumbers = (value: unknown): value is ArrayBufferView<ArrayBuffer> => ArrayBuffer.isView(value);

/** SHA-256 of a part: of JSON of what is words, then of all numbers, as bytes. */
async function sealOf(part: Part): Promise<string> {
  const numbers: ArrayBufferView<ArrayBuffer>[] = [];
  const words = JSON.stringify(part, (_, value: unknown) =>
    isNumbers(value) ? [value.constructor.name, value.byteLength, numbers.push(value)] : value,
  );
  return sha256(words, numbers);
}

async function sha256(words: string, numbers: readonly ArrayBufferView<ArrayBuffer>[] = []): Promise<string> {
  const bytes = await new Blob([words, ...numbers]).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
