import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsIn } from '../../server/src/cli/folderSettings.js';
import { parseSettings, settingsByName } from '../../server/src/settings/settings.js';
import { budget } from './budget.js';

const names = [...settingsByName.keys()];
const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('off', 'warning', 'allArticles', 0, -1, 1, Number.MAX_VALUE, true),
  fc.array(fc.string(), { maxLength: 3 }),
);

/** What somebody wrote into the settings of a folder: ours and others, right and wrong. */
const written = fc.dictionary(
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names, 'limits', '__proto__', 'constructor') }, fc.string()),
  value,
  { maxKeys: 8 },
);

/** Settings that are read again are the same, and nothing about them is wrong. */
const checkSettings = (given: unknown): void => {
  const { settings, problems } = parseSettings(given);
  expect(parseSettings(settings)).toEqual({ settings, problems: [] });
  for (const problem of problems) expect(problem).toMatch(/^The setting secondSource[\w.-]* must be /);
};

describe('any settings', () => {
  it('of an editor are read as far as they can be, and what is wrong is named', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), written), (given) => checkSettings(given)),
      budget(2000),
    );
  });

  it('of a folder are read as far as its file can be', () => {
    const file = fc.oneof(
      written.map((all) =>
        JSON.stringify(Object.fromEntries(Object.entries(all).map(([name, one]) => [`secondSource.${name}`, one]))),
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(file, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        checkSettings(settingsIn(text));
        checkSettings(settingsIn(text.slice(0, Math.floor(share * text.length))));
      }),
      budget(1000),
    );
  });
});
