import { describe, expect, it } from 'vitest';
import { defaultReadingSettings } from '../../server/src/core/readingSettings.js';
import { emptyProject, parseProject, withProject } from '../../server/src/settings/project.js';
import { edited, type ProjectEdit } from '../../server/src/settings/projectEdit.js';
import { defaultSettings, parseSettings } from '../../server/src/settings/settings.js';

const say = (text: string) => {
  const { project, damages } = parseProject(text);
  return { ...project, articles: Object.fromEntries(project?.articles ?? []), damages };
};

describe('a project file', () => {
  it('holds settings and what people know of articles, with comments', () => {
    const told = say(`{
      // agreed on 2 April
      "parties": ["Northern League"],
      "rules": { "casualty-figure": "off" },
      "articles": { "2031/harbour.txt": { "outlet": " Bay Courier ", "date": "2031-04-01", "agency": null, }, },
    }`);
    expect(told).toEqual({
      settings: { parties: ['Northern League'], rules: { 'casualty-figure': 'off' } },
      articles: { '2031/harbour.txt': { outlet: 'Bay Courier', date: '2031-04-01', agency: null } },
      damages: [],
    });
  });

  it('may be empty', () => {
    for (const text of ['', ' \n', '{}']) expect(parseProject(text)).toEqual({ project: emptyProject, damages: [] });
  });

  it('tells what is wrong with its line, and the rest holds', () => {
    const { settings, articles, damages } = say(`{
  "partys": ["Northern League"],
  "parties": ["Northern League", 3],
  "reviewer": "Mara Voss",
  "limits": { "files": 1000000 },
  "rules": {
    "casualty-figure": "loud",
    "anonymous-source": "hint"
  },
  "articles": {
    "a.txt": { "date": "2031-02-30", "outlet": "Bay Courier" },
    "b.txt": { "outlet": " " },
    "c.txt": ["Bay Courier"]
  }
}`);
    expect(say('{ "rules": ["off"], "articles": [] }').damages.map(({ reason }) => reason)).toEqual([
      '“rules” must be an object; your own setting is used instead',
      '“articles” must be an object; what the article says is used instead',
    ]);
    expect(settings).toEqual({ rules: { 'anonymous-source': 'hint' } });
    expect(articles).toEqual({ 'a.txt': { outlet: 'Bay Courier' }, 'b.txt': {} });
    expect(damages.map(({ line, reason }) => `${line + 1} ${reason}`).sort()).toEqual([
      '11 “articles.a.txt.date” must be a day such as 2031-04-01, or null where it is not known; what the article says is used instead',
      '12 “articles.b.txt.outlet” must be a text with words in it, or null where it is not known; what the article says is used instead',
      '13 “articles.c.txt” must be an object; what the article says is used instead',
      '2 “partys” is not known',
      '3 “parties” must be a list of texts; your own setting is used instead',
      '4 “reviewer” is not known',
      '5 “limits” is not known',
      '7 “rules.casualty-figure” must be one of default, warning, information, hint, off; your own setting is used instead',
    ]);
  });

  it('that is no JSON says nothing, and is told with its line', () => {
    expect(parseProject('{\n  "parties": [\n<<<<<<< mine\n')).toEqual({
      project: null,
      damages: [{ line: 2, reason: 'two versions of it were merged, and the conflict was left open' }],
    });
    for (const text of ['{', '[]', '3', '{"a" 1}', '['.repeat(100_000), '{"articles":'.repeat(10_000)]) {
      const { project, damages } = parseProject(text);
      expect(project, text.slice(0, 20)).toBeNull();
      expect(damages).toHaveLength(1);
    }
  });

  it('makes nothing of the names that objects have by themselves', () => {
    const { articles } = say(
      '{ "articles": { "__proto__": { "outlet": "Bay Courier" } }, "__proto__": { "parties": 3 } }',
    );
    expect(articles).toEqual({});
    expect(({} as { outlet?: string }).outlet).toBeUndefined();
  });

  it('wins over what the editor says of the folder, and leaves the rest as it is', () => {
    const asked = { parties: ['Southern League'], include: ['*.txt'], rules: { 'anonymous-source': 'hint' } };
    const { project } = parseProject('{ "parties": ["Northern League"], "rules": { "casualty-figure": "off" } }');
    const { settings } = parseSettings(withProject(asked, project ?? emptyProject));
    expect(settings.parties).toEqual(['Northern League']);
    expect(settings.include).toEqual(['*.txt']);
    expect(settings.rules).toMatchObject({ 'anonymous-source': 'hint', 'casualty-figure': 'off' });
  });
});

