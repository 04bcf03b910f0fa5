import type { Workspace } from '../server/src/workspace/workspace.js';

/** All that a workspace says, for comparison. */
export const everythingTold = (workspace: Workspace) => ({
  files: workspace.files(),
  copies: workspace.copies(),
  crossReferences: workspace.crossReferences(),
  possible: workspace.possible(),
  claims: workspace.claims(),
  perFile: workspace.files().map((file) => ({
    file,
    references: workspace.crossReferences(file),
    claims: workspace.claims(file),
    findings: workspace.findings(file),
  })),
});

/** What each file of a workspace is related to, as one string a file. */
export const relatedByFile = (workspace: Workspace): Map<string, string> =>
  new Map(
    workspace
      .files()
      .map((file) => [file, JSON.stringify([workspace.crossReferences(file), workspace.possible(file)])]),
  );
