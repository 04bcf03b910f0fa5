import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../../server/src/core/rules/index.js';
import { ruleIds } from '../../server/src/core/rules/rule.js';
import { Workspace } from '../../server/src/workspace/workspace.js';
import { cases } from './fixtures.js';

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
    for (const part of [
      `# ${id}\n`,
      '**Why.**',
      '## What is marked',
      '## Examples',
      '## The guides behind it',
      '## What would settle it',
      `"${prefix}${id}": "off"`,
    ])
      expect(page, `${path} lacks a part`).toContain(part);
    const kinds = cases()
      .filter(({ file }) => file === `${id}.md`)
      .map(({ kind }) => kind);
    expect(new Set(kinds), `${path} has examples of both kinds; articles.test.ts runs them`).toEqual(
      new Set(['flags', 'stays silent']),
    );
  });
});

it('a report of a wrong mark can name every rule: .github/ISSUE_TEMPLATE/wrong-mark.yml', () => {
  const { body } = parse(readFileSync(join(root, '.github', 'ISSUE_TEMPLATE', 'wrong-mark.yml'), 'utf8'));
  const { options } = body.find(({ id }: { id?: string }) => id === 'rule').attributes;
  expect(options.slice(0, -1).sort()).toEqual([...ruleIds].sort());
});

describe('anonymous-source', () => {
  const body =
    'Islanders queued at the bakery on Monday. A fishing boat brought the post and two crates of oranges at noon, and the market opened late.';
  const told = (text: string): string[] => {
    const workspace = new Workspace();
    workspace.set('a.txt', text);
    return workspace
      .findings('a.txt')
      .filter(({ rule }) => rule === 'anonymous-source')
      .map(({ severity, message }) => `${severity}: ${message}`);
  };

  it('says of the headline alone that it rests on a source, not of each crosshead', () => {
    const article = (first: string, then: string): string =>
      `${first}\n\n${body} ${body}\n\n${then}\n\n${body} ${body}\n`;
    const says = 'The rebels say they have “begun to leave the harbour”';
    const rests = 'warning: “The rebels”: unspecified group; the headline rests on this source.';
    expect(told(article(says, 'Oranges at noon'))).toEqual([rests]);
    expect(told(article('Oranges at noon', says))).toEqual(['information: “The rebels”: unspecified group.']);
  });
});

describe('repeated-claim', () => {
  const copied =
    'The ferry company has suspended all crossings to the island of Aune because of a strike by harbour pilots.';
  const vote = 'The harbour pilots of Aune voted on Sunday to strike until the minister hears their union.';
  const reworded =
    'On Sunday the pilots of Aune harbour voted for a strike that lasts until their union is heard by the minister.';
  const rest = 'Islanders queued at the bakery. A fishing boat brought the post and two crates of oranges at noon.';

  /** What is said of the vote in an article that has `first` above it, beside another. */
  function said(first: string): string[] {
    const workspace = new Workspace();
    workspace.set('a.txt', `${copied}\n\n${vote}\n\n${rest}`);
    workspace.set(
      'b.txt',
      `${first}\n\n${reworded}\n\nThe school stayed shut, and the band played in the square all the same.`,
    );
    return workspace
      .findings('b.txt')
      .filter(({ rule, start }) => rule === 'repeated-claim' && start > first.length)
      .map(({ message }) => message);
  }

  it('says of a reworded sentence whether its file shares text elsewhere', () => {
    expect(said(copied)).toEqual([
      'The same claim is made in one other file (a), in other words, but with shared text elsewhere.',
    ]);
    expect(said('Nobody crosses to Aune this week, the mayor told a meeting of traders in the town hall.')).toEqual([
      'The same claim is made in one other file (a), no shared text found.',
    ]);
  });
});

describe('conflicting-report', () => {
  it('says once what several reports have in common, and of each which file says so', () => {
    const bomb = (killed: string, source: string): string =>
      `A bomb at the fish market of Merrin killed ${killed} people on Friday, ${source} said. The market was crowded with families who had come to buy eels for the feast of ${source}. Ambulances took the wounded to three hospitals.`;
    const workspace = new Workspace();
    workspace.set('gazette.txt', bomb('eleven', 'the interior ministry'));
    workspace.set('herald.txt', bomb('46', 'the Merrin Observatory for Human Rights'));
    workspace.set('post.txt', bomb('30', 'the director of the hospital'));
    const [found] = workspace.findings('gazette.txt').filter(({ rule }) => rule === 'conflicting-report');
    expect(found?.message).toMatch(
      /^2 other files \(.+\) report otherwise\. The figures differ: 11 killed and 46 killed \(herald\); 11 killed and 30 killed \(post\)\.$/,
    );
    const [other] = workspace.findings('herald.txt').filter(({ rule }) => rule === 'conflicting-report');
    expect(other?.message).toContain(
      'The figures differ: 11 killed and 46 killed (gazette); 30 killed and 46 killed (post).',
    );
  });
});
