import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import { label } from '../../../protocol/src/index.js';
import type { Claim, Place, Workspace } from '../workspace/workspace.js';
import { byDate, toEditorPlace } from './claims.js';
import { clip, countOf, textOf, verdictWords } from './wording.js';

/** Nobody scrolls through more; typing another word gives others. Chosen. */
const mostSymbols = 200;

/** Claims of several files that a mention makes with all words of the query; the earliest such mention is shown. */
export function workspaceSymbols(workspace: Workspace, query: string): SymbolInformation[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: SymbolInformation[] = [];
  for (const claim of workspace.claims()) {
    const symbol = byDate(workspace, claim.mentions)
      .map((place) => symbolOf(workspace, claim, place))
      .find((one) => one !== null && words.every((word) => one.name.toLowerCase().includes(word)));
    if (symbol) found.push({ ...symbol, name: label`${clip(symbol.name, 160)}` });
    if (found.length === mostSymbols) break;
  }
  return found;
}

function symbolOf(workspace: Workspace, claim: Claim, place: Place): SymbolInformation | null {
  const facts = workspace.factsOf(place.file);
  const location = toEditorPlace(workspace, place);
  if (!facts || !location) return null;
  return {
    name: textOf(facts, place),
    kind: SymbolKind.String,
    location,
    containerName: label`${verdictWords(claim)} · ${countOf(claim)}`,
  };
}
