import { describe, expect, it } from 'vitest';
import { read } from '../../server/src/core/reading.js';
import { anonymousSource } from '../../server/src/core/rules/anonymousSource.js';
import { casualtyFigure } from '../../server/src/core/rules/casualtyFigure.js';
import { defaultSettings as defaults, type Settings, shownFindings } from '../../server/src/settings/settings.js';

const filler =
  '\n\nThe harvest festival of Ostrava Bay opens on Friday with music in the square and a market along the old harbour wall, and the ferry will run every hour from the northern pier to the island and back until the weekend is over.\n';

/** What an editor shows of a text about sources and figures: *warning: “12” killed …*. */
function marks(text: string, settings: Settings = defaults): string[] {
  const reading = read(`${text}${filler}`, 'article.txt');
  if ('skipped' in reading) throw new Error(reading.skipped);
  const findings = [...anonymousSource.check(reading, []), ...casualtyFigure.check(reading, [])];
  return shownFindings(findings, settings)
    .filter(({ start }) => start < text.length)
    .map(({ severity, message }) => `${severity}: ${message}`);
}

describe('the words of a casualty mark', () => {
  const cases: [text: string, mark: string][] = [
    ['Twelve pilgrims were killed.', 'warning: “Twelve” killed: no source given.'],
    [
      'The Merrin hospital said 12 pilgrims were killed.',
      'information: “12” killed, according to “The Merrin hospital”.',
    ],
    ['Rebels said 12 soldiers were killed.', 'warning: “12” killed, according to “Rebels” (a side in the conflict).'],
    [
      'Brackwell Mining said 12 miners were killed.',
      'information: “12” killed, according to “Brackwell Mining” (an interested party).',
    ],
    [
      'Reuters reported that 12 pilgrims were killed.',
      'information: “12” killed, according to “Reuters” (another outlet).',
    ],
  ];
  it.each(cases)('%s', (text, mark) => {
    expect(marks(text)).toEqual([mark]);
  });
});

describe('both sides of a conflict', () => {
  /** One story, told with the two sides in either role. */
  const story = (one: string, other: string): string =>
    `${one} said on Sunday that 40 soldiers had died in the attack on the barracks. Shelling went on. ${other} said nine soldiers had died. ${one} said seven people were wounded. ${other} said they had captured 12 men.`;
  const neutral = (mark: string, one: string, other: string): string =>
    mark.replaceAll(`“${one}”`, '“A”').replaceAll(`“${other}”`, '“B”');

  it.each([
    ['The army', 'Rebels'],
    ['The army', 'The insurgents'],
    ['The defence ministry', 'The militia'],
  ])('get the same marks in the same words: %s, %s', (one, other) => {
    const told = marks(story(one, other)).map((mark) => neutral(mark, one, other));
    const swapped = marks(story(other, one)).map((mark) => neutral(mark, other, one));
    expect(told).toEqual(swapped);
    expect(told).toHaveLength(4);
    expect(told[0]).toBe('warning: “40” killed, according to “A” (a side in the conflict).');
  });

  it('contradict each other within an article, which is said once, at the second', () => {
    const told = marks(story('Rebels', 'The army')).filter((mark) => mark.includes('differ'));
    expect(told).toEqual([
      'warning: “nine” killed, according to “The army” (a side in the conflict). The figures differ: “nine” here, “40” according to “Rebels”.',
    ]);
  });

  it('contradict each other about people where the second answers the first', () => {
    const answered = 'Shelling went on. Rebels said 40 people had died. The army said only six people had died.';
    expect(marks(answered).filter((mark) => mark.includes('differ'))).toHaveLength(1);
    const apart = 'Shelling went on. Rebels said 40 people had died. The army said six people had died.';
    expect(marks(apart).filter((mark) => mark.includes('differ'))).toEqual([]);
  });

  it('contradict each other however far apart, where the article says that it is not the other number', () => {
    const between = 'Shelling went on. The road was closed. Ferries ran late. The market opened at noon.';
    const refuted = `Six people died in the fire, not three as the company said, the Merrin coroner said. ${between} Brackwell Mining had said that three miners were killed.`;
    const differ = marks(refuted).filter((mark) => mark.includes('differ'));
    expect(differ).toEqual([
      'warning: “three” killed, according to “Brackwell Mining” (an interested party). The figures differ: “three” here, “Six” according to “the Merrin coroner”.',
    ]);
    expect(marks(refuted.replace('not three', 'and')).filter((mark) => mark.includes('differ'))).toEqual([]);
  });

  it('do not contradict each other where they count other people', () => {
    const told = marks('Rebels said 40 soldiers had died at Tosk. The army said nine shepherds had died at Tosk.');
    expect(told.filter((mark) => mark.includes('differ'))).toEqual([]);
  });
});

describe('a source beside a figure that is not its own', () => {
  it('is not said to carry it', () => {
    const text = 'Residents said the mill was old, and the hospital said 12 pilgrims were killed.';
    expect(marks(text)[0]).toBe('warning: “Residents”: unspecified group; the lead rests on this source.');
  });
});

describe('one figure', () => {
  const off: Settings = { ...defaults, rules: { ...defaults.rules, 'anonymous-source': 'off' } };

  it('has one warning where its source is marked, which names the figure', () => {
    const text = 'A source close to the mayor said 12 pilgrims were killed and 30 injured.';
    expect(marks(text)).toEqual([
      'warning: “A source close to the mayor”: no name, no role; the figures “12” (killed) and “30” (injured) rest on this source.',
    ]);
    expect(marks(text, off)).toEqual([
      'warning: “12” killed, according to “A source close to the mayor” (not named).',
      'warning: “30” injured, according to “A source close to the mayor” (not named).',
    ]);
  });

  it('has one warning where its hedge is marked', () => {
    expect(marks('The fire reportedly killed 12 pilgrims.')).toHaveLength(1);
    expect(marks('The fire reportedly killed 12 pilgrims.', off)).toEqual([
      'warning: “12” killed: no source given, only “reportedly”.',
    ]);
  });
});
