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
  await file.write(sealed(headOf(snapshot)));
  for (const { records, ...part } of partsOf(snapshot)) {
    await file.write(sealed(part, records));
    await turn();
  }
}

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** Records come first, so that they lie where numbers may, and need not be copied when they are read. */
function sealed(words: Head | Omit<Part, 'records'>, records = new Int32Array(0)): Buffer {
  const recordBytes = Buffer.alloc(lengthBytes);
  recordBytes.writeUInt32LE(records.byteLength);
  const body = Buffer.concat([recordBytes, Buffer.from(records.buffer), serialize(words)]);
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(body.length);
  return Buffer.concat([length, digest(body), body]);
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
    if (!digest(body).equals(seal.subarray(lengthBytes))) throw new Error('it is damaged');
    const recordBytes = body.readUInt32LE();
    const records = new Int32Array(body.buffer, body.byteOffset + lengthBytes, recordBytes / 4);
    yield { ...deserialize(body.subarray(lengthBytes + recordBytes)), records } as Head | Part;
    at += seal.length + length;
  }
}
