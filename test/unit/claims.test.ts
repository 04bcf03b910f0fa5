import { describe, expect, it } from 'vitest';
import { tokenize } from '../../server/src/core/article/tokens.js';
import { english } from '../../server/src/core/languages/en/index.js';
import { acronymsOf } from '../../server/src/core/mentions/acronyms.js';
import type { MentionTable } from '../../server/src/core/mentions/mentionTable.js';
import { pack, unpack } from '../../server/src/core/mentions/packedMentions.js';
import { readMentions } from '../../server/src/core/mentions/readMentions.js';
import { termsOf } from '../../server/src/core/mentions/terms.js';
import { read } from '../../server/src/core/reading.js';
import { pairArticles } from '../../server/src/core/relations/articlePair.js';
import { relate } from '../../server/src/core/relations/relate.js';
import type { Relation } from '../../server/src/core/relations/relation.js';
import { relationInWords } from '../../server/src/core/relations/relationInWords.js';
import { secondLook } from '../../server/src/core/relations/secondLook.js';
import { containment } from '../../server/src/core/relations/sharedText.js';

const terms = termsOf(english);

const same = (a: string, b: string): boolean => {
  const term = (word: string) => terms.termOf(word.toLowerCase(), word !== word.toLowerCase())?.hash;
  return term(a) !== undefined && term(a) === term(b);
};

describe('terms', () => {
  it.each([
    ['Jolani', 'Golani'],
    ['Mohammed', 'Muhammad'],
    ['Hussein', 'Hossain'],
    ['ISIS', 'Daesh'],
    ['Syria', 'Syrian'],
    ['Iranian', 'Iran'],
    ['killed', 'deaths'],
    ['withdrew', 'withdraw'],
    ['conspired', 'collusion'],
    ['presidency', 'presidential'],
    ['northern', 'north'],
    ['four', '4'],
    ['2,500', '2500'],
  ])('%s and %s are one', (a, b) => {
    expect(same(a, b)).toBe(true);
  });

  it.each([
    ['Hama', 'Homs'],
    ['four', 'five'],
    ['Assad', 'Asad-Abad'],
    ['deny', 'said'],
  ])('%s and %s are two', (a, b) => {
    expect(same(a, b)).toBe(false);
  });
});

describe('verbs of two words', () => {
  it.each([
    ['took', 'control', 'capture'],
    ['pulling', 'out', 'withdraw'],
    ['air', 'strikes', 'airstrike'],
    ['broke', 'out', 'begin'],
  ])('%s %s: %s', (verb, next, word) => {
    expect(terms.phrasalOf(verb, next)).toBe(word);
  });

  it.each([
    ['took', 'part'],
    ['pulled', 'over'],
    ['air', ''],
  ])('%s %s is none', (verb, next) => {
    expect(terms.phrasalOf(verb, next)).toBeNull();
  });
});

describe('the figures of a mention', () => {
  it('are added up where two groups are counted side by side', () => {
    const text = (toll: string): MentionTable =>
      claimsOf(
        `${toll} in the shelling of Orvel on Monday. The mayor of Orvel met the council on Tuesday. ${'The council spoke of the bridge and the school. '.repeat(4)}`,
      );
    const tolls = (toll: string): (number | null)[] => (text(toll).counts.get(0) ?? []).map(({ low }) => low);
    expect(tolls('Two women and two guards were killed')).toEqual([2, 2, 4]);
    expect(tolls('Nine children and 14 others were killed')).toEqual([9, 14, 23]);
    expect(tolls('The shells killed 22 people, among them nine children,')).toEqual([22, 9]);
  });
});

function claimsOf(text: string): MentionTable {
  const reading = read(text, 'article.txt');
  if ('skipped' in reading) throw new Error(reading.skipped);
  return readMentions(reading);
}

const first = claimsOf(
  `Rebel fighters entered the northern suburbs of Karvel on Saturday. At least 40 people were killed when a bomb exploded at the market. 🕯️ “We will rebuild it,” mayor Dana Orsolic said. The festival opens on Friday with music in the square.`,
);
const second = claimsOf(
  `On Saturday, rebel fighters entered the suburbs in the north of Karvel. A bomb blast at the market killed 12 people. The ferry runs every hour from the pier to the island and back, and it will do so until the end of the season.`,
);

describe('acronyms', () => {
  const intro =
    'The Karvel Peace Council (KPC) met in the old theatre of the town and spoke about the truce for hours.';
  const rest =
    'The cold has killed the roses in the park this week. Gardeners cover what is left of them with straw and old coats.';

  it('that one article introduces link its written-out name with the acronym in another', () => {
    const long = claimsOf(`${intro} The Karvel Peace Council rejected the plan for a truce on Friday. ${rest}`);
    const short = claimsOf(`The KPC rejected the plan for a truce on Friday. ${rest} ${rest}`);
    const term = terms.termOf('kpc', true)?.hash as number;
    for (const claims of [long, short]) expect([...claims.topic.term]).toContain(term);
    const { first, mention } = long.topic;
    const at = long.topic.term.indexOf(term);
    expect([...mention.subarray(first[at], first[at + 1])]).toEqual([0, 1]);
  });

  it('need initials that fit', () => {
    const claims = acronymsOf(
      tokenize('The mayor of Karvel (KPC) and Norlane Ferry Lines (NFL) met.', 0, english.article),
      english.claims.acronymSkips,
    );
    expect([...claims.keys()]).toEqual(['norlane']);
  });
});

const quoted = (mentions: MentionTable) => ({ mentions, sentence: () => '' });

const inWords = (a: MentionTable, b: MentionTable): Relation[] =>
  relate(a, b).map((related) => relationInWords(related, () => [quoted(a), quoted(b)]));

