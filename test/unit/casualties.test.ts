import { describe, expect, it } from 'vitest';
import type { Figure } from '../../server/src/core/casualties/figure.js';
import { type Reading, read, rulesOnly } from '../../server/src/core/reading.js';

const filler =
  '\n\nThe harvest festival of Ostrava Bay opens on Friday with music in the square and a market along the old harbour wall, and the ferry will run every hour from the northern pier to the island and back until the weekend is over.\n';

function reading(text: string, settings = rulesOnly.settings): Reading {
  const result = read(`${text}${filler}`, 'article.txt', { ...rulesOnly, settings });
  if ('skipped' in result) throw new Error(result.skipped);
  return result;
}

const figures = (text: string): readonly Figure[] => reading(text).figures;
const one = (text: string): Figure => {
  const found = figures(text);
  expect(
    found.map((figure) => figure.text),
    text,
  ).toHaveLength(1);
  return found[0] as Figure;
};

describe('bounds of a figure', () => {
  const cases: [words: string, low: number | null, high: number | null, approx: boolean][] = [
    ['5', 5, 5, false],
    ['twenty-five', 25, 25, false],
    ['seventy two', 72, 72, false],
    ['2,500', 2500, 2500, false],
    ['2500', 2500, 2500, false],
    ['2\u00a0500', 2500, 2500, false],
    ['12\u202f345\u202f678', 12_345_678, 12_345_678, false],
    ['at least 70', 70, null, false],
    ['no fewer than 70', 70, null, false],
    ['more than 1.5 million', 1_500_000, null, false],
    ['upwards of 162000', 162_000, null, false],
    ['100+', 100, null, false],
    ['up to 40', null, 40, false],
    ['as many as 40', null, 40, false],
    ['fewer than 40', null, 40, false],
    ['between 20 and 30', 20, 30, false],
    ['20 to 30', 20, 30, false],
    ['20-30', 20, 30, false],
    ['two or three', 2, 3, false],
    ['around 2,500', 2500, 2500, true],
    ['nearly 50', 50, 50, true],
    ['some 191000', 191_000, 191_000, true],
    ['several', 3, 9, true],
    ['tens', 20, 99, true],
    ['dozens', 24, 99, true],
    ['several dozen', 24, 99, true],
    ['two dozen', 24, 24, false],
    ['half a dozen', 6, 6, false],
    ['a dozen', 12, 12, false],
    ['scores', 40, 99, true],
    ['hundreds', 200, 999, true],
    ['many hundreds', 200, 999, true],
    ['thousands', 2000, 9999, true],
    ['tens of thousands', 20_000, 99_999, true],
    ['hundreds of thousands', 200_000, 999_999, true],
    ['millions', 2_000_000, 9_999_999, true],
    ['a quarter of a million', 250_000, 250_000, false],
    ['three hundred and six', 306, 306, false],
    ['five thousand two hundred', 5200, 5200, false],
    ['another 39', 39, 39, false],
    ['no more than eight', null, 8, false],
    ['not more than 15', null, 15, false],
    ['up to more than 130', 130, null, false],
    ['no fewer than at most 80', null, 80, false],
    ['up to 40 or more', null, 40, false],
    ['just under 60', null, 60, false],
    ['one and a half million', 1_500_000, 1_500_000, false],
    ['four-and-a-half thousand', 4500, 4500, false],
    ['a million and a half', 1_500_000, 1_500_000, false],
    ['a half-million', 500_000, 500_000, false],
    ['a few dozen', 24, 99, true],
    ['a few hundred thousand', 200_000, 999_999, true],
    ['a few tens of thousands of', 20_000, 99_999, true],
    ['a couple of hundred', 200, 200, false],
    ['3 480', 3480, 3480, false],
    ['1 000 000', 1_000_000, 1_000_000, false],
    ["3'480", 3480, 3480, false],
    ['three lakh', 300_000, 300_000, false],
    ['1.5 crore', 15_000_000, 15_000_000, false],
    ['250-plus', 250, null, false],
    ['250 plus', 250, null, false],
    ['thirty-odd', 30, 30, true],
    ['50-odd', 50, 50, true],
    ['nine, perhaps ten,', 9, 10, false],
    ['hundreds, if not thousands, of', 200, 9999, true],
    ['at least 20 and possibly as many as 30', 20, 30, false],
  ];
  for (const [words, low, high, approx] of cases)
    it(words, () => {
      const noun = /^(?:tens|dozens|scores|(?:many )?hundreds|thousands|millions)/.test(words) ? 'of people' : 'people';
      const figure = one(`The storm killed ${words} ${noun} in Varn.`);
      expect({ low: figure.low, high: figure.high, approx: figure.approx }).toEqual({ low, high, approx });
    });
});

