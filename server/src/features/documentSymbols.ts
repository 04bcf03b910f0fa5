import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { label, said, say } from '../../../protocol/src/index.js';
import type { Attribution } from '../core/attribution/attribution.js';
import { levelWords } from '../core/attribution/levelWords.js';
import type { Reading } from '../core/reading.js';
import type { Span } from '../core/span.js';
import type { Workspace } from '../workspace/workspace.js';
import { nameKey } from './attributions.js';
import { positionsOf } from './positions.js';
import { clip, textOf } from './wording.js';

/**
 * Who says what, by source, in order of first mention. A source's range is the sentence that names it first, not the
 * stretch of all it says: those stretches would overlap, and the editor would keep one stuck to its top.
 */
export function documentSymbolsOf(workspace: Workspace, file: string): DocumentSymbol[] {
  const reading = workspace.readingOf(file);
  if (reading === undefined) return [];
  const bySource = new Map<string, Attribution[]>();
  for (const attribution of reading.attributions) {
    const key = attribution.name === '' ? 'hearsay' : nameKey(attribution.name);
    const said = bySource.get(key);
    if (said) said.push(attribution);
    else bySource.set(key, [attribution]);
  }
  return [...bySource.values()].flatMap((attributions) => sourceSymbol(reading, attributions));
}

function sourceSymbol(reading: Reading, attributions: readonly Attribution[]): DocumentSymbol[] {
  const { article } = reading;
  const positions = positionsOf(article);
  const named = attributions.find(({ pronoun, source }) => !pronoun && source) ?? attributions[0];
  const at = named?.source ?? named?.cue;
  if (named === undefined || !at) return [];
  const sentence = around(article.sentences[named.sentence] ?? at, at);
  return [
    {
      name: label`${named.level === 'hearsay' ? say`Hearsay` : clip(textOf(article, at), 80)}`,
      detail: said(levelWords[named.level]),
      kind: named.level === 'named-person' ? SymbolKind.Class : SymbolKind.Interface,
      range: positions.range(sentence),
      selectionRange: positions.range(at),
      children: attributions.flatMap((attribution) => statementSymbol(reading, attribution)),
    },
  ];
}

function statementSymbol({ article }: Reading, { content, cue, source }: Attribution): DocumentSymbol[] {
  const positions = positionsOf(article);
  const [first] = content;
  const said = first ?? cue ?? source;
  if (!said) return [];
  const words = clip(content.map((piece) => textOf(article, piece)).join(' … '), 120);
  return [
    {
      name: label`${words === '' ? textOf(article, said) : words}`,
      detail: label`${cue ? textOf(article, cue) : ''}`,
      kind: SymbolKind.String,
      range: positions.range(said),
      selectionRange: positions.range(said),
    },
  ];
}

const around = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });
