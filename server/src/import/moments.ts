import { parseDate } from '../core/article/dates.js';
import type { ArticleWords } from '../core/languages/articleWords.js';

const iso =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i;
/** As e-mails and feeds have it: *Wed, 14 May 2031 10:15:00 +0200*. */
const mail =
  /^(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d))?\s*(Z|UTC|GMT|[+-]\d{4})?$/i;

/**
 * A day or a moment as ISO 8601, with the zone that is stated and no other: *2031-05-14T10:15+02:00*. `null` where there is no
 * such day or where it can be read in two ways.
 */
export function moment(text: string, language: ArticleWords): string | null {
  const words = text.trim();
  const parts = iso.exec(words);
  if (parts) {
    const [, year, month, day, hour, minute, second, zone] = parts;
    return joined(parseDate(`${year}-${month}-${day}`, language), hour, minute, second, zone);
  }
  const sent = mail.exec(words);
  if (sent) {
    const [, day, month, year, hour, minute, second, zone] = sent;
    return joined(parseDate(`${day} ${month} ${year}`, language), hour, minute, second, zone);
  }
  return parseDate(words.slice(0, longest), language);
}

/** In characters: a longer text is no date. Chosen. */
const longest = 100;

function joined(
  day: string | null,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  zone: string | undefined,
): string | null {
  if (day === null || hour === undefined || minute === undefined) return day;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return day;
  const seconds = second === undefined ? '' : `:${second}`;
  return `${day}T${hour}:${minute}${seconds}${zone === undefined ? '' : offset(zone)}`;
}

/** *+0200*, *+02* and *+02:00* are one. */
function offset(zone: string): string {
  if (/^[a-z]/i.test(zone)) return 'Z';
  const digits = zone.replace(/\D/g, '').padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}
