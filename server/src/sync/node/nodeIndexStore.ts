import { createHash } from 'node:crypto';
import { constants, type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Snapshot } from '../../workspace/store/snapshot.js';
import type { IndexStore } from '../indexStore.js';
import { type Head, headOf, type Part, partsOf, snapshotFrom } from '../snapshotParts.js';
import { turn } from '../turn.js';
import { writeWhole } from './writeWhole.js';

/** Opening a named pipe would wait for somebody who writes. */
const neverWaits = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
/** Bytes before each part: its length, then its SHA-256. */
const lengthBytes = 4;
const digestBytes = 32;

/**
 * Keeps an index in `folder`, in a file named by `version`: everything that what is stored depends on (the program, its
 * weights, the folders, the settings). A file is a head and a run of parts, each with its length, its SHA-256, records of
 * articles and a structured clone of the rest; it is written under another name and moved into place, so that of two
 * windows on one folder the later one wins and neither sees half a file.
 */
export function nodeIndexStore(folder: string, version: () => string): IndexStore {
  const path = (): string => join(folder, `${createHash('sha256').update(version()).digest('hex').slice(0, 32)}.index`);
  return {
    place: folder,
    async load() {
      try {
        const file = await open(path(), neverWaits);
        try {
          return await read(file);
        } finally {
          await file.close();
        }
      } catch {
        return null; // none yet, or damaged: then the folders are read anew, and stored anew
      }
    },
    async save(snapshot) {
      await mkdir(folder, { recursive: true });
      const whole = path();
      await writeWhole(whole, (unfinished) => write(unfinished, snapshot));
      const old = (await readdir(folder)).filter((name) => join(folder, name) !== whole && name.endsWith('.index'));
      await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
    },
  };
}

async function write(file: FileHandle, snapshot: Snapshot): Promise<void> {
  await writeSealed(file, headOf(snapshot));
  for (const { records, ...part } of partsOf(snapshot)) {
    await writeSealed(file, part, records);
    await turn();
  }
}

const digest = (bytes: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const some of bytes) hash.update(some);
  return hash.digest();
};

/** Records come first, so that they lie where numbers may, and need not be copied when they are read. */
async function writeSealed(
  file: FileHandle,
  words: Head | Omit<Part, 'records'>,
  records = new Int32Array(0),
): Promise<void> {
  const bytes = new Uint8Array(records.buffer, records.byteOffset, records.byteLength);
  const body = [lengthOf(bytes.length), bytes, serialize(words)];
  const length = body.reduce((sum, some) => sum + some.length, 0);
  await file.writev([lengthOf(length), digest(body), ...body]);
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(bytes);
  return length;
}

/** @throws where it is not all that was written. */
async function read(file: FileHandle): Promise<Snapshot> {
  const stored = unsealed(file);
  const head = (await stored.next()).value as Head;
  return snapshotFrom(head, stored as AsyncGenerator<Part>);
}

async function* unsealed(file: FileHandle): AsyncGenerator<Head | Part> {
  const stat = await file.stat();
  if (!stat.isFile()) throw new Error('it is not a file');
  const { size } = stat;
  const next = async (length: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.allocUnsafeSlow(length) });
    if (bytesRead < length) throw new Error('it ends early');
    return buffer;
  };
  for (let at = 0; at < size; ) {
    const seal = await next(lengthBytes + digestBytes);
    const length = seal.readUInt32LE();
    if (length > size) throw new Error('it is damaged');
    const body = await next(length);
    if (!digest([body]).equals(seal.subarray(lengthBytes))) throw new Error('it is damaged');
    const recordBytes = body.readUInt32LE();
    const records = new Int32Array(body.buffer, body.byteOffset + lengthBytes, recordBytes / 4);
    yield { ...deserialize(body.subarray(lengthBytes + recordBytes)), records } as Head | Part;
    at += seal.length + length;
  }
}
