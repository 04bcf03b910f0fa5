import { describe, expect, it } from 'vitest';
import { read } from '../../server/src/core/reading.js';
import { type PlacedFigure, tollsAmong } from '../../server/src/workspace/figures.js';
import type { IncidentEdit } from '../../server/src/workspace/incidentEdits.js';
import { incidentsOf } from '../../server/src/workspace/incidents.js';

const filler =
  '\n\nShelling went on along the front line, and rebels held the bridge.\n\nThe harvest festival of Ostrava Bay opens on Friday with music in the square and a market along the old harbour wall, and the ferry will run every hour from the northern pier to the island and back until the weekend is over.\n';

/** The figures of an article of that day, in order. */
function figures(file: string, date: string, ...paragraphs: string[]): PlacedFigure[] {
  const reading = read(`---\ndate: ${date}\n---\n${paragraphs.join('\n\n')}${filler}`, `${file}.txt`);
  if ('skipped' in reading) throw new Error(reading.skipped);
  return reading.figures.map((figure) => ({ file, date, figure }));
}

/** Incidents as place, day and the figures in their files. */
const told = (all: readonly PlacedFigure[], links: readonly (readonly [number, number])[] = []) =>
  incidentsOf(tollsAmong(all, links)).map(({ place, day, tolls }) => [
    place,
    day,
    tolls
      .flatMap((toll) => toll.figures)
      .map(({ file, figure }) => `${file} ${figure.text}`)
      .sort()
      .join(', '),
  ]);

describe('an incident', () => {
  it('has its killed and its injured together, and those of whom the next sentences tell', () => {
    const blast = figures(
      'a',
      '2021-06-08',
      'A blast at a market in Varn killed 12 people on Monday. Thirty people were injured. Five people are missing, the mayor said.',
    );
    expect(told(blast)).toEqual([['Varn', '2021-06-07', 'a 12, a Five, a Thirty']]);
  });

  it('is one in all articles that state its place and day, whatever they count', () => {
    const all = [
      ...figures('a', '2021-06-08', 'A blast in Varn killed 12 people on Monday.'),
      ...figures('b', '2021-06-08', 'On Monday 40 people were injured in Varn.'),
      ...figures('c', '2021-06-09', 'Nine people were killed in Varn on Friday.'),
    ];
    expect(told(all)).toEqual([
      ['Varn', '2021-06-07', 'a 12, b 40'],
      ['Varn', '2021-06-04', 'c Nine'],
    ]);
  });

  it('ends where another place is told of, and what comes after goes with the nearest', () => {
    const all = figures(
      'a',
      '2021-06-08',
      'A blast in Varn killed 12 people on Monday.',
      'In Oldport, rockets killed three people on Monday. Seven people were wounded.',
    );
    expect(told(all)).toEqual([
      ['Oldport', '2021-06-07', 'a Seven, a three'],
      ['Varn', '2021-06-07', 'a 12'],
    ]);
  });

  it('is not joined over weeks by articles that state no day', () => {
    const all = [
      ...figures('a', '2021-06-08', 'A blast at the depot killed 12 people.'),
      ...figures('b', '2021-07-20', 'A blast at the depot killed 15 people.'),
    ];
    expect(told(all, [[0, 1]])).toHaveLength(2);
  });

  it('has no running total in it', () => {
    const all = figures(
      'a',
      '2021-06-08',
      'A blast in Varn killed 12 people on Monday. More than 900 people have been killed in Varn since January.',
    );
    expect(told(all).map(([, , who]) => who)).toEqual(['a 12', 'a More than 900']);
  });
});

describe('an incident that a person put right', () => {
  const all = [
    ...figures(
      'a',
      '2021-06-08',
      'A blast at a market in Varn killed 12 people on Monday. Thirty people were injured.',
    ),
    ...figures('b', '2021-06-09', 'A blast at the depot of Oldport killed 25 people on Tuesday.'),
    ...figures('c', '2021-06-09', 'A blast in Varn killed 12 people on Monday.'),
  ];
  const of = (file: string, text: string): PlacedFigure => {
    const found = all.find((one) => one.file === file && one.figure.text === text);
    if (found === undefined) throw new Error(`no ${text} in ${file}`);
    return found;
  };
  const merged = (figure: PlacedFigure, other: PlacedFigure): IncidentEdit => ({ kind: 'merged', figure, other });
  const moved = (figure: PlacedFigure, other: PlacedFigure | null = null): IncidentEdit => ({
    kind: 'moved',
    figure,
    other,
  });
  const edited = (...edits: IncidentEdit[]) => incidentsOf(tollsAmong(all, []), edits);
  const who = (...edits: IncidentEdit[]): string[] =>
    edited(...edits).map(({ tolls }) =>
      tolls
        .flatMap((toll) => toll.figures)
        .map(({ file, figure }) => `${file} ${figure.text}`)
        .sort()
        .join(', '),
    );

  it('has the figures of both, held against each other whatever day their articles give, and says who did it', () => {
    expect(who()).toEqual(['a 12, a Thirty, c 12', 'b 25']);
    const merge = merged(of('c', '12'), of('b', '25'));
    const [one, ...none] = edited(merge);
    expect(none).toEqual([]);
    expect(one?.tolls.map(({ figures: own, comparison }) => [own.length, comparison])).toEqual([
      [3, 'conflict'],
      [1, 'agree'],
    ]);
    expect(one?.edits).toEqual([merge]);
  });

  it('is without a figure that was split off, and keeps what was said of the rest', () => {
    expect(who(moved(of('a', 'Thirty')))).toEqual(['a 12, c 12', 'b 25', 'a Thirty']);
    const split = moved(of('c', '12'));
    expect(edited(merged(of('c', '12'), of('b', '25')), split).map(({ edits }) => edits.includes(split))).toEqual([
      false,
      true,
    ]);
    expect(who(merged(of('c', '12'), of('b', '25')), split)).toEqual(['a 12, a Thirty, b 25', 'c 12']);
  });

  it('has a figure that was moved there, also where that was all that its own had', () => {
    expect(who(moved(of('a', 'Thirty'), of('b', '25')))).toEqual(['a 12, c 12', 'a Thirty, b 25']);
    expect(who(moved(of('b', '25'), of('a', '12')))).toEqual(['a 12, a Thirty, b 25, c 12']);
  });

  it('is as it was read once every edit is taken back, and where an edit is of no figure of the table', () => {
    const elsewhere = figures('d', '2021-06-09', 'A blast in Tilmouth killed six people on Monday.')[0]!;
    expect(who(merged(elsewhere, of('b', '25')), moved(of('a', '12'), elsewhere))).toEqual(who());
    expect(edited().every(({ edits }) => edits.length === 0)).toBe(true);
  });
});
