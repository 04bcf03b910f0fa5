import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../server/src/core/rules/rule.js';
import { defaultSettings, parseSettings, severityOf } from '../../server/src/settings/settings.js';

describe('settings', () => {
  it('have the defaults that the manifest tells people', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const told = nest(
      Object.entries(contributes.configuration.properties as Record<string, { default: unknown }>).map(
        ([name, property]) => [name.replace(/^secondSource\./, '').split('.'), property.default],
      ),
    );
    expect(told, 'package.json and defaultSettings in server/src/settings.ts say the same').toEqual(defaultSettings);
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

  it('leave a severity to the rule, set it, or turn the rule off', () => {
    const withLevel = (level: string) => parseSettings({ rules: { 'casualty-figure': level } }).settings;
    expect(severityOf(withLevel('default'), 'casualty-figure', 'warning')).toBe('warning');
    expect(severityOf(withLevel('hint'), 'casualty-figure', 'warning')).toBe('hint');
    expect(severityOf(withLevel('off'), 'casualty-figure', 'warning')).toBeNull();
    for (const id of ruleIds) expect(severityOf(defaultSettings, id, 'information')).toBe('information');
  });
});

/** `[[['limits', 'files'], 3]]` as `{ limits: { files: 3 } }`. */
function nest(entries: readonly (readonly [string[], unknown])[]): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of entries) {
    let at = root;
    for (const key of path.slice(0, -1)) {
      at[key] ??= {};
      at = at[key] as Record<string, unknown>;
    }
    at[path.at(-1) as string] = value;
  }
  return root;
}
