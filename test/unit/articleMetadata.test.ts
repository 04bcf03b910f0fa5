import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Metadata } from '../../server/src/core/article/article.js';
import { parseDate } from '../../server/src/core/article/dates.js';
import { readArticle } from '../../server/src/core/article/index.js';
import { english } from '../../server/src/core/languages/en/index.js';

const prose = 'The ferry to the island of Aune left the old harbour at noon with forty people and a goat on board.';
const nothing: Metadata = {
  title: null,
  outlet: null,
  date: null,
  agency: null,
  place: null,
  author: null,
  otherDate: null,
};

function read(text: string, path = 'news/report.txt') {
  const article = readArticle(text, path);
  if ('skipped' in article) throw new Error(`not read as an article: ${article.skipped}`);
  const first = article.sentences.find(({ place }) => place === 'lead');
  return {
    metadata: article.metadata,
    body: text.slice(article.body.start),
    lead: first && text.slice(first.start, first.end),
  };
}

describe('dates', () => {
  it.each([
    ['2024-12-07', '2024-12-07'],
    ['2024-12-07T23:30:00-05:00', '2024-12-07'],
    ['20241207', '2024-12-07'],
    ['2024/12/07 10:15', '2024-12-07'],
    ['7 December 2024', '2024-12-07'],
    ['Saturday, 7th of December, 2024', '2024-12-07'],
    ['Sat, 07 Dec 2024 10:00:00 GMT', '2024-12-07'],
    ['December 7, 2024', '2024-12-07'],
    ['Dec. 7th 2024', '2024-12-07'],
    ['Aug 142016', '2016-08-14'],
    ['07.12.2024', '2024-12-07'],
    ['12/25/2024', '2024-12-25'],
    ['25/12/2024', '2024-12-25'],
    ['7/12/2024', null],
    ['31 June 2024', null],
    ['30 February 2023', null],
    ['2024-13-01', null],
    ['Dec 7', null],
    ['last Tuesday', null],
    ['', null],
  ])('%s', (text, expected) => expect(parseDate(text, english.article)).toBe(expected));
});

describe('front matter', () => {
  it('gives way to a date that the page printed above its text', () => {
    const text = `---\ndate: 2024-06-05\n---\n\nPublished June 27 2024 ${prose}`;
    expect(read(text).metadata).toMatchObject({ date: '2024-06-27', otherDate: '2024-06-05' });
  });

  it('gives title, outlet, date, author and agency by the names people use', () => {
    const text = `---\nHeadline: "Goat: lost at sea"\npublisher: Aune Post\npublished: 7 December 2024\nauthors: [Lena Aumont, Ida Holt]\nagency: AFP\ntags:\n  - sea\n---\n\n${prose}`;
    expect(read(text)).toEqual({
      metadata: {
        title: 'Goat: lost at sea',
        outlet: 'Aune Post',
        date: '2024-12-07',
        otherDate: null,
        agency: 'Agence France-Presse',
        place: null,
        author: 'Lena Aumont, Ida Holt',
      },
      body: prose,
      lead: prose,
    });
  });

  it.each([
    ['with CRLF and a byte order mark', `\uFEFF---\r\ntitle: Goat lost\r\noutlet: Aune Post\r\n---\r\n${prose}`],
    ['broken', `---\ntitle: Goat lost\noutlet: Aune Post\ntags: [sea, "goat\n---\n${prose}`],
    ['in TOML', `+++\ntitle = "Goat lost"\noutlet = 'Aune Post'\n+++\n${prose}`],
    ['with quoted keys', `---\n"title": 'Goat lost'\n"outlet": Aune Post\n---\n${prose}`],
  ])('%s', (_, text) => {
    const { metadata, body } = read(text);
    expect(metadata).toEqual({ ...nothing, title: 'Goat lost', outlet: 'Aune Post' });
    expect(body).toBe(prose);
  });

  it('may be empty', () => {
    expect(read(`---\n---\n${prose}`)).toEqual({ metadata: nothing, body: prose, lead: prose });
  });

  it('is not a text between two rules', () => {
    const { metadata, lead } = read(`---\n${prose}\n---\nThe goat was never seen again on the island.`);
    expect(metadata).toEqual(nothing);
    expect(lead).toBe(prose);
  });
});

