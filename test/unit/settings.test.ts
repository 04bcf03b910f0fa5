import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settingsIn } from '../../server/src/cli/folderSettings.js';
import type { Finding } from '../../server/src/core/rules/rule.js';
import { manifestProperties, manifestWords } from '../../server/src/settings/manifest.js';
import { defaultSettings, parseSettings, settingsByName, shownFindings } from '../../server/src/settings/settings.js';

describe('settings', () => {
  it('stand in the manifest as they are in server/src/settings', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(contributes.configuration.properties, 'run `npm run manifest`, which writes them into package.json').toEqual(
      manifestProperties,
    );
    const english = JSON.parse(readFileSync('package.nls.json', 'utf8'));
    expect(english, 'run `npm run manifest`, which writes their words into package.nls.json').toMatchObject(
      manifestWords,
    );
  });

  it('are the defaults where nothing is set', () => {
    for (const nothing of [undefined, null, {}])
      expect(parseSettings(nothing)).toEqual({ settings: defaultSettings, problems: [] });
  });

  it('take what is set', () => {
    const { settings, problems } = parseSettings({
      include: ['*.txt'],
      limits: { files: 3 },
      rules: { 'casualty-figure': 'off' },
      parties: ['the Northern League'],
    });
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      ...defaultSettings,
      include: ['*.txt'],
      limits: { files: 3, fileSize: defaultSettings.limits.fileSize },
      rules: { ...defaultSettings.rules, 'casualty-figure': 'off' },
      parties: ['the Northern League'],
    });
  });

  it('say what is wrong, value by value, and keep the rest', () => {
    const { settings, problems } = parseSettings({
      include: '*.txt',
      limits: { files: -1, fileSize: 5 },
      rules: { 'casualty-figure': 'error' },
      codeLens: 'yes',
      diagnostics: [],
    });
    expect(settings).toEqual({ ...defaultSettings, limits: { ...defaultSettings.limits, fileSize: 5 } });
    expect(problems.map((problem) => /secondSource\.[\w.-]+/.exec(problem)?.[0])).toEqual([
      'secondSource.include',
      'secondSource.limits.files',
      'secondSource.diagnostics',
      'secondSource.rules.casualty-figure',
      'secondSource.codeLens',
    ]);
  });

  /** What nobody can mean by a value of its type. */
  const wrong: Readonly<Record<string, unknown>> = {
    boolean: 'yes',
    string: 7,
    number: 0,
    array: 'one',
    object: ['one'],
  };
  it.each([...settingsByName])('say of a wrong %s which value is used instead', (name, { kind, fallback }) => {
    const value = wrong[String(kind.json.type)];
    const given = name.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
    const { settings, problems } = parseSettings(given);
    expect(settings).toEqual(defaultSettings);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`The setting secondSource.${name} must be `);
    expect(problems[0]).toContain(`; ${JSON.stringify(fallback)} is used instead.`);
  });

  it('leave a severity to the rule, set it, or turn the rule off', () => {
    const finding = { rule: 'casualty-figure', severity: 'warning', start: 0, end: 1 } as Finding;
    const severities = (level: string) =>
      shownFindings([finding], parseSettings({ rules: { 'casualty-figure': level } }).settings).map(
        ({ severity }) => severity,
      );
    expect(severities('default')).toEqual(['warning']);
    expect(severities('hint')).toEqual(['hint']);
    expect(severities('off')).toEqual([]);
  });

  it('are read from the text of a settings file as an editor would send them', () => {
    const told = `{
      // a comment, as VS Code allows
      "editor.fontSize": 12,
      "secondSource.limits.files": 3,
      "secondSource.rules.casualty-figure": "off",
      "secondSource.__proto__.polluted": true,
    }`;
    expect(settingsIn(told)).toEqual({ limits: { files: 3 }, rules: { 'casualty-figure': 'off' } });
    const another = '{ "secondSource.reviewer": "Mara", "secondSource.archive.url": "https://elsewhere.example" }';
    expect(settingsIn(another), 'what no folder may say').toEqual({});
    for (const broken of ['', '{', '[]', '3', '{"secondSource.include": ']) expect(settingsIn(broken)).toEqual({});
  });
});
