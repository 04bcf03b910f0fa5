import { windows1252 } from '../core/windows1252.js';

/** Bytes within which a page says how it is encoded: the standard asks for 1,024, and pages are lax. */
const opening = 4096;

/** What a page or an XML file says of itself: `<meta charset=…>`, `<meta content="…; charset=…">`, `encoding="…"`. */
const stated =
  /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]{2,40})|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:-]{2,40})/i;

/**
 * The text of some bytes: by their mark, by zeros between the letters (UTF-16), as `told` or the text itself says, as UTF-8
 * where they are that, else as Windows-1252.
 */
export function decodeBytes(bytes: Uint8Array, told: string | null = null): string {
  const wide = wideLabel(bytes);
  if (wide !== null) return decodeAs(bytes, wide);
  if (isUtf8(bytes)) return decodeAs(bytes, 'utf-8');
  const head = latin1(bytes.subarray(0, opening));
  const found = stated.exec(head);
  const label = told ?? found?.[1] ?? found?.[2] ?? 'windows-1252';
  // a file that names UTF-16 in single bytes is none
  return decodeAs(bytes, /^utf-?(?:16|8)/i.test(label) ? 'windows-1252' : label);
}

function wideLabel(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // markup opens with signs of ASCII
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] === 0x3c ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function decodeAs(bytes: Uint8Array, label: string): string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label);
  } catch {
    decoder = new TextDecoder('windows-1252');
  }
  const text = decoder.decode(bytes);
  return decoder.encoding === 'windows-1252' ? windows1252(text) : text;
}

/** One character a byte. */
export function latin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return pieces.join('');
}
