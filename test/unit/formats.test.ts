import { readFileSync } from 'node:fs';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import Papa from 'papaparse';
import type { Log, Region, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { formats } from '../../server/src/exports/formats.js';
import { ruleHelp } from '../../server/src/exports/ruleHelp.js';
import { sarif } from '../../server/src/exports/sarif.js';
import type { Remark } from '../../server/src/reviews/review.js';
import { checkedTexts } from '../checkedTexts.js';
import { payloads } from '../payloads.js';

/** What the formats of `check` say, made from texts without a disk. */
const calm =
  'The ferry will run every hour from the northern pier to the island and back, and the market opens on Friday with music in the square. The harvest festival begins in the evening.';
const story = (outlet: string, killed: string): string =>
  `Outlet: ${outlet}\nDate: 2031-04-02\n\n${killed} people were killed when a crane fell on the harbour of Tilmouth on Tuesday, a 🏗 worker close to the yard said. ${calm}\n`;
const files: Readonly<Record<string, string>> = {
  'news/bay courier.txt': story('Bay Courier', '12'),
  'news/tilmouth.md': story('Tilmouth Post', 'Forty'),
  'skipped.txt': 'numpy==1.0\n',
};

/** `said`: what people said of each finding of a rule. */
const checked = (
  texts: Readonly<Record<string, string>> = files,
  said: (rule: string) => Remark['kind'] | null = () => null,
) =>
  checkedTexts(texts, ({ rule }) => {
    const kind = said(rule);
    return kind && { kind, text: 'Asked\nthe [yard](command:evil)', creator: 'Mara Voss' };
  });

const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const isSarif = ajv.compile(schema);

const logOf = (texts?: Readonly<Record<string, string>>, said?: (rule: string) => Remark['kind'] | null): Log => {
  const log = JSON.parse(sarif(checked(texts, said)));
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  return log;
};
const resultsOf = (log: Log): Result[] => log.runs[0]!.results!;

/** What a reader of SARIF cuts out of a file: lines and columns count UTF-16 units from 1. */
function cut(text: string, { startLine = 1, startColumn = 1, endLine = 1, endColumn = 1 }: Region): string {
  const lines = text.split(/(?<=\n)/);
  const at = (line: number, column: number): number => lines.slice(0, line - 1).join('').length + column - 1;
  return text.slice(at(startLine, startColumn), at(endLine, endColumn));
}

describe('SARIF', () => {
  it('is what the schema of OASIS says, and a schema that could refuse', () => {
    const log = logOf();
    expect(resultsOf(log).length).toBeGreaterThan(4);
    expect(isSarif({ ...log, version: '2.0.0' })).toBe(false);
  });

  it('cuts the marked words and the related ones out of their files, beyond an emoji too', () => {
    const results = resultsOf(logOf());
    const places = results.flatMap(({ locations = [], relatedLocations = [] }) => [...locations, ...relatedLocations]);
    for (const { physicalLocation } of places) {
      const { artifactLocation, region } = physicalLocation!;
      expect(cut(files[decodeURIComponent(artifactLocation!.uri!)]!, region!)).toBe(region!.snippet!.text);
    }
    const unnamed = results.find(({ ruleId }) => ruleId === 'anonymous-source')!;
    expect(unnamed.locations![0]!.physicalLocation!.region!.snippet!.text).toMatch(/^a 🏗 worker/);
    expect(unnamed.locations![0]!.physicalLocation!.contextRegion!.snippet!.text).toMatch(/^12 .*said\.$/);
    const conflict = results.find(({ ruleId }) => ruleId === 'conflicting-report')!;
    expect(conflict.relatedLocations![0]!.physicalLocation!.artifactLocation!.uri).toBe('news/tilmouth.md');
    expect(conflict.level).toBe('warning');
  });

  it('names files by URI: as typed, or of a file', () => {
    const named = ['/a b/c.txt', 'C:/news/x.txt', '100%.txt', '../up.txt', 'a:b.txt', 'q?#.txt', 'half \ud800.txt'];
    const log = logOf(Object.fromEntries(named.map((name) => [name, story('Bay Courier', '12')])));
    expect(log.runs[0]!.artifacts!.map(({ location }) => location!.uri).sort()).toEqual(
      [
        '/a%20b/c.txt',
        'file:///C%3A/news/x.txt',
        '100%25.txt',
        '../up.txt',
        'a%3Ab.txt',
        'q%3F%23.txt',
        'half%20%EF%BF%BD.txt',
      ].sort(),
    );
  });

  it('says of each rule why there is one, as its page does', () => {
    for (const [rule, help] of Object.entries(ruleHelp)) {
      const page = readFileSync(`docs/rules/${rule}.md`, 'utf8').replace(/\s+/g, ' ');
      expect(page).toContain(`**Why.** ${help} ## `);
    }
    for (const { help } of logOf().runs[0]!.tool.driver.rules!) expect(help!.text).not.toContain('*');
  });

  it('suppresses what people dismissed or accepted, with the reason, and tells of the rest what was said', () => {
    const kinds = {
      'anonymous-source': 'dismissed',
      'casualty-figure': 'accepted',
      'conflicting-report': 'note',
    } as const;
    const results = resultsOf(logOf(files, (rule) => kinds[rule as keyof typeof kinds] ?? null));
    const of = (rule: string) => results.find(({ ruleId }) => ruleId === rule)!;
    expect(of('anonymous-source').suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'Asked the [yard](command:evil)',
        properties: { creator: 'Mara Voss', created: '2031-04-02T10:20:30Z' },
      },
    ]);
    expect(of('casualty-figure').suppressions).toMatchObject([{ justification: expect.stringContaining('baseline') }]);
    expect(of('conflicting-report').suppressions).toEqual([]);
    expect(of('conflicting-report').properties).toMatchObject({ reviews: [{ kind: 'note', creator: 'Mara Voss' }] });
  });

  it('knows a finding again where lines moved, and tells two of the same words apart', () => {
    const printsOf = (text: string): string[] =>
      resultsOf(logOf({ 'a.txt': text })).map(({ partialFingerprints }) => Object.values(partialFingerprints!)[0]!);
    const twice = `${calm}\n\nThe crane is old, a source said.\n\n${calm}\n\nThe crane is old, a source said.\n`;
    const prints = printsOf(twice);
    expect(prints.length).toBeGreaterThan(1);
    expect(new Set(prints).size).toBe(prints.length);
    expect(printsOf(`The mayor came to the pier on Monday.\n\n${twice}`)).toEqual(prints);
  });

  it.each(payloads)('lets nothing act in a message: $what', ({ text }) => {
    const log = logOf({ [`${text.replaceAll('/', '')}.txt`]: story(text, '12'), 'b.txt': story('Post', 'Forty') });
    const messages = resultsOf(log).flatMap(({ message, relatedLocations = [] }) => [
      message.text!,
      ...relatedLocations.map((one) => one.message!.text!),
    ]);
    expect(messages).not.toEqual([]);
    for (const message of messages) {
      expect(message).not.toMatch(/\[[^\]]*\]\([^)]*\)/);
      expect(message).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      expect(message.replaceAll(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
    }
  });
});

