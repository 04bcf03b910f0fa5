import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../server/src/core/article/index.js';
import { languages } from '../../server/src/core/languages/index.js';
import { readByline } from '../../server/src/import/bylines.js';
import { importFile } from '../../server/src/import/importFile.js';
import { moment } from '../../server/src/import/moments.js';
import { payloads } from '../payloads.js';

const folder = 'test/imports';
const names = readdirSync(folder).filter((name) => !name.endsWith('.md'));
const language = languages[0]!.article;

/** The articles of some bytes. */
function articlesOf(bytes: Uint8Array | string, name: string): readonly string[] {
  const found = importFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name);
  if ('refused' in found) throw new Error(found.refused);
  return found.articles;
}
const importOf = (name: string): readonly string[] => articlesOf(readFileSync(join(folder, name)), name);
/** Why nothing comes of a file; fails where something does. */
function refusal(bytes: Uint8Array | string, name: string): string {
  const found = importFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name);
  return 'refused' in found ? found.refused : `imported: ${found.articles[0]?.slice(0, 80)}`;
}

/** Pages in the manner of different sites, with invented articles; what should come out stands beside each, and was written first. */
describe('a saved page or news item', () => {
  it.each(names)('becomes its article and nothing else: %s', (name) => {
    expect(importOf(name).join('\n\n')).toBe(readFileSync(join(folder, name.replace(/\.\w+$/, '.md')), 'utf8'));
  });

  it.each(names.filter((name) => name !== 'rtl-arabic.html'))('is read back as it was written: %s', (name) => {
    for (const text of importOf(name)) {
      const article = readArticle(text, `articles/${name}.md`);
      if ('skipped' in article) throw new Error(article.skipped);
      const field = (key: string): string | undefined =>
        new RegExp(`^${key}: "?(.*?)"?$`, 'm').exec(text.split('\n---\n')[0] as string)?.[1];
      const { title, outlet, date, author, otherDate } = article.metadata;
      expect({ title, outlet, date, author, otherDate }).toEqual({
        title: field('title'),
        outlet: field('outlet') ?? null,
        date: field('date')?.slice(0, 10),
        author: field('author') ?? null,
        otherDate: null,
      });
      if (field('agency') !== undefined) expect(article.metadata.agency).toBe(field('agency'));
    }
  });
});

const page = (body: string, head = ''): string =>
  `<html><head>${head}</head><body><article><h1>Mill closes in Tarn</h1>${body}</article></body></html>`;
const prose =
  '<p>The last paper mill in Tarn closed on Friday after a hundred and twelve years, its owner Hedda Ruys said.</p><p>Its 340 workers were told by letter, and most of them read it at the gate of the mill in the rain.</p>';

describe('a byline that nothing marks', () => {
  const authorOf = (line: string): string | undefined =>
    /^author: (.*)$/m.exec(articlesOf(page(`<div class="meta">${line}</div><div>${prose}</div>`), 'a.html')[0]!)?.[1];

  it.each([
    ['By Imke Sand · June 11, 2031', 'Imke Sand'],
    ['By Imke Sand and Pell van Oran', 'Imke Sand, Pell van Oran'],
  ])('is read below the headline: %s', (line, author) => expect(authorOf(line)).toBe(author));

  it.each(['By Sunday everybody had left', 'By the river, a town waits'])(
    'is none where it is a sentence: %s',
    (line) => expect(authorOf(line)).toBeUndefined(),
  );
});

