import { describe, expect, it } from 'vitest';
import { formats } from '../../server/src/exports/formats.js';
import type { Remark } from '../../server/src/reviews/review.js';
import { checkedTexts } from '../checkedTexts.js';
import { payloads } from '../payloads.js';
import { markupOf } from './markup.js';

/** What the formats for people say: the page and the Markdown. */
const story = (outlet: string, killed: string, who: string): string =>
  `Title: A crane fell at ${outlet}\nOutlet: ${outlet}\nDate: 2031-04-02\n\n${killed} people were killed when a crane fell on the harbour of Tilmouth on Tuesday, ${who} said. ${
    killed === '12'
      ? 'The ferry will run every hour from the northern pier to the island and back, and the school choir will sing in the square.'
      : 'Bread was dearer this week than ever since the mill burned down, and the bakers ask the council to lower the tolls on grain.'
  }\n`;
const files: Readonly<Record<string, string>> = {
  'bay courier.txt': story('Bay Courier', '12', 'a worker close to the yard'),
  'later.md': story('Evening Bell', 'No', 'Dana Orsolic')
    .replace('04-02', '04-04')
    .replace(/No people.*said\./, 'The mill is to be built again.'),
  'tilmouth.md': story('Tilmouth Post', 'Forty', 'the Northern Army'),
  'requirements.txt': 'numpy==1.0\n',
};

const checked = (
  texts: Readonly<Record<string, string>> = files,
  kind: Remark['kind'] | null = null,
  words = 'Asked',
) => checkedTexts(texts, () => kind && { kind, text: words, creator: words });

describe('the page', () => {
  const page = formats.html.print(checked());
  const { words } = markupOf(page);

  it('has claims with verdicts and origins, figures, sources, a timeline and the marks with their sentences', () => {
    for (const told of [
      '3 articles · 3 known outlets · 2 to 4 April 2031',
      '2 in more than one file 1 contested, 1 repeated',
      'Contested 2 files, 1 known origin, 1 unknown',
      'a worker close to the yard 1 mention, nobody identifiable the Northern Army 1 mention',
      'Killed, 1 April 2031',
      '2 files; the figures differ',
      'Named body 1 source',
      'an unnamed source',
      '2 days later',
      'line 5',
      'Not read requirements.txt: The name is that of a project file, not of an article.',
      'never says what is true',
    ])
      expect.soft(words.toLowerCase().includes(told.toLowerCase()), told).toBe(true);
  });

  it('marks the words in their sentence', () => {
    expect(page).toContain('<mark>12</mark> people were killed');
  });

  it('needs no script and nothing from elsewhere', () => {
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|embed|form|base)\b/);
    expect(page).not.toMatch(/\b(?:src|action|on[a-z]+)="/);
    expect(page).not.toMatch(/@import|url\((?!#)/);
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
  });

  it('leads from every reference to an article that is there', () => {
    const { ids, targets } = markupOf(page);
    expect(targets.length).toBeGreaterThan(6);
    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('says what people noted beside the mark, and leaves out what they dismissed', () => {
    expect(markupOf(formats.html.print(checked(files, 'note'))).words).toContain('Note by Asked, 2031-04-02: Asked');
    const dismissed = markupOf(formats.html.print(checked(files, 'dismissed'))).words;
    expect(dismissed).toContain('nothing to question');
    expect(dismissed).toContain('dismissed');
  });

  it('lets words from right to left stand for themselves', () => {
    const outlet = 'صحيفة الميناء';
    const told = formats.html.print(
      checked({ 'a.txt': story(outlet, '12', 'a source'), 'b.txt': story('Post', 'Forty', 'a clerk') }),
    );
    expect(told).toContain(`\u2068${outlet}\u2069, 2031-04-02`);
  });

  it('is a page where there is nothing to tell', () => {
    expect(markupOf(formats.html.print(checked({ 'requirements.txt': 'numpy\n' }))).words).toContain('0 articles');
    expect(markupOf(formats.html.print(checked({}))).words).toContain('0 articles');
  });

  it.each(payloads)('shows the words of a text and lets them do nothing: $what', ({ text }) => {
    const hostile = {
      [`${text.replaceAll('/', '')}.txt`]: story(text, '12', text),
      'b.txt': story('Post', 'Forty', 'a source'),
    };
    const told = formats.html.print(checked(hostile, 'note', text));
    const { elements, targets, ids } = markupOf(told);
    expect([...elements].filter((name) => !markupOf(page).elements.has(name))).toEqual([]);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(told.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });
});

describe('the Markdown', () => {
  it('has marks, claims with citations, figures and sources', () => {
    const told = formats.markdown.print(checked());
    for (const part of [
      '## To question',
      '## Claims in more than one file',
      '**Contested**',
      '## Casualty figures',
      '## Sources',
      '## Not read',
    ])
      expect.soft(told).toContain(part);
    expect(told).toMatch(/^- line 5, “12”\n {2}- \*\*warning\*\* “12” killed/m);
    expect(told).toMatch(/^\| killed \| 12 \| 12 \| Bay Courier \| 2031\\-04\\-02 \|/m);
  });

  it.each(payloads)('has the words of a text only escaped: $what', ({ text }) => {
    const told = formats.markdown.print(
      checked({
        [`${text.replaceAll('/', '')}.txt`]: story(text, '12', text),
        'b.txt': story('Post', 'Forty', 'a source'),
      }),
    );
    expect(told.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(told).not.toMatch(/(?<!\\)(?:\]\(|`)|<[a-z!/]|\bwww|:\/\//i);
  });
});