/** Bounds of all figures, as *10..10*. */
const bounds = (text: string): string[] => figures(text).map(({ low, high }) => `${low ?? ''}..${high ?? ''}`);

describe('two numbers of which one says how to read the other', () => {
  const cases: [text: string, ...bounds: string[]][] = [
    ['All but three of the 20 divers were killed.', '17..17'],
    ['The avalanche killed all except for four of the 11 skiers.', '7..7'],
    ['Half of the 60 guests were injured.', '30..30'],
    ['Two-thirds of the 90 villagers died.', '60..60'],
    ['The fever killed more than a quarter of the 40 monks.', '10..'],
    ['A third of the 50 monks died.', '17..17'],
    ['Seven of the 30 rowers were killed.', '7..7'],
    ['Dozens of the 300 pilgrims died.', '24..99'],
    ['Most of the 40 pilgrims were killed.'],
    ['None of the 25 pilgrims was injured.'],
    ['Of the 12 climbers, five were killed.', '5..5'],
    ['All but two of the crew were killed.'],
    ['He was one of 20 people killed in the crush.', '20..20'],
    ['The number of dead had jumped from 12 to 31.', '31..31'],
    ['The toll went up to 31 from 12.', '31..31'],
    ['The death toll rose to 31, up from an earlier count of 12.', '31..31'],
    ['Injuries rose from 90 on Monday to 120.', '120..120'],
    ['From 20 to 30 pilgrims were killed.', '20..30'],
    ['Forty pilgrims, perhaps more, were killed.', '40..'],
    ['Forty pilgrims at least were killed.', '40..'],
  ];
  it.each(cases)('%s', (text, ...expected) => {
    expect(bounds(text)).toEqual(expected);
  });

  it('marks the part with the words that make it', () => {
    expect(one('Nearly half of the 60 guests were injured.').text).toBe('Nearly half of the 60');
    expect(one('All but three of the 20 divers were killed.').text).toBe('All but three of the 20');
  });
});

