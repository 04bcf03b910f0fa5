/** What the bytes from 0x80 to 0x9f mean in Windows-1252; all others are those of ISO 8859-1. */
const from0x80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ';

/** A text whose bytes were read as ISO 8859-1, as Windows-1252. Some versions of Node take one for the other, too. */
export const windows1252 = (latin1: string): string =>
  latin1.replace(/[\x80-\x9f]/g, (sign) => from0x80[sign.charCodeAt(0) - 0x80] as string);
