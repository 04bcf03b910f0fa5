import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { afterEach, describe, expect, it } from 'vitest';
import { amount, english, label, line, phrase, said, say, speak } from '../../protocol/src/index.js';

/** Whatever says something to people; tests, scripts and training do not. */
const rooms = ['protocol/src', 'pictures', 'client/src', 'media', 'server/src'];
const tags = new Set(['say', 'label', 'phrase']);

/** Every sentence of ours, as `say` looks it up, with a file that says it. */
function sentencesIn(folders: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.ts')) {
        const path = join(folder, name);
        const { program } = parseSync(path, readFileSync(path, 'utf8'));
        new Visitor({
          TaggedTemplateExpression: ({ tag, quasi }) => {
            if (tag.type !== 'Identifier' || !tags.has(tag.name)) return;
            const words = quasi.quasis.map(({ value }) => value.cooked ?? '');
            const sentence = words.reduce((before, next, i) => `${before}{${i - 1}}${next}`);
            if (/\p{L}/u.test(sentence.replace(/\{\d+\}|\$\([\w-]+\)/g, ''))) found.set(sentence, path);
          },
        }).visit(program);
      }
  return found;
}

const tableOf = (path: string): Record<string, string> => JSON.parse(readFileSync(path, 'utf8'));
const sentences = sentencesIn(rooms);
const bundles = readdirSync('l10n')
  .map((name) => /^bundle\.l10n\.([a-z-]+)\.json$/.exec(name)?.[1])
  .filter((code) => code !== undefined);

/** What a translation must keep: what is put in, what a link runs, what stands between stars or in code. */
const kept = (words: string): string[] =>
  (words.match(/\{\d+\}|\]\([^)]*\)|\$\([\w-]+\)|\*+|secondSource\.[\w.]+|\.secondsource(?:\.json)?/g) ?? []).sort();

it('finds what is said', () => {
  expect(bundles).toContain('de');
  expect(sentences.get('Nothing found')).toBe('client/src/findClaim.ts');
  expect(sentences.get('The same claim is made in {0} other files ({1}), {2}.')).toBe(
    'server/src/core/rules/repeatedClaim.ts',
  );
});

describe.each(bundles)('the sentences in %s', (code) => {
  const translated = tableOf(`l10n/bundle.l10n.${code}.json`);

  it('are all there, and no others', () => {
    const missing = [...sentences].filter(([sentence]) => !(sentence in translated));
    expect(Object.fromEntries(missing)).toEqual({});
    expect(Object.keys(translated).filter((sentence) => !sentences.has(sentence))).toEqual([]);
  });

  it.each(Object.entries(translated))('keep what is put into “%s”', (sentence, words) => {
    expect(words.trim()).not.toBe('');
    expect(kept(words)).toEqual(kept(sentence));
  });
});

describe.each(bundles)('the manifest in %s', (code) => {
  const own = tableOf('package.nls.json');
  const translated = tableOf(`package.nls.${code}.json`);

  it('has words for every key that it names, and no others', () => {
    const named = [...readFileSync('package.json', 'utf8').matchAll(/"%([^%"]+)%"/g)].map(
      (match) => match[1] as string,
    );
    expect(Object.keys(own).sort()).toEqual([...new Set(named)].sort());
    expect(Object.keys(translated).sort()).toEqual(Object.keys(own).sort());
  });

  it('has no title or name of its own beside them', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const titles = [...contributes.commands, ...contributes.walkthroughs, ...contributes.walkthroughs[0].steps];
    const names = [
      ...titles.map(({ title }) => title),
      ...contributes.views.secondSource.map((view: { name: string }) => view.name),
    ];
    expect(names.filter((name) => !/^%.+%$/.test(name))).toEqual([]);
  });

  it.each(Object.entries(own))('keeps the links and markup of %s', (key, words) => {
    expect(kept(translated[key] as string)).toEqual(kept(words));
  });
});

describe('say', () => {
  afterEach(() => speak(english));

  it('speaks English where nothing else was asked for', () => {
    expect(say`${2} of ${'three'}`).toBe('2 of three');
    expect(amount(2500)).toBe('2,500');
  });

  it('speaks the language that was asked for, whose order may be another', () => {
    speak({ code: 'de', sentences: { '{0} of {1}': 'von {1} {0}', Kept: 'Behalten' } });
    expect(say`${2} of ${'three'}`).toBe('von three 2');
    expect(said(phrase`Kept`)).toBe('Behalten');
    expect(said(phrase`Gone`)).toBe('Gone');
    expect(amount(2500)).toBe('2.500');
  });

  it('keeps words that are written from right to left from turning what stands beside them', () => {
    const [outlet, date] = ['صحيفة الميناء', '2031-03-05'];
    expect(say`${outlet} · ${date}`, 'where surfaces may know no isolates').toBe('صحيفة الميناء · 2031-03-05');
    speak({ code: 'en', sentences: {} });
    expect(say`${outlet} · ${date}`).toBe('\u2068صحيفة الميناء\u2069 · 2031-03-05');
    const named = label`${outlet} · ${date}`;
    expect(label`Open ${named}`).toBe('Open \u2068\u2068صحيفة الميناء\u2069 · 2031-03-05\u2069');
    expect(line(named), 'where it stands alone').toBe('صحيفة الميناء · 2031-03-05');
    expect(label`${'Herald'} · ${date}`).toBe('Herald · 2031-03-05');
  });

  it('lets no file end or begin what keeps its words apart', () => {
    speak({ code: 'en', sentences: {} });
    for (const name of ['\u2069صحيفة', '\u2068صحيفة', '\u2069\u2068صحيفة', '\u202eصحيفة', '\u2067صحيفة\u2069'])
      expect(label`${name}, 3`).toMatch(/^\u2068 ?صحيفة\u2069, 3$/);
  });

  it('lets words of files do nothing, in any language', () => {
    speak({ code: 'de', sentences: { '{0} is read': '{0} ist gelesen' } });
    expect(label`${'$(skull) {1} toString'} is read`).toBe('$\u2060(skull) {1} toString ist gelesen');
    expect(said('toString')).toBe('toString');
  });
});
