import { describe, expect, it } from 'vitest';
import type { Article } from '../../server/src/core/article/article.js';
import { read } from '../../server/src/core/reading.js';

const lead = 'The ferry to the island of Aune left the old harbour at noon with forty people and a goat on board.';
const more = 'It came back in the evening without the goat, which had gone ashore at the first of the two piers.';
const last = 'The harbour master, Ida Holt, said that the goat would be looked for at dawn by the men of the island.';

function article(text: string, path = 'page.txt'): Article {
  const reading = read(text, path);
  if ('skipped' in reading) throw new Error(`not read as an article: ${reading.skipped}`);
  return reading.article;
}

/** What is left of a page: its paragraphs, as written. */
const kept = (text: string): string[] => {
  const { paragraphs } = article(text);
  return paragraphs.map(({ start, end }) => text.slice(start, end));
};

const title = 'Goat lost at sea as ferry runs late';
const page = (above: readonly string[], below: readonly string[] = [], between: readonly string[] = []): string =>
  [...above, '', title, '', lead, '', ...between, '', more, '', last, '', ...below].join('\n');

describe('page furniture', () => {
  it.each([
    ['a menu', ['Skip to content', 'Home', 'World', 'Ports', 'Goats', 'Sign in', 'Subscribe for $2']],
    ['a menu with empty lines', ['Menu', '', 'News', '', 'Harbour', '', 'Sport', '', 'Search']],
    ['crumbs', ['Home > News > Islands']],
    ['crumbs between bars', ['Latest News | World | Northern Isles']],
    ['buttons', ['Share on Facebook', 'Tweet', 'WhatsApp', 'Copy link', '12 shares', '3 min read']],
    ['a time', ['Updated 3 hours ago', '10:32 GMT', '5 min read']],
    ['a notice', ['We use cookies to improve your visit.', 'Accept all', 'Manage preferences']],
    ['a number of comments', ['Share', 'Save', 'Comments', '12']],
    ['a section and an outlet', ['Aune Post | Islands']],
    ['a kicker', ['BREAKING']],
    ['an advertisement', ['ADVERTISEMENT', 'Story continues below advertisement']],
  ])('above a headline: %s', (_, lines) => {
    expect(kept(page(lines))).toEqual([title, lead, more, last]);
    expect(article(page(lines)).metadata.title).toBe(title);
  });

  it.each([
    ['a link', ['Read more: Sources say mayor to resign']],
    ['a link in capitals', ['READ MORE | Forty killed in mill fire, officials say']],
    ['a link with an arrow', ['See also » Nine drowned off Kessel']],
    ['a label that may head an article', ['WATCH: 12 killed as train hits wall']],
    [
      'links under a heading',
      ['Related stories', 'Ten killed in bus crash near Kessel', 'Mayor vows to find goat', '7 best goats of 2026'],
    ],
    [
      'links under another heading',
      ['MORE FROM THE ISLANDS', 'Officials say nine died in storm', 'Is the bridge safe?'],
    ],
    ['what is read most', ['Most read', '1', 'Sources: dam to fail', '2', 'Six killed in Halden']],
    ['what is recommended', ['You may also like', 'Twelve hurt as bridge falls, police say']],
    [
      'captions',
      ['The goat on the pier on Friday. Photo: Ana Holt', 'Men search the pier for the goat. (AP Photo/Ana Holt)'],
    ],
    ['a credit of a picture', ['Photograph: Ana Holt/Aune Post', 'Ana Holt/Getty Images', 'Image credit: Ana Holt']],
    ['tags', ['Tags: goat, ferry, Aune', '#goat #ferry #Aune', 'Filed under: Islands']],
    ['the headline above buttons', ['Share or comment on this article:', title]],
    [
      'a caption that is there twice',
      ['Reuters Men look for the goat on the pier', 'Men look for the goat on the pier'],
    ],
    ['an invitation', ['Sign up for our morning newsletter', 'Follow us on Telegram for more.']],
  ])('between paragraphs and below them: %s', (_, lines) => {
    expect(kept(page([], [], lines))).toEqual([title, lead, more, last]);
    expect(kept(page([], [...lines, 'Copyright © 2026 Aune Post. All rights reserved.']))).toEqual([
      title,
      lead,
      more,
      last,
    ]);
  });

  it.each([
    [
      'counted',
      [
        'Comments (3)',
        'GoatFan: reportedly the mayor ate it',
        'Ana H: officials said nine died. Nobody believes them.',
      ],
    ],
    [
      'in paragraphs',
      [
        '3 comments',
        'SeaBird 2 hours ago',
        'A source at the port told me that forty were killed.',
        'Reply',
        'Pell 1 hour ago',
        'Nonsense. It was nine, says the radio.',
      ],
    ],
    ['invited', ['Join the conversation', 'Kessel99: sources say it swam.']],
  ])('comments: %s', (_, lines) => {
    expect(kept(page([], lines))).toEqual([title, lead, more, last]);
  });

  it('of a Markdown page is told by its words', () => {
    const text = `[Home](/)\n[News](/news)\n[Sport](/sport)\n\n# ${title}\n\n${lead}\n\n**READ MORE:** [Forty killed in mill fire](/fire)\n\n${more}`;
    expect(article(text, 'page.md').furniture).toHaveLength(4);
    expect(article(text, 'page.md').metadata.title).toBe(title);
  });

  it('rests on nobody and counts nobody', () => {
    const reading = read(
      page(['Home', 'News', 'Sport'], ['Related', 'Forty killed, officials say'], ['WATCH: Sources say nine died']),
      'a.txt',
    );
    if ('skipped' in reading) throw new Error(reading.skipped);
    expect(reading.figures).toEqual([]);
    expect(reading.attributions.map(({ name }) => name)).toEqual(['Ida Holt']);
  });
});

