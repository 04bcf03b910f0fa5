import { describe, expect, it } from 'vitest';
import { type Comparison, type Counted, compareFigures } from '../../server/src/core/casualties/compare.js';
import { knownFigures } from '../../server/src/core/casualties/known.js';
import { type Reading, read } from '../../server/src/core/reading.js';
import { casualtyFigure } from '../../server/src/core/rules/casualtyFigure.js';
import type { CrossMention } from '../../server/src/core/rules/rule.js';
import { groupFigures, type PlacedFigure } from '../../server/src/workspace/figures.js';

const counted = (low: number | null, high: number | null, more: Partial<Counted> = {}): Counted => ({
  outcome: 'killed',
  low,
  high,
  approx: false,
  victims: 'people',
  scope: 'incident',
  partial: false,
  ...more,
});

describe('two figures for one incident', () => {
  const dozens = counted(24, 99, { approx: true });
  const cases: [name: string, a: Counted, b: Counted, comparison: Comparison][] = [
    ['at least 43 and 70', counted(43, null), counted(70, 70), 'compatible'],
    ['dozens and 43', dozens, counted(43, 43), 'compatible'],
    ['around 2,500 and 2,500', counted(2500, 2500, { approx: true }), counted(2500, 2500), 'compatible'],
    ['58 and 72', counted(58, 58), counted(72, 72), 'contested'],
    ['up to 40 and at least 43', counted(null, 40), counted(43, null), 'contested'],
    ['58 killed and 72 injured', counted(58, 58), counted(72, 72, { outcome: 'injured' }), 'incomparable'],
    ['58 in the blast and 72 this year', counted(58, 58), counted(72, 72, { scope: 'cumulative' }), 'incomparable'],
    ['6 children of 19 people', counted(6, 6, { victims: 'children' }), counted(19, 19), 'compatible'],
    ['70 children of 43 people', counted(70, 70, { victims: 'children' }), counted(43, 43), 'contested'],
    [
      '58 soldiers and 72 civilians',
      counted(58, 58, { victims: 'soldiers' }),
      counted(72, 72, { victims: 'civilians' }),
      'incomparable',
    ],
    [
      'six children among them and 43',
      counted(6, 6, { victims: 'children', partial: true }),
      counted(43, 43),
      'incomparable',
    ],
  ];
  for (const [name, a, b, comparison] of cases)
    it(name, () => {
      expect(compareFigures(a, b)).toBe(comparison);
      expect(compareFigures(b, a)).toBe(comparison);
    });

  it('takes a later higher count for an update, and a later lower one for a conflict', () => {
    const [low, high] = [counted(58, 58), counted(72, 72)];
    expect(compareFigures(low, high, ['2021-06-07', '2021-06-08'])).toBe('update');
    expect(compareFigures(low, high, ['2021-06-08', '2021-06-07'])).toBe('contested');
    expect(compareFigures(low, high, ['2021-06-07', '2021-06-07'])).toBe('contested');
  });
});

const filler =
  '\n\nThe harvest festival of Ostrava Bay opens on Friday with music in the square and a market along the old harbour wall, and the ferry will run every hour from the northern pier to the island and back until the weekend is over.\n';

function article(text: string, date: string): Reading {
  const reading = read(`---\ndate: ${date}\n---\n${text}${filler}`, 'article.txt');
  if ('skipped' in reading) throw new Error(reading.skipped);
  return reading;
}

const placed = (file: string, reading: Reading): PlacedFigure[] =>
  reading.figures.map((figure) => ({ file, date: reading.article.metadata.date, figure }));

describe('figures of one incident', () => {
  const monday = article('A blast in Varn killed 12 people on Monday.', '2021-06-08');
  const another = article('On Monday 15 people were killed in Varn.', '2021-06-08');
  const friday = article('Nine people were killed in Varn on Friday.', '2021-06-09');

  it('belong together by place and day, not by place alone', () => {
    const groups = groupFigures([...placed('a', monday), ...placed('b', another), ...placed('c', friday)], []);
    expect(groups.map(({ figures }) => figures.map(({ file }) => file))).toEqual([['a', 'b'], ['c']]);
    expect(groups[0]?.comparison).toBe('contested');
  });

  it('belong together by a shared claim, unless their days differ', () => {
    const undated = article('A blast at the depot killed 14 people.', '2021-06-09');
    const figures = [...placed('a', monday), ...placed('b', undated), ...placed('c', friday)];
    const groups = groupFigures(figures, [
      [0, 1],
      [0, 2],
    ]);
    expect(groups.map(({ figures: members }) => members.map(({ file }) => file))).toEqual([['a', 'b'], ['c']]);
    expect(groups[0]?.comparison).toBe('update');
  });
});

describe('the mark of a figure that other files tell too', () => {
  const mention = (here: Reading, there: Reading): CrossMention => ({
    here: { file: 'own.txt', start: 0, end: here.article.text.length },
    there: { file: 'b.txt', start: 0, end: there.article.text.length, outlet: null, known: knownFigures(there) },
    relation: { kind: 'same', score: 1, why: '', drift: [] },
  });
  const check = (a: string, b: string) => {
    const [here, there] = [article(a, '2021-06-08'), article(b, '2021-06-08')];
    const [finding] = casualtyFigure.check(here, [mention(here, there)]);
    return finding;
  };

  it('is a warning with both figures where they cannot both be right', () => {
    const finding = check(
      'The Varn hospital said that 12 people were killed.',
      'The Red Cross said 20 people were killed.',
    );
    expect(finding?.severity).toBe('warning');
    expect(finding?.message).toContain('“20”');
    expect(finding?.related).toHaveLength(1);
  });

  it('falls to a hint where another source gives a figure that goes with it', () => {
    const finding = check(
      'The army said that 12 people were killed.',
      'The Red Cross said at least 10 people were killed.',
    );
    expect(finding?.severity).toBe('hint');
  });

  it('stays as it is where both may be the same source in other words', () => {
    const finding = check(
      'The director of the hospital said that 12 people were killed.',
      'The Varn hospital said at least 10 people were killed.',
    );
    expect(finding?.severity).toBe('information');
  });

  it('stays as it is where the same source is behind both', () => {
    const finding = check('The army said that 12 people were killed.', 'The army said at least 10 people were killed.');
    expect(finding?.severity).toBe('warning');
  });
});
