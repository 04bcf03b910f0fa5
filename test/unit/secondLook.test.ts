import { describe, expect, it } from 'vitest';
import type { Opinion } from '../../server/src/core/relations/opinion.js';
import { packOpinion, unpackOpinion } from '../../server/src/core/relations/opinion.js';
import { markedFrom } from '../../server/src/core/relations/relation.js';
import { secondLook } from '../../server/src/core/relations/secondLook.js';
import type { Slots } from '../../server/src/core/relations/slots.js';
import type { NoJudge } from '../../server/src/judge/judge.js';
import { Judging } from '../../server/src/sync/judging.js';
import { SecondLook } from '../../server/src/sync/secondLook.js';
import type { WorkspaceSync } from '../../server/src/sync/workspaceSync.js';
import type { Place } from '../../server/src/workspace/claim.js';
import { Workspace } from '../../server/src/workspace/workspace.js';

const opinion = (same: number, conflict: number): Opinion => ({ same, conflict, neither: 1 - same - conflict });

const noSlots: Slots = {
  apart: false,
  numbersAgree: false,
  turned: false,
  denied: false,
  reversed: false,
  opposed: false,
  contained: false,
  oneDifference: false,
  bothDeny: false,
  decisive: false,
};

const filler =
  'The road to the river was closed by noon, and the ferry stayed on the far side until the evening, the harbour office said.';

/** Two files of two outlets, each with one sentence of its own beside a common topic. */
function judgedWorkspace(one: string, other: string): Workspace {
  const workspace = new Workspace(undefined, { isJudged: true });
  const article = (outlet: string, sentence: string): string =>
    `---\ntitle: ${outlet} on Orlo Point\noutlet: ${outlet}\ndate: 2031-03-04\n---\n${sentence}\n\n${outlet}: ${filler}\n`;
  workspace.set('a.txt', article('Herald', one));
  workspace.set('b.txt', article('Courier', other));
  return workspace;
}

/** A judge that says the same of every pair. */
const saying = (said: Opinion) => ({ judge: async (pairs: readonly unknown[]) => pairs.map(() => said) });

async function judge(workspace: Workspace, said: Opinion): Promise<ReadonlySet<string>> {
  const changed = new Set<string>();
  await new Judging(saying(said), {
    workspace: () => workspace,
    first: () => [],
    all: () => true,
    changed: (files) => {
      for (const file of files) changed.add(file);
    },
    failed: (error) => {
      throw error;
    },
  }).wake();
  return changed;
}

/** What is marked between the two files. */
const marked = (workspace: Workspace) =>
  workspace.crossReferences('a.txt').map(({ relation: { kind, why } }) => ({ kind, why }));

/** What is marked between their first sentences: the judge says the same of the headlines, which name the outlets. */
const markedFirst = (workspace: Workspace) => {
  const isFirst = ({ file, start }: Place): boolean =>
    start === (workspace.textOf(file) ?? '').indexOf('---\n', 1) + '---\n'.length;
  return workspace
    .crossReferences('a.txt')
    .filter(({ a, b }) => isFirst(a) && isFirst(b))
    .map(({ relation: { kind } }) => kind);
};

const cleared =
  'Minister Petra Vasko was cleared of taking bribes from the ferry company Norlane by the court of Orlo Point.';
const reworded =
  'The Orlo Point court acquitted minister Petra Vasko of taking bribes from ferry company Norlane, clearing her.';
const convicted =
  'Minister Petra Vasko was convicted of taking bribes from the ferry company Norlane by the court of Orlo Point.';

