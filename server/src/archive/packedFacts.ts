import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { PackedFacts } from '../workspace/facts.js';
import { FactsRecord, recordOf } from '../workspace/factsRecord.js';

/** Inflated, in bytes. An article of a million words has less; whatever says it has more is damaged. */
const mostBytes = 1 << 28;
/** Bytes of the SHA-256 of what is deflated that stand before it. */
const checkBytes = 8;

/** What is known of an article as bytes: its record, deflated, behind a check of that. */
export function bytesOf(facts: PackedFacts): Buffer {
  const record = recordOf(facts);
  const ints = new Int32Array(record.length);
  record.copyTo(ints, 0);
  const packed = deflateRawSync(ints);
  return Buffer.concat([checkOf(packed), packed]);
}

/** @throws where these are not the bytes of an article. */
export function factsIn(stored: Buffer): PackedFacts {
  const packed = stored.subarray(checkBytes);
  if (!checkOf(packed).equals(stored.subarray(0, checkBytes))) throw new Error('damaged');
  const bytes = inflateRawSync(packed, { maxOutputLength: mostBytes });
  // in memory of its own: what was inflated lies in more than it takes
  const ints = new Int32Array(bytes.length / Int32Array.BYTES_PER_ELEMENT);
  new Uint8Array(ints.buffer).set(bytes);
  return new FactsRecord(ints, 0);
}

/** Tells damage from what was written, as a checksum does; it is no signature. */
const checkOf = (packed: Buffer): Buffer => createHash('sha256').update(packed).digest().subarray(0, checkBytes);
