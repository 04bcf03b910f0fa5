import {
  type CancellationToken,
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  type CodeLens,
  type CodeLensParams,
  type Connection,
  type Hover,
  type Location,
  type Range,
  type SemanticTokens,
  type SemanticTokensParams,
  type ServerCapabilities,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import * as protocol from '../../../protocol/src/index.js';
import type { Corrections } from '../core/article/corrections.js';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../features/callHierarchy.js';
import { claimsMarkdown } from '../features/claimsMarkdown.js';
import { codeActionsFor } from '../features/codeActions.js';
import { codeLensOf } from '../features/codeLens.js';
import { corroborationOf, corroborationOfAll } from '../features/corroboration.js';
import { documentHighlightsAt } from '../features/documentHighlights.js';
import { documentSymbolsOf } from '../features/documentSymbols.js';
import { figureTable } from '../features/figures.js';
import { fileStatusOf } from '../features/fileStatus.js';
import { foundClaims } from '../features/findClaim.js';
import { foldingRangesOf } from '../features/furniture.js';
import { hoverAt } from '../features/hover.js';
import { sentencesOf } from '../features/passages.js';
import { positionsOf } from '../features/positions.js';
import { projectActions } from '../features/projectActions.js';
import { definitionAt, referencesAt } from '../features/references.js';
import { reviewActions } from '../features/reviewActions.js';
import { legend, semanticTokensOf } from '../features/semanticTokens.js';
import { sourceGraphOf } from '../features/sourceGraph.js';
import { sourcesOf } from '../features/sources.js';
import { workspaceSymbols } from '../features/workspaceSymbols.js';
import type { FiledIncidentReview } from '../reviews/incidents.js';
import type { Remark } from '../reviews/review.js';
import type { Settings } from '../settings/settings.js';
import type { Home } from '../sync/sidecars.js';
import { keyOf } from '../sync/uris.js';
import type { Candidates } from '../workspace/candidates.js';
import type { FoundEverywhere } from '../workspace/find.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Editor } from './editor.js';
import { onRequest, type Requests } from './requests.js';

/** What the features need of the server. */
export interface FeatureContext {
  readonly answer: Requests['answer'];
  /** The workspace as it is now: a rebuild replaces it. */
  workspace(): Workspace;
  settings(file: string): Settings;
  /** Why a file was not even read, if it was not. */
  whyUnread(file: string): string | undefined;
  /** What people said of a file, and where that is kept; `null` outside of all folders. */
  remarks(file: string): readonly Remark[];
  homeOf(file: string): Home | null;
  /** What people said of incidents. */
  incidentReviews(): readonly FiledIncidentReview[];
  /** Somebody looks at the claims of a file: an archive may know more that belongs to them. */
  widen(file: string): void;
  /** What the project file of its folder knows of an article. */
  corrections(file: string): Corrections | undefined;
  /** Where a claim is asserted, in the archive, too, if it is to be asked; after the judge has read what it can. */
  find(text: string, archive: boolean): Promise<FoundEverywhere & Pick<Candidates, 'state'>>;
  /** Whether the editor knows the extension's commands. */
  commands(): boolean;
  /** The quick fixes that the server can carry out for an editor that does not. */
  carriedOut(actions: readonly CodeAction[]): CodeAction[];
}

/** What the server tells an editor it can do; the handlers below stand in the same order. */
export const capabilitiesFor = (editor: Editor, commands: string[]): ServerCapabilities => ({
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: !editor.watchesFiles },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { didRename: { filters: [{ pattern: { glob: '**/*' } }] } },
  },
  ...(!editor.isOurs && { executeCommandProvider: { commands } }),
  hoverProvider: true,
  semanticTokensProvider: { legend, full: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  documentHighlightProvider: true,
  referencesProvider: true,
  definitionProvider: true,
  callHierarchyProvider: true,
  codeLensProvider: {},
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  workspaceSymbolProvider: true,
});

/** Some editors ask for other kinds alone, when a file is saved, and would carry out whatever they are given. */
const wantsQuickFixes = ({ only }: CodeActionContext): boolean =>
  only === undefined || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);

