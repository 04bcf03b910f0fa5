import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Comparison,
  compareCounts,
  compareTolls,
  weightiest,
} from '../../server/src/core/casualties/comparison.js';
import { type Count, countOf } from '../../server/src/core/casualties/count.js';
import { knownFigures } from '../../server/src/core/casualties/known.js';
import { type Reading, read } from '../../server/src/core/reading.js';
import { casualtyFigure } from '../../server/src/core/rules/casualtyFigure.js';
import type { CrossMention } from '../../server/src/core/rules/rule.js';
import { type PlacedFigure, tollsAmong } from '../../server/src/workspace/figures.js';
import { Workspace } from '../../server/src/workspace/workspace.js';

/** A count of people killed in one incident. */
const count = (low: number | null, high: number | null, more: Partial<Count> = {}): Count => ({
  start: 0,
  end: 1,
  outcome: 'killed',
  low,
  high,
  approx: false,
  scope: 'incident',
  partial: false,
  people: null,
  day: Number.NaN,
  ...more,
});

const undated = Number.NaN;

/** Counts of every kind, those of a war among them. */
const anyCount = fc
  .record({
    numbers: fc.tuple(fc.constantFrom(3, 43, 21_000, 30_000), fc.constantFrom(3, 43, 21_000, 30_000)),
    open: fc.constantFrom('low', 'high', null),
    approx: fc.boolean(),
    scope: fc.constantFrom('incident', 'cumulative', 'historical'),
    partial: fc.constantFrom(false, false, false, true),
    people: fc.constantFrom('children', 'combatants', null, null),
    outcome: fc.constantFrom('killed', 'killed', 'killed', 'injured'),
    day: fc.constantFrom(18_692, 18_693, undated),
  })
  .map(({ numbers: [x, y], open, ...more }) =>
    count(open === 'low' ? null : Math.min(x, y), open === 'high' ? null : Math.max(x, y), more as Partial<Count>),
  );