describe('harm that several words say, or a verb with and without an object', () => {
  const cases: [text: string, outcome: Figure['outcome'], low: number][] = [
    ['Nine sailors had drowned off Tosk.', 'killed', 9],
    ['The wave drowned nine sailors.', 'killed', 9],
    ['Eight pupils suffocated in the shelter.', 'killed', 8],
    ['Six shepherds were gunned down on the pass.', 'killed', 6],
    ['Raiders gunned down six shepherds.', 'killed', 6],
    ['Four of the wounded later succumbed to their burns.', 'killed', 4],
    ['Seven monks passed away in the fever.', 'killed', 7],
    ['Three rangers gave their lives.', 'killed', 3],
    ['Two clerks were fatally stabbed.', 'killed', 2],
    ['Our thoughts are with the families of the four colleagues we lost.', 'killed', 4],
    ['Eleven passengers were taken to hospital.', 'injured', 11],
    ['Eleven passengers were rushed to the nearby Saint Orla clinic.', 'injured', 11],
    ['Ambulances took 11 passengers to hospital.', 'injured', 11],
    ['Fifteen bodies were taken to hospital.', 'killed', 15],
    ['Rescuers found twelve charred bodies.', 'killed', 12],
    ['The gas affected 40 pupils.', 'injured', 40],
    ['Three relatives of the mayor were killed.', 'killed', 3],
    ['He met the families of three miners killed in the pit.', 'killed', 3],
    ['Ten guests were overcome by fumes.', 'injured', 10],
    ['Ten guests needed hospital treatment.', 'injured', 10],
    ['Five hikers went missing on the ridge.', 'missing', 5],
    ['Five sailors were lost at sea.', 'missing', 5],
    ['The clinics said 14 were ferried to hospital.', 'injured', 14],
    ['By noon 26 were receiving treatment at Tosk.', 'injured', 26],
    ['Nearly 500 pilgrims have been treated for dehydration.', 'injured', 500],
    ['Hospitals treated 60 pilgrims for the effects of gas.', 'injured', 60],
    ['Paramedics treated 12 guests on the pier.', 'injured', 12],
    ['Two of its drivers had lost an eye.', 'injured', 2],
    ['Five were shot with live rounds.', 'casualties', 5],
    ['Three juveniles were detained at the water tower.', 'captured', 3],
    ['Four clerks in charge of the mill were taken into custody.', 'captured', 4],
    ['Two men suspected of steering the boat were being held.', 'captured', 2],
    ['Six pilgrims remained unaccounted for.', 'missing', 6],
    ['Four guests who needed medical care were taken to hospital.', 'injured', 4],
  ];
  it.each(cases)('%s', (text, outcome, low) => {
    expect(one(text)).toMatchObject({ outcome, low });
  });

  it('is silent where the same words say something else', () => {
    for (const text of [
      'Five ministers succumbed to pressure.',
      'The three games we lost still hurt.',
      'Ada Holm 13 received treatment at the clinic.',
      'The league lost the votes of four ministers and was wiped out.',
    ])
      expect(bounds(text), text).toEqual([]);
  });

  it('keeps what a part suffered apart from what is said next', () => {
    const outcomes = (text: string) => figures(text).map(({ text: words, outcome }) => `${words} ${outcome}`);
    expect(outcomes('Forty guards were hurt, two of them badly, and 90 marchers were detained.')).toEqual([
      'Forty injured',
      'two injured',
      '90 captured',
    ]);
    expect(
      outcomes('Six guests were killed and 19 flown to hospital, four of them in a critical condition.'),
    ).toContain('four injured');
    expect(outcomes('Nine guests, including four women, lost their lives and 31 others suffered burns.')).toEqual([
      'Nine killed',
      'four killed',
      '31 injured',
    ]);
  });
});

