/**
 * What the client, the server and the panel say to each other besides the Language Server Protocol: types and method
 * names, nothing else. Positions and ranges are those of LSP (lines and UTF-16 characters, half-open).
 */
export * from './corroboration.js';
export * from './escaped.js';
export * from './figures.js';
export * from './find.js';
export * from './panel.js';
export * from './status.js';

/** A request's name, typed by what goes in and what comes out. The type parameters live in the type alone. */
export interface RequestName<Params, Result> {
  readonly method: string;
  readonly types?: (params: Params) => Result;
}

/** A notification's name, typed by what it carries. */
export interface NotificationName<Params> {
  readonly method: string;
  readonly types?: (params: Params) => void;
}

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

/** The commands of the extension, as the manifest lists them; a test compares the two. */
export const commands = {
  showCorroboration: 'secondSource.showCorroboration',
  checkAll: 'secondSource.checkAll',
  findClaim: 'secondSource.findClaim',
  compareFigures: 'secondSource.compareFigures',
  rebuildIndex: 'secondSource.rebuildIndex',
  restartServer: 'secondSource.restartServer',
} as const;

/** Commands that only marks and quick fixes run; they have no entry in the palette. */
export const innerCommands = {
  copyDraft: 'secondSource.copyDraft',
} as const;

/** What the client tells the server when it starts it. Other editors send nothing. */
export interface InitializationOptions {
  /** Whether the editor knows the commands above, so that a code lens may be clicked. */
  readonly commands: boolean;
  /** A folder of the editor's own where the index outlives it; absent: it is built at every start. */
  readonly storage?: string;
}
