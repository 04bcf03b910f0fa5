import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { read } from '../../server/src/core/reading.js';
import type { Rule } from '../../server/src/core/rules/rule.js';
import { testReaders } from '../readers.js';
import { fenced, parse } from './fixtures.js';

const root = join(__dirname, '..', '..');
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');
const pagesIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const pages = ['.', 'docs', 'docs/editors', 'docs/rules', 'docs/decisions', 'samples'].flatMap(pagesIn);

describe('every page', () => {
  it.each(pages)('links to files that exist: %s', (page) => {
    const targets = [...textOf(page).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map((m) => m[1] as string);
    expect(targets.filter((target) => !existsSync(join(root, dirname(page), target)))).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  it('names source files that exist', () => {
    const sources = ['server/src', 'client/src', 'media', 'protocol/src', 'training', 'test', 'l10n'].flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => `/${room}/${name}`),
    );
    const names = [...textOf('docs/architecture.md').matchAll(/`([\w./-]+\.ts)`/g)].map((match) => match[1] as string);
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !sources.some((file) => file.endsWith(`/${name}`)))).toEqual([]);
  });
});

describe('docs/pictures', () => {
  const pictures = readdirSync(join(root, 'docs', 'pictures'));

  it('are shown by a page, and say in words what they show', () => {
    const shown = pages.map(textOf).join('\n');
    for (const name of pictures) {
      expect(shown).toMatch(new RegExp(`!\\[[^\\]]{40,}\\]\\([^)]*pictures/${name.replace('.', '\\.')}\\)`));
      expect(textOf(join('docs', 'pictures', name))).toMatch(/<title id="title">[^<]{40,}<\/title>/);
    }
  });

  it('name rooms and files of the server that exist', () => {
    const names = [...textOf('docs/pictures/way-of-an-article.svg').matchAll(/class="(?:name|title)">([\w/.,: ]+)</g)]
      .flatMap((match) => (match[1] as string).split(', '))
      .filter((name) => !/^(?:an?|folders) /.test(name));
    expect(names.length).toBeGreaterThan(12);
    const isThere = (name: string): boolean =>
      ['', 'workspace'].some((room) => existsSync(join(root, 'server', 'src', room, name)));
    expect(names.filter((name) => !isThere(name))).toEqual([]);
  });
});

describe('docs/limits.md', () => {
  const rows = textOf('docs/limits.md')
    .split('\n')
    .flatMap((line) => {
      const [, figures, page] = /^\| .* \| (.*) \| \[[^\]]+\]\(([^)]+)\) \|$/.exec(line) ?? [];
      return figures && page ? [{ figures, page }] : [];
    });

  it('has figures, each from a page that tells how it was measured', () => {
    expect(rows.length).toBeGreaterThan(5);
    for (const { figures, page } of rows) {
      const measured = textOf(join('docs', page));
      for (const number of figures.match(/\d+(?:\.\d+)?/g) ?? []) expect(measured, page).toContain(number);
    }
  });
});

describe('docs/decisions', () => {
  const names = pagesIn('docs/decisions')
    .map((page) => page.slice('docs/decisions/'.length, -'.md'.length))
    .filter((name) => name !== 'README');

  it('lists every decision in its README', () => {
    const listed = [...textOf('docs/decisions/README.md').matchAll(/^\| \[([^\]]+)\]/gm)].map((m) => m[1]);
    expect(listed.sort()).toEqual(names.sort());
  });

  it.each(names)('says what was decided, and what would make us decide again: %s', (name) => {
    const text = textOf(`docs/decisions/${name}.md`);
    for (const part of ['# ', '**Decided.**', '**Again, if**']) expect(text).toContain(part);
  });
});

describe('docs/author-a-rule.md', () => {
  const page = textOf('docs/author-a-rule.md');
  /** The rule as the page has it, compiled: it imports types alone. */
  const rule = (): Rule => {
    const { code } = transformSync(fenced('ts', page) as string, { loader: 'ts', format: 'cjs' });
    const module: { exports: { roundFigure?: Rule } } = { exports: {} };
    new Function('module', code)(module);
    return module.exports.roundFigure as Rule;
  };

  it.each(parse('author-a-rule.md', ['round-figure'], fenced('', page) as string))(
    'has a rule that does what its cases say: $kind: $title',
    ({ kind, articles }) => {
      for (const { text, marks } of articles.values()) {
        const reading = read(text, 'article.txt', testReaders);
        if ('skipped' in reading) throw new Error(reading.skipped);
        const found = rule().check(reading, []);
        const wanted = kind === 'known misses' ? [] : marks;
        expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(wanted.map((mark) => mark.text));
      }
    },
  );
});
