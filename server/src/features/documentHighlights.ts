import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver';
import type { Position } from '../../../protocol/src/index.js';
import { type Archive, readingOf } from './archive.js';
import { allOfSource, attributionAt } from './attributions.js';
import { positionsOf } from './positions.js';

/** On a source: wherever it is named, and all that it says. `null` elsewhere, so that the editor's own way applies. */
export function documentHighlightsAt(archive: Archive, file: string, position: Position): DocumentHighlight[] | null {
  const reading = readingOf(archive, file);
  if (reading === undefined) return null;
  const positions = positionsOf(reading.article);
  const attribution = attributionAt(reading, positions.offset(position));
  if (attribution === undefined) return null;
  return allOfSource(reading, attribution).flatMap(({ source, content }) => [
    ...(source ? [{ range: positions.range(source), kind: DocumentHighlightKind.Write }] : []),
    ...content.map((piece) => ({ range: positions.range(piece), kind: DocumentHighlightKind.Read })),
  ]);
}
