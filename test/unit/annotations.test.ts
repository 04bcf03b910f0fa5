import { describe, expect, it } from 'vitest';
import { placeNotes } from '../../server/src/exports/annotations/place.js';
import { readAnnotations } from '../../server/src/exports/annotations/read.js';
import { annotations } from '../../server/src/exports/annotations/write.js';
import { claims } from '../../server/src/exports/claims.js';
import { CodePoints } from '../../server/src/exports/codePoints.js';
import { fileIri, pathOfIri } from '../../server/src/exports/iris.js';
import { parseReview, printReview } from '../../server/src/reviews/files.js';
import type { IncidentReview, Review } from '../../server/src/reviews/review.js';
import { payloads } from '../payloads.js';
import { expanded, rdfType, triples, Vocabulary } from '../vocabulary.js';
import { checkedArticles } from './checkedArticles.js';

const cranes = `Cranes that nobody signed for 🏗️

The mayor of Ostrava Bay opened the new pier on Monday 🎉, and the school choir of the lower town sang 𝄞 for the guests.

The contract for the harbour cranes was never signed, a source close to the harbour office said. The yard in Tilmouth did not answer questions about the price of the cranes.

The ferry will run every hour from the northern pier to the island and back, and the market opens on Friday with music in the square. At least 12 people were hurt when a crane fell in the spring.
`;
const market = `---
outlet: Bay Courier
date: 2031-04-03
---
Market days move

The market of the lower town moves to the square by the pier, and the stalls of the fishermen stay where they are, the council decided on Monday evening.

The rent of the stalls was raised twice, a source close to the council said. A petition against it lies in the library until Friday, where two hundred people have signed it so far.
`;
const folder = checkedArticles({ '2031/notes: april/cranes.txt': cranes, 'market.txt': market });
const cranesPath = '2031/notes: april/cranes.txt';

interface Item {
  readonly id: string;
  readonly motivation: string;
  readonly body: unknown;
  readonly target: { readonly source: string; readonly selector: readonly Selector[] };
}
interface Selector {
  readonly type: string;
  readonly exact?: string;
  readonly start?: number;
  readonly end?: number;
}
const itemsOf = (json: string): Item[] => JSON.parse(json).first?.items ?? [];
const spaced = (words: string): string => words.replace(/\s+/g, ' ');

const reviews: Review[] = [
  folder.said('checked', cranesPath, 'anonymous-source'),
  folder.said('dismissed', 'market.txt', 'anonymous-source', { text: 'Named \u202e below', creator: '' }),
  folder.said('note', cranesPath, 'casualty-figure', { text: 'Which crane? 🏗️\nAsk the yard.' }),
];
const gone: Review = {
  ...reviews[0]!,
  id: '20310402T102039Z-9',
  target: { ...reviews[0]!.target, source: 'gone.txt', against: ['1x', '2y'] },
};

