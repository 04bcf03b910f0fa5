import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orphansAmong, type Shelf, takeAnnotations } from '../../server/src/exports/annotations/take.js';
import { annotations } from '../../server/src/exports/annotations/write.js';
import { CodePoints } from '../../server/src/exports/codePoints.js';
import { formats } from '../../server/src/exports/formats.js';
import { fileIri, pathOfIri } from '../../server/src/exports/iris.js';
import { parseReview, printReview } from '../../server/src/reviews/files.js';
import { FolderReviews } from '../../server/src/reviews/folderReviews.js';
import type { Review } from '../../server/src/reviews/review.js';
import { checkedArticles } from '../unit/checkedArticles.js';
import { expanded } from '../vocabulary.js';
import { budget } from './budget.js';
import { story } from './texts.js';

const now = '2031-05-01T00:00:00Z';

function shelfOf({ workspace, articles }: ReturnType<typeof checkedArticles>): Shelf {
  const paths = Object.keys(articles);
  const has = (path: string): boolean => paths.includes(path);
  return {
    workspace,
    reviews: new FolderReviews({ has, areAllRead: () => true, all: () => [] }),
    articles: paths.map((path) => [path, path] as const),
  };
}

const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
const review: fc.Arbitrary<Review> = fc.record({
  id: fc.stringMatching(/^2031040[1-9]T102030Z-[0-9a-f]{8}$/),
  kind: fc.constantFrom('dismissed', 'checked', 'note'),
  rule: fc.constantFrom('anonymous-source', 'casualty-figure', 'conflicting-report'),
  text: words,
  creator: fc.oneof(words, fc.constant('')),
  created: fc.constant('2031-04-02T10:20:30Z'),
  target: fc.record({
    source: fc.oneof(words, fc.constant('one.txt')),
    article: fc.record({ digest: words, title: fc.option(words), outlet: fc.constant(null), date: fc.constant(null) }),
    selector: fc.record({
      type: fc.constant('TextQuoteSelector' as const),
      exact: words,
      prefix: words,
      suffix: words,
    }),
  }),
});
const reviews = fc.uniqueArray(review, { selector: ({ id }) => id, maxLength: 4 });

describe('any two articles', () => {
  it('are handed on in every format, whatever is said of them', () => {
    fc.assert(
      fc.property(story, story, reviews, (one, two, said) => {
        const checked = checkedArticles({ 'one.txt': one, 'two.txt': two }).checked(said);
        for (const { print, ending } of Object.values(formats)) {
          const text = print(checked);
          if (ending.startsWith('json')) JSON.parse(text);
        }
      }),
      budget(60),
    );
  });

  it('are linked data without a lost value', async () => {
    await fc.assert(
      fc.asyncProperty(story, story, reviews, async (one, two, said) => {
        const checked = checkedArticles({ 'one.txt': one, 'two.txt': two }).checked(said);
        for (const name of ['annotations', 'claims'] as const)
          expect(Array.isArray(await expanded(formats[name].print(checked)))).toBe(true);
      }),
      budget(40),
    );
  });

  it('give annotations whose places are those of their words, and whose reviews come back as they were', () => {
    fc.assert(
      fc.property(story, reviews, (text, said) => {
        const folder = checkedArticles({ 'one.txt': text });
        const json = annotations(folder.checked(said));
        for (const { target, secondSource } of JSON.parse(json).first?.items ?? []) {
          if (!('severity' in secondSource)) continue; // a review may be of words that were edited since
          const [quote, position] = target.selector;
          const here = [...text].slice(position.start, position.end).join('');
          expect(here.replace(/\s+/g, ' ')).toBe(quote.exact);
        }
        const taken = takeAnnotations(json, now, shelfOf(folder));
        expect(taken).toEqual({ reviews: said, known: 0, left: [] });
      }),
      budget(100),
    );
  });
});

const selector = fc.record(
  {
    type: fc.constantFrom('TextQuoteSelector', 'TextPositionSelector', 'SvgSelector'),
    exact: fc.oneof(words, fc.constantFrom('a source', 'the', 'said. ')),
    prefix: words,
    suffix: fc.oneof(words, fc.integer()),
    start: fc.oneof(fc.nat(400), fc.double()),
    end: fc.nat(2 ** 40),
  },
  { requiredKeys: [] },
);
const annotation = fc.record(
  {
    id: words,
    motivation: fc.oneof(words, fc.array(words)),
    creator: fc.oneof(words, fc.record({ name: words }), fc.array(fc.record({ nickname: words }))),
    created: fc.oneof(words, fc.constantFrom('2031-04-05', '2031-04-05T09:00:00+02:00', '2031-99-99T00:00:00Z')),
    body: fc.oneof(words, fc.record({ value: words, purpose: words }), fc.jsonValue()),
    bodyValue: fc.oneof(words, fc.integer()),
    target: fc.oneof(
      words,
      fc.record({ source: fc.constantFrom('one.txt', 'https://bay.example/'), selector: fc.array(selector) }),
      fc.record({ source: fc.jsonValue(), selector }),
      fc.jsonValue(),
    ),
    secondSource: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

describe('any file of annotations', () => {
  it('is read or told, and what is kept of it can be read again', () => {
    const given = fc.oneof(
      fc.json(),
      fc.array(annotation).map((all) => JSON.stringify({ first: { items: all } })),
    );
    fc.assert(
      fc.property(story, given, (text, json) => {
        const shelf = shelfOf(checkedArticles({ 'one.txt': text }));
        const { reviews: taken } = takeAnnotations(json, now, shelf);
        for (const one of taken) {
          expect(parseReview(one.id, printReview(one))).toEqual(one);
          expect(one.id).toMatch(/^[\p{L}\p{N}_-][\p{L}\p{N}_ .-]*$/u);
          shelf.reviews.put(one);
        }
        expect(orphansAmong(taken, shelf).length).toBeLessThanOrEqual(taken.length);
        expect(takeAnnotations(json, now, shelf).reviews).toEqual([]);
      }),
      budget(300),
    );
  });
});

describe('any path and any text', () => {
  it('have names and places that lead back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'binary' }), (path, text) => {
        expect(pathOfIri(fileIri(path))).toBe(path);
        const points = new CodePoints(text);
        let unit = 0;
        for (const [point, character] of [...text].entries()) {
          expect([points.ofUnit(unit), points.toUnit(point)]).toEqual([point, unit]);
          unit += character.length;
        }
      }),
      budget(500),
    );
  });
});
