import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range } from '../../../protocol/src/index.js';
import type { Span } from '../core/span.js';

/** Offsets of a text as LSP positions (UTF-16 on both sides) and back. The only place that converts. */
export class Positions {
  private readonly document: TextDocument;

  constructor(text: string) {
    this.document = TextDocument.create('', '', 0, text);
  }

  position(offset: number): Position {
    return this.document.positionAt(offset);
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  /** Positions outside the text are drawn to its nearest offset. */
  offset(position: Position): number {
    return this.document.offsetAt(position);
  }

  span(range: Range): Span {
    return { start: this.offset(range.start), end: this.offset(range.end) };
  }
}

const known = new WeakMap<object, Positions>();

/** The positions of an article's text, made once for whoever holds it. */
export function positionsOf(holder: { readonly text: string }): Positions {
  let positions = known.get(holder);
  if (positions === undefined) {
    positions = new Positions(holder.text);
    known.set(holder, positions);
  }
  return positions;
}