describe('two figures, whichever comes first', () => {
  const days = fc.constantFrom(0, 2, 10, 40, undated);

  it('compare alike', () => {
    fc.assert(
      fc.property(anyCount, anyCount, days, (a, b, apart) => {
        expect(compareCounts(a, b, apart)).toBe(compareCounts(b, a, -apart));
      }),
      { numRuns: 3000 },
    );
  });

  it('are those of a war, which are compared longer, where both are', () => {
    const [war, later, total] = [count(21_000, 21_000), count(30_000, 30_000), count(43, 43, { scope: 'cumulative' })];
    expect([compareCounts(war, later, 10), compareCounts(later, war, -10)]).toEqual(['conflict', 'conflict']);
    expect([compareCounts(war, total, 10), compareCounts(total, war, -10)]).toEqual(['outdated', 'outdated']);
  });

  it('compare alike where several stand in one sentence', () => {
    const counts = fc.array(anyCount, { maxLength: 3 });
    fc.assert(
      fc.property(counts, counts, days, (a, b, apart) => {
        const [one, other] = [compareTolls(a, b, apart), compareTolls(b, a, -apart)];
        expect(weightiest(one)?.comparison).toBe(weightiest(other)?.comparison);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('two figures of one incident', () => {
  const dozens = count(24, 99, { approx: true });
  const around = { approx: true };
  const cases: [name: string, a: Count, b: Count, comparison: Comparison][] = [
    ['at least 43 and 70: a toll that grew', count(43, null), count(70, 70), 'agree'],
    ['at least 43 and 200: two tolls', count(43, null), count(200, 200), 'conflict'],
    ['at least 100 and at least 43', count(100, null), count(43, null), 'conflict'],
    ['at least 43 and at least 45', count(43, null), count(45, null), 'agree'],
    ['about 70 and at least 70', count(70, 70, around), count(70, null), 'agree'],
    ['about 70 and at least 75', count(70, 70, around), count(75, null), 'agree'],
    ['dozens and 43', dozens, count(43, 43), 'agree'],
    ['dozens and 22', dozens, count(22, 22), 'agree'],
    ['dozens and 300', dozens, count(300, 300), 'conflict'],
    ['around 2,500 and 2,800', count(2500, 2500, around), count(2800, 2800), 'agree'],
    ['around 2,500 and 3,500', count(2500, 2500, around), count(3500, 3500), 'conflict'],
    ['58 and 72', count(58, 58), count(72, 72), 'conflict'],
    ['up to 40 and 60', count(null, 40), count(60, 60), 'conflict'],
    ['up to 40 and at least 43', count(null, 40), count(43, null), 'conflict'],
    ['58 killed and 72 injured', count(58, 58), count(72, 72, { outcome: 'injured' }), 'incomparable'],
    ['58 in the blast and 72 this year', count(58, 58), count(72, 72, { scope: 'cumulative' }), 'incomparable'],
    ['58 on Monday and 72 on Tuesday', count(58, 58, { day: 100 }), count(72, 72, { day: 101 }), 'incomparable'],
    ['6 children and 19 people', count(6, 6, { people: 'children' }), count(19, 19), 'part'],
    ['70 children and 43 people', count(70, 70, { people: 'children' }), count(43, 43), 'conflict'],
    [
      '58 soldiers and 72 civilians',
      count(58, 58, { people: 'combatants' }),
      count(72, 72, { people: 'civilians' }),
      'incomparable',
    ],
    [
      'six children among them and 43',
      count(6, 6, { people: 'children', partial: true }),
      count(43, 43),
      'incomparable',
    ],
    ['another five and another six', count(5, 5, { partial: true }), count(6, 6, { partial: true }), 'incomparable'],
    [
      '290,000 and 470,000 of a war, whatever the day they were read with',
      count(290_000, null, { scope: 'cumulative' }),
      count(470_000, null, { day: 103 }),
      'conflict',
    ],
  ];
  it.each(cases)('%s', (_, a, b, comparison) => {
    expect(compareCounts(a, b, undated)).toBe(comparison);
    expect(compareCounts(b, a, undated)).toBe(comparison);
  });

  it('are an update where the later article gives the higher, a conflict where it gives the lower', () => {
    expect(compareCounts(count(58, 58), count(72, 72), -1)).toBe('update');
    expect(compareCounts(count(72, 72), count(58, 58), 1)).toBe('update');
    expect(compareCounts(count(58, 58), count(72, 72), 1)).toBe('conflict');
    expect(compareCounts(count(58, 58), count(72, 72), 0)).toBe('conflict');
  });

  it('are not held against each other where the articles lie far apart, those of a war longer', () => {
    expect(compareCounts(count(58, 58), count(72, 72), -4)).toBe('outdated');
    expect(compareCounts(count(58, 58), count(58, 58), -4)).toBe('agree');
    expect(compareCounts(count(300_000, 300_000), count(470_000, 470_000), 4)).toBe('conflict');
  });
});

describe('what two sentences count', () => {
  const compare = (a: Count[], b: Count[]) => compareTolls(a, b, undated).map(({ comparison }) => comparison);

  it('is compared by its toll, the largest number of each outcome', () => {
    const hurt = count(30, 30, { outcome: 'injured', partial: true });
    expect(compare([count(6, 6), hurt], [count(6, 6), { ...hurt, low: 48, high: 48 }])).toEqual(['agree', 'conflict']);
    expect(compare([count(58, 58), count(11, 11, { partial: true })], [count(72, 72)])).toEqual(['conflict']);
  });

  it('agrees where the one gives alone what the other names as a part', () => {
    expect(compare([count(11, 11)], [count(15, 15), count(11, 11)])).toEqual(['agree']);
    expect(compare([count(2, 2)], [count(15, 15), count(2, 2)])).toEqual(['conflict']);
  });

  it('is compared by the people that both count', () => {
    const women = (people: number) => count(people, people, { people: 'women' });
    expect(compare([count(100, null), women(15)], [women(20)])).toEqual(['conflict']);
    expect(compare([count(100, null), women(15)], [women(15)])).toEqual(['agree']);
    expect(compare([count(100, null)], [women(20)])).toEqual(['part']);
  });

  it('is told by the figure that differs, whatever else agrees', () => {
    const hurt = (people: number) => count(people, people, { outcome: 'injured' });
    const compared = compareTolls([count(6, 6), hurt(30)], [count(6, 6), hurt(60)], undated);
    expect(weightiest(compared)?.comparison).toBe('conflict');
    expect(weightiest(compared)?.a.low).toBe(30);
    expect(weightiest([])).toBeUndefined();
  });
});

/** The army is a side where there is a conflict. */
const filler =
  '\n\nShelling went on along the front line, and rebels held the bridge.\n\nThe harvest festival of Ostrava Bay opens on Friday with music in the square and a market along the old harbour wall, and the ferry will run every hour from the northern pier to the island and back until the weekend is over.\n';

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
    const groups = tollsAmong([...placed('a', monday), ...placed('b', another), ...placed('c', friday)], []);
    expect(groups.map(({ figures }) => figures.map(({ file }) => file))).toEqual([['a', 'b'], ['c']]);
    expect(groups[0]?.comparison).toBe('conflict');
  });

  it('belong together by a shared claim, unless their days differ', () => {
    const undated = article('A blast at the depot killed 14 people.', '2021-06-09');
    const figures = [...placed('a', monday), ...placed('b', undated), ...placed('c', friday)];
    const groups = tollsAmong(figures, [
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
    there: {
      file: 'b.txt',
      start: 0,
      end: there.article.text.length,
      outlet: null,
      files: 1,
      alike: false,
      known: knownFigures(there),
    },
    relation: { kind: 'same', score: 1, why: '', drift: [] },
    tolls: compareTolls(here.figures.map(countOf), there.figures.map(countOf), 0),
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

describe('all that a reader is told of a toll in two files', () => {
  const told = (toll: string, other: string, dates: readonly [string, string] = ['2021-03-02', '2021-03-02']) => {
    const workspace = new Workspace();
    const [here, there] = dates;
    workspace.set(
      'a.txt',
      `---\ndate: ${here}\n---\n${toll} were killed when the market hall of Merrin fell in on Tuesday, the fire brigade said. The hall was built sixty years ago and stood beside the river. Divers look for cars in the water, and families wait on the bank with blankets and tea.`,
    );
    workspace.set(
      'b.txt',
      `---\ndate: ${there}\n---\nThe fall of the market hall in Merrin on Tuesday killed ${other}, the Merrin hospital said. Engineers had asked for repairs three times since the flood, and nobody answered them. The road to the port is closed, and trucks wait on both sides of the river.`,
    );
    const findings = workspace.findings('a.txt');
    const messageOf = (id: string): string =>
      findings.flatMap(({ rule, message }) => (rule === id ? [message] : [])).join(' ');
    const figures = ['a.txt', 'b.txt'].flatMap((file, at) =>
      (workspace.factsOf(file)?.figures ?? []).map(
        ({ figure }): PlacedFigure => ({ file, date: dates[at] ?? null, figure }),
      ),
    );
    return {
      relation: workspace.crossReferences()[0]?.relation.kind,
      conflict: messageOf('conflicting-report'),
      repeated: messageOf('repeated-claim'),
      figure: messageOf('casualty-figure'),
      table: tollsAmong(figures, [[0, 1]])[0]?.comparison,
    };
  };

  it('is that they differ, where they differ: at least 43 and 200', () => {
    const { relation, conflict, figure, table } = told('At least 43 people', '200 people');
    expect(relation).toBe('conflict');
    expect(conflict).toContain('The figures differ: at least 43 killed and 200 killed.');
    expect(figure).toContain('here, “200” in b');
    expect(table).toBe('conflict');
  });

  it('is that they agree, where they agree: at least 43 and 60', () => {
    const { relation, conflict, figure, table } = told('At least 43 people', '60 people');
    expect(relation).toBe('same');
    expect(conflict).toBe('');
    expect(figure).toContain('Compatible with “60” in b, from another source.');
    expect(table).toBe('agree');
  });

  it('is that the later article gives the higher figure', () => {
    const { relation, conflict, repeated, figure, table } = told('Some 43 people', '80 people', [
      '2021-03-02',
      '2021-03-03',
    ]);
    expect(relation).toBe('update');
    expect(conflict).toBe('');
    expect(repeated).toContain('The later article gives a higher figure: about 43 killed, then 80 killed.');
    expect(figure).toContain('Another day’s figure: “80” in b.');
    expect(figure).not.toContain('Compatible');
    expect(table).toBe('update');
  });

  it('is nothing, where the one counts a part of the other', () => {
    const { relation, conflict, figure, table } = told('Nine children', '43 people');
    expect(relation).toBeUndefined();
    expect(conflict).toBe('');
    expect(figure).not.toContain('other file');
    expect(table).toBe('agree');
  });

  it('is not that one figure agrees where another of the same sentence does not', () => {
    const { conflict, figure } = told('Thirty people were wounded and at least 43', '200 people and wounded 30');
    expect(conflict).toContain('at least 43 killed and 200 killed');
    expect(figure).toContain('here, “200” in b');
    expect(figure).not.toContain('Compatible');
  });
});