describe('an article is never furniture', () => {
  it.each([
    'Related charges were dropped on Friday, the court said, and the goat went home to the island of Aune.',
    'More than forty people read more: the library said that it had lent nine books to each of them in May.',
    'Comments by the mayor drew applause, and the council voted for the bridge on Friday.',
    'Subscribers to the ferry said that the price had gone up twice in one year.',
    'By using force, the rebels had reached terms with the town, the mayor said on Friday.',
    'Sharing is what the island is known for, said Ida Holt, who has kept goats there for years.',
    '“Follow us on the pier,” the men said, and the goat did.',
    'Watch towers along the coast saw nothing, the coastguard said on Friday.',
    'The fund is run by Ana Holt and Getty Images.',
    'He asked to be named with his pronouns (he/him).',
    'The Post said on Friday: “Read more: it is good for you,” and nobody did.',
    'Latest figures put the number of goats at forty, the council said.',
    'Cookies were sold on the pier by the men of the island, who use butter.',
    'Opinion: it was a bad day for goats, and the council knew it well before the ferry left.',
  ])('%s', (line) => {
    expect(kept(page([], [], [line]))).toEqual([title, lead, line, more, last]);
    expect(kept(`${title}\n\n${line}\n\n${more}`)).toContain(line);
  });

  it('keeps a short headline below a menu', () => {
    expect(kept(`Home\nNews\nSport\nGoat lost\n\n${lead}\n\n${more}`)).toEqual(['Goat lost', lead, more]);
    expect(kept(`Trending\nGoat lost at sea\n\n${lead}\n\n${more}`)).toEqual(['Goat lost at sea', lead, more]);
  });

  it('keeps a headline with a label', () => {
    for (const above of ['', 'BREAKING\n', 'Aune Post | Islands\nLIVE\n']) {
      const [first] = kept(`${above}WATCH: Goat lost at sea\n\n${lead}\n\n${more}`);
      expect(first).toBe('WATCH: Goat lost at sea');
    }
  });

  it('goes on behind a link to its comments', () => {
    expect(kept(`${title}\nComments (14)\n\n${lead}\n\n${more}\n\n${last}`)).toEqual([title, lead, more, last]);
    expect(kept(`${title}\n\n${lead}\n\nComments (14)\n\n${more}\n\n${last}\n\n${more}`)).toEqual([
      title,
      lead,
      more,
      last,
      more,
    ]);
  });

  it('goes on behind links to other stories', () => {
    const links = ['Related articles', 'Ten killed in bus crash near Kessel', 'Mayor vows to find goat'];
    expect(kept(page([], [], links))).toEqual([title, lead, more, last]);
  });

  it('keeps crossheads and lists of names', () => {
    expect(kept(page([], [], ['A long search', more, 'Ana Holt', 'Piet Corran', 'Osric Pell']))).toEqual([
      title,
      lead,
      'A long search',
      more,
      'Ana Holt',
      'Piet Corran',
      'Osric Pell',
      more,
      last,
    ]);
  });
});
