/** Every engine that we run in has them; this room knows neither Node nor a browser. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (
  encoding: 'utf-8',
  options: { ignoreBOM: true },
) => { decode(bytes: Uint8Array): string };

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A text as it is kept while nobody asks for it. */
export type KeptText = string | Uint8Array;

/** A sign that takes an engine two bytes: with one of them (“ is one), all signs of a text do. */
const wide = /[\u0100-\uffff]/;
/** Half of a sign, which UTF-8 has no bytes for. */
const torn = /\p{Surrogate}/u;

/** Where an engine takes two bytes for a sign, and UTF-8 fewer, a text is kept in that: most articles have some “ or —. */
export function keptText(text: string): KeptText {
  if (!wide.test(text) || torn.test(text)) return text;
  const bytes = encoder.encode(text);
  return bytes.length < 2 * text.length ? bytes : text;
}

export const textIn = (kept: KeptText): string => (typeof kept === 'string' ? kept : decoder.decode(kept));
