import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultReadingSettings } from '../../server/src/core/readingSettings.js';
import { ruleIds } from '../../server/src/core/rules/rule.js';
import { parseProject } from '../../server/src/settings/project.js';
import { edited, type ProjectEdit } from '../../server/src/settings/projectEdit.js';
import { budget } from './budget.js';

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom('a.txt', '__proto__', '2031-04-01'),
);
const keys = [
  'otherNames',
  'parties',
  'independentBodies',
  'rules',
  'articles',
  'include',
  '__proto__',
  'title',
  'outlet',
  'date',
];
const key = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...keys, ...ruleIds) }, words);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.constantFrom(null, 3, 'off', 'hint'),
    tie('object'),
    fc.array(words),
  ),
  object: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
}));
const written = fc.oneof(
  fc.dictionary(key, value, { maxKeys: 6 }).map((all) => JSON.stringify(all, null, 2)),
  fc.string({ unit: 'binary' }),
);

const edit: fc.Arbitrary<ProjectEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('article' as const),
    path: words,
    field: fc.constantFrom('title' as const, 'outlet' as const, 'date' as const),
    value: words,
  }),
  fc.record({ kind: fc.constantFrom('side' as const, 'independent' as const), name: words }),
  fc.record({ kind: fc.constant('otherName' as const), name: words, of: words }),
  fc.record({
    kind: fc.constant('rule' as const),
    rule: fc.constantFrom(...ruleIds),
    level: fc.constantFrom('hint' as const, 'off' as const),
  }),
);

describe('any project file', () => {
  it('is read as far as it can be, and what is wrong has a line in it', () => {
    fc.assert(
      fc.property(written, fc.double({ min: 0, max: 1, noNaN: true }), (text, share) => {
        for (const some of [text, text.slice(0, Math.floor(share * text.length))]) {
          const { project, damages } = parseProject(some);
          if (project === null) expect(damages).toHaveLength(1);
          for (const { line } of damages) expect(line).toBeLessThan(some.split('\n').length);
        }
      }),
      budget(1000),
    );
  });

  it('says after a change what it said before, and the change', () => {
    fc.assert(
      fc.property(written, edit, (text, change) => {
        const before = parseProject(text).project;
        let after: string;
        try {
          after = edited(text, change, defaultReadingSettings);
        } catch {
          return; // refused, and nothing is written
        }
        const now = parseProject(after).project;
        expect(now).not.toBeNull();
        if (change.kind === 'article') {
          expect(now?.settings).toEqual(before?.settings ?? {});
          for (const [path, known] of before?.articles ?? [])
            expect(now?.articles.get(path)).toMatchObject(path === change.path ? {} : known);
        } else expect(now?.articles).toEqual(before?.articles ?? new Map());
        if (change.kind === 'rule') expect(now?.settings.rules).toMatchObject({ [change.rule]: change.level });
      }),
      budget(1000),
    );
  });
});