describe('a page that says that its text is for subscribers', () => {
  const forSubscribers = 'The page says that its text is for subscribers; what was saved may be only its beginning.';
  const noteOf = (bytes: Uint8Array | string, name: string): string | null => {
    const found = importFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, name);
    return 'refused' in found ? found.refused : found.note;
  };
  const walled = ['broadsheet-paywall.html', 'metered-preview.html', 'wall-in-words.html'];

  it.each(names)('is told, and no other: %s', (name) => {
    const note = noteOf(readFileSync(join(folder, name)), name);
    expect(note).toBe(walled.includes(name) ? forSubscribers : null);
  });

  const linked = (more: object): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Mill closes in Tarn', ...more })}</script>`;
  const part = { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.rest' };

  it.each([
    ['true', linked({ isAccessibleForFree: true })],
    ['“True”', linked({ isAccessibleForFree: 'True', hasPart: part })],
    ['nothing', linked({})],
    ['another story', linked({ headline: 'Price of paper rises', isAccessibleForFree: false })],
    ['a tier that is free', '<meta property="article:content_tier" content="free">'],
  ])('says so of itself: not where its head says %s', (_, head) =>
    expect(noteOf(page(prose, head), 'a.html')).toBeNull(),
  );

  it.each([
    ['false', linked({ isAccessibleForFree: false })],
    ['“false”', linked({ isAccessibleForFree: 'false' })],
    ['the term of schema.org', linked({ isAccessibleForFree: 'https://schema.org/False' })],
    ['it of a part', linked({ hasPart: [{ '@type': 'VideoObject' }, part] })],
    ['it in microdata', '<meta itemprop="isAccessibleForFree" content="false">'],
    ['a tier that is locked', '<meta property="article:content_tier" content="locked">'],
  ])('says so for machines: %s', (_, head) => expect(noteOf(page(prose, head), 'a.html')).toBe(forSubscribers));

  it.each([
    'Subscribe to continue reading',
    'To continue reading, subscribe or log in.',
    'Sign in or subscribe to read the full story',
    'This article is for subscribers only.',
    'This story is available exclusively to subscribers',
    'You have reached your limit of free articles.',
    'Keep reading for just €1',
  ])('says so below its text: %s', (words) => {
    expect(noteOf(page(`${prose}<div class="wall"><p>${words}</p></div>`), 'a.html')).toBe(forSubscribers);
    // of another story far below, or above the headline, it says nothing of this text
    const below = `<div>${'<p><a href="/x">A bridge is painted, and painted again</a></p>'.repeat(12)}<p>${words}</p></div>`;
    expect(noteOf(page(prose + below), 'a.html')).toBeNull();
    expect(noteOf(page(prose).replace('<article>', `<div><p>${words}</p></div><article>`), 'a.html')).toBeNull();
  });

  it.each([
    'Subscribe to our newsletter',
    'Sign up to read our morning briefing',
    'Subscribe to The Tarn Post on YouTube',
    'Continue reading',
    'Keep reading: a bridge is painted',
    'The company said that it would keep reading the meters by hand for subscribers who asked for it.',
  ])('is no page with %s', (words) =>
    expect(noteOf(page(`${prose}<div class="box"><p>${words}</p></div>`), 'a.html')).toBeNull(),
  );
});

describe('what a page states', () => {
  it.each([
    ['2031-05-14T10:15:00+0200', '2031-05-14T10:15:00+02:00'],
    ['2031-05-14 10:15', '2031-05-14T10:15'],
    ['20310514T101500Z', '2031-05-14T10:15:00Z'],
    ['2031-05-14T10:15:00.123-05:00', '2031-05-14T10:15:00-05:00'],
    ['Wed, 14 May 2031 10:15:00 GMT', '2031-05-14T10:15:00Z'],
    ['14 May 2031', '2031-05-14'],
    ['2031-05-14', '2031-05-14'],
    ['05/06/2031', null],
    ['2031-02-31T10:00:00Z', null],
    ['yesterday', null],
  ])('is dated with its own zone, or not at all: %s', (stated, date) => expect(moment(stated, language)).toBe(date));

  it.each([
    ['By Lena Aumont', ['Lena Aumont'], null],
    ['Reported by Lena Aumont and Pell Oran', ['Lena Aumont', 'Pell Oran'], null],
    ['Lena Aumont & Pell Oran', ['Lena Aumont', 'Pell Oran'], null],
    ['Lena Aumont, Chief Political Correspondent', ['Lena Aumont'], null],
    ['By Lena Aumont in Kessel', ['Lena Aumont'], null],
    ['Lena Aumont, Reuters', ['Lena Aumont'], 'Reuters'],
    ['Reuters', [], 'Reuters'],
    ['Aune Post Staff', [], null],
    ['Staff reporter', [], null],
    ['The Aune Post', [], null],
    ['By Lena Aumont lena@aune.example @lena', ['Lena Aumont'], null],
    ['admin', [], null],
  ])('is signed by people alone: %s', (text, authors, agency) =>
    expect(readByline([{ text, whole: false }], 'Aune Post', language)).toEqual({ authors, agency }),
  );

  it('is of the article at hand, not of those that it links to', () => {
    const other =
      '{"@type":"NewsArticle","headline":"Bridge opens in Kessel","author":"Otto Lind","publisher":"Other"}';
    const [text] = articlesOf(page(prose, `<script type="application/ld+json">${other}</script>`), 'a.html');
    expect(text).not.toContain('Otto Lind');
    expect(text).not.toContain('Other');
  });

  it('is kept where its JSON is damaged or its markup breaks off', () => {
    const head =
      '<script type="application/ld+json">{"@type": </script><meta property="og:site_name" content="Aune Post">';
    expect(articlesOf(page(prose, head).slice(0, -40), 'a.html')[0]).toContain('outlet: Aune Post');
  });

  it.each([
    ['behind its own end', `<html><body></body></html>${prose}`],
    ['in a table behind its end', `</html><table><tr><td>${prose}`],
    ['without a root', prose],
    ['above a root', `${prose}<html><body><p>And so on.</p></body></html>`],
    ['within two roots', `<html><body>${prose}<html><body><p>And so on.</p></body></html>`],
  ])('is read where the text stands %s', (_, html) => {
    expect(articlesOf(html, 'a.html')[0]).toContain('Its 340 workers were told by letter');
  });

  it('stays out of the article where it is script, or hidden', () => {
    const [text] = articlesOf(
      page(`${prose}<script>document.write("<p>Evil is written by a script, and no reader is ever to see it.</p>")</script>
        <div hidden><p>Hidden words that nobody who reads the page can see, whatever they may say.</p></div>`),
      'a.html',
    );
    expect(text).not.toContain('Evil');
    expect(text).not.toContain('Hidden');
  });
});