describe('relations', () => {
  it('are the same whichever article comes first', () => {
    const described = (a: MentionTable, b: MentionTable) =>
      relate(a, b).map(({ i, j, kind, score }) => ({ i, j, kind, score }));
    const forth = described(first, second);
    const back = described(second, first).map(({ i, j, ...rest }) => ({ i: j, j: i, ...rest }));
    const order = (x: { i: number; j: number }, y: { i: number; j: number }) => x.i - y.i || x.j - y.j;
    expect(forth.length).toBeGreaterThan(0);
    expect(back.sort(order)).toEqual(forth.sort(order));
  });

  it('share as much reused text from either side, where one of two sentences as long says its words twice', () => {
    const one = claimsOf(
      'The mayor said that the bridge is shut and the mayor said that the bridge is old. '.repeat(2),
    );
    const other = claimsOf(
      'In Karvel on Friday the mayor said that the bridge is shut for two months to come. '.repeat(2),
    );
    const { a, b } = pairArticles(one, other);
    expect(containment(a, 0, b, 0)).toBeGreaterThan(0);
    expect(containment(a, 0, b, 0)).toBe(containment(b, 0, a, 0));
  });

  it('have scores between 0 and 1 and say why', () => {
    const relations = inWords(first, second);
    expect(relations.length).toBeGreaterThan(0);
    for (const { score, why } of relations) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(why).toMatch(/\.$/);
    }
  });

  it('name the figures that differ', () => {
    const conflicts = inWords(first, second).filter(({ kind }) => kind === 'conflict');
    expect(conflicts.map(({ why }) => why)).toEqual(['The figures differ: 12 killed and at least 40 killed.']);
  });

  it('are none where one counts a part of the people whom the other counts, however alike the words', () => {
    const whole = claimsOf(
      'Seventeen people were killed on Friday when the old ferry sank off the harbour of Karvel, the coastguard said.',
    );
    const part = claimsOf(
      'Three children were killed on Friday when the old ferry sank off the harbour of Karvel, the coastguard said.',
    );
    expect(relate(whole, part)).toEqual([]);
    expect(relate(whole, whole)).not.toEqual([]);
  });

  it('are none in a week’s distance where neither a name nor a number is shared', () => {
    const printed = (day: string, sentence: string): MentionTable =>
      claimsOf(`---\ndate: 2021-03-${day}\n---\n${sentence} The ferry pier of Karvel was shut on Friday.`);
    const rise = 'The number of dead was expected to rise because many of the injured were in serious condition.';
    const again = 'It was expected that the number of dead will rise, with many of the injured in a serious condition.';
    const related = (one: MentionTable, other: MentionTable): boolean =>
      relate(one, other).some(({ i, j }) => i === 0 && j === 0);
    expect(related(printed('06', rise), printed('07', again))).toBe(true);
    expect(related(printed('06', rise), printed('20', again))).toBe(false);
    const named = (sentence: string): string => sentence.replace('many', 'many from Orlo Point');
    expect(related(printed('06', named(rise)), printed('20', named(again)))).toBe(true);
  });

  describe('of a denial', () => {
    const article = (sentence: string): MentionTable => claimsOf(`---\ndate: 2021-03-06\n---\n${sentence} ${rest}`);
    const rest =
      'The harbour of Karvel stayed closed to the ferries on Friday. Fishermen waited on the pier for word from the harbour office.';
    const denial = article('The ministry denied that its soldiers had burned the trawlers in the harbour of Karvel.');
    const kindsFor = (other: MentionTable): string[] =>
      relate(denial, other)
        .filter(({ i, j }) => i === 0 && j === 0)
        .flatMap((related) => secondLook(related, 'absent')?.kind ?? []);

    it('contradict what asserts the act that it denies', () => {
      expect(kindsFor(article('Soldiers burned the trawlers in the harbour of Karvel, a trader said.'))).toEqual([
        'conflict',
      ]);
    });

    it('are none where nobody denies it', () => {
      const granted = article(
        'The ministry did not deny that its soldiers had burned the trawlers in the harbour of Karvel.',
      );
      const plain = article('Soldiers burned the trawlers in the harbour of Karvel, a trader said.');
      expect(granted.contrary[0]).toBe(0);
      expect(relate(granted, plain).map(({ kind }) => kind)).not.toContain('conflict');
    });

    it('are none where the other only speaks of the same things', () => {
      expect(kindsFor(article('The soldiers keep their trawlers in the harbour of Karvel all winter.'))).toEqual([]);
    });
  });

  it('have spans that are sentences of the text', () => {
    const text = `😀 ${'The council of Karvel met for the third time this week and voted on the harbour. '.repeat(6)}`;
    const claims = claimsOf(text);
    expect(claims.count).toBe(6);
    for (let m = 0; m < claims.count; m++)
      expect(text.slice(claims.start[m], claims.end[m])).toMatch(/^(?:😀 )?The council.*harbour\.$/u);
  });
});

describe('packed claims', () => {
  const hedged = claimsOf(
    `---\noutlet: Herald\ndate: 2021-03-06\n---\nReportedly, at least 40 of around 2,500 fighters were killed near Karvel, a source told Reuters. The mayor did not deny that dozens were wounded. “We will rebuild the market,” said mayor Dana Orsolic, who spoke beside the old harbour wall on Friday. The festival opens with music in the square and a market along the pier.`,
  );

  it.each([
    ['with figures', first],
    ['without', second],
    ['hedged and sourced', hedged],
  ])('are unpacked as they were: %s', (_, claims) => {
    const unpacked = unpack(pack(claims));
    const names = Object.keys(claims) as (keyof typeof claims)[];
    expect(Object.fromEntries(names.map((name) => [name, unpacked[name]]))).toEqual(claims);
  });
});
