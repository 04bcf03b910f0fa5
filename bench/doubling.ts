// npm run bench:doubling -- [--only PATTERN] [--sizes 62,125,250,500,1000] [--limit 10] [--parts]: how the time to read a text that
// repeats one thing (the generators whose work is counted, test/work, and all of test/doublings.ts) grows with its length,
// from the file to every answer the editor asks for, with a second file that says the same.
// Seconds of processor time, so that what else the machine does matters less; a text that has grown past the limit of
// seconds is not doubled again.
import { parseArgs } from 'node:util';
import { read, rulesOnly } from '../server/src/core/reading.js';
import { defaultReadingSettings } from '../server/src/core/readingSettings.js';
import { diagnosticsOf } from '../server/src/features/diagnostics.js';
import { documentSymbolsOf } from '../server/src/features/documentSymbols.js';
import { hoverAt } from '../server/src/features/hover.js';
import { semanticTokensOf } from '../server/src/features/semanticTokens.js';
import { defaultSettings } from '../server/src/settings/settings.js';
import { loadModels } from '../server/src/sync/node/models.js';
import { Workspace } from '../server/src/workspace/workspace.js';
import { type Doubling, doublings } from '../test/doublings.js';
import { frontMatter, generators, textOf } from '../test/work/generators.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    sizes: { type: 'string', default: '62,125,250,500,1000' },
    limit: { type: 'string', default: '10' },
    parts: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
/** Texts end within their last unit: of a million characters a file is no article any more. */
const lastUnit = 300;
const texts: readonly Doubling[] = [
  ...generators.map((generator) => ({ what: generator.name, text: (length: number) => textOf(generator, length) })),
  { what: 'fields of front matter', text: frontMatter },
  ...doublings,
];
const limit = Number(values.limit);
const readers = { tagger: loadModels('models').tagger, settings: defaultReadingSettings };
const settings = defaultSettings;

/** What happens to a file, in order; each part gives what the next needs through the workspace. */
function partsOf(text: string): Readonly<Record<string, () => unknown>> {
  const workspace = new Workspace(readers);
  return {
    reading: () => workspace.set('a.txt', text),
    related: () => workspace.set('b.txt', text.replace('Monday', 'Sunday')),
    claims: () => workspace.claims('a.txt'),
    marks: () => diagnosticsOf(workspace, 'a.txt', settings, (rule) => rule),
    symbols: () => documentSymbolsOf(workspace, 'a.txt'),
    tokens: () => semanticTokensOf(workspace, 'a.txt'),
    hover: () => hoverAt(workspace, 'a.txt', { line: 2, character: 20 }, settings, false),
  };
}

function secondsOf(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

for (const text of [opening(), opening()]) for (const part of Object.values(partsOf(text))) part();
console.log(['', ...sizes.map((size) => `${size}k`), 'worst doubling'].map(cell).join(''));
for (const { what, text } of texts) {
  if (!new RegExp(values.only).test(what)) continue;
  const taken: number[] = [];
  let slowest = '';
  let skipped = '';
  for (const size of sizes) {
    if ((taken.at(-1) ?? 0) > limit) break;
    const reading = read(text(Math.min(size, 62) * 1000).slice(0, 30_000), 'a.txt', rulesOnly);
    if ('skipped' in reading) skipped = `  (${reading.skipped})`;
    const parts = Object.entries(partsOf(text(size * 1000 - lastUnit))).map(([part, work]) => ({
      part,
      s: secondsOf(work),
    }));
    taken.push(parts.reduce((sum, { s }) => sum + s, 0));
    slowest = parts.map(({ part, s }) => `${part} ${s.toFixed(1)}`).join(' ');
  }
  const worst = Math.max(0, ...taken.slice(1).map((seconds, k) => seconds / Math.max(0.05, taken[k] as number)));
  console.log(
    [what, ...sizes.map((_, k) => taken[k]?.toFixed(2) ?? '–'), worst.toFixed(1)].map(cell).join('') +
      (values.parts ? `  ${slowest}` : '') +
      skipped,
  );
}

/** An article to warm up on. */
function opening(): string {
  return doublings
    .slice(0, 20)
    .map(({ text }) => text(5000))
    .join('\n\n');
}

function cell(text: string, column: number): string {
  return column === 0 ? text.padEnd(40) : text.padStart(column === sizes.length + 1 ? 16 : 9);
}