describe('a Web Annotation collection', () => {
  const json = annotations(folder.checked([...reviews, gone]));

  it('asks a question for each finding that stands, and has each review, of whatever article', () => {
    const items = itemsOf(json);
    const of = (motivation: string): number => items.filter((item) => item.motivation === motivation).length;
    const findings = folder.checked(reviews).files.flatMap((file) => file.findings);
    expect(findings.length).toBeGreaterThan(1);
    expect(of('questioning')).toBe(findings.length);
    expect([of('assessing'), of('moderating'), of('commenting')]).toEqual([2, 1, 1]);
    expect(JSON.parse(json).total).toBe(items.length);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('counts places in code points of the file, which an emoji has one of', () => {
    let counted = 0;
    for (const { target } of itemsOf(json)) {
      const [quote, position] = target.selector;
      if (position === undefined) continue;
      const text = folder.articles[pathOfIri(target.source)]!;
      expect(spaced([...text].slice(position.start, position.end).join(''))).toBe(quote?.exact);
      counted++;
    }
    expect(counted).toBeGreaterThan(4);
    const behindEmoji = itemsOf(json).find(({ target }) => target.selector[0]?.exact?.startsWith('a source'))!;
    expect(behindEmoji.target.selector[1]?.start).toBeLessThan(cranes.indexOf('a source'));
  });

  it('selects no place for words that stand nowhere', () => {
    const lost = itemsOf(json).find(({ target }) => target.source === 'gone.txt');
    expect(lost?.target.selector.map(({ type }) => type)).toEqual(['TextQuoteSelector']);
  });

  it('expands by the published context without losing a value, to terms of the published vocabulary', async () => {
    expect(await expanded(json)).toHaveLength(1);
    const vocabulary = await Vocabulary.read('oa');
    const all = await triples(json);
    const used = all.flatMap(({ predicate, object }) => [predicate, object.value]);
    const ours = [...new Set(used.filter((term) => term.startsWith('http://www.w3.org/ns/oa#')))];
    expect(ours.length).toBeGreaterThan(10);
    expect(ours.filter((term) => !vocabulary.terms.has(term))).toEqual([]);
    const count = (type: string): number =>
      all.filter(({ predicate, object }) => predicate === rdfType && object.value.endsWith(type)).length;
    expect(count('oa#Annotation')).toBe(itemsOf(json).length);
    expect(count('oa#TextPositionSelector')).toBeGreaterThan(4);
  });

  it('is one without annotations where nothing is found', async () => {
    const nothing = annotations(checkedArticles({}).checked());
    expect(JSON.parse(nothing)).not.toHaveProperty('first');
    expect(await expanded(nothing)).toHaveLength(1);
    expect(readAnnotations(nothing, '2031-05-01T00:00:00Z')).toEqual({ reviews: [], notes: [], left: [] });
  });
});

describe('what was written here', () => {
  it('comes back where it is of incidents, too: both figures, or the one that is by itself', async () => {
    const said = { creator: 'Mara Voss', created: '2031-04-02T10:20:30Z' };
    const { against: _, ...target } = folder.said('note', cranesPath, 'casualty-figure').target;
    const other = { ...target, source: 'gone.txt', article: {} };
    const ofIncidents: IncidentReview[] = [
      { id: '20310403T102030Z-1', kind: 'merged', ...said, target, other },
      { id: '20310403T102031Z-2', kind: 'moved', ...said, target, other },
      { id: '20310403T102032Z-3', kind: 'moved', ...said, creator: '', target },
    ];
    const json = annotations(folder.checked([], ofIncidents));
    expect(readAnnotations(json, '2031-05-01T00:00:00Z')).toEqual({ reviews: ofIncidents, notes: [], left: [] });
    const [both, , alone] = JSON.parse(json).first.items.filter((item: Item) => item.motivation === 'linking');
    const kinds = (one: Item['target']): string[] => one.selector.map(({ type }) => type);
    expect(both.target.map(kinds)).toEqual([['TextQuoteSelector', 'TextPositionSelector'], ['TextQuoteSelector']]);
    expect(alone.target).toHaveLength(1);
    expect(await expanded(json)).toHaveLength(1);
  });

  it('comes back as it was, and its findings are not taken from the file', () => {
    const read = readAnnotations(annotations(folder.checked([...reviews, gone])), '2031-05-01T00:00:00Z');
    expect(read).toEqual({ reviews: [...reviews, gone], notes: [], left: [] });
  });

  it('is left, and said, where it was changed so that it is no review any more', () => {
    const json = annotations(folder.checked(reviews));
    for (const [was, is] of [
      ['"kind": "checked"', '"kind": "praised"'],
      ['"created": "2031-04-02T10:20:30Z"', '"created": "soon"'],
      ['urn:second-source:review:2031', 'urn:second-source:review:..%2F..%2F2031'],
    ] as const) {
      expect(json).toContain(was);
      const { reviews: left, left: told } = readAnnotations(json.replaceAll(was, is), '2031-05-01T00:00:00Z');
      expect(left.length + told.length).toBe(reviews.length);
      expect(told[0]).toMatch(/was written here, and something in it was changed/);
    }
  });
});

describe('an annotation of somebody else', () => {
  const articles = Object.keys(folder.articles).map((path) => [path, path] as const);
  const foreign = (target: unknown, more: object = {}): string =>
    JSON.stringify({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://notes.example/1',
      type: 'Annotation',
      motivation: 'commenting',
      creator: { type: 'Person', name: 'Jonas Weil' },
      created: '2031-04-05T09:00:00+02:00',
      body: { type: 'TextualBody', value: 'Who is this?' },
      target,
      ...more,
    });
  const placed = (json: string) =>
    placeNotes(folder.workspace, articles, readAnnotations(json, '2031-05-01T00:00:00Z').notes);
  const quote = (exact: string, more: object = {}) => ({ type: 'TextQuoteSelector', exact, ...more });
  const wordsAt = ({ review: { target } }: { review: Review }) => [target.source, target.selector.exact];

  it('is a note of the article that it names, with who and when', () => {
    const [note] = placed(
      foreign({ source: fileIri(cranesPath), selector: quote('the yard in Tilmouth'.replace('t', 'T')) }),
    );
    expect(note?.isPlaced).toBe(true);
    expect(wordsAt(note!)).toEqual([cranesPath, 'The yard in Tilmouth']);
    expect(note?.review).toMatchObject({
      kind: 'note',
      text: 'Who is this?',
      creator: 'Jonas Weil',
      created: '2031-04-05T07:00:00Z',
    });
    expect(note?.review.rule).toBeUndefined();
    expect(parseReview(note!.review.id, printReview(note!.review))).toEqual(note?.review);
  });

  it('is of the only article in which its words stand, if it names none of the folder', () => {
    const [note] = placed(
      foreign({ source: 'https://bay.example/market', selector: [quote('The rent of the stalls')] }),
    );
    expect(wordsAt(note!)).toEqual(['market.txt', 'The rent of the stalls']);
  });

  it('is where its numbers say, in code points, if its words stand twice or are not quoted', () => {
    const second = cranes.indexOf('the', cranes.indexOf('northern'));
    const start = [...cranes.slice(0, second)].length;
    const position = { type: 'TextPositionSelector', start, end: start + 3 };
    for (const selector of [[quote('the'), position], position]) {
      const [note] = placed(foreign({ source: fileIri(cranesPath), selector }));
      expect(note?.review.target.selector.suffix.startsWith(cranes.slice(second + 3, second + 20))).toBe(true);
    }
    // numbers of another text lead nowhere
    const [elsewhere] = placed(
      foreign({ source: fileIri(cranesPath), selector: [quote('the'), { ...position, start: 1 }] }),
    );
    expect(elsewhere?.isPlaced).toBe(false);
  });

  it('is orphaned where its words stand nowhere, and keeps them', () => {
    const [note] = placed(
      foreign({ source: 'https://bay.example/fair', selector: quote('The fair is over', { prefix: 'said: ' }) }),
    );
    expect(note?.isPlaced).toBe(false);
    expect(note?.review.target).toMatchObject({
      source: 'https://bay.example/fair',
      article: {},
      selector: { exact: 'The fair is over', prefix: 'said: ', suffix: '' },
    });
    expect(parseReview(note!.review.id, printReview(note!.review))).toEqual(note?.review);
  });

  it('is no note where it quotes no words: of a whole page there is no place to show it', () => {
    expect(placed(foreign('https://bay.example/market'))).toEqual([]);
  });

  it('is one note for each text it is about, the same whenever it is read', () => {
    const both = foreign([
      { source: 'market.txt', selector: quote('The rent of the stalls') },
      { source: fileIri(cranesPath), selector: quote('The yard in Tilmouth') },
    ]);
    const ids = placed(both).map(({ review }) => review.id);
    expect(new Set(ids).size).toBe(2);
    const later = placeNotes(folder.workspace, articles, readAnnotations(both, '2032-01-01T00:00:00Z').notes);
    expect(later.map(({ review }) => review.id)).toEqual(ids);
  });

  it.each([
    [
      'several bodies and a tag',
      { body: [{ value: 'Ask again' }, { value: 'urgent', purpose: 'tagging' }] },
      'Ask again\n#urgent',
    ],
    ['bare words', { body: undefined, bodyValue: 'Ask again' }, 'Ask again'],
    ['no words', { body: undefined, motivation: 'highlighting' }, '(highlighting)'],
  ])('says what its bodies say: %s', (_, more, words) => {
    const [note] = placed(foreign({ source: 'market.txt', selector: quote('The rent of the stalls') }, more));
    expect(note?.review.text).toBe(words);
  });

  it('is told by its number where it is none', () => {
    const { notes, left } = readAnnotations(JSON.stringify([7, { target: 7 }]), '2031-05-01T00:00:00Z');
    expect(notes).toEqual([]);
    expect(left.map((words) => words.slice(0, 13))).toEqual(['annotation 1 ', 'annotation 2 ']);
  });
});

describe('words that try to act', () => {
  it.each(payloads)('stay words, and name nothing outside of the folder: $what', async ({ text }) => {
    const acting = checkedArticles({ [`${text}.txt`]: market.replace('Bay Courier', JSON.stringify(text)) });
    const said = acting.said('checked', `${text}.txt`, 'anonymous-source', { text, creator: text });
    const checked = acting.checked([said]);
    const taken = readAnnotations(annotations(checked), '2031-05-01T00:00:00Z');
    expect(taken).toEqual({ reviews: [said], notes: [], left: [] });
    for (const json of [annotations(checked), claims(checked)]) {
      const named = (await triples(json)).flatMap(({ subject, object }) =>
        object.termType === 'NamedNode' ? [subject, object.value] : [subject],
      );
      expect(named.length).toBeGreaterThan(10);
      const known =
        /^(?:b\d+$|urn:second-source:|http:\/\/(?:example\.org\/articles|schema\.org|(?:www\.)?w3\.org|xmlns\.com)\/)/;
      expect(named.filter((iri) => !known.test(iri) || /\s/.test(iri))).toEqual([]);
    }
  });
});

describe('names of files', () => {
  it.each([
    'a.txt',
    '2031/notes: april/cranes.txt',
    '100% sure?.txt',
    "it's (1)#2.md",
    '🏗️/ü.txt',
    'c:/a.txt',
    '//evil.example/a.txt',
    '/a/b.txt',
  ])('lead to the file again: %s', (path) => {
    const iri = fileIri(path);
    expect(pathOfIri(iri)).toBe(path);
    expect(new URL(iri, 'http://example.org/x/').hash).toBe('');
  });
});

describe('places in code points', () => {
  it('lead to UTF-16 and back, half a character counting as one', () => {
    const text = 'a🎉b\ud83c c𝄞';
    const points = new CodePoints(text);
    const units = [0, 1, 3, 4, 5, 6, 7, 9];
    expect(units.map(points.ofUnit)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(points.toUnit)).toEqual(units);
  });
});
