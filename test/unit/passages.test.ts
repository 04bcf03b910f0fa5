import { expect, it } from 'vitest';
import { readArticle } from '../../server/src/core/article/index.js';
import { passageOf } from '../../server/src/features/passages.js';

function shared(text: string, other: string): string[] {
  const [mine, theirs] = [text, other].map((body) => {
    const article = readArticle(`${body} ${'The harbour was quiet and the market sold fish. '.repeat(5)}`, 'a.txt');
    if ('skipped' in article) throw new Error(article.skipped);
    return { article, place: { start: 0, end: body.length } };
  }) as [Parameters<typeof passageOf>[2], Parameters<typeof passageOf>[2]];
  return passageOf(mine.article, mine.place, theirs)
    .pieces.filter((piece) => piece.shared)
    .map((piece) => piece.text);
}

it('shows runs of the same words, from telling word to telling word', () => {
  expect(
    shared('Rebels held the bridge of Karvel on Monday.', 'On Monday the bridge of Karvel was open, the mayor said.'),
  ).toEqual(['bridge of Karvel on Monday']);
});

it('shows words that say the same', () => {
  expect(
    shared('The Dray Front took control of Merrin.', 'Fighters of the front had captured Merrin in the night.'),
  ).toEqual(['Front took control of Merrin']);
});

it('shows names in other spellings', () => {
  expect(shared('Four men left with Jolani.', '4 men went away, among them Golani.')).toEqual(['Four men', 'Jolani']);
});

it('shows the sentences around it, but no headline that would run into it', () => {
  const text =
    'The bridge is shut\n\nThe mayor shut the bridge of Karvel on Monday. The ferry goes on. The market was open.\n';
  const article = readArticle(text, 'a.txt');
  if ('skipped' in article) throw new Error(article.skipped);
  const passageAt = (words: string) => {
    const start = text.indexOf(words);
    const place = { start, end: start + words.length };
    return passageOf(article, place, { article, place });
  };
  expect(passageAt('The mayor')).toMatchObject({ before: '', after: 'The ferry goes on.' });
  expect(passageAt('The bridge is shut')).toMatchObject({ before: '', after: '' });
  expect(passageAt('The ferry')).toMatchObject({
    before: 'The mayor shut the bridge of Karvel on Monday.',
    after: 'The market was open.',
  });
});
