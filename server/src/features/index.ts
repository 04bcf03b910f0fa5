import type { CancellationToken, Connection, ServerCapabilities } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import * as protocol from '../../../protocol/src/index.js';
import { onRequest } from '../answer.js';
import type { Settings } from '../settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { corroborationOf } from './corroboration.js';
import { figureTable } from './figures.js';
import { hoverAt } from './hover.js';
import { positionsOf } from './positions.js';
import { legend, semanticTokensOf } from './semanticTokens.js';
import { readingOf } from './wording.js';

/** What the features need of the server. */
export interface FeatureContext {
  /** Wraps a pure answer: brings the newest edits in, answers a cancelled request with the LSP error. */
  answer<Params, Result>(
    compute: (params: Params) => Result,
  ): (params: Params, token: CancellationToken) => Promise<Result>;
  workspace(): Workspace;
  settings(file: string): Settings;
  /** Whether the editor knows the extension's commands. */
  commands(): boolean;
}

/** What the server tells the editor it can do; the handlers below stand in the same order. */
export const capabilities: ServerCapabilities = {
  hoverProvider: true,
  semanticTokensProvider: { legend, full: true },
};

const keyOf = (uri: string): string => URI.parse(uri).toString();

/** Joins every feature to its LSP request. */
export function registerFeatures(connection: Connection, { answer, workspace, settings }: FeatureContext): void {
  connection.onHover(
    answer(({ textDocument, position }) => {
      const file = keyOf(textDocument.uri);
      return hoverAt(workspace(), file, position, settings(file));
    }),
  );
  connection.languages.semanticTokens.on(
    answer(({ textDocument }) => semanticTokensOf(workspace(), keyOf(textDocument.uri))),
  );
  onRequest(
    connection,
    protocol.corroboration,
    answer(({ uri, position }) => {
      const file = keyOf(uri);
      const article = readingOf(workspace(), file)?.article;
      const offset = position && article ? positionsOf(article).offset(position) : null;
      return corroborationOf(workspace(), file, offset);
    }),
  );
  onRequest(
    connection,
    protocol.figureTable,
    answer(() => figureTable(workspace())),
  );
}