describe('header lines', () => {
  it('give a date in one line with the text', () => {
    expect(read(` date 2024-12-07 ${prose}`)).toEqual({
      metadata: { ...nothing, date: '2024-12-07' },
      body: prose,
      lead: prose,
    });
  });

  it('give fields, one a line', () => {
    const text = `Title: Goat lost at sea\r\nSource: Aune Post\r\nPublished: Saturday, December 7, 2024\r\n\r\n${prose}`;
    expect(read(text)).toEqual({
      metadata: { ...nothing, title: 'Goat lost at sea', outlet: 'Aune Post', date: '2024-12-07' },
      body: prose,
      lead: prose,
    });
  });

  it('prefer the day of publication to that of an update', () => {
    const text = `Updated: 9 December 2024\nPublished: 7 December 2024\n\n${prose}`;
    expect(read(text).metadata).toEqual({ ...nothing, date: '2024-12-07' });
    expect(read(`Updated: 9 December 2024\n\n${prose}`).metadata).toEqual({ ...nothing, date: '2024-12-09' });
  });

  it.each(['Published July 2 2016', 'Last updated at Jul 022016', 'Sat 2 Jul 2016 14:15', '02.07.2016', '2 July 2016'])(
    'are what a page prints above: %s',
    (line) =>
      expect(read(`${line} ${prose}`)).toEqual({
        metadata: { ...nothing, date: '2016-07-02' },
        body: prose,
        lead: prose,
      }),
  );

  it('are not a lead that opens with a date', () => {
    const lead = '7 December 2024 was the day on which the ferry left the old harbour with a goat.';
    expect(read(lead)).toEqual({ metadata: nothing, body: lead, lead });
  });
});

describe('datelines', () => {
  it.each([
    ['SARVINO, Dec 7 (Reuters) – ', { place: 'SARVINO', agency: 'Reuters' }],
    [
      'SARVINO, Merovia, Dec. 7, 2024 (Northwire) -- ',
      { place: 'SARVINO, Merovia', outlet: 'Northwire', agency: 'Northwire', date: '2024-12-07' },
    ],
    ['WEST PALM BEACH, Fla. — ', { place: 'WEST PALM BEACH, Fla.' }],
    ['HEMPSTEAD, N.Y., Sept. 26 (UPI) — ', { place: 'HEMPSTEAD, N.Y.', agency: 'UPI' }],
    ['KESSEL (Reuters)-', { place: 'KESSEL', agency: 'Reuters' }],
    ['KESSEL–', { place: 'KESSEL' }],
    ['KESSEL - ', { place: 'KESSEL' }],
    ['SARVINO/KESSEL, 7 December (AFP) — ', { place: 'SARVINO/KESSEL', agency: 'Agence France-Presse' }],
    ['Kessel (AFP) - ', { place: 'Kessel', agency: 'Agence France-Presse' }],
    ['(CNN) — ', { agency: 'CNN' }],
  ])('%s', (dateline, expected) => {
    const { metadata, lead } = read(`Goat lost at sea\n\n${dateline}${prose}`);
    expect(metadata).toEqual({ ...nothing, title: 'Goat lost at sea', ...expected });
    expect(lead).toBe(prose);
  });

  it.each(['BREAKING – ', 'NATO – the alliance of the north – said so. ', 'UPDATE - ', 'FERRY LATE, BUT GOAT SAFE — '])(
    'are not: %s',
    (opening) => {
      expect(read(`${opening}${prose}`).metadata.place).toBeNull();
    },
  );

  it('make headlines of what stands above them', () => {
    const article = readArticle(
      `The goat was lost on Friday.\n\nThe ferry was late as well.\n\nAUNE (AP) — ${prose}`,
      'a.txt',
    );
    expect('skipped' in article || article.sentences.map(({ place }) => place)).toEqual([
      'headline',
      'headline',
      'lead',
    ]);
  });
});

