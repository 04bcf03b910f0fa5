import { windows1252 } from '../core/windows1252.js';
import type { Decoded } from './files.js';

/**
 * The text of a file, without a byte order mark. UTF-16 is told by its mark, or by every other byte being nothing, as
 * it is in the letters of European languages; what is no UTF-8 is Windows-1252 where it can be.
 */
export function decode(bytes: Uint8Array): Decoded {
  const wide = wideOrder(bytes);
  if (wide !== null) return { text: withoutMark(wideText(bytes, wide)), encoding: 'UTF-16' };
  const whole = utf8Text(bytes);
  if (whole !== null) return { text: withoutMark(whole), encoding: 'UTF-8' };
  const text = withoutMark(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  if (isDamaged(text) || !isWindows1252(bytes)) return { text, encoding: 'UTF-8' };
  return { text: windows1252(latin1Text(bytes)), encoding: 'Windows-1252' };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** `null` where it is not UTF-8. */
function utf8Text(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

type ByteOrder = 'little' | 'big';

/** Bytes that are looked at; a file of another kind is told by fewer. */
const enough = 1024;

function wideOrder(bytes: Uint8Array): ByteOrder | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'big';
  const opening = bytes.subarray(0, enough);
  if (!opening.includes(0)) return null;
  const zeros = { even: 0, odd: 0 };
  for (const [at, byte] of opening.entries()) if (byte === 0) zeros[at % 2 === 0 ? 'even' : 'odd']++;
  // typographic quotation marks and dashes have no zero, and few letters have it on their other side
  const nearlyAll = (opening.length / 2) * 0.9;
  const hardlyAny = (opening.length / 2) * 0.02;
  if (zeros.odd >= nearlyAll && zeros.even <= hardlyAny) return 'little';
  return zeros.even >= nearlyAll && zeros.odd <= hardlyAny ? 'big' : null;
}

/** Half a character at the end is left out. */
const wideText = (bytes: Uint8Array, order: ByteOrder): string =>
  new TextDecoder(order === 'little' ? 'utf-16le' : 'utf-16be', { ignoreBOM: true }).decode(
    bytes.subarray(0, bytes.length - (bytes.length % 2)),
  );

/** Whether most of what is not ASCII is good UTF-8: then it is UTF-8 in which something broke. */
function isDamaged(text: string): boolean {
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const good = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0;
  return good > broken;
}

/** Bytes that no text in Windows-1252 has: control characters, and the five that mean nothing. */
const foreign = new Set([...Array(32).keys(), 0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d]);
for (const sign of '\t\n\f\r') foreign.delete(sign.charCodeAt(0));

const isWindows1252 = (bytes: Uint8Array): boolean => !bytes.some((byte) => foreign.has(byte));

const latin1Text = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
