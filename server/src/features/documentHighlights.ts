import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import type { Position } from '../../../protocol/src/index.js';
import type { Workspace } from '../workspace/workspace.js';
import { allOfSource, attributionAt } from './attributions.js';
import { positionsOf } from './positions.js';

/** On a source: wherever it is named, and all that it says. `null` elsewhere, so that the editor's own way applies. */
export function documentHighlightsAt(
  workspace: Workspace,
  file: string,
  position: Position,
): DocumentHighlight[] | null {
  const reading = workspace.readingOf(file);
  if (reading === undefined) return null;
  const positions = positionsOf(reading.article);
  const attribution = attributionAt(reading, positions.offset(position));
  if (attribution === undefined) return null;
  return allOfSource(reading, attribution).flatMap(({ source, content }) => [
    ...(source ? [{ range: positions.range(source), kind: DocumentHighlightKind.Write }] : []),
    ...content.map((piece) => ({ range: positions.range(piece), kind: DocumentHighlightKind.Read })),
  ]);
}
