import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { About, Said } from '../../server/src/core/mentions/packedMentions.js';
import { read, rulesOnly } from '../../server/src/core/reading.js';
import { type Reason, reasons, relationKinds } from '../../server/src/core/relations/relation.js';
import type { Span } from '../../server/src/core/span.js';
import {
  type ArticleFacts,
  factsOf,
  type PackedFacts,
  packFacts,
  type Told,
  UnpackedFacts,
} from '../../server/src/workspace/facts.js';
import { FactsRecord, recordOf } from '../../server/src/workspace/factsRecord.js';
import { Postings } from '../../server/src/workspace/store/postings.js';
import { type PackedRows, type RelationRow, RelationTable } from '../../server/src/workspace/store/relationTable.js';
import { Workspace } from '../../server/src/workspace/workspace.js';

const sorted = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);

describe('postings', () => {
  // few keys and many changes, so that lists grow, move, empty and return
  const change = fc.record({ key: fc.integer({ min: -40, max: 40 }), article: fc.nat(9), add: fc.boolean() });

  it('hold the articles of each key that were added and not removed', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 600 }), (changes) => {
        const postings = new Postings();
        const expected = new Map<number, number[]>();
        for (const { key, article, add } of changes) {
          const list = expected.get(key) ?? [];
          expected.set(key, list);
          if (add) {
            postings.add(key * 0x1000003, article);
            list.push(article);
          } else {
            postings.remove(key * 0x1000003, article);
            const index = list.indexOf(article);
            if (index >= 0) list.splice(index, 1);
          }
        }
        for (const [key, list] of expected) expect(sorted(postings.of(key * 0x1000003))).toEqual(sorted(list));
      }),
    );
  });

  it('of an article that moves hold it where it has moved to, and all others as before', () => {
    const keys = fc.uniqueArray(fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(fc.array(fc.record({ article: fc.nat(4), keys }), { maxLength: 40 }), (moves) => {
        const postings = new Postings();
        const at = new Map<number, readonly number[]>();
        for (const { article, keys: to } of moves) {
          postings.move(article, Int32Array.from(at.get(article) ?? []), Int32Array.from(to));
          at.set(article, to);
        }
        for (let key = -9; key <= 9; key++) {
          const expected = [...at].filter(([, of]) => of.includes(key)).map(([article]) => article);
          expect(sorted(postings.of(key))).toEqual(sorted(expected));
        }
      }),
    );
  });
});

describe('the table of relations', () => {
  const row = fc
    .record({
      a: fc.nat(7),
      b: fc.nat(7),
      i: fc.nat(999),
      j: fc.nat(0xffff),
      kind: fc.constantFrom(...relationKinds),
      score: fc.nat(1000).map((thousandths) => thousandths / 1000),
      reasons: fc.subarray([...reasons], { minLength: 1 }).map((given): readonly Reason[] => given),
      run: fc.nat(1023),
      drifts: fc.boolean(),
    })
    .filter(({ a, b }) => a !== b);
  /** An article is given rows, and some of those it has; or it goes. */
  const change = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ article: fc.nat(7), rows: fc.array(row, { maxLength: 9 }), keeps: fc.integer() }),
    },
    { weight: 1, arbitrary: fc.nat(7) },
  );
  const inOrder = (rows: Iterable<RelationRow>): string[] =>
    [...rows].map((one) => JSON.stringify(one, rowNames)).sort();
  const tableOf = (rows: PackedRows): RelationTable => {
    const table = new RelationTable();
    table.addPacked(rows, () => true);
    return table;
  };
  const rowNames = ['a', 'b', 'i', 'j', 'kind', 'score', 'reasons', 'run', 'drifts'];

  it('holds what articles were given last, for both articles, and gives it to another table', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const relations = new RelationTable();
        let expected: RelationRow[] = [];
        const packed: { readonly rows: PackedRows; readonly expected: readonly RelationRow[] }[] = [];
        for (const one of changes) {
          if (packed.length < 2) packed.push({ rows: relations.pack((article) => article), expected });
          const article = typeof one === 'number' ? one : one.article;
          const isOwn = ({ a, b }: RelationRow): boolean => a === article || b === article;
          const own = typeof one === 'number' ? [] : one.rows.filter(isOwn);
          if (typeof one === 'number') relations.drop(article);
          else {
            own.push(...expected.filter(isOwn).filter((_, k) => (one.keeps >>> k) & 1));
            relations.set(article, own);
          }
          expected = [...expected.filter((each) => !isOwn(each)), ...own];
        }
        // what was packed meanwhile is what it was then
        for (const { rows, expected } of packed) expect(inOrder(tableOf(rows).all())).toEqual(inOrder(expected));
        const copy = tableOf(relations.pack((article) => 7 - article));
        expect(inOrder(relations.all())).toEqual(inOrder(expected));
        expect(inOrder(copy.all())).toEqual(inOrder(expected.map((one) => ({ ...one, a: 7 - one.a, b: 7 - one.b }))));
        for (let article = 0; article < 8; article++) {
          const own = expected.filter(({ a, b }) => a === article || b === article);
          expect(inOrder(relations.of(article))).toEqual(inOrder(own));
          expect(sorted(new Set(relations.neighbours(article)))).toEqual(
            sorted(new Set(own.map(({ a, b }) => (a === article ? b : a)))),
          );
        }
      }),
    );
  });
});

