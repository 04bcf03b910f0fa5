import * as v from 'valibot';
import { type Damage, lineOf, syntaxDamage } from '../settings/damage.js';
import { type Accepted, type AnyReview, acceptedSchema, isOfIncidents, reviewSchema } from './review.js';

/** What a file of `reviews/` holds; `id` is its name without `.json`. */
export function parseReview(id: string, text: string): AnyReview | Damage {
  const given = parseJson(text, reviewSchema);
  if ('reason' in given) return given;
  const { $schema, version, ...review } = given;
  return { id, ...review };
}

/** As it is written to disk: keys in one order, a line each, so that it reads well and a diff says what changed. */
export function printReview(review: AnyReview): string {
  const { kind, creator, created, target } = review;
  const ordered = isOfIncidents(review)
    ? { version: 1, kind, creator, created, target, other: review.other }
    : { version: 1, kind, rule: review.rule, text: review.text, creator, created, target };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

/** All lines of `baseline.jsonl` that can be read, and what is wrong with the others. */
export function parseBaseline(text: string): { readonly accepted: Accepted[]; readonly damages: Damage[] } {
  const accepted: Accepted[] = [];
  const damages: Damage[] = [];
  for (const [line, words] of text.split('\n').entries()) {
    if (words.trim() === '') continue;
    const given = parseJson(words, acceptedSchema);
    if ('reason' in given) damages.push({ line, reason: given.reason });
    else accepted.push({ kind: 'accepted', ...given });
  }
  return { accepted, damages };
}

/** A line for each, sorted and none twice: two people who accept findings add lines, which git joins. */
export function printBaseline(accepted: readonly Accepted[]): string {
  const lines = accepted.map(({ rule, target: { source, article, selector, against } }) => {
    const known = { digest: article.digest };
    return JSON.stringify({ rule, target: { source, article: known, selector, ...(against && { against }) } });
  });
  const bySource = (line: string): string => line.slice(line.indexOf('"source"'));
  const sorted = [...new Set(lines)].sort((a, b) =>
    bySource(a) < bySource(b) || (bySource(a) === bySource(b) && a < b) ? -1 : 1,
  );
  return sorted.map((line) => `${line}\n`).join('');
}

function parseJson<Output extends object>(text: string, schema: v.GenericSchema<unknown, Output>): Output | Damage {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return syntaxDamage(text);
  }
  const checked = v.safeParse(schema, value);
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  const path = issue.path?.map(({ key }) => key as string | number) ?? [];
  return { line: lineOf(text, path), reason: demand(path.join('.'), issue) };
}

function demand(name: string, { kind, expected, received, message }: v.BaseIssue<unknown>): string {
  if (name === 'version')
    return `it is of another version (${short(received)}), which this Second Source does not read`;
  const what = name === '' ? 'it' : `“${name}”`;
  if (kind === 'schema' && received === 'undefined') return `${what} is missing`;
  return `${what} ${expected === null ? `is wrong: ${message}` : `must be ${expected}, and is ${short(received)}`}`;
}

const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 60)} …` : words);