describe('bylines and credits', () => {
  it.each([
    ['By Lena Aumont', { author: 'Lena Aumont' }],
    [
      'By LENA AUMONT and IDA HOLT, Associated Press',
      { author: 'LENA AUMONT and IDA HOLT', agency: 'Associated Press' },
    ],
    ['By The Associated Press', { agency: 'Associated Press' }],
    ['By Lena Aumont in Kessel', { author: 'Lena Aumont' }],
    ['By Lena Aumont, Staff Writer', { author: 'Lena Aumont' }],
  ])('%s', (line, expected) =>
    expect(read(`${line}\n\n${prose}`)).toMatchObject({ metadata: { ...nothing, ...expected }, lead: prose }),
  );

  it.each([
    ['(With reporting by AFP)', 'Agence France-Presse'],
    ['Northwire contributed to this report.', 'Northwire'],
    ['The Associated Press contributed to this story.', 'Associated Press'],
    ['Associated Press writers Lena Aumont and Ida Holt contributed to this report.', 'Associated Press'],
    ['Lena Aumont contributed reporting from Kessel.', null],
    ['(Reporting by Lena Aumont; editing by Ida Holt)', null],
    ['– AFP', 'Agence France-Presse'],
    ['(SANA)', 'SANA'],
    ['Reuters', 'Reuters'],
  ])('%s', (line, agency) => expect(read(`${prose}\n\n${line}`).metadata).toEqual({ ...nothing, agency }));
});

