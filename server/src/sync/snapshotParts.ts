import { FactsRecord, recordOf } from '../workspace/factsRecord.js';
import { none } from '../workspace/store/columns.js';
import { noOpinions, type PackedOpinions } from '../workspace/store/opinions.js';
import type { Snapshot, StoredFile } from '../workspace/store/snapshot.js';

/** A part of what is stored, so that writing and reading it leaves room for other work. */
export interface Part {
  readonly files: StoredFiles;
  /** Of the articles among these files, used where they lie: a start unpacks none. */
  readonly records: Int32Array<ArrayBuffer>;
  readonly relations: Int32Array;
  readonly opinions: PackedOpinions;
}

/** Files of a part, by their place. */
interface StoredFiles {
  readonly names: readonly string[];
  readonly digests: readonly string[];
  /** Where the record of each begins; `none` for a file that is no article. Copies have one. */
  readonly places: Int32Array;
}

/** How much all parts hold: what was cut between two parts is told from what is whole. */
export interface Head {
  readonly files: number;
  readonly relations: number;
  readonly opinions: number;
}

/** Chosen, not tuned: a part takes some milliseconds to write or read. */
const filesPerPart = 256;
const opinionsPerPart = 1 << 18;
const noRelations = new Int32Array(0);
const noFiles: Pick<Part, 'files' | 'records'> = {
  files: { names: [], digests: [], places: new Int32Array(0) },
  records: new Int32Array(0),
};

export function headOf({ files, relations, opinions }: Snapshot): Head {
  let numbers = 0;
  for (const { length } of relations) numbers += length;
  return { files: files.length, relations: numbers, opinions: opinions.pairs.length };
}

export function* partsOf({ files, relations, opinions }: Snapshot): Generator<Part> {
  for (let from = 0; from < files.length; from += filesPerPart)
    yield { ...storedFiles(files.slice(from, from + filesPerPart)), relations: noRelations, opinions: noOpinions };
  for (const some of relations) yield { ...noFiles, relations: some, opinions: noOpinions };
  for (let from = 0; from < opinions.pairs.length; from += opinionsPerPart) {
    const to = from + opinionsPerPart;
    const some = { pairs: opinions.pairs.slice(from, to), opinions: opinions.opinions.slice(from, to) };
    yield { ...noFiles, relations: noRelations, opinions: some };
  }
}

function storedFiles(files: readonly StoredFile[]): Pick<Part, 'files' | 'records'> {
  const places = new Map<FactsRecord, number>();
  let end = 0;
  const placeOf = (record: FactsRecord): number => {
    const known = places.get(record);
    if (known !== undefined) return known;
    places.set(record, end);
    end += record.length;
    return end - record.length;
  };
  const begins = Int32Array.from(files, ({ facts }) => (facts === null ? none : placeOf(recordOf(facts))));
  const records = new Int32Array(end);
  for (const [record, at] of places) record.copyTo(records, at);
  const names = files.map(({ file }) => file);
  return { files: { names, digests: files.map(({ digest }) => digest), places: begins }, records };
}

function filesIn({ files: { names, digests, places }, records }: Part): StoredFile[] {
  const known = new Map<number, FactsRecord>();
  return names.map((file, k) => {
    const at = places[k]!;
    const facts = at === none ? null : (known.get(at) ?? new FactsRecord(records, at));
    if (facts !== null) known.set(at, facts);
    return { file, digest: digests[k]!, facts };
  });
}

/** Each part is let go before the next is asked for. @throws where the parts are not all that the head tells of. */
export async function snapshotFrom(head: Head, parts: AsyncIterable<Part> | Iterable<Part>): Promise<Snapshot> {
  const files: StoredFile[] = [];
  const relations: Int32Array[] = [];
  const pairs = new Float64Array(head.opinions);
  const opinions = new Int32Array(head.opinions);
  let [toRelations, toOpinions] = [0, 0];
  for await (const part of parts) {
    for (const one of filesIn(part)) files.push(one);
    if (part.relations.length > 0) relations.push(part.relations);
    pairs.set(part.opinions.pairs, toOpinions);
    opinions.set(part.opinions.opinions, toOpinions);
    toRelations += part.relations.length;
    toOpinions += part.opinions.pairs.length;
  }
  const isWhole = files.length === head.files && toRelations === head.relations && toOpinions === head.opinions;
  if (!isWhole) throw new Error('it was cut');
  return { files, relations, opinions: { pairs, opinions } };
}