describe('hostile files', () => {
  /** A text inside of a page, and inside of an attribute. */
  const escaped = (text: string): string =>
    text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] as string);

  it.each(payloads)('carry words that stay words in front matter: $what', ({ text: words }) => {
    const head = `<meta property="og:title" content="Mill closes in Tarn: ${escaped(words)}"><meta name="author" content="Lena ${escaped(words)}">
      <meta property="og:site_name" content="---&#10;outlet: Evil&#10;${escaped(words)}">`;
    const [text = ''] = articlesOf(page(prose, head).replace(/<h1>.*?<\/h1>/, ''), 'a.html');
    const article = readArticle(text, 'a.md');
    if ('skipped' in article) throw new Error(article.skipped);
    expect(article.metadata.title).toMatch(/^Mill closes in Tarn/);
    expect(article.metadata.outlet).toMatch(/^--- outlet: Evil/);
    expect(text.split('\n').filter((line) => /^(?:original|outlet):/.test(line))).toHaveLength(2);
  });

  it.each(payloads)('carry words that stay words in the text: $what', ({ text: words }) => {
    const [text = ''] = articlesOf(
      page(`${prose}<p>${escaped(words)} said the owner of the mill, and went home.</p>${prose}`),
      'a.html',
    );
    expect(text).toContain('went home.');
    // no HTML, no link, no picture of it
    expect(text).not.toMatch(/<[a-z/!]|(?<!\\)\[[^\]]*\]\(|(?<!\\)!\[/i);
    const article = readArticle(text, 'a.md');
    if ('skipped' in article) throw new Error(article.skipped);
    expect(article.plain).toContain('went home.');
  });

  it.each([
    [
      'entities that multiply',
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbb"><!ENTITY c "&b;&b;&b;">]><newsItem>&c;</newsItem>',
      'a.xml',
      /declares a type or entities/,
    ],
    [
      'entities from elsewhere',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><newsItem>&b;</newsItem>',
      'a.xml',
      /declares a type or entities/,
    ],
    ['XML that breaks off', '<newsItem><contentSet><inlineData>The mill', 'a.xml', /breaks off/],
    ['XML of another kind', '<rss><channel><title>News</title></channel></rss>', 'a.xml', /<rss>/],
    ['JSON that breaks off', '{"headline":"Mill', 'a.json', /not JSON, or damaged/],
    ['JSON of another kind', '{"name":"a-package","version":"1.0.0"}', 'a.json', /no ninjs item/],
    ['JSON of odd types', '{"body_text":["The mill"],"bodies":{"value":1},"headline":7}', 'a.json', /no ninjs item/],
    [
      'a page without words',
      '<html><body><div><img src="a.png"></div></body></html>',
      'a.html',
      /No text of an article/,
    ],
    ['an empty file', '', 'a.html', /empty/],
    ['a picture', 'GIF89a', 'a.gif', /By its name/],
    ['elements in each other without end', `<body>${'<div>'.repeat(100_000)}${prose}`, 'a.html', /nested too deeply/],
    ['XML in itself without end', `<newsItem>${'<a>'.repeat(100_000)}</newsItem>`, 'a.xml', /nested too deeply/],
    ['lists in lists without end', '['.repeat(1_000_000), 'a.json', /not JSON/],
    ['elements without number', `<body>${prose.repeat(30_000)}`, 'a.html', /more than 50,000 elements/],
    [
      'an MHTML file without a page',
      `MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n${'--x\n'.repeat(1000)}`,
      'a.mhtml',
      /holds no page/,
    ],
  ])('are refused, and it is said why: %s', (_, text, name, reason) => expect(refusal(text, name)).toMatch(reason));

  it('of 10 MB in one paragraph are read', () => {
    const [text = ''] = articlesOf(page(`${prose}<p>${'The mill is closed. '.repeat(500_000)}</p>`), 'a.html');
    expect(text.length).toBeGreaterThan(9_000_000);
  }, 60_000);
});
