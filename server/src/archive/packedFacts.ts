import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { PackedFacts } from '../workspace/facts.js';

/** An article of a million words has less; whatever says it has more is damaged. */
const mostBytes = 1 << 28;
const checkBytes = 8;
const numberBytes = 4;

/** What is known of an article as bytes: its parts, each after its length, deflated, behind a check of them. */
export function bytesOf({ claims, told, keys, printed, sentences }: PackedFacts): Buffer {
  const parts = [
    bytes(claims.numbers),
    Buffer.from(claims.about),
    Buffer.from(claims.said),
    Buffer.from(told),
    bytes(keys.terms),
    bytes(keys.prints),
    bytes(Float64Array.of(keys.norm, keys.day)),
    bytes(printed),
    bytes(sentences),
  ];
  const packed = deflateRawSync(Buffer.concat(parts.flatMap((part) => [lengthOf(part), part])));
  return Buffer.concat([checkOf(packed), packed]);
}

/** @throws where these are not the bytes of an article. */
export function factsIn(stored: Buffer): PackedFacts {
  const packed = stored.subarray(checkBytes);
  if (!checkOf(packed).equals(stored.subarray(0, checkBytes))) throw new Error('damaged');
  const [numbers, about, said, told, terms, prints, measures, printed, sentences] = partsIn(
    inflateRawSync(packed, { maxOutputLength: mostBytes }),
  );
  const [norm, day] = floats(measures!);
  return {
    claims: { numbers: integers(numbers!), about: about!.toString(), said: said!.toString() },
    told: told!.toString(),
    keys: { terms: integers(terms!), prints: integers(prints!), norm: norm!, day: day! },
    printed: integers(printed!),
    sentences: floats(sentences!),
  };
}

function* parts(all: Buffer): Generator<Buffer> {
  for (let at = 0; at < all.length; ) {
    const from = at + numberBytes;
    at = from + all.readUInt32LE(at);
    yield all.subarray(from, at);
  }
}

const partsIn = (all: Buffer): Buffer[] => [...parts(all)];

/** Tells damage from what was written, as a checksum does; it is no signature. */
const checkOf = (packed: Buffer): Buffer => createHash('sha256').update(packed).digest().subarray(0, checkBytes);

function lengthOf({ length }: Buffer): Buffer {
  const written = Buffer.alloc(numberBytes);
  written.writeUInt32LE(length);
  return written;
}

const bytes = ({ buffer, byteOffset, byteLength }: Int32Array | Float64Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** In memory of their own: what is read lies anywhere. */
const integers = (part: Buffer): Int32Array => new Int32Array(Uint8Array.from(part).buffer);
const floats = (part: Buffer): Float64Array => new Float64Array(Uint8Array.from(part).buffer);
