import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../server/src/core/article/article.js';
import { readArticle } from '../../server/src/core/article/index.js';
import type { Span } from '../../server/src/core/span.js';
import { parseBaseline, parseReview, printBaseline, printReview } from '../../server/src/reviews/files.js';
import { folded } from '../../server/src/reviews/folded.js';
import { placeOf, quotationOf } from '../../server/src/reviews/quotation.js';
import type { Accepted, AnyReview, Quotation } from '../../server/src/reviews/review.js';
import { isSmallEdit } from '../../server/src/reviews/smallEdit.js';
import { budget } from './budget.js';
import { edit, edited, story } from './texts.js';

const articleOf = (text: string): Article | null => {
  const article = readArticle(text, 'harbour.txt');
  return 'skipped' in article ? null : article;
};

/** What stands at a place, as quotations are compared. */
const wordsAt = ({ text }: Article, { start, end }: Span): string => folded(text.slice(start, end)).trim();

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('any quotation of any text', () => {
  it('is found where it was taken, and after edits where its words stand, or nowhere', () => {
    fc.assert(
      fc.property(story, fc.array(edit, { maxLength: 3 }), share, share, (text, edits, from, length) => {
        const article = articleOf(text);
        if (article === null) return;
        const start = Math.floor(from * text.length);
        const span = { start, end: Math.min(text.length, start + 1 + Math.floor(length * 200)) };
        const quotation = quotationOf(article, span);
        if (quotation === null) return;
        expect(wordsAt(article, placeOf(article, quotation) as Span)).toBe(folded(quotation.exact).trim());
        const now = articleOf(edits.reduce(edited, text));
        const place = now === null ? 'nowhere' : placeOf(now, quotation);
        if (now === null || typeof place === 'string') return;
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.end).toBeLessThanOrEqual(now.text.length);
        const words = wordsAt(now, place);
        const isSame = words === folded(quotation.exact).trim();
        expect(isSame || isSmallEdit(folded(quotation.exact).trim(), words, now.language)).toBe(true);
      }),
      budget(300),
    );
  });

  it('that somebody made up has a place in the text or none', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('', ' ', 'a source', 'said. ', '\uD800'),
    );
    fc.assert(
      fc.property(story, words, words, words, (text, exact, prefix, suffix) => {
        const article = articleOf(text);
        const quotation: Quotation = { type: 'TextQuoteSelector', exact: exact || 'a', prefix, suffix };
        const place = article === null ? 'nowhere' : placeOf(article, quotation);
        if (typeof place === 'string') return;
        expect(place.start).toBeLessThan(place.end);
        expect(place.end).toBeLessThanOrEqual(text.length);
      }),
      budget(300),
    );
  });
});

const anyWords = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
const target = fc.record({
  source: anyWords,
  article: fc.record({ digest: anyWords }),
  selector: fc.record({
    type: fc.constant('TextQuoteSelector' as const),
    exact: anyWords,
    prefix: anyWords,
    suffix: anyWords,
  }),
});
const rule = fc.constantFrom('anonymous-source', 'casualty-figure', 'conflicting-report');
const said = {
  id: fc.constant('20310402T102030Z-1'),
  creator: anyWords,
  created: fc.constant('2031-04-02T10:20:30Z'),
  target,
};
const review: fc.Arbitrary<AnyReview> = fc.oneof(
  fc.record({ ...said, kind: fc.constantFrom('dismissed', 'checked', 'note'), rule, text: anyWords }),
  fc.record({ ...said, kind: fc.constantFrom('merged', 'moved'), other: target }),
  fc.record({ ...said, kind: fc.constant('moved' as const) }),
);

describe('any file of the sidecar', () => {
  it('holds what was written, and where it was cut or overwritten it is told with a line that it has', () => {
    fc.assert(
      fc.property(review, share, share, anyWords, (one, from, to, words) => {
        const text = printReview(one);
        expect(parseReview(one.id, text)).toEqual(one);
        const [start, end] = [Math.floor(from * text.length), Math.floor(to * text.length)];
        const broken = text.slice(0, start) + words + text.slice(end);
        const parsed = parseReview(one.id, broken);
        if (!('reason' in parsed)) return;
        expect(parsed.line).toBeLessThan(broken.split('\n').length);
        expect(parsed.reason).not.toBe('');
      }),
      budget(500),
    );
  });

  it('with a baseline holds every line that was not damaged', () => {
    const accepted: fc.Arbitrary<Accepted> = fc.record({ kind: fc.constant('accepted' as const), rule, target });
    fc.assert(
      fc.property(fc.array(accepted, { maxLength: 5 }), anyWords, (all, words) => {
        const text = printBaseline(all);
        const whole = parseBaseline(text);
        expect(whole.damages).toEqual([]);
        expect(printBaseline(whole.accepted)).toBe(text);
        const more = parseBaseline(`${text}${words.replaceAll('\n', '')}\n`);
        expect(more.accepted).toEqual(whole.accepted);
      }),
      budget(300),
    );
  });

  it('that is any JSON is read or told', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (text) => {
        const parsed = parseReview('1', text);
        expect('reason' in parsed || 'kind' in parsed).toBe(true);
        parseBaseline(text);
      }),
      budget(1000),
    );
  });
});
