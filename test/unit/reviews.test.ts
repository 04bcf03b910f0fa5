import { describe, expect, it } from 'vitest';
import type { Article } from '../../server/src/core/article/article.js';
import { readArticle } from '../../server/src/core/article/index.js';
import type { RuleId } from '../../server/src/core/rules/rule.js';
import type { ToldFinding } from '../../server/src/core/rules/spots.js';
import type { ArticleIdentity } from '../../server/src/reviews/articleIdentity.js';
import { parseBaseline, parseReview, printBaseline, printReview } from '../../server/src/reviews/files.js';
import { type FolderArticles, FolderReviews } from '../../server/src/reviews/folderReviews.js';
import { placeOf, quotationOf } from '../../server/src/reviews/quotation.js';
import type { Accepted, KnownBy, Quotation, Review } from '../../server/src/reviews/review.js';
import { aboutOf, review, standingOf } from '../../server/src/reviews/reviewed.js';
import { Workspace } from '../../server/src/workspace/workspace.js';

const harbour = `Cranes that nobody signed for

The mayor of Ostrava Bay opened the new pier on Monday, and the school choir of the lower town sang for the guests.

The contract for the harbour cranes was never signed, a source close to the harbour office said. The yard in Tilmouth did not answer questions about the price of the cranes.

The ferry will run every hour from the northern pier to the island and back, and the market opens on Friday with music in the square. At least 12 people were hurt when a crane fell in the spring, the police said.
`;

function articleOf(text: string): Article {
  const article = readArticle(text, 'harbour.txt');
  if ('skipped' in article) throw new Error(article.skipped);
  return article;
}

/** The quotation of some words of the article, at their first occurrence from `from` on. */
function quoted(words: string, text = harbour, from = 0): Quotation {
  const start = text.indexOf(words, from);
  const quotation = quotationOf(articleOf(text), { start, end: start + words.length });
  if (quotation === null) throw new Error(`“${words}” cannot be quoted`);
  return quotation;
}

/** What stands now at the place that was quoted, or why there is no such place. */
function found(quotation: Quotation, text: string): string {
  const place = placeOf(articleOf(text), quotation);
  return typeof place === 'string' ? place : text.slice(place.start, place.end);
}

const source = 'a source close to the harbour office';
const edit = (old: string, now: string): string => {
  expect(harbour).toContain(old);
  return harbour.replace(old, now);
};

describe('a quotation finds its place again', () => {
  it.each([
    ['nothing changed', harbour],
    [
      'a paragraph was put before it',
      edit('The contract', 'The town has waited for years for its cranes.\n\nThe contract'),
    ],
    ['the sentence before it was edited', edit('opened the new pier on Monday', 'opened the long new pier on Tuesday')],
    ['words beside it were edited', edit('was never signed', 'has never been signed')],
    [
      'the sentence after it was taken out',
      edit(' The yard in Tilmouth did not answer questions about the price of the cranes.', ''),
    ],
    [
      'lines were wrapped anew',
      edit('a source close to the harbour office said', 'a source close\nto the harbour\noffice said'),
    ],
    ['line ends became those of Windows', harbour.replaceAll('\n', '\r\n')],
    [
      'the paragraph moved to the end',
      `${edit(/The contract.*\n\n/.exec(harbour)?.[0] ?? '', '')}\n${/The contract.*\n/.exec(harbour)?.[0]}`,
    ],
  ])('where %s', (_, text) => {
    expect(found(quoted(source), text).replace(/\s+/g, ' ')).toBe(source);
  });

  it('where a word was put into it', () => {
    const now = 'a senior source close to the harbour office';
    expect(found(quoted(source), edit(source, now))).toBe(now);
  });

  it('where a typing error in it was mended', () => {
    const before = harbour.replace('close to the harbour', 'close to the harbuor');
    const was = quoted('a source close to the harbuor office said. The yard in Tilmouth did not answer', before);
    expect(found(was, harbour)).toBe('a source close to the harbour office said. The yard in Tilmouth did not answer');
  });

  it('where quotation marks and dashes were set by hand', () => {
    const typed = edit('a source close to', '"a source" - close to');
    const printed = edit('a source close to', '“a source” – close to');
    expect(found(quoted('"a source" - close', typed), printed)).toBe('“a source” – close');
  });

  it('among several of the same words, by what stands around it', () => {
    const twice = `${harbour}\nThe fishermen wait for ice from the mainland, a source close to the harbour office said.\n`;
    const second = quoted(source, twice, twice.indexOf('fishermen'));
    const place = placeOf(articleOf(twice), second);
    expect(place).toMatchObject({ start: twice.lastIndexOf(source) });
  });
});