/** Joins every feature to its LSP request. */
export function registerFeatures(connection: Connection, context: FeatureContext): void {
  const { answer, workspace, settings, remarks, homeOf, find, commands } = context;
  /** For requests about a file and, mostly, a position in it. */
  const inFile = <Params extends { textDocument: { uri: string } }, Result>(
    compute: (file: string, params: Params) => Result,
  ): ((params: Params, token: CancellationToken) => Promise<Result>) =>
    answer((params: Params) => compute(keyOf(params.textDocument.uri), params));
  /** What is asked for only while a file's articles are to look different from plain text. */
  const whereShown = <Params extends { textDocument: { uri: string } }, Result>(
    nothing: Result,
    compute: (file: string, params: Params) => Result,
  ): ((params: Params, token: CancellationToken) => Promise<Result>) =>
    inFile((file, params: Params) => (settings(file).enabled ? compute(file, params) : nothing));
  type At = TextDocumentPositionParams;
  const reviewing = (file: string, range: Range): CodeAction[] => {
    const home = homeOf(file);
    return home === null ? [] : reviewActions(workspace(), file, home, range, settings(file), remarks(file));
  };

  const correcting = (file: string, range: Range): CodeAction[] =>
    homeOf(file) === null
      ? []
      : projectActions(workspace(), file, range, settings(file), remarks(file), context.corrections(file));

  connection.onHover(
    whereShown<At, Hover | null>(null, (file, { position }) =>
      hoverAt(workspace(), file, position, settings(file), commands(), remarks(file)),
    ),
  );
  connection.languages.semanticTokens.on(
    whereShown<SemanticTokensParams, SemanticTokens>({ data: [] }, (file) => semanticTokensOf(workspace(), file)),
  );
  connection.onDocumentSymbol(inFile((file) => documentSymbolsOf(workspace(), file)));
  connection.onFoldingRanges(inFile((file) => foldingRangesOf(workspace(), file)));
  connection.onDocumentHighlight(inFile((file, { position }: At) => documentHighlightsAt(workspace(), file, position)));
  connection.onReferences(
    inFile((file, { position, context: { includeDeclaration } }): Location[] =>
      referencesAt(workspace(), file, position, includeDeclaration),
    ),
  );
  connection.onDefinition(inFile((file, { position }: At) => definitionAt(workspace(), file, position)));
  connection.languages.callHierarchy.onPrepare(
    inFile((file, { position }: At) => prepareCallHierarchy(workspace(), file, position)),
  );
  connection.languages.callHierarchy.onIncomingCalls(answer(({ item }) => incomingCalls(workspace(), item)));
  connection.languages.callHierarchy.onOutgoingCalls(answer(({ item }) => outgoingCalls(workspace(), item)));
  connection.onCodeLens(
    whereShown<CodeLensParams, CodeLens[]>([], (file) =>
      settings(file).codeLens ? codeLensOf(workspace(), file, commands(), settings(file), remarks(file)) : [],
    ),
  );
  connection.onCodeAction(
    whereShown<CodeActionParams, CodeAction[]>([], (file, params) => {
      if (!wantsQuickFixes(params.context)) return [];
      const all = [
        ...codeActionsFor(workspace(), file, params, settings(file), remarks(file)),
        ...reviewing(file, params.range),
        ...correcting(file, params.range),
      ];
      return commands() ? all : context.carriedOut(all);
    }),
  );
  connection.onWorkspaceSymbol(answer(({ query }) => workspaceSymbols(workspace(), query)));
  onRequest(
    connection,
    protocol.fileStatus,
    answer(({ uri }) => {
      const file = keyOf(uri);
      return fileStatusOf(workspace(), file, context.whyUnread(file), settings(file), remarks(file));
    }),
  );
  onRequest(
    connection,
    protocol.corroboration,
    answer(({ uri, position }) => {
      if (uri === null) return corroborationOfAll(workspace());
      const file = keyOf(uri);
      context.widen(file);
      const article = workspace().readingOf(file)?.article;
      const offset = position && article ? positionsOf(article).offset(position) : null;
      return corroborationOf(workspace(), file, offset);
    }),
  );
  onRequest(
    connection,
    protocol.claimsAsMarkdown,
    answer(({ uri, ids }) => {
      const found = uri === null ? corroborationOfAll(workspace()) : corroborationOf(workspace(), keyOf(uri), null);
      return found === null ? '' : claimsMarkdown(found.claims.filter(({ id }) => ids.includes(id)));
    }),
  );
  onRequest(
    connection,
    protocol.sourceGraph,
    answer(({ uri }) => sourceGraphOf(workspace(), uri === null ? null : keyOf(uri))),
  );
  onRequest(
    connection,
    protocol.sources,
    answer(() => sourcesOf(workspace())),
  );
  onRequest(
    connection,
    protocol.sentences,
    answer(({ uri }) => sentencesOf(workspace(), keyOf(uri))),
  );
  onRequest(
    connection,
    protocol.findClaim,
    answer(async ({ text, archive }) => {
      const found = await find(text, archive);
      return foundClaims(workspace(), found, found.state);
    }),
  );
  onRequest(
    connection,
    protocol.figureTable,
    answer(() => figureTable(workspace(), context.incidentReviews())),
  );
}
