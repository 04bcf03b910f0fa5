import { expect } from 'vitest';
import { levels } from '../../server/src/core/attribution/attribution.js';
import type { Figure } from '../../server/src/core/casualties/figure.js';
import type { Reading } from '../../server/src/core/reading.js';
import type { Finding } from '../../server/src/core/rules/rule.js';
import type { Workspace } from '../../server/src/workspace/workspace.js';

/** What holds of every reading of every text. */
export function checkReading(text: string, reading: Reading): void {
  const { article, attributions, figures } = reading;
  expect(article.text).toBe(text);
  expect(article.plain.length).toBe(text.length);
  checkSpans(text, reading, 'reading');
  for (const { level, sentence } of attributions) {
    expect(levels).toContain(level);
    expect(article.sentences[sentence], 'sentence of an attribution').toBeDefined();
  }
  for (const figure of figures) checkFigure(text, figure, reading);
}

function checkFigure(text: string, figure: Figure, { article, attributions }: Reading): void {
  const { low, high, start, end, sentence, attribution, date } = figure;
  const what = JSON.stringify(figure);
  expect(text.slice(start, end), what).toBe(figure.text);
  expect(low ?? high, `a figure says something: ${what}`).not.toBeNull();
  for (const count of [low, high])
    if (count !== null) expect(Number.isSafeInteger(count) && count >= 0, `whole people: ${what}`).toBe(true);
  if (low !== null && high !== null) expect(low, what).toBeLessThanOrEqual(high);
  if (date !== null) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10), what).toBe(date);
  expect(article.sentences[sentence], what).toBeDefined();
  if (attribution !== null) expect(attributions[attribution], what).toBeDefined();
}

/** What holds of every finding of a file, its other files included. */
export function checkFindings(workspace: Workspace, file: string): void {
  const text = workspace.textOf(file) as string;
  for (const finding of workspace.findings(file)) {
    checkFinding(text, finding);
    for (const { file: other, ...span } of finding.related)
      checkSpans(workspace.textOf(other) as string, span, `${finding.rule} in another file`);
  }
  for (const { a, b } of workspace.crossReferences(file))
    for (const place of [a, b]) checkSpans(workspace.textOf(place.file) as string, place, 'cross reference');
}

function checkFinding(text: string, { related, ...finding }: Finding): void {
  const { rule, start, end, message, settle } = finding;
  checkSpans(text, finding, rule);
  expect(end, `${rule} marks something`).toBeGreaterThan(start);
  for (const words of [message, settle]) expect(words).not.toMatch(/undefined|NaN|\[object|Infinity/);
}

/** Every object with a start and an end, however deep, lies within the text and cuts no pair of surrogates in two. */
function checkSpans(text: string, value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  const { start, end } = value as { start?: unknown; end?: unknown };
  if (typeof start === 'number' && typeof end === 'number') {
    const span = `${path}: ${start} to ${end} of ${text.length}`;
    expect(0 <= start && start <= end && end <= text.length, span).toBe(true);
    for (const at of [start, end]) expect(isBoundary(text, at), `${span} cuts a character`).toBe(true);
  }
  for (const [key, inner] of Object.entries(value)) checkSpans(text, inner, `${path}.${key}`);
}

const isBoundary = (text: string, at: number): boolean =>
  !(/[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? ''));

/** All that a workspace says, as lines by what they are about. */
export function everything(workspace: Workspace): Map<string, string> {
  const said = new Map<string, string>();
  const say = (about: string, what: unknown): void => void said.set(about, JSON.stringify(what));
  say('cross references', workspace.crossReferences());
  say('possible', workspace.possible());
  say('claims', workspace.claims());
  for (const file of workspace.files()) {
    say(`${file}: metadata`, workspace.factsOf(file)?.metadata);
    say(`${file}: findings`, workspace.findings(file));
    say(`${file}: claims`, workspace.claims(file));
  }
  return said;
}

/** The first difference of each kind, in a few words: what is said of three files is too long to be shown whole. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((about) => {
    const [x = 'nothing', y = 'nothing'] = [one.get(about), other.get(about)];
    if (x === y) return [];
    let at = 0;
    while (x[at] === y[at]) at++;
    const around = (text: string): string => text.slice(Math.max(0, at - 100), at + 100);
    return [`${about}: …${around(x)}… and …${around(y)}…`];
  });
}