/** A spreadsheet would take such a cell for a formula. */
const isFormula = (cell: string): boolean => /^[=+\-@\t\r]/.test(cell);

describe.each(['csv', 'csv-figures'] as const)('%s', (name) => {
  const rowsOf = (texts?: Readonly<Record<string, string>>): Record<string, string>[] => {
    const { data, errors } = Papa.parse<Record<string, string>>(formats[name].print(checked(texts)), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    return data;
  };

  it('has a row for each', () => {
    const rows = rowsOf();
    if (name === 'csv') expect(rows.map(({ rule }) => rule)).toContain('conflicting-report');
    else
      expect(rows).toMatchObject([
        {
          outcome: 'killed',
          low: '12',
          outlet: 'Bay Courier',
          date: '2031-04-02',
          file: 'news/bay courier.txt',
          line: '4',
        },
        {
          outcome: 'killed',
          low: '40',
          outlet: 'Tilmouth Post',
          date: '2031-04-02',
          file: 'news/tilmouth.md',
          line: '4',
        },
      ]);
  });

  it.each(payloads)('has no formula, whatever a text says: $what', ({ text }) => {
    const hostile = `${text.replaceAll('/', '')}.txt`;
    const rows = rowsOf({ [hostile]: story(text, '12').replace('a 🏗 worker', text), 'b.txt': story('Post', 'Forty') });
    expect(rows.length).toBeGreaterThan(0);
    for (const cell of rows.flatMap((row) => Object.values(row))) expect(isFormula(cell)).toBe(false);
  });
});
