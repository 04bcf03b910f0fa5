import { beforeAll, describe, expect, it } from 'vitest';
import { claims } from '../../server/src/exports/claims.js';
import type { Review } from '../../server/src/reviews/review.js';
import { expanded, triples, Vocabulary } from '../vocabulary.js';
import { checkedArticles } from './checkedArticles.js';

const ferry = (day: number, outlet: string, heading: string, more: string): string => `---
outlet: ${outlet}
date: 2031-03-0${day}
author: Dana Orsolic
---
${heading} 🚢

The ferry company Norlane suspended all crossings to the island and opened a telephone line for relatives.

${more}
`;
const articles = {
  'late.txt': ferry(
    7,
    'Bay Courier',
    'Pilots had warned',
    'Harbour pilots had warned for months that the old ferries should not sail in winter.',
  ),
  'early.txt': ferry(
    6,
    'Aune Post',
    'A ferry sinks',
    'According to local media reports, the ferry had been repaired twice since the beginning of the year.',
  ),
  'undated.txt': ferry(
    5,
    'Tosk Daily',
    'Boats search the strait',
    'Rescue boats searched the northern strait all night for passengers.',
  ).replace(/date.*\n/, ''),
};
const folder = checkedArticles(articles);

interface Node {
  readonly '@id': string;
  readonly '@type': string;
  readonly [key: string]: unknown;
}
const graphOf = (json: string): Node[] => JSON.parse(json)['@graph'];
const ofType = (json: string, type: string): Node[] => graphOf(json).filter((node) => node['@type'] === type);
const printed = (reviews: readonly Review[] = []): string => claims(folder.checked(reviews));
const checkedBy = (creator: string, kind: Review['kind'] = 'checked'): Review =>
  folder.said(kind, 'early.txt', 'anonymous-source', { creator });

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = await Vocabulary.read('schema');
}, 60_000);

describe('claims in the vocabulary of schema.org', () => {
  it('appear wherever they are made, first where the earliest known day is', () => {
    const json = printed();
    const [claim, ...others] = ofType(json, 'Claim');
    expect(others).toEqual([]);
    const byId = new Map(graphOf(json).map((node) => [node['@id'], node]));
    const appearances = (claim!.appearance as Node[]).map((one) => byId.get(one['@id']) as Node);
    expect(appearances.map(({ isPartOf }) => (isPartOf as Node)['@id']).sort()).toEqual(Object.keys(articles).sort());
    expect(byId.get((claim!.firstAppearance as Node)['@id'])?.isPartOf).toEqual({ '@id': 'early.txt' });
    expect(claim?.text).toMatch(/^The ferry company Norlane suspended/);
    expect(claim?.description).toMatch(/^Not corroborated|^Repeated|^Corroborated|^No known origin/);
  });

  it('are cut out by their characters, counted in code points', () => {
    const works = ofType(printed(), 'CreativeWork');
    expect(works.length).toBeGreaterThan(1);
    for (const { '@id': id, text } of works) {
      const [, path, start, end] = /^(.*)#char=(\d+),(\d+)$/.exec(id)!;
      const article = articles[path as keyof typeof articles];
      expect([...article].slice(Number(start), Number(end)).join('')).toBe(text);
    }
  });

  it('say of an article what it says of itself, and nothing that is unknown', () => {
    const [undated] = ofType(printed(), 'NewsArticle').filter((node) => node['@id'] === 'undated.txt');
    expect(undated).toMatchObject({ publisher: { name: 'Tosk Daily' }, creditText: 'Dana Orsolic' });
    expect(undated).not.toHaveProperty('datePublished');
  });

  it('have no first appearance where two articles share the earliest day', () => {
    const tied = checkedArticles({ ...articles, 'late.txt': articles['late.txt'].replace('03-07', '03-06') });
    const json = claims(tied.checked());
    expect(ofType(json, 'Claim')).toHaveLength(1);
    expect(ofType(json, 'Claim')[0]).not.toHaveProperty('firstAppearance');
  });

  it('are reviewed by nobody but the person who signed that they checked them', () => {
    expect(ofType(printed(), 'ClaimReview')).toEqual([]);
    expect(ofType(printed([checkedBy(''), checkedBy('Mara Voss', 'note')]), 'ClaimReview')).toEqual([]);
    expect(ofType(printed([checkedBy('Mara Voss', 'dismissed')]), 'ClaimReview')).toEqual([]);
    const json = printed([checkedBy('Mara Voss')]);
    const [review, ...others] = ofType(json, 'ClaimReview');
    expect(others).toEqual([]);
    expect(review).toMatchObject({
      author: { '@type': 'Person', name: 'Mara Voss' },
      datePublished: '2031-04-02T10:20:30Z',
      reviewBody: 'Asked the harbour office by telephone',
      claimReviewed: expect.stringContaining('had been repaired twice') as string,
    });
    expect(review).not.toHaveProperty('reviewRating');
    const [reviewed] = graphOf(json).filter((node) => node['@id'] === (review!.itemReviewed as Node)['@id']);
    expect(reviewed?.text).toBe(review?.claimReviewed);
  });

  it('review the claim that the words belong to, where other files make it', () => {
    const review = folder.said('checked', 'early.txt', 'repeated-claim');
    const json = printed([review]);
    expect(ofType(json, 'Claim')).toHaveLength(1);
    expect(ofType(json, 'ClaimReview')[0]?.itemReviewed).toEqual({ '@id': ofType(json, 'Claim')[0]?.['@id'] });
  });

  it('expand without losing a value, to classes and properties that the published vocabulary allows there', async () => {
    const json = printed([checkedBy('Mara Voss'), folder.said('checked', 'early.txt', 'repeated-claim')]);
    expect((await expanded(json)).length).toBeGreaterThan(5);
    const all = await triples(json);
    expect(all.length).toBeGreaterThan(30);
    expect(vocabulary.faults(all)).toEqual([]);
  });

  it('would be told of a fault by that vocabulary', async () => {
    const json = JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'Claim',
      firstAppearance: 'yesterday',
      headline: 'Words',
      datePublished: { '@type': 'Person', name: 'Mara Voss' },
      verdict: 'true',
    });
    const faults = vocabulary.faults(await triples(json));
    expect(faults.join('\n')).toMatch(/firstAppearance is no .*Text: yesterday/);
    expect(faults.join('\n')).toMatch(/a .*Claim has no .*verdict/);
    expect(faults).toHaveLength(3);
  });
});
