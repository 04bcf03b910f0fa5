import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/core/rules/index.js';
import { ruleIds } from '../../server/src/core/rules/rule.js';

const root = join(__dirname, '..', '..');
const prefix = 'secondSource.rules.';

describe('every rule', () => {
  it('runs: each id in rule.ts is the id of one rule in rules/index.ts', () => {
    expect(rules.map(({ id }) => id)).toEqual([...ruleIds]);
  });

  it('has a setting in package.json, in the same order', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const settings = Object.keys(manifest.contributes.configuration.properties).filter((key) => key.startsWith(prefix));
    expect(settings).toEqual(ruleIds.map((id) => prefix + id));
  });

  it.each([...ruleIds])('has a page that says how to switch it off: docs/rules/%s.md', (id) => {
    const path = join(root, 'docs', 'rules', `${id}.md`);
    expect(existsSync(path), `write ${path}`).toBe(true);
    const page = readFileSync(path, 'utf8');
    for (const part of [`# ${id}\n`, '**Why.**', '## What would settle it', `"${prefix}${id}": "off"`])
      expect(page, `${path} lacks a part`).toContain(part);
  });
});
