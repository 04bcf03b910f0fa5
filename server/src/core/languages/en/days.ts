import { Chrono, casual } from 'chrono-node/en';

/** The day of *Sunday*, *last Friday*, *5 May 2016* seen from `reference`, the last one that fits; `null` for a month alone. */
export const readDay = (expression: string, reference: Date): Date | null =>
  /\d/.test(expression) ? dateFrom(expression, reference) : dayFrom(expression.toLowerCase(), reference);

/** Days from an article's date, by expression and the weekday of that date: all that *last Sunday* depends on. */
const shifts = new Map<string, number | null>();
const oneDay = 24 * 60 * 60 * 1000;

/** The date of *Sunday*, *yesterday*, *last Friday*; `null` for a month alone. */
function dayFrom(expression: string, reference: Date): Date | null {
  if (!/(?:day|tonight)$/.test(expression)) return null;
  const key = `${expression} ${reference.getDay()}`;
  let shift = shifts.get(key);
  if (shift === undefined) {
    const date = dateFrom(expression, reference);
    shift = date === null ? null : Math.round((date.getTime() - reference.getTime()) / oneDay);
    shifts.set(key, shift);
  }
  if (shift === null) return null;
  const date = new Date(reference);
  date.setDate(date.getDate() + shift);
  return date;
}

/**
 * News looks back: a weekday, or a day without a year, is the last one before or on the article's date. Local time on both
 * sides, so that the machine's time zone does not matter.
 */
function dateFrom(expression: string, reference: Date): Date | null {
  const found = newsDates().parse(expression, reference)[0]?.start;
  if (found === undefined || !(found.isCertain('day') || found.isCertain('weekday'))) return null;
  const date = new Date(
    found.get('year') as number,
    (found.get('month') as number) - 1,
    found.get('day') as number,
    12,
  );
  if (date > reference && !found.isCertain('year')) {
    if (found.isCertain('weekday') && !found.isCertain('month')) date.setDate(date.getDate() - 7);
    else date.setFullYear(date.getFullYear() - 1);
  }
  return date;
}

let parser: Chrono | null = null;

/**
 * The library, with the patterns of those of its parsers emptied that know neither weekdays nor months nor *yesterday*: a
 * fifth of the time of all, and of the time to compile them. Made when the first date is asked for.
 */
function newsDates(): Chrono {
  parser ??= new Chrono({
    parsers: casual.parsers.map((one) => {
      let knowsDays: boolean | null = null;
      return {
        pattern: (context) => {
          if (knowsDays === false) return nothing;
          const pattern = one.pattern(context);
          // asked once: an engine writes the source of a pattern anew whenever it is read
          knowsDays ??= /sunday|january|yesterday/.test(pattern.source);
          return knowsDays ? pattern : nothing;
        },
        extract: (context, match) => one.extract(context, match),
      };
    }),
    refiners: casual.refiners,
  });
  return parser;
}

const nothing = /$^/;