describe('harm that did not happen', () => {
  const silent: [kind: string, ...texts: string[]][] = [
    [
      'is predicted',
      'The flood is expected to kill dozens of farmers.',
      'Doctors warn that 40 patients will die by spring.',
      'Some 30 pupils could be killed if the roof fell.',
      'Five prisoners are due to be executed on Friday.',
      'The leak could leave 40 workers dead.',
    ],
    [
      'is rehearsed or made up',
      'A drill on Monday simulated a crash in which 30 passengers were killed.',
      'In a mock attack, 30 pupils were killed.',
      'In the novel a nurse kills 12 patients.',
      'The movie, in which 50 sailors die, opens on Friday.',
    ],
    [
      'is planned',
      'The plan, which was dropped, was to murder six judges.',
      'Two men were hired to kill three judges.',
      'He was jailed for the attempted murder of six guards.',
    ],
    [
      'is a condition or a question',
      'If three more nurses die, the ward will close.',
      'Nothing will change until one of us dies.',
      'It was unclear whether 40 pilgrims had died.',
      'Suppose that a train fell into the bay and 200 pilgrims died.',
      'There is a one in three chance of up to 900 deaths.',
    ],
    [
      'is averted',
      'The belt saved 300 drivers who would otherwise have died.',
      'The warning prevented 40 deaths.',
      'Divers saved 12 pupils from being killed.',
      'The crash nearly killed 12 pupils.',
    ],
    [
      'is of bodies that decide, of whom a measure affects, or of those who mourn',
      'The quarrel split what in quieter times is one of the Senate’s more placid bodies.',
      'The Greens hold 19 regional legislative bodies since November.',
      'The two governing bodies met in Arvel on Monday.',
      'The strike is affecting 8,000 state employees.',
      'The governor invited several relatives of dockers killed in the blast.',
      'She wrote to dozens of friends of pilgrims shot in Tosk.',
    ],
    [
      'comes again and again',
      'The bend kills 30 drivers a year.',
      'Every year 30 climbers die on the peak.',
      'The fever kills one in five patients.',
      'An average of 30 climbers are killed there.',
      'One driver dies every 40 minutes.',
    ],
    [
      'is denied',
      'It is not true that 40 pilgrims were killed.',
      'The governor denied that 60 pilgrims had been killed.',
      'The militia denied killing 12 shepherds.',
      'The mayor dismissed reports that 40 pilgrims had died.',
      'There is no evidence that 40 pilgrims were killed.',
      'Claims that 40 pilgrims had died were false.',
      'The paper falsely reported that 40 pilgrims had died.',
      'A video claims that 34 pupils were killed by the fever. This is not true.',
      'CLAIM: Thirty-four pupils died of the fever.',
    ],
    [
      'is a figure of speech, or a game',
      'Three of its leaders were shot down in the polls.',
      'She threatened to “kill all three” of his hens.',
      'Some 40 swans were found dead on the lake.',
      'The visitors lost three players to injury.',
      'The party lost 20 members.',
      'He killed off three rivals in the primaries.',
    ],
  ];
  it.each(silent)('because it %s', (_, ...texts) => {
    for (const text of texts) expect(bounds(text), text).toEqual([]);
  });

  const happened: [text: string, ...bounds: string[]][] = [
    ['Twelve pilgrims may have been killed.', '12..12'],
    ['Dozens of pilgrims are feared dead.', '24..99'],
    ['The gunman went on to kill three clerks.', '3..3'],
    ['They were the first two climbers to die there.', '2..2'],
    ['Four cadets were killed in a training exercise.', '4..4'],
    ['The film is about the crash that killed 12 pilgrims.', '12..12'],
    ['Twelve pilgrims were killed a day after the vote.', '12..12'],
    ['Last year 30 climbers died on the peak.', '30..30'],
    ['Eight miners died in the pit, not three as the owner said.', '8..8'],
    ['The siege lasted until 40 guards were killed.', '40..40'],
    ['The mayor denied that 60 pilgrims had died, saying the toll was 12.', '12..12'],
    ['The militia denied that it planned the raid that killed 12 shepherds.', '12..12'],
  ];
  it.each(happened)('is not taken for what did: %s', (text, ...expected) => {
    expect(bounds(text)).toEqual(expected);
  });

  it('is told by who claims it, where somebody else dismisses it', () => {
    const text = 'Rebels said they had killed 30 soldiers; the army dismissed the claim.';
    const { source } = one(text);
    expect(source && text.slice(source.start, source.end)).toBe('Rebels');
  });
});

describe('years and shares', () => {
  it('are no count', () => {
    expect(bounds('Between 1951 and 1973, 161 children died at the home.')).toEqual(['161..161']);
    expect(bounds('Seven pilgrims, all of one family, died in the fire.')).toEqual(['7..7']);
    expect(bounds('Some 900 pilgrims were killed, two thirds of them in the fire.')).toEqual(['900..900']);
    expect(bounds('Ivo and Jan Barlow, 24 and 22, were gunned down.')).toEqual([]);
    expect(bounds('Ilka Brandt said that of the 24 people held in the cell, nine died.')).toEqual(['9..9']);
  });
});

describe('ages', () => {
  it('of several people are no count', () => {
    expect(bounds('Two cousins, aged eight and 11, died in the fire.')).toEqual(['2..2']);
    expect(bounds('Three brothers, 4, 7 and 9, died in the fire.')).toEqual(['3..3']);
    expect(bounds('A girl of nine and a man of 40 were killed.')).toEqual([]);
  });
});

