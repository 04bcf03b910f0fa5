import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeIndexStore } from '../../server/src/sync/node/nodeIndexStore.js';
import { Workspace } from '../../server/src/workspace/workspace.js';
import { testReaders } from '../readers.js';
import { budget } from './budget.js';
import { checkFindings, differences, everything } from './invariants.js';
import { type Edit, edit, edited, story } from './texts.js';

const names = ['a.txt', 'b.md', 'c.txt'];
const folder = mkdtempSync(join(tmpdir(), 'second-source-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files that share text as news does: each is a draft with edits of its own. */
const files = fc
  .tuple(story, fc.array(fc.array(edit, { maxLength: 3 }), { minLength: names.length, maxLength: names.length }))
  .map(([draft, edits]) => new Map(names.map((name, i) => [name, (edits[i] as Edit[]).reduce(edited, draft)])));
const step = fc.record({ file: fc.constantFrom(...names), edit: fc.option(edit, { nil: null, freq: 6 }) });

const workspaceOf = (texts: Iterable<readonly [string, string]>, options = {}): Workspace => {
  const workspace = new Workspace(testReaders, options);
  for (const [name, text] of texts) workspace.set(name, text);
  return workspace;
};

describe('a workspace of any texts', () => {
  it('knows after edits what a fresh one knows, and what a stored one does', async () => {
    const store = nodeIndexStore(folder, () => 'fuzz');
    await fc.assert(
      fc.asyncProperty(files, fc.array(step, { maxLength: 4 }), async (drafts, steps) => {
        const texts = new Map(drafts);
        const workspace = workspaceOf(texts);
        for (const { file, edit: change } of steps) {
          const text = texts.get(file);
          if (change === null) {
            workspace.delete(file);
            texts.delete(file);
          } else {
            texts.set(file, edited(text ?? '', change));
            workspace.set(file, texts.get(file) as string);
          }
        }
        for (const name of texts.keys()) checkFindings(workspace, name);
        const told = everything(workspace);
        expect(differences(told, everything(workspaceOf([...texts].reverse()))), 'edited and fresh').toEqual([]);
        await store.save(workspace.snapshot());
        const snapshot = await store.load();
        if (snapshot === null) throw new Error('What was stored a moment ago cannot be loaded.');
        expect(differences(told, everything(workspaceOf(texts, { snapshot }))), 'edited and stored').toEqual([]);
      }),
      budget(100),
    );
  });
});
