import * as vscode from 'vscode';
import { type BaseLanguageClient, ErrorAction, type LanguageClientOptions, Trace } from 'vscode-languageclient';
import { archiveScheme, innerCommands, type NotificationName, type RequestName } from '../../protocol/src/index.js';
import { ProgressNotices } from './progress.js';
import { withRulePages } from './rulePages.js';

/** Languages whose documents may be articles; the server decides which of them are, and says why not. */
const languages = ['plaintext', 'markdown', 'news-article'] as const;

/** Documents that may be articles: on a disk, not saved yet, or where a folder lies that only the editor reaches. */
export const selector: { scheme: string; language: string }[] = [];

/** Returns whether one of the schemes is new. */
function select(added: readonly string[]): boolean {
  const before = selector.length;
  // articles of the archive are read, and never marked
  for (const scheme of added)
    if (scheme !== archiveScheme && selector.every((one) => one.scheme !== scheme))
      selector.push(...languages.map((language) => ({ scheme, language })));
  return selector.length > before;
}

/** The client takes what is new from its next start on. */
export const selectFolders = (folders: readonly vscode.WorkspaceFolder[] = []): boolean =>
  select(folders.map(({ uri }) => uri.scheme));

select(['file', 'untitled']);
selectFolders(vscode.workspace.workspaceFolders);

/** A token that is there, because the client takes `undefined` for a second parameter of the request. */
const neverCancelled = new vscode.CancellationTokenSource().token;

/** Starts a server, as the machine or the browser can. */
export type Connect = (options: LanguageClientOptions) => BaseLanguageClient;

/** The language server in a process or a worker of its own, and typed ways to talk to it. */
export class Server implements vscode.Disposable {
  private readonly client: BaseLanguageClient;
  private readonly notifications = new Map<string, vscode.EventEmitter<unknown>>();

  constructor(connect: Connect) {
    this.client = connect({
      documentSelector: selector,
      // a hover links to what is no file by this one command, which opens articles of the archive and nothing else
      markdown: { isTrusted: { enabledCommands: [innerCommands.openArchived] } },
      middleware: {
        handleDiagnostics: (uri, marks, next) => next(uri, withRulePages(marks)),
        handleWorkDoneProgress: new ProgressNotices((token) => this.stopProgress(token)).handle,
      },
    });
    // a message to a server that has just died cannot be written; the client would give up, and start none any more
    const usual = this.client.createDefaultErrorHandler();
    this.client.clientOptions.errorHandler = {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => usual.closed(),
    };
  }

  start(): Promise<void> {
    return this.client.start();
  }

  async restart(): Promise<void> {
    if (this.client.isRunning()) await this.client.stop();
    await this.client.start();
  }

  ask<Params, Result>(name: RequestName<Params, Result>, params: Params, token = neverCancelled): Promise<Result> {
    return this.client.sendRequest<Result>(name.method, params, token);
  }

  /** Asks what holds a secret: a developer who has all messages written into the log does not get this one. */
  async askUntraced<Params, Result>(name: RequestName<Params, Result>, params: Params): Promise<Result> {
    await this.start(); // which asks what is to be traced
    await this.client.setTrace(Trace.Off);
    try {
      return await this.ask(name, params);
    } finally {
      const chosen = vscode.workspace.getConfiguration('secondSource').get('trace.server', 'off');
      await this.client.setTrace(Trace.fromString(chosen));
    }
  }

  /** May be called before the server runs, and by any number of listeners: the client itself knows one for each name. */
  on<Params>(name: NotificationName<Params>, listener: (params: Params) => void): vscode.Disposable {
    let heard = this.notifications.get(name.method);
    if (heard === undefined) {
      heard = new vscode.EventEmitter();
      this.notifications.set(name.method, heard);
      this.client.onNotification(name.method, (params: unknown) => heard?.fire(params));
    }
    return heard.event((params) => listener(params as Params));
  }

  /** A line in the output channel, for what a person need not see at once. */
  log(message: string): void {
    this.client.outputChannel.appendLine(message);
  }

  showLog(): void {
    this.client.outputChannel.show(true);
  }

  dispose(): void {
    for (const heard of this.notifications.values()) heard.dispose();
    void this.client.dispose();
  }

  private stopProgress(token: string | number): void {
    void this.client.sendNotification('window/workDoneProgress/cancel', { token });
  }
}
