import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FigureTable, Position } from '../../protocol/src/index.js';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../server/src/features/callHierarchy.js';
import { claimsMarkdown } from '../../server/src/features/claimsMarkdown.js';
import { codeActionsFor } from '../../server/src/features/codeActions.js';
import { codeLensOf } from '../../server/src/features/codeLens.js';
import { corroborationOf, corroborationOfAll } from '../../server/src/features/corroboration.js';
import { diagnosticsOf } from '../../server/src/features/diagnostics.js';
import { documentHighlightsAt } from '../../server/src/features/documentHighlights.js';
import { documentSymbolsOf } from '../../server/src/features/documentSymbols.js';
import { figureTable } from '../../server/src/features/figures.js';
import { foldingRangesOf } from '../../server/src/features/furniture.js';
import { hoverAt } from '../../server/src/features/hover.js';
import { incidentReviewViews } from '../../server/src/features/incidents.js';
import { positionsOf } from '../../server/src/features/positions.js';
import { definitionAt, referencesAt } from '../../server/src/features/references.js';
import { reviewActions } from '../../server/src/features/reviewActions.js';
import { reviewViews } from '../../server/src/features/reviews.js';
import { semanticTokensOf } from '../../server/src/features/semanticTokens.js';
import { sourceGraphOf } from '../../server/src/features/sourceGraph.js';
import { sourcesOf } from '../../server/src/features/sources.js';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols.js';
import { type FiledIncidentReview, figureTarget, placedIncidentReviews } from '../../server/src/reviews/incidents.js';
import type { Review } from '../../server/src/reviews/review.js';
import { aboutOf } from '../../server/src/reviews/reviewed.js';
import { defaultSettings, shownFindings } from '../../server/src/settings/settings.js';
import { Workspace } from '../../server/src/workspace/workspace.js';
import { testReaders } from '../readers.js';
import { budget } from './budget.js';
import { edit, edited, story } from './texts.js';

const [one, two] = ['file:///one.txt', 'file:///two.txt'];

/** Something that was said of every finding of a file, each kind in turn. */
const remarksOn = (workspace: Workspace, file: string): Review[] =>
  shownFindings(workspace.findings(file), defaultSettings).flatMap((finding, i) => {
    const about = aboutOf(workspace, file, 'one.txt', finding);
    const kind = (['dismissed', 'checked', 'note'] as const)[i % 3]!;
    const said = { text: 'Asked', creator: 'Mara Voss', created: '2031-04-02T10:20:30Z' };
    return about === null ? [] : [{ id: `${i}`, kind, ...said, ...about }];
  });

/** What people may say of the incidents of the figures of two files, any two of them. */
function incidentReviews(workspace: Workspace, pairs: readonly (readonly [number, number])[]): FiledIncidentReview[] {
  const figures = [one, two].flatMap((file) =>
    (workspace.factsOf(file)?.figures ?? []).map(({ figure }) => ({ file, figure })),
  );
  return pairs.flatMap(([a, b], i): FiledIncidentReview[] => {
    const [figure, other] = [a, b].map((at) => figures[Math.floor(at * figures.length)]);
    const [target, second] = [figure, other].map((of) => of && figureTarget(workspace, of, 'one.txt'));
    if (!target || !second || !figure || !other) return [];
    const said = { id: `${i}`, creator: 'Mara Voss', created: '2031-04-02T10:20:30Z', target };
    const review = (
      [
        { ...said, kind: 'merged', other: second },
        { ...said, kind: 'moved', other: second },
        { ...said, kind: 'moved' },
      ] as const
    )[i % 3]!;
    return [{ folder: 'file:///', review, file: figure.file, otherFile: other.file }];
  });
}

/** Whatever people say, each figure is in one incident, and no incident is without a figure. */
function checkIncidents(workspace: Workspace, reviews: readonly FiledIncidentReview[]): void {
  const figures = ({ rows }: FigureTable) => rows.map(({ place }) => JSON.stringify(place)).sort();
  const table = figureTable(workspace, reviews);
  expect(figures(table)).toEqual(figures(figureTable(workspace)));
  expect([...new Set(table.rows.map(({ incident }) => incident))]).toEqual([...table.incidents.keys()]);
  const views = incidentReviewViews(workspace, placedIncidentReviews(workspace, reviews));
  expect(views.filter(({ isOrphaned }) => isOrphaned)).toEqual([]);
}

