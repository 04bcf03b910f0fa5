import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  SemanticTokensRefreshRequest,
  WatchKind,
  type WorkDoneProgressReporter,
} from 'vscode-languageserver';
import { english, type InitializationOptions, speak } from '../../../protocol/src/index.js';
import { defaultSettings, isRecord } from '../settings/settings.js';
import { projectName } from '../sync/projectFile.js';
import { sidecarName } from '../sync/sidecar.js';

/** The editor at the other end of a connection: what it can do, as it says in `initialize`, and what is asked of it. */
export class Editor {
  private can: InitializeParams['capabilities'] = {};
  /** Whether it is our own client, which knows the extension's commands and messages. */
  isOurs = false;
  /** What it says under `secondSource` of its own accord, where it cannot be asked. */
  private told: unknown;

  constructor(private readonly connection: Connection) {}

  initialize(params: InitializeParams): void {
    this.can = params.capabilities;
    const options = params.initializationOptions as InitializationOptions | undefined;
    this.isOurs = options?.commands === true;
    speak(options?.language ?? english);
  }

  /** Asks it to ask anew for the lines above headlines. */
  async refreshLenses(): Promise<void> {
    if (this.can.workspace?.codeLens?.refreshSupport === true)
      await this.connection.sendRequest(CodeLensRefreshRequest.type);
  }

  /** Asks it to ask anew for the lines above headlines and for colours. */
  async refresh(): Promise<void> {
    await this.refreshLenses();
    if (this.can.workspace?.semanticTokens?.refreshSupport === true)
      await this.connection.sendRequest(SemanticTokensRefreshRequest.type);
  }

  get tellsFolders(): boolean {
    return this.can.workspace?.workspaceFolders === true;
  }

  /** Whether it tells of files that other programs change. */
  get watchesFiles(): boolean {
    return this.can.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  /** It says that settings have changed; only some say which there are. */
  tellsSettings(all: unknown): void {
    if (isRecord(all)) this.told = all.secondSource;
  }

  /** What it says under `secondSource` for a folder, or for none. */
  settings = async (scopeUri: string | undefined): Promise<unknown> => {
    if (!this.can.workspace?.configuration) return this.told;
    return this.connection.workspace.getConfiguration({ section: 'secondSource', ...(scopeUri && { scopeUri }) });
  };

  /** Asks to be told of settings and files that change. */
  async register(): Promise<void> {
    const { client } = this.connection;
    if (this.can.workspace?.didChangeConfiguration?.dynamicRegistration)
      await client.register(DidChangeConfigurationNotification.type, { section: 'secondSource' });
    if (this.watchesFiles)
      await client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          ...defaultSettings.include.map((globPattern) => ({
            globPattern,
            kind: WatchKind.Create | WatchKind.Change | WatchKind.Delete,
          })),
          {
            globPattern: `**/${sidecarName}/**`,
            kind: WatchKind.Create | WatchKind.Change | WatchKind.Delete,
          },
          {
            globPattern: `**/${projectName}`,
            kind: WatchKind.Create | WatchKind.Change | WatchKind.Delete,
          },
          // deleted and new folders come as one event under their own name, whatever is in them
          { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
        ],
      });
  }

  /** Shows that work is under way and lets a person stop it; `null` where it cannot. */
  async showProgress(words: string, stop: () => void): Promise<(WorkDoneProgressReporter & { done(): void }) | null> {
    if (!this.can.window?.workDoneProgress) return null;
    const progress = await this.connection.window.createWorkDoneProgress();
    progress.begin('Second Source', 0, words, true);
    progress.token.onCancellationRequested(stop);
    return progress;
  }
}