describe('a quotation has no place', () => {
  it.each([
    ['its sentence is gone', edit(/The contract.*\n\n/.exec(harbour)?.[0] ?? '', '')],
    [
      'its words stand elsewhere, in other surroundings',
      `${edit(/The contract.*\n\n/.exec(harbour)?.[0] ?? '', '')}\nThe ice came late from the mainland, a source close to the harbour office said.\n`,
    ],
    ['another is named in its place', edit(source, 'Maren Holt of the harbour office')],
  ])('where %s', (_, text) => {
    expect(found(quoted(source), text)).toBe('nowhere');
  });

  it.each([
    ['another number', 'At least 21 people were hurt'],
    ['another number in words', 'At least nineteen people were hurt'],
    ['another harm', 'At least 12 people were killed'],
    ['another name', 'At least 12 Tilmouth people were hurt'],
  ])('where an edit inside it gives it %s', (_, now) => {
    expect(found(quoted('At least 12 people were hurt'), edit('At least 12 people were hurt', now))).toBe('nowhere');
  });

  it('where an edit inside it turns it into its contrary', () => {
    const claim = 'The ferry will run every hour from the northern pier to the island and back';
    expect(found(quoted(claim), edit('ferry will run', 'ferry will not run'))).toBe('nowhere');
    expect(found(quoted(claim), edit('every hour', 'every half hour'))).toContain('half hour');
  });

  it('where its paragraph stands twice', () => {
    const paragraph = /The contract.*\n\n/.exec(harbour)?.[0] ?? '';
    const twice = harbour.replace(paragraph, paragraph + paragraph).replace('for the guests', 'for its guests');
    expect(found(quoted(source), twice)).toBe('twice');
  });

  it('and is none where its words stand twice with the same around them', () => {
    const line = 'The choir sang, a source said. ';
    const text = `${harbour}\n${line.repeat(400)}`;
    const start = text.indexOf('a source said', text.indexOf(line) + 200 * line.length);
    expect(quotationOf(articleOf(text), { start, end: start + 13 })).toBeNull();
  });
});

const known = (digest: string, more: Partial<ArticleIdentity> = {}): ArticleIdentity => ({
  digest,
  title: null,
  outlet: null,
  date: null,
  ...more,
});

const reviewOf = (id: string, article: KnownBy, path = 'harbour.txt'): Review => ({
  id,
  kind: 'dismissed',
  rule: 'anonymous-source',
  text: 'Named in the last paragraph',
  creator: 'Mara Voss',
  created: '2031-04-02T10:20:30Z',
  target: { source: path, article, selector: quoted(source) },
});

describe('an article is known again', () => {
  const shelf = (articles: Readonly<Record<string, ArticleIdentity>>, areAllRead = true): FolderReviews => {
    const folder: FolderArticles = {
      has: (path) => path in articles,
      areAllRead: () => areAllRead,
      all: () => Object.entries(articles),
    };
    return new FolderReviews(folder);
  };
  const published = { outlet: 'Bay Courier', title: 'Cranes', date: '2031-04-01' };
  const ids = (reviews: FolderReviews, path: string): unknown[] =>
    reviews.of(path).map((remark) => (remark.kind === 'accepted' ? 'accepted' : remark.id));

  it('by its path, whatever it says now', () => {
    const reviews = shelf({ 'harbour.txt': known('new'), 'copy.txt': known('old') });
    reviews.put(reviewOf('1', known('old')));
    expect(ids(reviews, 'harbour.txt')).toEqual(['1']);
    expect(ids(reviews, 'copy.txt')).toEqual([]);
  });

  it('under another name by its text, or where that was edited by outlet, headline and day', () => {
    const reviews = shelf({ 'a.txt': known('old'), 'b.txt': known('new', published), 'c.txt': known('other') });
    reviews.put(reviewOf('1', known('old')));
    reviews.put(reviewOf('2', known('gone', published)));
    expect([ids(reviews, 'a.txt'), ids(reviews, 'b.txt'), ids(reviews, 'c.txt')]).toEqual([['1'], ['2'], []]);
  });

  it('not where two may be it, nor by a headline whose outlet nobody knows, nor before all is read', () => {
    const two = shelf({ 'a.txt': known('old'), 'b.txt': known('old') });
    two.put(reviewOf('1', known('old')));
    expect([ids(two, 'a.txt'), ids(two, 'b.txt')]).toEqual([[], []]);
    const nameless = shelf({ 'a.txt': known('new', { ...published, outlet: null }) });
    nameless.put(reviewOf('1', known('old', { ...published, outlet: null })));
    expect(ids(nameless, 'a.txt')).toEqual([]);
    const early = shelf({ 'a.txt': known('old') }, false);
    early.put(reviewOf('1', known('old')));
    expect(ids(early, 'a.txt')).toEqual([]);
  });
});

