import { say } from '../../../l10n/say.js';
import { decodeBytes, latin1 } from './bytes.js';
import { NotImported } from './imported.js';

/** A part of a MIME message, its body one character a byte. */
interface Part {
  /** By name, lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** The page in an MHTML file as browsers save it (RFC 2557): its first part of HTML, and where it was saved from. */
export function readMhtml(bytes: Uint8Array): { readonly html: string; readonly address: string | null } {
  const message = readPart(latin1(bytes));
  const page = htmlPart(message, 0);
  if (page === null) throw new NotImported(say`The MHTML file holds no page.`);
  const told = parameter(page.headers.get('content-type') ?? '', 'charset');
  return {
    html: decodeBytes(bodyOf(page), told),
    address: message.headers.get('snapshot-content-location') ?? page.headers.get('content-location') ?? null,
  };
}

/** Parts within parts; a page is at the top, or in an *alternative* below it. */
const deepest = 4;

function htmlPart(part: Part, depth: number): Part | null {
  const type = part.headers.get('content-type') ?? '';
  if (/^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type)) return part;
  const boundary = parameter(type, 'boundary');
  if (boundary === null || depth > deepest) return null;
  // what stands before the first boundary is for readers of mail that know no parts
  for (const text of `\n${part.body}`.split(`\n--${boundary}`).slice(1)) {
    if (text.startsWith('--')) break;
    const found = htmlPart(readPart(text.replace(/^[^\n]*\n/, '')), depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function readPart(text: string): Part {
  const gap = /\r?\n\r?\n/.exec(text);
  const head = text.slice(0, gap?.index ?? 0).replace(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: gap ? text.slice(gap.index + gap[0].length) : '' };
}

function parameter(header: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(header);
  return found?.[1] ?? found?.[2] ?? null;
}

function bodyOf({ headers, body }: Part): Uint8Array {
  const coding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (coding === 'base64') {
    const signs = body.replace(/[^A-Za-z0-9+/]/g, '');
    return bytesOf(atob(signs.length % 4 === 1 ? signs.slice(0, -1) : signs));
  }
  if (coding !== 'quoted-printable') return bytesOf(body);
  const text = body.replace(/=[ \t]*\r?\n/g, '');
  return bytesOf(text.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