describe('a line between headline and text', () => {
  it.each([
    ['Aune Post, 7 December 2024', { outlet: 'Aune Post', date: '2024-12-07' }],
    ['Saturday, December 7, 2024 | Aune Post', { outlet: 'Aune Post', date: '2024-12-07' }],
    ['The Valley Courier — 7 Dec 2024', { outlet: 'The Valley Courier', date: '2024-12-07' }],
    ['Radio Kessel 7 December 2024', { outlet: 'Radio Kessel', date: '2024-12-07' }],
    ['Eastern Herald (7 December 2024)', { outlet: 'Eastern Herald', date: '2024-12-07' }],
    ['Kessel, 7 December 2024', { date: '2024-12-07' }],
    ['Updated 3:04 PM ET, Sat December 7, 2024', { date: '2024-12-07' }],
    ['Updated: Dec 07, 2024 08:15 IST', { date: '2024-12-07' }],
    ['First published on Sat 7 Dec 2024 08.15 GMT', { date: '2024-12-07' }],
    ['Last modified on Sat 7 Dec 2024 18.02 (GMT+2)', { date: '2024-12-07' }],
    ['Published 7 December 2024 | Updated 9 December 2024', { date: '2024-12-07' }],
    ['Updated: 9 December 2024, 10:15 | Published: 7 December 2024, 09:00', { date: '2024-12-07' }],
    ['Published: December 7, 2024 9:02 a.m. · Updated: December 9, 2024 11:40 p.m.', { date: '2024-12-07' }],
    ['2024 December 7', { date: '2024-12-07' }],
    ['2024-Dec-07', { date: '2024-12-07' }],
    ['2024-12-07T09:30:00Z', { date: '2024-12-07' }],
    ['2024-12-07T23:30:00.000+02:00', { date: '2024-12-07' }],
    ['2024-12-07 09:30', { date: '2024-12-07' }],
    ['7th of December, 2024 at 5pm', { date: '2024-12-07' }],
    ['December 7, 2024 · 4 min read', { date: '2024-12-07' }],
    ['By Angie Mar', { author: 'Angie Mar' }],
    ['By Angie Mar December 2024', { author: 'Angie Mar' }],
    ['By Angie Mar 7 December 2024', { author: 'Angie Mar', date: '2024-12-07' }],
    ['By June May, Dec 7, 2024', { author: 'June May', date: '2024-12-07' }],
    ['By April Holt 2024', { author: 'April Holt' }],
    ['By Angie Mar | Aune Post | 7 December 2024', { author: 'Angie Mar', outlet: 'Aune Post', date: '2024-12-07' }],
    ['By Angie Mar for Aune Post', { author: 'Angie Mar', outlet: 'Aune Post' }],
    ['By Angie Mar, Aune Post', { author: 'Angie Mar', outlet: 'Aune Post' }],
    ['By: Angie Mar | Kessel | Posted: December 7, 2024 2:10 pm', { author: 'Angie Mar', date: '2024-12-07' }],
    ['Written by Angie Mar', { author: 'Angie Mar' }],
    ['Posted on December 7, 2024 by Angie Mar', { author: 'Angie Mar', date: '2024-12-07' }],
    ['Angie Mar\nChief reporter, Kessel', { author: 'Angie Mar' }],
    ['Angie Mar\nReporting from Kessel', { author: 'Angie Mar' }],
    ['BY ANGIE MAR FOR AUNE POST', { author: 'ANGIE MAR', outlet: 'AUNE POST' }],
    ['By Our Reporter', {}],
    ['By Our Special Correspondent, 7 December 2024', { date: '2024-12-07' }],
    ['By Aune Post Staff', { outlet: 'Aune Post' }],
    ['By AFP, 7 December 2024', { agency: 'Agence France-Presse', date: '2024-12-07' }],
  ])('%s', (line, expected) => {
    const { metadata, lead } = read(`Goat lost at sea\n${line}\n\n${prose}`);
    expect(metadata).toEqual({ ...nothing, title: 'Goat lost at sea', ...expected });
    expect(lead).toBe(prose);
  });

  it.each([
    'By noon the harbour was empty',
    'By Friday the army had taken the town',
    'Courier found dead on 7 December 2024',
    'Post office burns down',
    'Updated rules for goats on 7 December 2024 ferries',
  ])('is not a headline: %s', (headline) => {
    expect(read(`${headline}\n\n${prose}`).metadata).toMatchObject({ title: headline, author: null, outlet: null });
  });

  it('gives way to front matter, but for the date, of which both are kept where they differ', () => {
    const front = '---\noutlet: Valley Gazette\nauthor: Ida Holt\ndate: 2024-12-08\n---\nGoat lost at sea\n';
    expect(read(`${front}By Angie Mar, Aune Post, 7 December 2024\n\n${prose}`).metadata).toMatchObject({
      outlet: 'Valley Gazette',
      author: 'Ida Holt',
      date: '2024-12-07',
      otherDate: '2024-12-08',
    });
    expect(read(`${front}By Angie Mar, Aune Post, 8 December 2024\n\n${prose}`).metadata.otherDate).toBeNull();
    expect(read(`${front}AUNE, Dec. 7, 2024 (AP) — ${prose}`).metadata).toMatchObject({
      date: '2024-12-07',
      otherDate: '2024-12-08',
    });
  });
});

describe('an outlet above the date', () => {
  const page = (text: string): string => `Goat lost at sea\nThe Aune Lantern\n7 December 2024\n\n${text}`;

  it('is told from a subtitle by what the article calls itself', () => {
    expect(read(page(`${prose} Two sailors told The Lantern so.`)).metadata.outlet).toBe('The Aune Lantern');
    expect(read(page(prose)).metadata.outlet).toBeNull();
  });
});

describe('a press release', () => {
  it('has the headline below its label, and the day of its dateline', () => {
    const release = `FOR IMMEDIATE RELEASE\n\nStatement on the goat\n\nTOSK, Merovia, Dec. 7, 2024 /Northline/ -- ${prose}`;
    expect(read(release).metadata).toMatchObject({
      title: 'Statement on the goat',
      date: '2024-12-07',
      outlet: null,
      agency: null,
    });
  });
});

