import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  type Location,
  type ServerCapabilities,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import * as protocol from '../../../protocol/src/index.js';
import { onRequest } from '../answer.js';
import type { Settings } from '../settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from './callHierarchy.js';
import { codeActionsFor } from './codeActions.js';
import { codeLensOf } from './codeLens.js';
import { corroborationOf } from './corroboration.js';
import { documentHighlightsAt } from './documentHighlights.js';
import { documentSymbolsOf } from './documentSymbols.js';
import { type Cards, figureTable } from './figures.js';
import { hoverAt } from './hover.js';
import { positionsOf } from './positions.js';
import { definitionAt, referencesAt } from './references.js';
import { legend, semanticTokensOf } from './semanticTokens.js';
import { readingOf } from './wording.js';
import { workspaceSymbols } from './workspaceSymbols.js';

/** What the features need of the server. */
export interface FeatureContext {
  /** Wraps a pure answer: brings the newest edits in, answers a cancelled request with the LSP error. */
  answer<Params, Result>(
    compute: (params: Params) => Result,
  ): (params: Params, token: CancellationToken) => Promise<Result>;
  workspace(): Workspace;
  cards(): Cards;
  settings(file: string): Settings;
  /** Whether the editor knows the extension's commands. */
  commands(): boolean;
}

/** What the server tells the editor it can do; the handlers below stand in the same order. */
export const capabilities: ServerCapabilities = {
  hoverProvider: true,
  semanticTokensProvider: { legend, full: true },
  documentSymbolProvider: true,
  documentHighlightProvider: true,
  referencesProvider: true,
  definitionProvider: true,
  callHierarchyProvider: true,
  codeLensProvider: {},
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  workspaceSymbolProvider: true,
};

const keyOf = (uri: string): string => URI.parse(uri).toString();

/** Joins every feature to its LSP request. */
export function registerFeatures(connection: Connection, context: FeatureContext): void {
  const { answer, workspace, cards, settings, commands } = context;
  /** For requests about a file and, mostly, a position in it. */
  const inFile = <Params extends { textDocument: { uri: string } }, Result>(
    compute: (file: string, params: Params) => Result,
  ): ((params: Params, token: CancellationToken) => Promise<Result>) =>
    answer((params: Params) => compute(keyOf(params.textDocument.uri), params));
  type At = TextDocumentPositionParams;

  connection.onHover(
    inFile((file, { position }: At) => hoverAt(workspace(), cards(), file, position, settings(file), commands())),
  );
  connection.languages.semanticTokens.on(inFile((file) => semanticTokensOf(workspace(), file)));
  connection.onDocumentSymbol(inFile((file) => documentSymbolsOf(workspace(), file)));
  connection.onDocumentHighlight(inFile((file, { position }: At) => documentHighlightsAt(workspace(), file, position)));
  connection.onReferences(
    inFile((file, { position, context: { includeDeclaration } }): Location[] =>
      referencesAt(workspace(), cards(), file, position, includeDeclaration),
    ),
  );
  connection.onDefinition(inFile((file, { position }: At) => definitionAt(workspace(), file, position)));
  connection.languages.callHierarchy.onPrepare(
    inFile((file, { position }: At) => prepareCallHierarchy(workspace(), cards(), file, position)),
  );
  connection.languages.callHierarchy.onIncomingCalls(answer(({ item }) => incomingCalls(cards(), item)));
  connection.languages.callHierarchy.onOutgoingCalls(answer(({ item }) => outgoingCalls(cards(), item)));
  connection.onCodeLens(inFile((file) => (settings(file).codeLens ? codeLensOf(workspace(), file, commands()) : [])));
  connection.onCodeAction(
    inFile((file, params) => (commands() ? codeActionsFor(workspace(), cards(), file, params) : [])),
  );
  connection.onWorkspaceSymbol(answer(({ query }) => workspaceSymbols(workspace(), query)));
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
    answer(() => figureTable(workspace(), cards())),
  );
}
