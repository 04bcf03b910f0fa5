import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { details } from '../../server/src/cli/details.js';
import { text as firstLook } from '../../server/src/cli/text.js';
import type { Checked } from '../../server/src/exports/checked.js';
import { formats } from '../../server/src/exports/formats.js';
import { selected } from '../../server/src/exports/selected.js';
import { Workspace } from '../../server/src/workspace/workspace.js';
import { checkedTexts } from '../checkedTexts.js';
import { testReaders } from '../readers.js';
import { markupOf } from '../unit/markup.js';
import { budget } from './budget.js';
import { edit, edited, story } from './texts.js';

/** Everything that may be handed on about two texts, of whose findings four in five were dismissed, checked, noted or accepted. */
const checked = (files: Readonly<Record<string, string>>): Checked =>
  checkedTexts(
    files,
    ({ message }, i) => {
      const kind = ([null, 'dismissed', 'checked', 'note', 'accepted'] as const)[i % 5]!;
      return kind && { kind, text: message, creator: message };
    },
    new Workspace(testReaders),
  );

/** Line ends and tabs alone may stand in what people read, and words between isolates, which turn nothing else. */
function actsNowhere(printed: string): void {
  let rest = printed;
  for (let inner = ''; inner !== rest; ) {
    inner = rest;
    rest = inner.replace(/\u2068([^\u2068\u2069\n]*)\u2069/g, '$1');
  }
  expect(rest).not.toMatch(/[^\P{Cc}\n\r\t]|[\p{Bidi_Control}]/u);
}

const holds: Readonly<Record<keyof typeof formats, (printed: string) => void>> = {
  json: (printed) => void JSON.parse(printed),
  sarif: (printed) => void JSON.parse(printed),
  annotations: (printed) => void JSON.parse(printed),
  claims: (printed) => void JSON.parse(printed),
  csv: isTable,
  'csv-figures': isTable,
  html: (printed) => {
    const { ids, targets } = markupOf(printed);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    actsNowhere(printed);
  },
  markdown: actsNowhere,
};

function isTable(printed: string): void {
  const { data, errors } = Papa.parse<string[]>(printed, { skipEmptyLines: true });
  expect(errors).toEqual([]);
  for (const row of data) expect(row.length).toBe(data[0]!.length);
  for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
}

describe('every format, of any two texts', () => {
  it('is printed whole, and nothing in it acts', () => {
    fc.assert(
      fc.property(story, fc.array(edit, { maxLength: 3 }), fc.string(), (text, edits, name) => {
        const two = edits.reduce(edited, text);
        const all = checked({ [`a/${name}.txt`]: text, 'b.txt': two });
        for (const told of [all, selected(all, { rules: null, files: new Set(['b.txt']) })]) {
          for (const [format, isWhole] of Object.entries(holds))
            isWhole(formats[format as keyof typeof formats].print(told));
          for (const print of [firstLook, details]) actsNowhere(print(told));
        }
      }),
      budget(30),
    );
  });
});