/** All that an editor may ask about a file, at a place of it. */
function answersAt(workspace: Workspace, file: string, position: Position): unknown[] {
  const marks = diagnosticsOf(workspace, file, { ...defaultSettings, reading: 'everything' }, (rule) => rule);
  const items = prepareCallHierarchy(workspace, file, position) ?? [];
  const range = marks[0]?.range ?? { start: position, end: position };
  const said = remarksOn(workspace, file);
  return [
    marks,
    items,
    items.map((item) => [incomingCalls(workspace, item), outgoingCalls(workspace, item)]),
    hoverAt(workspace, file, position, defaultSettings, false),
    hoverAt(workspace, file, position, defaultSettings, false, said),
    diagnosticsOf(workspace, file, defaultSettings, (rule) => rule, said),
    reviewActions(workspace, file, { folder: 'file:///', source: 'one.txt' }, range, defaultSettings, said),
    reviewViews(workspace, 'file:///', file, 'one.txt', said),
    documentHighlightsAt(workspace, file, position),
    referencesAt(workspace, file, position, true),
    definitionAt(workspace, file, position),
    documentSymbolsOf(workspace, file),
    codeLensOf(workspace, file, true, defaultSettings),
    codeActionsFor(
      workspace,
      file,
      { textDocument: { uri: file }, range, context: { diagnostics: marks } },
      defaultSettings,
    ),
    foldingRangesOf(workspace, file).map(({ startLine, endLine }) => ({
      start: { line: startLine, character: 0 },
      end: { line: endLine, character: 0 },
    })),
    corroborationOf(workspace, file, null),
  ];
}

/** An arrow leads from one node to another, and is drawn once. */
function checkArrows({ nodes, arrows }: ReturnType<typeof sourceGraphOf>): void {
  for (const { from, to } of arrows)
    expect(from !== to && nodes[from] !== undefined && nodes[to] !== undefined).toBe(true);
  expect(new Set(arrows.map(({ from, to, kind }) => `${from} ${to} ${kind}`)).size).toBe(arrows.length);
}

/** Every position of an answer is one of the document it is about: the editor would draw another to some other words. */
function checkPositions(workspace: Workspace, value: unknown, file: string): void {
  if (typeof value !== 'object' || value === null) return;
  const { uri, from, line, character } = value as { uri?: string; from?: { uri: string } } & Partial<Position>;
  const about = uri ?? from?.uri ?? file; // an incoming call tells where in the article that calls
  if (line !== undefined && character !== undefined) {
    const positions = positionsOf({ text: workspace.textOf(about) as string });
    expect(positions.position(positions.offset({ line, character })), about).toEqual({ line, character });
  }
  for (const part of Object.values(value)) checkPositions(workspace, part, about);
}

/** Coloured pieces come one after another, none empty and none across the end of its line. */
function checkTokens(workspace: Workspace, file: string): void {
  const lines = (workspace.textOf(file) as string).split(/\r\n|\r|\n/);
  const { data } = semanticTokensOf(workspace, file);
  let [line, character, free] = [0, 0, 0];
  for (let k = 0; k < data.length; k += 5) {
    const [down, along, length] = [data[k], data[k + 1], data[k + 2]] as [number, number, number];
    if (down > 0) [line, character, free] = [line + down, along, 0];
    else character += along;
    expect(character).toBeGreaterThanOrEqual(free);
    expect(length).toBeGreaterThan(0);
    free = character + length;
    expect(free).toBeLessThanOrEqual((lines[line] as string).length);
  }
}

describe('every answer about any two texts', () => {
  it('is given, and leads to places that are there', () => {
    const share = fc.double({ min: 0, max: 0.999, noNaN: true });
    const someEdits = fc.array(edit, { maxLength: 3 });
    const someShares = fc.array(share, { maxLength: 4 });
    const somePairs = fc.array(fc.tuple(share, share), { maxLength: 9 });
    fc.assert(
      fc.property(story, someEdits, someShares, somePairs, (text, edits, shares, pairs) => {
        const workspace = new Workspace(testReaders);
        workspace.set(one, text);
        workspace.set(two, edits.reduce(edited, text));
        for (const file of [one, two]) {
          const holder = { text: workspace.textOf(file) as string };
          for (const at of shares) {
            const position = positionsOf(holder).position(Math.floor(at * holder.text.length));
            checkPositions(workspace, answersAt(workspace, file, position), file);
          }
          checkTokens(workspace, file);
        }
        const all = corroborationOfAll(workspace);
        checkPositions(
          workspace,
          [figureTable(workspace), all, sourcesOf(workspace), workspaceSymbols(workspace, 'a')],
          one,
        );
        claimsMarkdown(all.claims);
        checkIncidents(workspace, incidentReviews(workspace, pairs));
        for (const file of [null, one]) checkArrows(sourceGraphOf(workspace, file));
      }),
      budget(40),
    );
  });
});
