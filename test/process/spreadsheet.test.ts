import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { payloads } from '../payloads.js';
import { environmentIn, script } from '../unit/commandLine.js';

/** The tables, opened by LibreOffice where it is installed, as it is in CI; units look at the cells everywhere. */
const office = [
  '/usr/bin/soffice',
  '/usr/bin/libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
].find((path) => existsSync(path));
const folder = mkdtempSync(join(tmpdir(), 'second-source-spreadsheet-'));
afterAll(() => rmSync(folder, { recursive: true }));

const formulas = [
  ...payloads.filter(({ what }) => what.startsWith('a formula')).map(({ text }) => text),
  '=2+3',
  '\t=2+3',
  ' =2+3',
  '＝2+3',
  '=cmd|"/c evil"!A1',
];

function opened(table: string): string {
  if (office === undefined)
    throw new Error('LibreOffice is not installed (in Debian: apt-get install libreoffice-calc-nogui).');
  const told = [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    'fods',
    '--outdir',
    folder,
  ];
  execFileSync(office, [...told, join(folder, table)], { stdio: 'ignore' });
  return readFileSync(join(folder, table.replace(/csv$/, 'fods')), 'utf8');
}

const isSkipped = office === undefined && !process.env.CI;

it.skipIf(isSkipped)(
  isSkipped
    ? 'a table has no formula in LibreOffice: not run, LibreOffice is not installed'
    : 'a table has no formula in LibreOffice, whatever articles say',
  () => {
    mkdirSync(join(folder, 'news'));
    for (const [i, text] of formulas.entries())
      writeFileSync(
        join(folder, 'news', `=${i}+1.md`),
        `---\ntitle: ${JSON.stringify(text)}\noutlet: ${JSON.stringify(text)}\n---\n\nAt least ${i + 2} people were killed when a crane fell on the harbour of Tilmouth on Tuesday, ${text} said. The ferry will run every hour from the northern pier to the island and back, a source said.\n`,
      );
    for (const format of ['csv', 'csv-figures']) {
      const told = ['check', '-q', '--fail-on', 'never', '-f', format, '-o', join(folder, `${format}.csv`)];
      execFileSync(process.execPath, [script, ...told, '.'], { cwd: join(folder, 'news'), env: environmentIn(folder) });
      const sheet = opened(`${format}.csv`);
      expect(sheet.match(/<table:table-row/g)?.length).toBeGreaterThan(formulas.length / 2);
      expect(sheet).not.toContain('table:formula');
    }
    // the same office would take a cell for a formula that no apostrophe stands before
    writeFileSync(join(folder, 'bare.csv'), '"a"\r\n"=2+3"\r\n');
    expect(opened('bare.csv')).toContain('table:formula');
  },
);