describe('an outlet', () => {
  it.each([
    'local media',
    'Agencies',
    'Media reports',
    'Police',
    'Social Media',
    'Ministry of Health',
    'Internet',
    'various',
  ])('is none of whom an article rests on: %s', (source) => {
    expect(read(`Goat lost at sea\nSource: ${source}\n\n${prose}`).metadata.outlet).toBeNull();
    expect(read(`---\nsource: ${source}\n---\n${prose}`).metadata.outlet).toBeNull();
  });

  it.each([
    ['© 2026 Aune Post. All rights reserved.', 'Aune Post'],
    ['Copyright © 2020–2026 The Aune Post or its affiliated companies', 'The Aune Post'],
    ['(c) 2026 Valley Radio Ltd', 'Valley Radio'],
    ['Copyright 2026 The Associated Press. All rights reserved.', null],
    ['© Ana Holt', null],
  ])('may be known from whom its rights are: %s', (line, outlet) => {
    expect(read(`Goat lost at sea\n\n${prose}\n\n${line}`).metadata.outlet).toBe(outlet);
    expect(read(`Goat lost at sea\nSource: Kessel Times\n\n${prose}\n\n${line}`).metadata.outlet).toBe('Kessel Times');
  });

  it.each([
    ['AUNE (Aune Post) — ', 'Aune Post'],
    ['AUNE, Dec. 7 (Northwire) — ', 'Northwire'],
    ['AUNE (Valley Daily/Agencies) - ', 'Valley Daily'],
    ['AUNE (Reuters) — ', null],
    ['AUNE (Agencies) — ', null],
  ])('may be known from the dateline alone: %s', (dateline, outlet) => {
    expect(read(`Goat lost at sea\n\n${dateline}${prose}`).metadata.outlet).toBe(outlet);
    expect(read(`Goat lost at sea\nSource: Kessel Times\n\n${dateline}${prose}`).metadata.outlet).toBe('Kessel Times');
  });
});

describe('file names', () => {
  it.each([
    ['news/2016-05-14_manora_123.txt', { outlet: 'manora', date: '2016-05-14' }],
    ['20160514_manora_1.txt', { outlet: 'manora', date: '2016-05-14' }],
    ['aune-post_2016-05-14_goat-lost.txt', { outlet: 'aune-post', date: '2016-05-14' }],
    ['2016-05-14-goat-lost-at-sea.md', { date: '2016-05-14' }],
    ['2016-05-14_goat.txt', { date: '2016-05-14' }],
    ['2016-05-14.txt', { date: '2016-05-14' }],
    ['2016-05-41_manora_1.txt', {}],
    ['Aune Post/goat.txt', {}],
    ['000_cdca5343.txt', {}],
  ])('%s', (path, expected) => expect(read(prose, path).metadata).toEqual({ ...nothing, ...expected }));

  it('is trusted less than what the file states', () => {
    expect(read(`---\noutlet: Aune Post\n---\n${prose}`, '2016-05-14_manora_1.txt').metadata).toEqual({
      ...nothing,
      outlet: 'Aune Post',
      date: '2016-05-14',
    });
  });
});

describe('samples', () => {
  it.each([
    [
      'northwire-sarvino-market.txt',
      { outlet: 'Northwire', agency: 'Northwire', date: '2024-05-14', place: 'SARVINO, Merovia' },
    ],
    ['2024-05-15_lantern_sarvino-strike.txt', { outlet: 'lantern', date: '2024-05-15', agency: 'Northwire' }],
    [
      'halden-courier.md',
      { outlet: 'The Halden Courier', date: '2024-05-15', author: 'Marguerite Oake', agency: 'Northwire' },
    ],
    ['herald-front-page.txt', { date: '2024-05-15' }],
    ['free-dray-radio.txt', { outlet: 'Free Dray Radio', date: '2024-05-14' }],
    ['week-in-the-valley.txt', { outlet: 'Osterlund Review', date: '2024-05-16', author: 'Cato Brindley' }],
  ])('%s says about itself what samples/README.md says it does', (name, expected) => {
    const text = readFileSync(join(__dirname, '..', '..', 'samples', name), 'utf8');
    const { title, ...metadata } = read(text, `samples/${name}`).metadata;
    const { title: _, ...unknown } = nothing;
    expect(metadata).toEqual({ ...unknown, ...expected });
    expect(title === null).toBe(name.startsWith('herald'));
  });
});
