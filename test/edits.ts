import { expect } from 'vitest';
import { Workspace } from '../server/src/workspace/workspace.js';
import { everythingTold, relatedByFile } from './told.js';

/** A file gets another text, or with `null` goes. */
export type Edit = readonly [name: string, text: string | null];

const carryOut = (workspace: Workspace, [name, text]: Edit): ReadonlySet<string> =>
  text === null ? workspace.delete(name) : workspace.set(name, text);

/**
 * After the edits a workspace with the `first` texts knows what one knows that was given the last texts in another order.
 * Before edit `cut` it starts anew from its snapshot.
 */
export function leadToWhatAFreshOneKnows(
  first: ReadonlyMap<string, string>,
  edits: readonly Edit[],
  cut: number,
): void {
  const now = new Map(first);
  let edited = new Workspace();
  for (const [name, text] of now) edited.set(name, text);
  for (const [step, edit] of edits.entries()) {
    if (step === cut) {
      edited = new Workspace(undefined, { snapshot: edited.snapshot() });
      for (const [name, text] of now) edited.set(name, text);
    }
    carryOut(edited, edit);
    const [name, text] = edit;
    if (text === null) now.delete(name);
    else now.set(name, text);
  }
  const fresh = new Workspace();
  for (const [name, text] of [...now].sort(([one], [other]) => (one < other ? -1 : 1))) fresh.set(name, text);
  expect(everythingTold(edited)).toEqual(everythingTold(fresh));
}

/** Of each edit the workspace names every other file of which something else is told since. */
export function nameWhatChanges(workspace: Workspace, edits: readonly Edit[]): void {
  for (const edit of edits) {
    const before = relatedByFile(workspace);
    const told = carryOut(workspace, edit);
    for (const [file, now] of relatedByFile(workspace))
      if (file !== edit[0] && before.get(file) !== now)
        expect(told.has(file), `${file}, when ${edit[0]} changes`).toBe(true);
  }
}