describe('outcome, victims and span', () => {
  it('keeps the counted noun out of the span and in the victims', () => {
    const text = 'Shells killed at least 70 old fishermen near Varn.';
    const figure = one(text);
    expect(figure.text).toBe('at least 70');
    expect(text.slice(figure.start, figure.end)).toBe('at least 70');
    expect(figure.victims).toBe('old fishermen');
    expect(figure.outcome).toBe('killed');
  });

  const outcomes: [text: string, outcome: Figure['outcome']][] = [
    ['The wreck left 12 sailors missing.', 'missing'],
    ['Gunmen abducted 12 miners.', 'captured'],
    ['Floods displaced 12,000 people.', 'displaced'],
    ['The gas made 12 pupils ill: 12 people suffered burns and wounds.', 'injured'],
    ['The clash caused 12 casualties.', 'casualties'],
    ['Twelve people were killed or wounded.', 'casualties'],
    ['Six injured climbers died on the way down.', 'killed'],
    ['The gunman shot dead three guards.', 'killed'],
    ['The gunman shot and killed three guards.', 'killed'],
    ['Three guards were killed or captured.', 'casualties'],
  ];
  for (const [text, outcome] of outcomes)
    it(text, () => {
      expect(figures(text).at(-1)?.outcome).toBe(outcome);
    });

  it('leaves out those of whom something else is said', () => {
    expect(figures('About 900 people have been killed and millions forced to flee.').map(({ low }) => low)).toEqual([
      900,
    ]);
  });

  it('counts in UTF-16 units after emoji and combining accents', () => {
    const text = '😀 In Ve\u0301rn the storm killed 12 people.';
    expect(text.slice(one(text).start, one(text).end)).toBe('12');
  });
});

describe('scope, place, date and perpetrator', () => {
  const dated = (text: string): Figure => one(`---\ndate: 2021-06-09\n---\n${text}`);

  it('tells a running total from an incident and from an earlier war', () => {
    expect(dated('The blast killed 12 people.').scope).toBe('incident');
    expect(dated('More than 1,200 people have been killed since the war began in 2014.').scope).toBe('cumulative');
    expect(dated('The fighting has killed 300 people so far.').scope).toBe('cumulative');
    expect(dated('In 1998 a raid on the town killed 40 people.').scope).toBe('historical');
    expect(dated('In March more than 60 people were killed by rockets.').scope).toBe('historical');
    expect(dated('In June more than 60 people were killed by rockets.').scope).toBe('incident');
    // an article without a date names a year only of what it recalls
    expect(one('The valley was last flooded in 1987, when 60 people drowned.').scope).toBe('historical');
    expect(dated('It was the worst raid since January and killed 12 people.').scope).toBe('incident');
    expect(dated('The crash comes nine years after 27 people died on the same bend.').scope).toBe('historical');
    expect(dated('It was the worst riot since 2003, when about 60 people were killed.').scope).toBe('historical');
    expect(dated('Two years after the bridge was built, 27 people died on it.').scope).toBe('incident');
  });

  it('tells the dead of a day from the total in one sentence', () => {
    const scopes = (text: string) => figures(text).map(({ text: words, scope }) => `${words} ${scope}`);
    expect(scopes('Six guards were killed on Friday, bringing the total since the war began to 2,310.')).toEqual([
      'Six incident',
      '2,310 cumulative',
    ]);
    expect(scopes('The raid killed 11, taking the overall number of dead to 420.')).toEqual([
      '11 incident',
      '420 cumulative',
    ]);
    expect(scopes('Two guards died on Friday, raising the death toll since May to 95.')).toEqual([
      'Two incident',
      '95 cumulative',
    ]);
    expect(scopes('Four guards were killed on Friday and two on Saturday, or six in all.')).toEqual([
      'Four incident',
      'two incident',
      'six incident',
    ]);
    expect(scopes('The raid killed 11 guards; since May, 900 people have died.')).toEqual([
      '11 incident',
      '900 cumulative',
    ]);
    expect(scopes('The blast killed 12 guards, the deadliest attack this year.')).toEqual(['12 incident']);
  });

  it('resolves days against the date of the article, looking back', () => {
    expect(dated('The blast killed 12 people on Monday.').date).toBe('2021-06-07');
    expect(dated('The blast killed 12 people on Wednesday.').date).toBe('2021-06-09');
    expect(dated('The blast killed 12 people on Friday.').date).toBe('2021-06-04');
    expect(dated('Yesterday the blast killed 12 people.').date).toBe('2021-06-08');
    expect(dated('By Tuesday night the clinic had counted 12 people killed in Monday’s blast.').date).toBe(
      '2021-06-07',
    );
    expect(dated('The blast killed 12 people on 30 May.').date).toBe('2021-05-30');
    expect(dated('The blast on December 30 killed 12 people.').date).toBe('2020-12-30');
    expect(dated('The blast of 3 May 2019 killed 12 people.').date).toBe('2019-05-03');
  });

  it('gives no date where none can be known', () => {
    expect(dated('The blast killed 12 people, a doctor said on Monday.').date).toBeNull();
    expect(one('The blast killed 12 people on Monday.').date).toBeNull();
    expect(one('The blast of 3 May 2019 killed 12 people.').date).toBe('2019-05-03');
  });

  it('finds place and perpetrator where the sentence states them', () => {
    const figure = one('Government air strikes killed 12 people in the northern city of Varn on Monday.');
    expect(figure.place).toBe('Varn');
    expect(figure.perpetrator).toBe('Government air strikes');
    expect(one('A blast at the depot killed 12 people.').perpetrator).toBe('blast');
    expect(one('Twelve people were killed by a suicide bomber near Upper Tosk.')).toMatchObject({
      place: 'Upper Tosk',
      perpetrator: 'suicide bomber',
    });
  });
});