const text = `---
title: The market of Karvel
outlet: Herald
date: 2021-03-06
---
“We will rebuild it,” mayor Dana Orsolic said on Saturday. At least 40 people were killed when a bomb exploded at the market, according to the health ministry, and around 200 were injured. A source close to the council told Northwire that the square stays closed. The ferry runs every hour from the pier to the island and back, and it will do so until the end of the season.`;

describe('facts', () => {
  const reading = read(text, 'karvel.txt', rulesOnly);
  if ('skipped' in reading) throw new Error(reading.skipped);
  const packed = factsOf(reading) as PackedFacts;
  const facts = new UnpackedFacts(packed);
  const textAt = ({ start, end }: Span): string => text.slice(start, end);

  it('tell what the reading told, by offsets into the text', () => {
    expect(facts.metadata).toEqual({
      title: 'The market of Karvel',
      outlet: 'Herald',
      agency: null,
      date: '2021-03-06',
    });
    expect(textAt(facts.headline)).toMatch(/^“We will rebuild it/);
    expect(facts.figures.map(({ figure }) => figure)).toEqual(reading.figures);
    expect(facts.figures.map(({ sentence }) => textAt(sentence))).toEqual([
      expect.stringMatching(/^At least 40 .* injured\.$/),
      expect.stringMatching(/^At least 40 .* injured\.$/),
    ]);
    expect(facts.citations.map(({ citer, cited, place }) => [citer, cited, textAt(place)])).toEqual(
      expect.arrayContaining([[null, 'health ministry', 'the health ministry']]),
    );
    expect(facts.claims.count).toBe(reading.article.sentences.length);
  });

  it('are packed again as they were', () => {
    expect(packFacts(text, facts)).toEqual(packed);
  });

  it('are in a record, wherever that lies among others, what they were', () => {
    const ints = fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })).map((all) => Int32Array.from(all));
    const doubles = fc.array(fc.maxSafeNat()).map((all) => Float64Array.from(all));
    const string = fc.string({ unit: 'binary' });
    // any values, as JSON has them: there is no less than nothing in it
    const values = <Values>(): fc.Arbitrary<Values> =>
      fc.oneof(string, fc.jsonValue({ maxDepth: 2 })).map((given) => JSON.parse(JSON.stringify(given)) as Values);
    const anyFacts: fc.Arbitrary<PackedFacts> = fc.record({
      claims: fc.record({ numbers: ints, about: values<About>(), said: values<Said>() }),
      told: values<Told>(),
      keys: fc.record({ terms: ints, prints: ints, norm: fc.double(), day: fc.constantFrom(-3394, 0, Number.NaN) }),
      printed: ints,
      sentences: doubles,
    });
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 4 }), (articles) => {
        const records = articles.map(recordOf);
        const places = records.map((_, k) => records.slice(0, k).reduce((sum, { length }) => sum + length, 1));
        const all = new Int32Array(records.reduce((sum, { length }) => sum + length, 1));
        for (const [k, record] of records.entries()) record.copyTo(all, places[k]!);
        for (const [k, given] of articles.entries()) {
          const record = new FactsRecord(all, places[k]!);
          const { numbers, about, said } = record.claims;
          const { told, keys, printed, sentences } = record;
          expect({ claims: { numbers, about, said }, told, keys, printed, sentences }).toEqual(given);
          expect(Array.from(printed, (_, m) => record.printedOf(m))).toEqual([...given.printed]);
        }
      }),
      { numRuns: 40 }, // each has four articles of many parts
    );
  });

  it('are the same whether a workspace read them or recalls them', () => {
    const earlier = new Workspace();
    earlier.set('karvel.txt', text);
    const now = new Workspace(undefined, { snapshot: earlier.snapshot() });
    now.set('karvel.txt', text);
    for (const workspace of [earlier, now]) {
      const known = workspace.factsOf('karvel.txt') as ArticleFacts;
      expect(packFacts(known.text, known)).toEqual(packed);
      expect(known.text).toBe(text);
    }
  });
});

describe('the snapshot of a workspace', () => {
  it('is forgotten where the file does not come again', () => {
    const earlier = new Workspace();
    earlier.set('a.txt', text);
    earlier.set('b.txt', text.replace('Herald', 'Courier'));
    const now = new Workspace(undefined, { snapshot: earlier.snapshot() });
    now.set('a.txt', text);
    expect(now.files()).toEqual(['a.txt']);
    expect(now.crossReferences()).toEqual([]);
    expect(now.forgetMissing()).toBe(1);
    expect(now.snapshot().files.map(({ file }) => file)).toEqual(['a.txt']);
    now.set('b.txt', text.replace('Herald', 'Courier'));
    expect(now.isRestored('b.txt')).toBe(false);
    expect(now.crossReferences()).toEqual(earlier.crossReferences());
  });
});