describe('a change of the project file', () => {
  const outlet: ProjectEdit = { kind: 'article', path: 'a/b.txt', field: 'outlet', value: 'Bay Courier' };
  const change = (text: string, edit: ProjectEdit, now = {}): string =>
    edited(text, edit, { ...defaultSettings, ...now });

  it('begins a file', () => {
    expect(change('', outlet)).toBe(
      '{\n  "articles": {\n    "a/b.txt": {\n      "outlet": "Bay Courier"\n    }\n  }\n}\n',
    );
  });

  it('leaves comments, order, indents and ends of lines as they are', () => {
    const before =
      '{\r\n\t// ours\r\n\t"rules": { "repeated-claim": "hint" }, // for now\r\n\t"parties": [\r\n\t\t"Northern League" // and its radio\r\n\t]\r\n}\r\n';
    const after = change(before, { kind: 'side', name: 'Southern League' }, { parties: ['Northern League'] });
    for (const line of before.split('\r\n').slice(0, 7)) expect(after).toContain(line);
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
    expect(say(after).settings?.parties).toEqual(['Southern League', 'Northern League']);
    const ruled = change(before, { kind: 'rule', rule: 'repeated-claim', level: 'off' });
    expect(ruled).toBe(before.replace('"hint"', '"off"'));
  });

  it('takes back what was said of an article, and no more', () => {
    const both = change(change('', outlet), { ...outlet, field: 'date', value: '2031-04-01' });
    const { value: _, ...back } = outlet;
    expect(say(change(both, back)).articles).toEqual({ 'a/b.txt': { date: '2031-04-01' } });
    expect(say(change(change('', outlet), back)).articles).toEqual({});
    expect(say(change('{}', back))).toEqual(say('{}'));
  });

  it('gives an article, or a folder of them, another path', () => {
    const text = change('', outlet);
    const to = (from: string, now: string): string => change(text, { kind: 'renamed', from, to: now });
    expect(say(to('a', 'c/d')).articles).toEqual({ 'c/d/b.txt': { outlet: 'Bay Courier' } });
    expect(say(to('a/b.txt', 'b.txt')).articles).toEqual({ 'b.txt': { outlet: 'Bay Courier' } });
    for (const other of ['b.txt', 'a/b', 'a/b.txt/c']) expect(to(other, 'x')).toBe(text);
    expect(change('', { kind: 'renamed', from: 'a', to: 'b' })).toBe('');
  });

  it('begins a list with what counts in the folder, and moves a name from one list to the other', () => {
    const now = {
      parties: ['Northern League'],
      independentBodies: ['Bay Monitor', 'Tilmouth Burns Unit'],
      otherNames: {},
    };
    expect(say(change('', { kind: 'side', name: 'bay monitor ' }, now)).settings).toEqual({
      parties: ['Northern League', 'bay monitor'],
      independentBodies: ['Tilmouth Burns Unit'],
    });
    expect(say(change('', { kind: 'side', name: 'Northern League' }, now)).settings).toEqual({});
    const empty = change('{ "parties": [] }', { kind: 'side', name: 'Northern League' }, now);
    expect(say(empty).settings).toEqual({ parties: ['Northern League'] });
  });

  it('puts another name of a body on its list, once', () => {
    const other = (name: string, of = 'NVA') => ({ kind: 'otherName', name, of }) as const;
    const now = { ...defaultReadingSettings, otherNames: { BW: ['the Bay Watch'] } };
    const one = change('', other('the state agency '), now);
    expect(say(one).settings).toEqual({ otherNames: { BW: ['the Bay Watch'], NVA: ['the state agency'] } });
    const two = change(one, other('Varn’s own agency'), now);
    expect(say(two).settings).toMatchObject({ otherNames: { NVA: ['Varn’s own agency', 'the state agency'] } });
    expect(change(two, other('The State Agency'), now)).toBe(two);
    expect(() => change('{}', other('nva'))).toThrow('no other name of itself');
    expect(() => change('{}', other('NVA', ' '))).toThrow('the name must be a text');
    expect(() => change('{ "otherNames": ["NVA"] }', other('the agency'))).toThrow('“otherNames” of the project file');
  });

  it('is refused where the file is damaged or the value is none', () => {
    expect(() => change('{\n<<<<<<< mine\n', outlet)).toThrow('line 2 of the project file is damaged');
    expect(() => change('{}', { ...outlet, field: 'date', value: '31 April' })).toThrow('the date must be a day');
    expect(() => change('{}', { kind: 'side', name: '  ' })).toThrow('the name must be a text');
    expect(() => change('{ "articles": 3 }', outlet)).toThrow();
    expect(() => change('{ "parties": ["A", 3] }', { kind: 'side', name: 'B' })).toThrow('must be a list of texts');
  });

  it('keeps what is wrong in the file for whoever mends it', () => {
    const text = '{ "articles": { "a.txt": { "oulet": "Bay Courier", "date": "2031-04-01" } } }';
    expect(change(text, { kind: 'renamed', from: 'a.txt', to: 'b.txt' })).toContain('oulet');
    expect(change(text, { kind: 'article', path: 'a.txt', field: 'date' })).toContain('oulet');
    expect(change(text, { kind: 'rule', rule: 'repeated-claim', level: 'off' })).toContain('oulet');
  });
});