describe('a file of the sidecar', () => {
  const one = reviewOf('20310402T102030Z-1', known('7-x'));
  const accepted = (words: string): Accepted => ({
    kind: 'accepted',
    rule: 'anonymous-source',
    target: { ...one.target, source: words },
  });

  it('holds what was written, a line for each of its parts', () => {
    const text = printReview(one);
    expect(parseReview(one.id, text)).toEqual(one);
    expect(text).toContain('\n  "text": "Named in the last paragraph",\n');
  });

  it('that is damaged is told with the line', () => {
    const text = printReview(one);
    const lineOf = (words: string): number => text.split('\n').findIndex((line) => line.includes(words));
    expect(parseReview('1', text.replace('"dismissed"', '"burnt"'))).toMatchObject({
      line: lineOf('"kind"'),
      reason: expect.stringContaining('“kind” must be'),
    });
    expect(parseReview('1', text.replace(/ {4}"source": .*\n/, ''))).toMatchObject({
      line: lineOf('"target"'),
      reason: '“target.source” is missing',
    });
    expect(parseReview('1', text.replace('"creator": ', '"creator": ,'))).toMatchObject({ line: lineOf('"creator"') });
    expect(parseReview('1', text.replace(/ {2}"text"/, '<<<<<<< HEAD\n  "text"'))).toMatchObject({
      line: lineOf('"text"'),
      reason: expect.stringContaining('merged'),
    });
    expect(parseReview('1', text.replace('"version": 1', '"version": 2'))).toMatchObject({
      line: 1,
      reason: expect.stringContaining('another version'),
    });
    expect(parseReview('1', '')).toMatchObject({ line: 0 });
    expect(parseReview('1', '['.repeat(100_000))).toMatchObject({ line: 0 });
  });

  it('with a baseline keeps the lines that can be read, sorted and once', () => {
    const text = printBaseline([accepted('b.txt'), accepted('a.txt'), accepted('b.txt')]);
    expect(parseBaseline(text).accepted.map(({ target }) => target.source)).toEqual(['a.txt', 'b.txt']);
    const damaged = parseBaseline(text.replace('\n', '\n{"rule": \n'));
    expect(damaged.accepted.length).toBe(2);
    expect(damaged.damages).toMatchObject([{ line: 1 }]);
  });

  it('with a baseline of two people, joined by git line by line, holds what both accepted', () => {
    const [ours, theirs] = [printBaseline([accepted('a.txt')]), printBaseline([accepted('b.txt')])];
    expect(parseBaseline(theirs + ours)).toMatchObject({ accepted: [{}, {}], damages: [] });
  });
});

describe('what is said of a finding about other files', () => {
  const workspace = new Workspace();
  workspace.set('harbour.txt', harbour);
  workspace.set('one.txt', 'The crane hurt nobody. It fell at night.');
  workspace.set('two.txt', 'No crane fell.');
  const claim = 'At least 12 people were hurt when a crane fell in the spring';
  const start = harbour.indexOf(claim);
  const sentence = (file: string) => ({ file, start: 0, end: 14, message: '' });
  const finding = (rule: RuleId, ...files: string[]): ToldFinding => ({
    ...{ rule, start, end: start + claim.length, severity: 'warning', message: '', settle: '', guide: '' },
    reading: 'essential',
    related: files.map(sentence),
  });
  const standing = (rule: RuleId, kind: Review['kind'], now: string[]): string => {
    const about = aboutOf(workspace, 'harbour.txt', 'harbour.txt', finding(rule, 'one.txt'));
    if (about === null) throw new Error('it cannot be told from others');
    const said: Review = { ...about, kind, id: '1', text: 'Both rang', creator: '', created: '2031-04-02T10:20:30Z' };
    const [first] = review(workspace, 'harbour.txt', [finding(rule, ...now)], [said]).findings;
    return standingOf(first?.remarks ?? []);
  };

  it('is looked for in a bounded number of characters: of too many reviews of a long text the rest have no place', () => {
    const long = new Workspace();
    long.set('long.txt', harbour + 'The choir sang in the square until the evening. '.repeat(8000));
    const about = aboutOf(long, 'long.txt', 'long.txt', finding('repeated-claim'));
    if (about === null) throw new Error('it cannot be told from others');
    const all = Array.from({ length: 1500 }, (): Accepted => ({ kind: 'accepted', ...about }));
    const [first] = review(long, 'long.txt', [finding('repeated-claim')], all).findings;
    expect(first?.remarks.length).toBeGreaterThan(100);
    expect(first?.remarks.length).toBeLessThan(all.length);
  });

  it('holds for the files that were known, and not where a new one contradicts', () => {
    expect(standing('conflicting-report', 'dismissed', ['one.txt'])).toBe('dismissed');
    expect(standing('conflicting-report', 'dismissed', [])).toBe('dismissed');
    expect(standing('conflicting-report', 'dismissed', ['one.txt', 'two.txt'])).toBe('open');
    expect(standing('conflicting-report', 'checked', ['one.txt', 'two.txt'])).toBe('open');
  });

  it('holds however many say the same, and a note stays whatever others say', () => {
    expect(standing('repeated-claim', 'dismissed', ['one.txt', 'two.txt'])).toBe('dismissed');
    expect(standing('conflicting-report', 'note', ['one.txt', 'two.txt'])).toBe('noted');
  });
});
