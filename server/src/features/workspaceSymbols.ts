import { type SymbolInformation, SymbolKind } from 'vscode-languageserver';
import type { Workspace } from '../workspace/workspace.js';
import { byDate, sentenceOf, toEditorPlace } from './claims.js';
import { clip, countOf, readingOf, textOf, verdictWords } from './wording.js';

const mostSymbols = 200;

/** Claims of several files whose earliest mention holds all words of the query. */
export function workspaceSymbols(workspace: Workspace, query: string): SymbolInformation[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: SymbolInformation[] = [];
  for (const claim of workspace.claims()) {
    const [first] = byDate(workspace, claim.mentions);
    const article = first && readingOf(workspace, first.file)?.article;
    const location = first && toEditorPlace(workspace, first);
    if (!first || !article || !location) continue;
    const text = textOf(article, sentenceOf(article, first) ?? first);
    const lower = text.toLowerCase();
    if (!words.every((word) => lower.includes(word))) continue;
    const containerName = `${verdictWords[claim.verdict]} · ${countOf(claim)}`;
    found.push({ name: clip(text, 160), kind: SymbolKind.String, location, containerName });
    if (found.length === mostSymbols) break;
  }
  return found;
}
