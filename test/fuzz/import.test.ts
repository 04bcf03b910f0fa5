import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../server/src/core/article/frontMatter.js';
import { readArticle } from '../../server/src/core/article/index.js';
import { importFile } from '../../server/src/import/importFile.js';
import { budget } from './budget.js';
import { edit, edited, scrap, story } from './texts.js';

const folder = 'test/imports';
const originals = readdirSync(folder)
  .filter((name) => !name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'latin1') }));

/** Whatever comes in, what comes out is an article that says whose it is, or a sentence that says why there is none. */
function check(bytes: Uint8Array, name: string): void {
  const found = importFile(bytes, name);
  if ('refused' in found) {
    expect(found.refused).toMatch(/^\p{Lu}.*\.$/u);
    expect(found.refused).not.toContain('could not be read');
    return;
  }
  expect(found.articles.length).toBeGreaterThan(0);
  for (const text of found.articles) {
    const { fields, end } = readFrontMatter(text);
    expect(fields.get('original')).toBe(name);
    expect(end).toBeGreaterThan(0);
    expect(text.slice(end).trim()).not.toBe('');
    expect(() => readArticle(text, 'a.md')).not.toThrow();
  }
  expect(importFile(bytes, name)).toEqual(found);
}

const tag = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<div class="share">',
    '</div>',
    '<article>',
    '</article>',
    '<h1>',
    '</h1>',
    '<br>',
    '<br><br>',
    '<table><tr><td>',
  ],
  ...[
    '</table>',
    '<a href="x">',
    '</a>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<svg>',
    '<![CDATA[',
    ']]>',
    '<',
    '>',
    '&',
    '&#x0;',
    '&lt;',
  ],
  ...[
    '<meta property="og:title" content="',
    '">',
    '<title>',
    '</title>',
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"',
  ],
  ...[
    '"}</script>',
    '<time datetime="2031-02-31">',
    '<th>',
    '<li>',
    '<blockquote>',
    '<body',
    '<html',
    '</html>',
    '<template>',
    '<frameset>',
    '<p ',
  ],
);
const soup = fc.array(fc.oneof(tag, tag, story, scrap), { maxLength: 40 }).map((parts) => parts.join(''));
const json: fc.Arbitrary<string> = fc
  .dictionary(
    fc.constantFrom(
      'headline',
      'body_html',
      'body_text',
      'bodies',
      'headlines',
      'byline',
      'by',
      'versioncreated',
      'items',
      'language',
      '__proto__',
    ),
    fc.oneof(
      story,
      scrap,
      soup,
      fc.jsonValue({ maxDepth: 3 }),
      fc.constant([{ role: 'main', value: '<p>The mill is shut.</p>' }]),
    ),
  )
  .map((item) => JSON.stringify(item));

describe('importing', () => {
  it('makes something fit of any markup', () =>
    fc.assert(
      fc.property(soup, (text) => check(Buffer.from(text), 'a.html')),
      budget(300),
    ));

  it('makes something fit of any ninjs', () =>
    fc.assert(
      fc.property(json, (text) => check(Buffer.from(text), 'a.json')),
      budget(300),
    ));

  it('makes something fit of any bytes, whatever they are said to be', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('html', 'mhtml', 'json', 'xml'), (bytes, ending) =>
        check(bytes, `a.${ending}`),
      ),
      budget(300),
    ));

  it('makes something fit of pages and items that were cut or changed', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        ({ name, text }, edits) => check(Buffer.from(edits.reduce(edited, text), 'latin1'), name),
      ),
      budget(300),
    ));
});