describe('what is related', () => {
  it('is not marked before it was judged', () => {
    expect(marked(judgedWorkspace(cleared, reworded)).filter(({ kind }) => kind === 'same')).toEqual([]);
  });

  it('is marked when the judge says that it is the same, and the files are told of', async () => {
    const workspace = judgedWorkspace(cleared, reworded);
    const changed = await judge(workspace, opinion(0.98, 0.01));
    expect([...changed].sort()).toEqual(['a.txt', 'b.txt']);
    expect(marked(workspace).map(({ kind }) => kind)).toContain('same');
  });

  it('is nothing where the judge says that it is something else', async () => {
    const workspace = judgedWorkspace(cleared, reworded);
    await judge(workspace, opinion(0.005, 0.005));
    expect(marked(workspace).filter(({ kind }) => kind !== 'copy')).toEqual([]);
  });

  it('is a conflict where reused text has one decisive change, and the change is named', async () => {
    const workspace = judgedWorkspace(cleared, convicted);
    expect(marked(workspace).map(({ kind }) => kind)).toContain('copy');
    await judge(workspace, opinion(0.02, 0.97));
    expect(marked(workspace)).toContainEqual({
      kind: 'conflict',
      why: 'They differ: “cleared” against “convicted”.',
    });
  });

  it('is listed as a possible conflict, and not marked, where the judge alone hears a contradiction', async () => {
    const took = 'General Hasko Rend took the oath as governor of Orlo Point on Monday before a crowd on the quay.';
    const refused = 'On Monday General Hasko Rend kept the crowd of Orlo Point waiting, and no governor was sworn in.';
    const workspace = judgedWorkspace(took, refused);
    await judge(workspace, opinion(0.2, 0.7));
    expect(markedFirst(workspace)).toEqual([]);
    expect(workspace.possible('a.txt').map(({ relation: { kind, why } }) => ({ kind, why }))).toContainEqual({
      kind: 'conflict',
      why: 'One may contradict the other.',
    });
  });

  it('is no conflict because one counts the dead and the other the rockets, where the judge only leans to it', async () => {
    const dead =
      'At least 43 people were killed when rockets struck the covered market of Orlo Point on Tuesday morning.';
    const rockets =
      'Six rockets struck the covered market of Orlo Point on Tuesday morning when it was full of people.';
    const workspace = judgedWorkspace(dead, rockets);
    await judge(workspace, opinion(0.55, 0.4));
    expect(marked(workspace).filter(({ kind }) => kind === 'conflict')).toEqual([]);
    const others = judgedWorkspace(
      dead.replace('At least 43 people were killed when', 'Alarm was given when eight'),
      rockets,
    );
    await judge(others, opinion(0.55, 0.4));
    expect(marked(others)).toContainEqual({ kind: 'conflict', why: 'They differ: 8 against 6 rockets.' });
  });

  it('is a conflict where words say the opposite or numbers of one unit differ, though the judge only leans to it', async () => {
    const leaning = opinion(0.5, 0.45);
    const rose = 'Grain prices at the Orlo Point exchange rose 12 percent in the last week of February, traders said.';
    const fell = 'In the last week of February grain prices at the exchange of Orlo Point fell, traders said.';
    const opposed = judgedWorkspace(rose, fell);
    await judge(opposed, leaning);
    expect(marked(opposed)).toContainEqual({ kind: 'conflict', why: 'They differ: “rose” against “fell”.' });
    const more = judgedWorkspace(
      rose,
      'In February’s last week grain prices at the exchange of Orlo Point rose 21%, say traders.',
    );
    await judge(more, leaning);
    expect(marked(more)).toContainEqual({ kind: 'conflict', why: 'They differ: 12% against 21%.' });
  });

  it('is no conflict of numbers where what follows two different measures is the same', async () => {
    const metres =
      'The rock that fell near the airfield of Orlo Point on Sunday left a crater 12 meters across, crews said.';
    const feet = 'A crater 40 feet across was left near the airfield of Orlo Point by the rock that fell on Sunday.';
    const workspace = judgedWorkspace(metres, feet);
    await judge(workspace, opinion(0.5, 0.45));
    expect(marked(workspace).filter(({ kind }) => kind === 'conflict')).toEqual([]);
    const larger = judgedWorkspace(metres.replace('12', '31'), feet.replace('40 feet', '12 meters'));
    await judge(larger, opinion(0.5, 0.45));
    expect(marked(larger)).toContainEqual({ kind: 'conflict', why: 'They differ: 31 against 12 meters.' });
  });

  it('is no conflict where only numbers differ and both can be right', async () => {
    const workspace = judgedWorkspace(
      'Police at Orlo Point released two dozen dock workers on the quay before noon on Sunday.',
      'Police at Orlo Point released 24 dock workers on the quay before noon on Sunday.',
    );
    await judge(workspace, opinion(0.02, 0.97));
    expect(markedFirst(workspace)).toEqual(['copy']);
  });

  it('is no conflict where one is the other cut short', async () => {
    const long = 'Minister Petra Vasko opened the new ferry pier of Orlo Point on Sunday before a crowd in heavy rain.';
    const workspace = judgedWorkspace(long, 'Minister Petra Vasko opened the new ferry pier of Orlo Point on Sunday.');
    await judge(workspace, opinion(0.05, 0.9));
    expect(markedFirst(workspace)).toEqual(['copy']);
  });

  it('is a conflict where one denies what the other says in other words', async () => {
    const workspace = judgedWorkspace(
      'Colonel Edda Marn has left the harbour fort of Orlo Point with her staff, ferry crews said.',
      'Colonel Edda Marn has not left the harbour fort; she met the ferry crews of Orlo Point there.',
    );
    await judge(workspace, opinion(0.1, 0.85));
    expect(marked(workspace)).toContainEqual({
      kind: 'conflict',
      why: 'One denies or negates what the other says.',
    });
  });

  it('is never agreement where one denies what the other says, whatever the judge hears', async () => {
    const said =
      'A ferry hand of Norlane said the captured captain was a brother of Colonel Marn, but could not name him.';
    const denied =
      'The harbour office of Orlo Point today denied that a captain detained yesterday is the brother of Colonel Marn of the lancers, as doubt continues about who the captain and the child are that the patrol captured at sea.';
    const heard = judgedWorkspace(said, denied);
    await judge(heard, opinion(0.95, 0.02));
    expect(markedFirst(heard)).toEqual([]);
  });

  it('is never agreement where one negates half of what both say, whatever the judge hears', async () => {
    const said =
      'We are going to have a harbour emergency, Governor Brack told the ferry crews of Orlo Point on Monday.';
    const negated = 'There is no harbour emergency, and the crews know it, said Mayor Sell.';
    const workspace = judgedWorkspace(said, negated);
    await judge(workspace, opinion(0.97, 0.01));
    expect(markedFirst(workspace)).toEqual([]);
    const agreed = judgedWorkspace(said, negated.replace('There is no', 'There is a'));
    await judge(agreed, opinion(0.97, 0.01));
    expect(markedFirst(agreed)).toEqual(['same']);
  });

  it('is agreement where both deny one thing, one by a word of denial and one by a negation', async () => {
    const denied =
      'A harbour officer denied that the diver held at Orlo Point is a sister of Colonel Edda Marn, who leads the lancers.';
    const negated = 'The diver held at Orlo Point is not the sister of Colonel Edda Marn, an officer said on Sunday.';
    const sure = judgedWorkspace(denied, negated);
    await judge(sure, opinion(0.96, 0.01));
    expect(markedFirst(sure)).toHaveLength(1);
    expect(markedFirst(sure)).not.toContain('conflict');
    const leaning = judgedWorkspace(denied, negated);
    await judge(leaning, opinion(0.86, 0.11));
    expect(markedFirst(leaning)).toEqual([]);
  });

  it('is no agreement where one denies what the other says that nobody denied', async () => {
    const workspace = judgedWorkspace(
      'Governor Brack disputes that Colonel Edda Marn told the lancers to leave the harbour fort of Orlo Point.',
      'Governor Brack did not directly dispute that Colonel Edda Marn told the lancers to leave the fort, nor did he name her.',
    );
    await judge(workspace, opinion(0.96, 0.01));
    expect(markedFirst(workspace)).toEqual([]);
  });

  it('is no conflict by a negation of what the other does not speak of, however sure the judge', async () => {
    const sunk = 'Nobody has said who sank the pilot boat Marla off Orlo Point on Sunday.';
    const found = 'The harbour office found the pilot boat Marla off Orlo Point on Sunday with three crew aboard.';
    const workspace = judgedWorkspace(sunk, found);
    await judge(workspace, opinion(0.01, 0.98));
    expect(markedFirst(workspace)).toEqual([]);
  });

  it('is the same only where the judge is surer, if they share few words', () => {
    const pair = { kind: 'same', reasons: ['severalWords'], i: 0, j: 0, run: 0, drifts: false } as const;
    const isMarked = (words: number, same: number): boolean =>
      (secondLook({ ...pair, score: words }, packOpinion({ ...opinion(same, 0), ...noSlots }))?.score ?? 0) >=
      markedFrom;
    expect([isMarked(0.25, 0.9), isMarked(0.5, 0.9)]).toEqual([false, true]);
    expect(isMarked(0.25, 0.98)).toBe(true);
  });

  it('is a conflict by a denial where the judge leans to it, by a negation only where it is sure', () => {
    const told = (reason: 'denied' | 'negated', said: Opinion): boolean => {
      const pair = { kind: 'conflict', reasons: [reason], i: 0, j: 0, run: 0, drifts: false, score: 0.9 } as const;
      const packed = packOpinion({ ...said, ...noSlots, turned: true, opposed: true });
      return (secondLook(pair, packed)?.score ?? 0) >= markedFrom;
    };
    const leaning = opinion(0.4, 0.5);
    expect([told('denied', leaning), told('negated', leaning)]).toEqual([true, false]);
    expect(told('negated', opinion(0.05, 0.9))).toBe(true);
  });

  const doubtful = opinion(0.5, 0.45);
  const against = opinion(0.02, 0.96);
  const neither = opinion(0.01, 0.04);

  it.each<readonly [kinds: readonly string[], where: string, said: Opinion, one: string, other: string]>([
    [
      ['conflict'],
      'one says that it was not done, and the other that it was',
      against,
      'The ferry companies of Orlo Point agreed on Thursday to share the new pier with the fishing fleet.',
      'The ferry companies of Orlo Point failed to agree on Thursday to share the new pier with the fishing fleet.',
    ],
    [
      ['conflict'],
      'one denies what the other says, though they give one number',
      against,
      'Norlane said it had agreed a truce with the dock union and would release the 200 deckhands it had arrested.',
      'The dock union denied that it had agreed a truce with Norlane under which 200 arrested deckhands are released.',
    ],
    [
      ['conflict'],
      'one calls a hoax what the other reports',
      against,
      'Five seals escaped from the water park of Orlo Point on Wednesday when the harbour flooded its pool.',
      'The story of the five seals and the water park at Orlo Point turned out to be a hoax.',
    ],
    [
      ['conflict'],
      'one says that there is no truth to what the other tells',
      against,
      'Norlane sent dismissal letters to the crews of its ferries at Orlo Point on Monday, two deckhands said.',
      '“There is no truth to the story that Norlane sent the ferry crews dismissal letters,” its owner said.',
    ],
    [
      ['conflict'],
      'one calls a forgery the letter that the other tells of',
      against,
      'Governor Brack wrote to the ferry crews of Orlo Point telling them to burn the nets of the fishing fleet.',
      'The letter in which Governor Brack told the ferry crews of Orlo Point to burn nets is a forgery, experts found.',
    ],
    [
      ['conflict'],
      'nobody notices anything of what the other tells',
      opinion(0.09, 0.9),
      'An alarm rang on every deck of the ferry Marla as smoke poured from her engine room, passengers said.',
      'Nobody on board the ferry Marla heard any alarm when the engine room filled with smoke, said those rescued.',
    ],
    [
      ['conflict'],
      'words of two say the opposite',
      doubtful,
      'The sea wall of Orlo Point held when the storm tide passed early on Thursday, harbour engineers said.',
      'The sea wall gave way as the storm tide reached Orlo Point in the early hours of Thursday.',
    ],
    [
      ['conflict'],
      'a copy has another number of one unit, behind another subject, though the judge hears neither',
      neither,
      'Norlane Ferries said on Thursday that its fares for the summer rose 12 percent from a year earlier.',
      'The company said on Thursday that its fares for the summer rose 21 percent from a year earlier.',
    ],
    [
      ['conflict'],
      'a copy has another person’s full name, though the judge hears neither',
      neither,
      'Lena Bortal won Sunday’s mayoral election at Orlo Point with 51 percent of the vote.',
      'Ivo Kerrick won Sunday’s mayoral election at Orlo Point with 51 percent of the vote.',
    ],
    [
      ['same'],
      'both say in two ways that it will not be done',
      opinion(0.87, 0.08),
      '“We will not talk to crews who burn nets,” Governor Brack of Orlo Point said on Sunday.',
      'Governor Brack of Orlo Point on Sunday ruled out talks with crews who burn nets.',
    ],
    [
      ['same'],
      'one rounds the number of the other, in other words',
      opinion(0.13, 0.85),
      'Nearly 500 crew jobs will go at the Norlane ferry yard of Orlo Point, its owners said on Sunday.',
      'The Norlane ferry yard of Orlo Point will shed 496 crew jobs, the owners announced on Sunday.',
    ],
    [
      [],
      'one denies the opposite of what the other says',
      against,
      'A court at Orlo Point convicted minister Petra Vasko of taking bribes from Norlane on Wednesday.',
      'The Courier retracts its report that minister Petra Vasko was acquitted of taking bribes from Norlane.',
    ],
    [
      ['same'],
      'it is not only so',
      opinion(0.04, 0.94),
      'Governor Brack not only closed the ferry pier of Orlo Point on Sunday, he also sent the crews home.',
      'The ferry pier of Orlo Point was closed on Sunday by Governor Brack, and its crews were sent home.',
    ],
    [
      [],
      'numbers are times of day',
      doubtful,
      'Minister Petra Vasko opened the new ferry pier of Orlo Point at 1130 a.m. on Sunday before a crowd, crews said.',
      'On Sunday at 11:30 a.m. the new ferry pier of Orlo Point was opened by minister Petra Vasko before a crowd.',
    ],
    [
      ['conflict'],
      'one votes against what the other approves',
      opinion(0.04, 0.94),
      'The pilots of the harbour office at Orlo Point have voted against the merger with Norlane.',
      'Orlo Point’s pilots approved the merger of the harbour office with Norlane in a ballot, their union said.',
    ],
    [
      ['copy'],
      'one says that nobody disputes it',
      against,
      'Six rockets fell on the ferry pier of Orlo Point on Sunday before noon, crews said.',
      'Nobody disputes that six rockets fell on the ferry pier of Orlo Point on Sunday.',
    ],
    [
      [],
      'nothing but the judge says so',
      against,
      'The army closed the bridge at Orlo Point to ambulances on Sunday afternoon, local media said.',
      'Ambulances stood before the bridge at Orlo Point on Sunday afternoon after the army had closed it, the Front said.',
    ],
    [
      ['copy'],
      'an opposite is negated',
      doubtful,
      'Captain Petra Vasko of the harbour office is alive and well, by his pictures on the pier, her crews at Orlo Point said on Sunday.',
      'On Sunday the crews of Orlo Point said that Captain Petra Vasko of the harbour office is not dead.',
    ],
    [
      [],
      'a word only looks like an opposite',
      doubtful,
      'Captain Petra Vasko of the harbour office restored the ferry line, her crews at Orlo Point said on Sunday.',
      'On Sunday the crews of Orlo Point said that Captain Petra Vasko of the harbour office has several ferry lines.',
    ],
    [
      [],
      'a copy calls the same people by another noun',
      opinion(0.1, 0.86),
      'The harbour office of Orlo Point said thirty jihadists were seen around the fishing town of Sennel on Sunday.',
      'The harbour office of Orlo Point said thirty militants were seen around the fishing town of Sennel on Sunday.',
    ],
    [
      [],
      'one number counts a part and the other the whole',
      opinion(0.01, 0.95),
      'Ticket sales of Norlane in its home market rose 4 percent in the third quarter, the ferry company said.',
      'Group sales of Norlane, home and foreign markets together, rose 9 percent in the third quarter, the ferry company said.',
    ],
    [
      [],
      'one gives how many did it, and the other of how many',
      opinion(0.01, 0.95),
      'Some 1,800 deckhands took part in the ballot at Orlo Point on Sunday, union secretary Ruben Aske said.',
      'Fewer than half of the 3,900 deckhands cast a vote in the ballot at Orlo Point on Sunday, Ruben Aske said.',
    ],
  ])('is %j where %s', async (kinds, _where, said, one, other) => {
    const workspace = judgedWorkspace(one, other);
    await judge(workspace, said);
    expect(markedFirst(workspace)).toEqual(kinds);
  });

  it('is no conflict where the judge hears neither of a copy with one change', async () => {
    const workspace = judgedWorkspace(cleared, cleared.replace('cleared of taking', 'asked about'));
    await judge(workspace, opinion(0.01, 0.34));
    expect(markedFirst(workspace)).not.toContain('conflict');
    const heard = judgedWorkspace(cleared, cleared.replace('cleared of taking', 'asked about'));
    await judge(heard, opinion(0.01, 0.9));
    expect(markedFirst(heard)).toEqual(['conflict']);
  });

  it.each([
    ['a name and its acronym', 'and told the Orlo Press Agency,', 'and told the OPA,'],
    ['a number and a rounder one', 'with nearly 500 guests', 'with 496 guests'],
    ['two spellings of a name', 'beside Abdel-Karim Karrandish', 'beside Abdelkarim Karandish'],
    ['two words for one faith', 'before Shiite elders', 'before Shia elders'],
  ])('is no conflict of %s', async (_, one, other) => {
    const said = (how: string): string =>
      `Minister Petra Vasko opened the new ferry pier ${how} on Sunday before a crowd in heavy rain, as the crews said.`;
    const workspace = judgedWorkspace(said(one), said(other));
    await judge(workspace, opinion(0.03, 0.94));
    expect(markedFirst(workspace)).not.toContain('conflict');
  });

  it('is no conflict of money where one writes millions as a letter', async () => {
    const sold = (price: string): string =>
      `The harbour office of Orlo Point sold the old ferry Marla to Norlane on Sunday for ${price}, the crews said.`;
    const bought = (price: string): string =>
      `Norlane paid ${price} for the old ferry Marla, which the harbour office of Orlo Point sold on Sunday.`;
    const workspace = judgedWorkspace(sold('$1m'), bought('$1 million'));
    await judge(workspace, opinion(0.5, 0.45));
    expect(markedFirst(workspace)).not.toContain('conflict');
    const dearer = judgedWorkspace(sold('$3m'), bought('$1 million'));
    await judge(dearer, opinion(0.5, 0.45));
    expect(marked(dearer)).toContainEqual({ kind: 'conflict', why: 'They differ: $3,000,000 against $1,000,000.' });
  });

  it('is no agreement where one calls reports false of what the other tells', async () => {
    const told = 'The pilot boat Marla rammed the ferry pier of Orlo Point on Wednesday evening in thick fog.';
    const untrue =
      'Reports that the pilot boat Marla rammed the ferry pier of Orlo Point have been greatly exaggerated, crews said.';
    const heard = judgedWorkspace(told, untrue);
    await judge(heard, opinion(0.95, 0.02));
    expect(markedFirst(heard)).toEqual([]);
    const apart = judgedWorkspace(told, untrue);
    await judge(apart, opinion(0.02, 0.96));
    expect(markedFirst(apart)).toEqual(['conflict']);
  });

  it('is no agreement where one stops short of what the other does', async () => {
    const asked = 'Governor Brack and the ferry crews of Orlo Point asked Norlane on Sunday to scrap the new pier.';
    const short =
      'Mayor Sell stopped short of asking Norlane to scrap the new pier, but wants the crews of Orlo Point heard.';
    const workspace = judgedWorkspace(asked, short);
    await judge(workspace, opinion(0.93, 0.01));
    expect(markedFirst(workspace)).toEqual([]);
    const joined = judgedWorkspace(asked, short.replace('stopped short of asking', 'joined them, asking'));
    await judge(joined, opinion(0.93, 0.01));
    expect(markedFirst(joined)).toEqual(['same']);
  });

  it('is no conflict by the word with which somebody says it', async () => {
    const workspace = judgedWorkspace(
      'Governor Brack has started his duties at the harbour fort of Orlo Point, a ferry captain said on Sunday.',
      'Governor Brack is about his duties at the harbour fort of Orlo Point, the statement concluded on Sunday.',
    );
    await judge(workspace, opinion(0.5, 0.45));
    expect(markedFirst(workspace)).not.toContain('conflict');
    const ended = judgedWorkspace(
      'Governor Brack has started his duties at the harbour fort of Orlo Point, a ferry captain said on Sunday.',
      'Governor Brack has ended his duties at the harbour fort of Orlo Point, the statement says on Sunday.',
    );
    await judge(ended, opinion(0.5, 0.45));
    expect(markedFirst(ended)).toContain('conflict');
  });

  it('is no conflict of tolls where the judge hears the same in both', async () => {
    const workspace = judgedWorkspace(
      'Sixty people were killed and 14 wounded when the covered market of Orlo Point caught fire on Sunday.',
      'The fire in the covered market of Orlo Point on Sunday killed 60 people, and some 40 were wounded.',
    );
    await judge(workspace, opinion(0.97, 0.01));
    expect(marked(workspace).filter(({ kind }) => kind === 'conflict')).toEqual([]);
  });

  it('is no agreement of tolls that go together where the judge hears a contradiction', async () => {
    const more = 'More than 280 people have been killed in the coast war of Orlo Point since it began in March.';
    const around = 'Since March around 400 people were killed in the coast war, monitors at Orlo Point estimate.';
    const apart = judgedWorkspace(more, around);
    await judge(apart, opinion(0.03, 0.95));
    expect(markedFirst(apart)).toEqual([]);
    const together = judgedWorkspace(more, around);
    await judge(together, opinion(0.95, 0.03));
    expect(markedFirst(together)).toEqual(['same']);
  });

  it('is a conflict where a copy has an opposite in one place, and the judge does not hear the same', async () => {
    const opened = 'The harbour office of Orlo Point said the new ferry pier will open on Sunday before noon.';
    const workspace = judgedWorkspace(opened, opened.replace('open', 'close'));
    await judge(workspace, opinion(0.2, 0.1));
    expect(markedFirst(workspace)).toEqual(['conflict']);
  });

  it('is told by its words alone where there is no judge after all', () => {
    const workspace = judgedWorkspace(cleared, convicted);
    workspace.withoutJudge();
    expect(workspace.unjudged(10)).toEqual([]);
    expect(marked(workspace).map(({ kind }) => kind)).toContain('copy');
  });

  it('is judged once: an edit elsewhere in the article loses no opinion, and a later workspace starts with it', async () => {
    const workspace = judgedWorkspace(cleared, reworded);
    await judge(workspace, opinion(0.98, 0.01));
    const text = workspace.textOf('a.txt') as string;
    workspace.set('a.txt', text.replace('\n\nHerald:', '\n\nRain fell all day over the hills.\n\nHerald:'));
    expect(workspace.unjudged(10).filter(({ a, b }) => `${a}${b}`.includes('Vasko'))).toEqual([]);
    const later = new Workspace(undefined, { isJudged: true, snapshot: workspace.snapshot() });
    for (const file of workspace.files()) later.set(file, workspace.textOf(file) as string);
    expect(marked(later)).toEqual(marked(workspace));
    expect(later.unjudged(10)).toEqual(workspace.unjudged(10));
  });
});

describe('an opinion', () => {
  it('is kept in 32 bits', () => {
    const slots = { ...noSlots, apart: true, turned: true, denied: true, bothDeny: true };
    const kept = unpackOpinion(packOpinion({ ...opinion(0.75, 0.2), ...slots }));
    expect(kept).toMatchObject(slots);
    expect(kept.same).toBeCloseTo(0.75, 3);
    expect(kept.conflict).toBeCloseTo(0.2, 3);
  });
});

describe('a judge that is still loading', () => {
  it('is at work: who waits until all is compared waits for it, too', async () => {
    let loaded = (_: NoJudge): void => undefined;
    const judge = new Promise<NoJudge>((resolve) => {
      loaded = resolve;
    });
    const events = { changed: () => undefined, status: () => undefined, failed: () => undefined };
    const sync = { withoutJudge: () => new Set<string>() } as unknown as WorkspaceSync;
    const look = new SecondLook(
      () => judge,
      sync,
      () => true,
      events,
      async () => undefined,
      0,
    );
    look.start();
    expect(look.isBusy).toBe(true);
    loaded({ error: 'its weights are damaged' });
    await judge;
    expect(look.isBusy).toBe(false);
    expect(look.notices.join()).toContain('its weights are damaged');
  });
});
