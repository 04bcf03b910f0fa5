/** Those of LSP: lines and UTF-16 characters from 0, half-open. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of a file. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}
