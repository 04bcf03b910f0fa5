import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from 'vscode-languageserver';
import { isNamed } from '../core/attribution/attribution.js';
import type { Reading } from '../core/reading.js';
import type { Span } from '../core/span.js';
import type { Workspace } from '../workspace/workspace.js';
import { positionsOf } from './positions.js';

/** The manifest declares the same types and modifiers; a test compares. Later types win where spans overlap. */
export const tokenTypes = ['quotation', 'source', 'cue', 'figure'] as const;
export const tokenModifiers = ['unnamed'] as const;

export const legend: SemanticTokensLegend = { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] };

type TokenType = (typeof tokenTypes)[number];

/** Quotations, sources, cues and figures, as pieces that neither overlap nor cross a line. */
export function semanticTokensOf(workspace: Workspace, file: string): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  const reading = workspace.readingOf(file);
  if (reading === undefined) return builder.build();
  const { text } = reading.article;
  const positions = positionsOf(reading.article);
  const colours = paint(reading);
  for (let start = 0; start < text.length; ) {
    const colour = colours[start] as number;
    let end = start + 1;
    while (end < text.length && colours[end] === colour) end++;
    if (colour !== 0) {
      const { line, character } = positions.position(start);
      builder.push(line, character, end - start, (colour - 1) >> 1, (colour - 1) & 1);
    }
    start = end;
  }
  return builder.build();
}

/** For each UTF-16 unit 0, or 1 + 2 × type + modifier. Line breaks stay 0, so no piece crosses them. */
function paint({ article, attributions, figures }: Reading): Uint8Array {
  const colours = new Uint8Array(article.text.length);
  const over = (span: Span | null, type: TokenType, unnamed = false): void => {
    if (span) colours.fill(1 + 2 * tokenTypes.indexOf(type) + Number(unnamed), span.start, span.end);
  };
  for (const quotation of article.quotations) over(quotation, 'quotation');
  for (const { source, level } of attributions) over(source, 'source', !isNamed(level));
  for (const { cue, level } of attributions) over(cue, 'cue', level === 'hearsay');
  for (const figure of figures) over(figure, 'figure');
  for (const lineBreak of article.text.matchAll(/[\r\n]+/g))
    colours.fill(0, lineBreak.index, lineBreak.index + lineBreak[0].length);
  return colours;
}
