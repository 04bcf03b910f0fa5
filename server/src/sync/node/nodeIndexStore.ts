import { createHash } from 'node:crypto';
import { constants, type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { noOpinions, type PackedOpinions } from '../../workspace/store/opinions.js';
import type { PackedRows } from '../../workspace/store/relationTable.js';
import type { Snapshot, StoredFile } from '../../workspace/store/snapshot.js';
import type { IndexStore } from '../indexStore.js';
import { turn } from '../turn.js';
import { writeWhole } from './writeWhole.js';

/** How much the parts after it hold: a file cut between two parts is told from a whole one. */
interface Head {
  readonly files: number;
  readonly relations: number;
  readonly opinions: number;
}

/** A part of what is stored, so that writing and reading it leaves room for other work. */
interface Part {
  readonly files: readonly StoredFile[];
  readonly relations: PackedRows;
  readonly opinions: PackedOpinions;
}

/** Chosen, not tuned: a part takes some milliseconds to write or read. */
const filesPerPart = 256;
/** Numbers (of 32 bits) in a part of relations. */
const relationsPerPart = 1 << 20;
const opinionsPerPart = 1 << 18;
const noRelations = new Int32Array(0);
/** Opening a named pipe would wait for somebody who writes. */
const neverWaits = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
/** Bytes before each part: its length, then its SHA-256. */
const lengthBytes = 4;
const digestBytes = 32;

/**
 * Keeps an index in `folder`, in a file named by `version`: everything that what is stored depends on (the program, its
 * weights, the folders, the settings). A file is a head and a run of parts, each with its length, its SHA-256 and a
 * structured clone; it is written under another name and moved into place, so that of two windows on one folder the
 * later one wins and neither sees half a file.
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
  const head: Head = {
    files: snapshot.files.length,
    relations: snapshot.relations.length,
    opinions: snapshot.opinions.pairs.length,
  };
  await file.write(sealed(head));
  for (const part of parts(snapshot)) {
    await file.write(sealed(part));
    await turn();
  }
}

function* parts({ files, relations, opinions }: Snapshot): Generator<Part> {
  for (let from = 0; from < files.length; from += filesPerPart)
    yield { files: files.slice(from, from + filesPerPart), relations: noRelations, opinions: noOpinions };
  for (let from = 0; from < relations.length; from += relationsPerPart)
    yield { files: [], relations: relations.slice(from, from + relationsPerPart), opinions: noOpinions };
  for (let from = 0; from < opinions.pairs.length; from += opinionsPerPart) {
    const to = from + opinionsPerPart;
    const some = { pairs: opinions.pairs.slice(from, to), opinions: opinions.opinions.slice(from, to) };
    yield { files: [], relations: noRelations, opinions: some };
  }
}

const digest = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

function sealed(part: Head | Part): Buffer {
  const body = serialize(part);
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32LE(body.length);
  return Buffer.concat([length, digest(body), body]);
}

/** @throws where it is not all that was written. */
async function read(file: FileHandle): Promise<Snapshot> {
  const files: StoredFile[] = [];
  const relations: PackedRows[] = [];
  const opinions: PackedOpinions[] = [];
  const stored = unsealed(file);
  const head = (await stored.next()).value as Head;
  for await (const part of stored as AsyncGenerator<Part>) {
    files.push(...part.files);
    relations.push(part.relations);
    opinions.push(part.opinions);
  }
  const snapshot: Snapshot = {
    files,
    relations: joined(relations, (length) => new Int32Array(length)),
    opinions: {
      pairs: joined(
        opinions.map(({ pairs }) => pairs),
        (length) => new Float64Array(length),
      ),
      opinions: joined(
        opinions.map((part) => part.opinions),
        (length) => new Int32Array(length),
      ),
    },
  };
  const whole =
    files.length === head.files &&
    snapshot.relations.length === head.relations &&
    snapshot.opinions.pairs.length === head.opinions;
  if (!whole) throw new Error('it was cut');
  return snapshot;
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
    yield deserialize(body) as Head | Part;
    at += seal.length + length;
  }
}

function joined<Numbers extends Int32Array | Float64Array>(
  parts: readonly Numbers[],
  room: (length: number) => Numbers,
): Numbers {
  const all = room(parts.reduce((length, one) => length + one.length, 0));
  let at = 0;
  for (const one of parts) {
    all.set(one, at);
    at += one.length;
  }
  return all;
}
