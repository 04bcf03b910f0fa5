import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { label } from '../../../protocol/src/index.js';
import type { Claim, Place } from '../workspace/workspace.js';
import type { Archive } from './archive.js';
import { byDate, toEditorPlace } from './claims.js';
import { clip, countOf, textOf, verdictWords } from './wording.js';

const mostSymbols = 200;

/** Claims of several files that a mention makes with all words of the query; the earliest such mention is shown. */
export function workspaceSymbols(archive: Archive, query: string): SymbolInformation[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: SymbolInformation[] = [];
  for (const claim of archive.workspace.claims()) {
    const symbol = byDate(archive, claim.mentions)
      .map((place) => symbolOf(archive, claim, place))
      .find((one) => one !== null && words.every((word) => one.name.toLowerCase().includes(word)));
    if (symbol) found.push({ ...symbol, name: label`${clip(symbol.name, 160)}` });
    if (found.length === mostSymbols) break;
  }
  return found;
}

function symbolOf(archive: Archive, claim: Claim, place: Place): SymbolInformation | null {
  const card = archive.cards.get(place.file);
  const location = toEditorPlace(archive, place);
  if (!card || !location) return null;
  return {
    name: textOf(card, place),
    kind: SymbolKind.String,
    location,
    containerName: label`${verdictWords[claim.verdict]} · ${countOf(claim)}`,
  };
}
