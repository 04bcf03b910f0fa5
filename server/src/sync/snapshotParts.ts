import { noOpinions, type PackedOpinions } from '../workspace/store/opinions.js';
import type { PackedRows } from '../workspace/store/relationTable.js';
import type { Snapshot, StoredFile } from '../workspace/store/snapshot.js';

/** A part of what is stored, so that writing and reading it leaves room for other work. */
export interface Part {
  readonly files: readonly StoredFile[];
  readonly relations: PackedRows;
  readonly opinions: PackedOpinions;
}

/** How much all parts hold: what was cut between two parts is told from what is whole. */
export interface Head {
  readonly files: number;
  readonly relations: number;
  readonly opinions: number;
}

/** Chosen, not tuned: a part takes some milliseconds to write or read. */
const filesPerPart = 256;
/** Numbers (of 32 bits) in a part of relations. */
const relationsPerPart = 1 << 20;
const opinionsPerPart = 1 << 18;
const noRelations = new Int32Array(0);

export const headOf = ({ files, relations, opinions }: Snapshot): Head => ({
  files: files.length,
  relations: relations.length,
  opinions: opinions.pairs.length,
});

export function* partsOf({ files, relations, opinions }: Snapshot): Generator<Part> {
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

/** @throws where the parts are not all that the head tells of. */
export function snapshotFrom(head: Head, parts: readonly Part[]): Snapshot {
  const snapshot: Snapshot = {
    files: parts.flatMap(({ files }) => files),
    relations: joined(
      parts.map(({ relations }) => relations),
      (length) => new Int32Array(length),
    ),
    opinions: {
      pairs: joined(
        parts.map(({ opinions }) => opinions.pairs),
        (length) => new Float64Array(length),
      ),
      opinions: joined(
        parts.map(({ opinions }) => opinions.opinions),
        (length) => new Int32Array(length),
      ),
    },
  };
  const found = headOf(snapshot);
  const isWhole = found.files === head.files && found.relations === head.relations && found.opinions === head.opinions;
  if (!isWhole) throw new Error('it was cut');
  return snapshot;
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