describe('grades', () => {
  /** Words of war, without a figure: an army is a side where there is one. */
  const war = '\n\nShelling went on along the front line, and rebels held the bridge at Tosk.';
  const peace = '\n\nRain had fallen on the valley for a week.';
  const grade = (text: string, around: string): string => one(`${text}${around}`).grade;

  const anywhere: [text: string, grade: Figure['grade']][] = [
    ['Twelve people were killed in Varn.', 'unattributed'],
    ['The raid allegedly killed twelve people.', 'hedged'],
    ['Twelve people may have been killed in Varn.', 'hedged'],
    ['Twelve people are feared dead in Varn.', 'hedged'],
    ['A source told the paper that twelve people were killed.', 'anonymous'],
    ['Residents said that twelve people were killed.', 'anonymous'],
    ['Reuters reported that twelve people were killed.', 'media'],
    ['The Varn Conflict Monitor said that twelve people were killed.', 'independent'],
    ['According to the Red Cross, twelve people were killed.', 'independent'],
    // a spokesman is the institution that he speaks for
    ['A spokesman for the Varn hospital said that twelve people were killed.', 'independent'],
    ['The army said nothing. Twelve people were killed, according to Kell Regional Medical Center.', 'independent'],
    // the lost commas of scraped text
    ['Air strikes on a market killed twelve people in Varn the Varn Conflict Monitor said on Friday.', 'independent'],
    [
      'Air strikes on a market killed twelve people in Varn the Varn Observatory for Rights (VOR) said on Friday.',
      'independent',
    ],
    ['The gate fell in blasts which the Varn Conflict Monitor said killed twelve people.', 'independent'],
    [
      'According to a February report by the Varn Institute for Peace Research the fever has claimed the lives of twelve people.',
      'independent',
    ],
    ['In the suburbs of Varn local sources said twelve people were killed.', 'anonymous'],
    ['An NGO said twelve people were killed.', 'anonymous'],
    // who called for something did not count
    ['Ivo Marek called for the mayor to resign over a fire that left twelve people dead.', 'unattributed'],
    ['Twelve people were killed in Varn on Friday, Reuters quoted the Red Cross as saying.', 'independent'],
    ['The health ministry in the valley said twelve people had been killed in the strikes.', 'independent'],
    ['The fever has claimed twelve lives in the valley.', 'unattributed'],
    ['The strikes last week near Varn claimed twelve civilian lives.', 'unattributed'],
    ['The storm has claimed twelve of the lives in the valley.', 'unattributed'],
    ['Rebels said that twelve people were killed.', 'party'],
  ];
  for (const [text, expected] of anywhere)
    it(`${expected}, in war and peace: ${text}`, () => {
      expect(grade(text, war)).toBe(expected);
      expect(grade(text, peace)).toBe(expected);
    });

  const sides: [who: string, inPeace: Figure['grade']][] = [
    ['The army', 'independent'],
    ['The defence ministry', 'independent'],
    ['Police', 'independent'],
    ['The governor', 'independent'],
    ['State television', 'media'],
  ];
  for (const [who, inPeace] of sides)
    it(`${who}: a side in a conflict, ${inPeace} in a flood`, () => {
      expect(grade(`${who} said that twelve people were killed.`, war)).toBe('party');
      expect(grade(`${who} said that twelve people were killed.`, peace)).toBe(inPeace);
    });

  /** The words of the source of the only figure, or of each. */
  const sources = (text: string): (string | null)[] =>
    figures(text).map(({ source }) => source && text.slice(source.start, source.end));

  it('finds a named speaker behind a description, between commas', () => {
    const text = 'A blast killed 19 people and wounded 43, the director of the town’s hospital, Dr Ilka Brandt, said.';
    expect(sources(text)).toEqual(Array(2).fill('the director of the town’s hospital, Dr Ilka Brandt'));
    expect(figures(text).map((figure) => figure.grade)).toEqual(['independent', 'independent']);
  });

  it('is nobody who speaks in the next main clause alone', () => {
    const next =
      'More than 240 farmers have died since spring, and Governor Orlo announced last week that he was sorry.';
    expect(sources(next)).toEqual([null]);
    expect(sources('The raid killed nine people, and the mayor said the search would go on all night.')).toEqual([
      null,
    ]);
    expect(sources('Nine people died in the raid and 20 were hurt, the mayor said.')).toEqual(
      Array(2).fill('the mayor'),
    );
  });

  it('is no place behind a dash, and not who must act by what was said', () => {
    const mall = 'On Friday nine people were killed at the Kell mall – one of the largest in the land – in Orlo Point.';
    expect(sources(mall)).toEqual([null]);
    const met = 'President Ida Marn met relatives of the 49 people killed on Friday and said the country must act.';
    expect(sources(met)).toEqual([null]);
    expect(sources('Fourteen people died in the raid, said the Observatory.')).toEqual(['the Observatory']);
  });

  it('goes on with who speaks in a clause about something new, not about what is known', () => {
    const held = 'The bureau said its envoys had been held up by a raid on the port, which killed four guards.';
    expect(sources(held)).toEqual(['The bureau']);
    expect(sources('The bureau said it mourned the victims of the raid, which killed four guards.')).toEqual([null]);
    expect(sources('By the bureau’s count, 40 guards were killed.')).toEqual(['the bureau']);
  });

  it('adds the dead up, and takes a nurse for nobody by name', () => {
    expect(bounds('Divers found nine bodies, bringing the confirmed dead to 71.')).toEqual(['9..9', '71..71']);
    expect(one('A nurse at the Varn hospital said that twelve people died on arrival.').grade).toBe('anonymous');
  });

  it('takes no speakers for victims', () => {
    const text =
      'A raid hit the port, killing at least 20 people, most of them children, two local clerks and residents said.';
    expect(bounds(text)).toEqual(['20..']);
  });

  it('goes back from a pronoun to who spoke, and takes whoever counted for the source', () => {
    const text = 'Nine bodies were found, Mayor Ilka Brandt said. She put the number of injured at 40.';
    expect(figures(text).map((figure) => figure.grade)).toEqual(['independent', 'independent']);
    expect(sources('Ventana Watch counted 61 deaths.')).toEqual(['Ventana Watch']);
  });

  it('takes a hedge for what it hedges', () => {
    const text = 'Brackwell, whose cheese killed four guests in March, is understood to be for sale.';
    expect(one(text).grade).toBe('unattributed');
  });

  it('gives neither the headline before a colon nor the outlet’s own *we* for a source', () => {
    expect(sources('Migrant boat sinks off Tosk: 18 bodies found')).toEqual([null]);
    expect(sources('“Stay away,” Ilka Brandt said.\n\nWhat we know so far: eight people have died.')).toEqual([null]);
  });

  it('takes a number that is put for one of those spoken of before', () => {
    const text = 'The mayor said 23 pilgrims had been killed. Residents put the number at 31.';
    expect(figures(text).map(({ low, outcome }) => `${low} ${outcome}`)).toEqual(['23 killed', '31 killed']);
  });

  it('takes all of a press release for the word of whoever issues it', () => {
    const release =
      'FOR IMMEDIATE RELEASE\n\nBrackwell Mining today confirmed that a fire broke out in its pit at Tosk.\n\nFour employees were taken to hospital.';
    expect(one(release).grade).toBe('interested');
    expect(one(release.replace('FOR IMMEDIATE RELEASE', 'Fire at Tosk')).grade).toBe('unattributed');
  });

  it('gives no event for a source, and nobody who denies', () => {
    expect(sources('The flood has claimed the lives of 40 farmers.')).toEqual([null]);
    expect(sources('Rebels said they had killed 30 soldiers; the army dismissed the claim.')).toEqual(['Rebels']);
  });

  it('needs more for a conflict than an army: it helps in a flood', () => {
    const helping = '\n\nThe army sent soldiers and troops with boats, and soldiers carried the sick.';
    expect(grade('The army said that twelve people had drowned.', helping)).toBe('independent');
  });

  it('takes a company for an interested party in its own accident, and a witness and a website for what they are', () => {
    const said = (who: string): string => grade(`${who} said that twelve people were killed.`, peace);
    expect(said('Brackwell Mining')).toBe('interested');
    expect(said('The ferry’s owner, Sundmoor,')).toBe('interested');
    expect(said('The airline')).toBe('interested');
    expect(said('Wikipedia')).toBe('media');
    expect(said('Ilka Brandt, a baker who saw the crash,')).toBe('independent');
    expect(said('The coastguard')).toBe('independent');
    expect(said('The county court')).toBe('independent');
  });

  it('points at the source, and says of a hedge on top of it', () => {
    const text = 'The Varn Conflict Monitor said the raid reportedly killed twelve people.';
    const figure = one(text);
    expect(figure.grade).toBe('independent');
    expect(figure.source && text.slice(figure.source.start, figure.source.end)).toBe('The Varn Conflict Monitor');
    expect(figure.hedge && text.slice(figure.hedge.start, figure.hedge.end)).toBe('reportedly');
  });

  it('lets a folder say who is a party and who stands outside', () => {
    const text = 'The Lowland Relief Society said that twelve people were killed.';
    const graded = (settings: Partial<typeof rulesOnly.settings>): string | undefined =>
      reading(text, { ...rulesOnly.settings, ...settings }).figures[0]?.grade;
    expect(graded({ parties: ['Lowland Relief Society'] })).toBe('party');
    expect(graded({ independentBodies: ['the lowland relief society'] })).toBe('independent');
    const long = 'The Southern Union for the Care of Widows said that twelve people were killed.';
    const name = 'Southern Union for the Care of Widows';
    expect(reading(long, { parties: [name], independentBodies: [], otherNames: {} }).figures[0]?.grade).toBe('party');
    expect(reading(long, { parties: [], independentBodies: [name], otherNames: {} }).figures[0]?.grade).toBe(
      'independent',
    );
  });

  it('does not care which side speaks', () => {
    const say = (who: string): string => grade(`The ${who} said that twelve people were killed.`, war);
    expect(say('rebel army')).toBe(say('government army'));
    expect(say('northern defence ministry')).toBe(say('southern defence ministry'));
    expect(say('insurgents')).toBe(say('army'));
  });
});
