import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import type { Card } from './features/cards.js';
import type { Memory, Remembered } from './workspace/memory.js';

/** What one run leaves to the next. */
export interface Recollection {
  readonly memory: Memory;
  /** Cards by file; their texts are those of the files. */
  readonly cards: ReadonlyMap<string, Card>;
}

export interface IndexStore {
  /** `null` where nothing fits: nothing stored, damaged, or of another version. Never rejects. */
  load(): Promise<Recollection | null>;
  save(recollection: Recollection): Promise<void>;
}

/** One file of the store: its articles in parts, so that writing and reading them leaves room for other work. */
type Part = readonly (readonly [file: string, remembered: Remembered, card: Card | null])[];

const articlesPerPart = 64;
const digestLength = 32;

/**
 * Keeps an index in `folder`, in a file named by `version`: everything that what is stored depends on (the program, its
 * weights, the folders, the settings). A file is a run of parts, each a length, a SHA-256 and the structured clone of
 * its articles; it is written under another name and moved into place, so that of two windows on one folder the later
 * one wins and neither sees half a file.
 */
export function indexStore(folder: string, version: () => string): IndexStore {
  const path = (): string => join(folder, `${createHash('sha256').update(version()).digest('hex').slice(0, 32)}.index`);
  return {
    async load() {
      try {
        return await read(await readFile(path()));
      } catch {
        return null; // none yet, or damaged: then the folders are read anew, and stored anew
      }
    },
    async save(recollection) {
      await mkdir(folder, { recursive: true });
      const unfinished = `${path()}.${randomUUID()}`;
      const file = await open(unfinished, 'w');
      try {
        for (const part of parts(recollection)) {
          await file.write(sealed(part));
          await turn();
        }
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      } finally {
        await file.close();
      }
      await rename(unfinished, path());
      const older = (await readdir(folder))
        .map((name) => join(folder, name))
        .filter((name) => name.endsWith('.index') && name !== path());
      await Promise.all(older.map((name) => rm(name, { force: true })));
    },
  };
}

function* parts({ memory, cards }: Recollection): Generator<Part> {
  let part: [string, Remembered, Card | null][] = [];
  for (const [file, remembered] of memory) {
    const card = cards.get(file);
    part.push([file, remembered, card ? { ...card, text: '' } : null]);
    if (part.length < articlesPerPart) continue;
    yield part;
    part = [];
  }
  yield part;
}

function sealed(part: Part): Buffer {
  const body = serialize(part);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([length, createHash('sha256').update(body).digest(), body]);
}

/** @throws where the bytes are not those that were written. */
async function read(bytes: Buffer): Promise<Recollection> {
  const memory = new Map<string, Remembered>();
  const cards = new Map<string, Card>();
  for (let at = 0; at < bytes.length; ) {
    const from = at + 4 + digestLength;
    const to = from + bytes.readUInt32LE(at);
    const body = bytes.subarray(from, to);
    if (
      to > bytes.length ||
      !createHash('sha256')
        .update(body)
        .digest()
        .equals(bytes.subarray(at + 4, from))
    )
      throw new Error('the stored index is damaged');
    for (const [file, remembered, card] of deserialize(body) as Part) {
      memory.set(file, remembered);
      if (card !== null) cards.set(file, card);
    }
    at = to;
    await turn();
  }
  return { memory, cards };
}
