import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands, innerCommands, walkthrough } from '../../protocol/src/index.js';
import { rules } from '../../server/src/core/rules/index.js';
import { ruleIds } from '../../server/src/core/rules/rule.js';
import { tokenModifiers, tokenTypes } from '../../server/src/features/semanticTokens.js';
import { reviewJsonSchema } from '../../server/src/reviews/jsonSchema.js';
import { settingsPage } from '../../server/src/settings/page.js';
import { parseProject } from '../../server/src/settings/project.js';
import { projectJsonSchema } from '../../server/src/settings/projectJsonSchema.js';

/** As VS Code reads it where English is spoken. */
const english: Record<string, string> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const manifest = JSON.parse(readFileSync('package.json', 'utf8'), (_, value) =>
  typeof value === 'string' ? (english[value.slice(1, -1)] ?? value) : value,
);
const { contributes } = manifest;
const properties = contributes.configuration.properties as Record<
  string,
  { type: string; scope: string; enum?: string[]; enumDescriptions?: string[] }
>;
interface Step {
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}
const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

describe('the manifest', () => {
  it('lists the commands of protocol/src/index.ts, all under Second Source', () => {
    const told = contributes.commands as { command: string; category: string }[];
    expect(told.map(({ command }) => command).sort()).toEqual(Object.values(commands).sort());
    expect(new Set(told.map(({ category }) => category))).toEqual(new Set(['Second Source']));
  });

  it('declares the colours of server/src/features/semanticTokens.ts: only sources and figures have one, which themes know', () => {
    expect(ids(contributes.semanticTokenTypes)).toEqual([...tokenTypes]);
    expect(ids(contributes.semanticTokenModifiers)).toEqual([...tokenModifiers]);
    const [{ scopes }] = contributes.semanticTokenScopes as [{ scopes: Record<string, string[]> }];
    expect(Object.keys(scopes).sort()).toEqual(['figure', 'source']);
    // whole quotations in the colour of strings would shout
    const types = contributes.semanticTokenTypes as { id: string; superType?: string }[];
    expect(types.filter(({ superType }) => superType !== undefined).map(({ id }) => id)).toEqual(['source', 'figure']);
  });

  it('has its colours in themes that ask for none, such as the light one of high contrast', () => {
    for (const language of ['news-article', 'plaintext', 'markdown'])
      expect(contributes.configurationDefaults[`[${language}]`]).toEqual({
        'editor.semanticHighlighting.enabled': true,
      });
  });

  it('has a page of all settings, made from the same list', () => {
    const page = readFileSync('docs/settings.md', 'utf8');
    expect(page, 'run npm run manifest').toBe(settingsPage());
    for (const [name, { enum: choices = [] }] of Object.entries(properties)) {
      expect(page).toContain(`## \`${name}\``);
      for (const choice of choices) expect(page).toContain(`- \`${choice}\`: `);
    }
  });

  it('names files that exist', () => {
    const named = [...JSON.stringify(contributes).matchAll(/"\.\/((?:media|schemas|syntaxes)\/[^"]+)"/g)].map(
      (m) => m[1] as string,
    );
    expect(named.length).toBeGreaterThan(0);
    for (const path of [...named, manifest.icon]) expect(existsSync(path), path).toBe(true);
  });

  it('welcomes people in at most five steps, whose buttons and ends are commands there are', () => {
    const [{ id, steps }] = contributes.walkthroughs as [{ id: string; steps: Step[] }];
    expect(`second-source.second-source#${id}`).toBe(walkthrough);
    expect(steps.length).toBeLessThanOrEqual(5);
    const known: string[] = [...Object.values(commands), ...Object.values(innerCommands), 'secondSource.review.focus'];
    for (const { description, media, completionEvents } of steps) {
      const run = [...`${description} ${completionEvents}`.matchAll(/(?:command:|onCommand:)([\w.]+)/g)].map(
        (m) => m[1],
      );
      expect(run.length).toBeGreaterThan(1);
      expect(run.filter((command) => !known.includes(command as string))).toEqual([]);
      expect(media.altText).not.toBe('');
    }
  });

  it('has pictures of the welcome that take every colour from the theme', () => {
    const [{ steps }] = contributes.walkthroughs as [{ steps: Step[] }];
    for (const { media } of steps) {
      const colours = [...readFileSync(media.svg, 'utf8').matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(
        (m) => m[1] as string,
      );
      expect(colours.length).toBeGreaterThan(0);
      expect(colours.filter((colour) => colour !== 'none' && !colour.startsWith('var(--vscode-'))).toEqual([]);
    }
  });

  it('checks files of reviews with the schema by which they are read', () => {
    expect(JSON.parse(readFileSync('schemas/review.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(reviewJsonSchema)),
    );
  });

  it('checks the project file with a schema that knows what is read, and no more', () => {
    expect(JSON.parse(readFileSync('schemas/project.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(projectJsonSchema)),
    );
    const { articles, rules: inFolder, $schema, ...shared } = projectJsonSchema.properties;
    const told = (project: object): string[] =>
      parseProject(JSON.stringify(project)).damages.map(({ reason }) => reason);
    for (const list of Object.keys(shared).filter((name) => name !== 'otherNames')) {
      expect(told({ [list]: ['a'] })).toEqual([]);
      expect(told({ [list]: 'a' })).toEqual([`“${list}” must be a list of texts; your own setting is used instead`]);
    }
    expect(told({ otherNames: { A: ['b', 'c'] } })).toEqual([]);
    for (const wrong of ['a', ['a'], { A: 'b' }, { A: [3] }])
      expect(told({ otherNames: wrong })).toEqual([
        '“otherNames” must be an object that gives lists of texts; your own setting is used instead',
      ]);
    for (const [rule, words] of Object.entries<object>(inFolder.properties))
      for (const choice of 'enum' in words ? (words.enum as string[]) : [3])
        expect(told({ rules: { [rule]: choice } })).toEqual([]);
    expect(Object.keys(inFolder.properties).sort()).toEqual([...ruleIds].sort());
    for (const field of Object.keys(articles.additionalProperties.properties)) {
      expect(told({ articles: { 'a.txt': { [field]: field === 'date' ? '2031-04-01' : 'Words' } } })).toEqual([]);
      expect(told({ articles: { 'a.txt': { [field]: null } } })).toEqual([]);
    }
  });

  it('may run where nobody trusts the workspace: no setting names a program, a file or an address', () => {
    const free = Object.entries(properties)
      .filter(([, { scope }]) => scope !== 'application' && scope !== 'machine') // those are the person's alone
      .filter(([, { type, enum: choices }]) => type !== 'boolean' && type !== 'number' && choices === undefined)
      .map(([name]) => name);
    const lists = ['include', 'exclude', 'parties', 'independentBodies', 'otherNames'];
    const harmless = lists.map((name) => `secondSource.${name}`);
    expect(free, 'what a folder may say freely must not be run, opened or asked').toEqual(harmless);
    expect(manifest.capabilities.untrustedWorkspaces.supported).toBe(true);
  });

  it('takes from no folder where an archive is', () => {
    const scopes = Object.entries(properties).flatMap(([name, { scope }]) => (/\.archive\./.test(name) ? [scope] : []));
    expect(scopes).toEqual(['machine', 'machine', 'machine']);
  });
});

describe('every rule', () => {
  it('runs, and runs once', () => {
    expect(rules.map(({ id }) => id).sort()).toEqual([...ruleIds].sort());
  });

  it('has a page that its mark links to', () => {
    for (const id of ruleIds) expect(existsSync(`docs/rules/${id}.md`), `write docs/rules/${id}.md`).toBe(true);
  });

  it.each(ruleIds)('says on its page how it is set, in every way that the manifest has: %s', (id) => {
    const page = readFileSync(`docs/rules/${id}.md`, 'utf8');
    const name = `secondSource.rules.${id}`;
    const line = page.split('\n').find((words) => words.includes(`"${name}"`)) ?? '';
    const choices = properties[name]?.enum?.filter((choice) => choice !== 'default') ?? [];
    expect(choices.length).toBeGreaterThan(2);
    expect(choices.filter((choice) => !line.includes(`"${choice}"`))).toEqual([]);
  });
});
