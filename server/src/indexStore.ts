import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import type { Memory, Remembered } from './workspace/memory.js';
import type { KeptRows } from './workspace/relations.js';

export interface IndexStore {
  /** `null` where nothing fits: nothing stored, damaged, or of another version. Never rejects. */
  load(): Promise<Memory | null>;
  save(memory: Memory): Promise<void>;
}

/** A part of what is stored, so that writing and reading it leaves room for other work. */
interface Part {
  readonly files: readonly Remembered[];
  readonly relations: KeptRows;
}

const filesPerPart = 256;
/** Numbers in a part of relations. */
const relationsPerPart = 1 << 20;
const noRelations = new Int32Array(0);
const lengthBytes = 4;
const digestLength = 32;

/**
 * Keeps an index in `folder`, in a file named by `version`: everything that what is stored depends on (the program, its
 * weights, the folders, the settings). A file is a run of parts, each a length, a SHA-256 and a structured clone; it is written under another name and moved into place, so that of two windows on one folder the later
 * one wins and neither sees half a file.
 */
export function indexStore(folder: string, version: () => string): IndexStore {
  const path = (): string => join(folder, `${createHash('sha256').update(version()).digest('hex').slice(0, 32)}.index`);
  return {
    async load() {
      let file: FileHandle | null = null;
      try {
        file = await open(path());
        return await read(file);
      } catch {
        return null; // none yet, or damaged: then the folders are read anew, and stored anew
      } finally {
        await file?.close();
      }
    },
    async save(memory) {
      await mkdir(folder, { recursive: true });
      const unfinished = `${path()}.${randomUUID()}`;
      const file = await open(unfinished, 'w');
      try {
        for (const part of parts(memory)) {
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

function* parts({ files, relations }: Memory): Generator<Part> {
  for (let from = 0; from < files.length; from += filesPerPart)
    yield { files: files.slice(from, from + filesPerPart), relations: noRelations };
  for (let from = 0; from < relations.length; from += relationsPerPart)
    yield { files: [], relations: relations.slice(from, from + relationsPerPart) };
}

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

function sealed(part: Part): Buffer {
  const body = serialize(part);
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(body.length);
  return Buffer.concat([length, digest(body), body]);
}

/** @throws where the bytes are not those that were written. */
async function read(file: FileHandle): Promise<Memory> {
  const files: Remembered[] = [];
  const relations: KeptRows[] = [];
  for await (const part of unsealed(file)) {
    files.push(...part.files);
    relations.push(part.relations);
  }
  return { files, relations: joined(relations) };
}

async function* unsealed(file: FileHandle): AsyncGenerator<Part> {
  const { size } = await file.stat();
  const next = async (length: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.allocUnsafeSlow(length) });
    if (bytesRead < length) throw new Error('the stored index ends early');
    return buffer;
  };
  for (let at = 0; at < size; ) {
    const seal = await next(lengthBytes + digestLength);
    const length = seal.readUInt32LE();
    if (length > size) throw new Error('the stored index is damaged');
    const body = await next(length);
    if (!digest(body).equals(seal.subarray(lengthBytes))) throw new Error('the stored index is damaged');
    yield deserialize(body) as Part;
    at += seal.length + length;
  }
}

function joined(rows: readonly KeptRows[]): KeptRows {
  const all = new Int32Array(rows.reduce((length, one) => length + one.length, 0));
  let at = 0;
  for (const one of rows) {
    all.set(one, at);
    at += one.length;
  }
  return all;
}
