import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import {
  type InitializationOptions,
  language,
  type NotificationName,
  type RequestName,
} from '../../protocol/src/index.js';
import { ProgressNotices } from './progress.js';
import { withRulePages } from './rulePages.js';

/** Languages whose documents may be articles; the server decides which of them are, and says why not. */
const languages = ['plaintext', 'markdown', 'news-article'] as const;

export const selector = languages.flatMap((language) => [
  { scheme: 'file', language },
  { scheme: 'untitled', language },
]);

/** A token that is there, because the client takes `undefined` for a second parameter of the request. */
const neverCancelled = new vscode.CancellationTokenSource().token;

/** The language server in a process of its own, and typed ways to talk to it. */
export class Server implements vscode.Disposable {
  private readonly client: LanguageClient;
  private readonly notifications = new Map<string, vscode.EventEmitter<unknown>>();

  constructor(context: vscode.ExtensionContext) {
    const module = context.asAbsolutePath('dist/server.js');
    const initializationOptions: InitializationOptions = {
      commands: true,
      language: language(),
      ...(context.storageUri && { storage: context.storageUri.fsPath }),
    };
    this.client = new LanguageClient(
      'secondSource',
      'Second Source',
      {
        run: { module, transport: TransportKind.ipc },
        debug: {
          module,
          transport: TransportKind.ipc,
          options: { execArgv: ['--inspect=6011', '--enable-source-maps'] },
        },
      },
      {
        documentSelector: selector,
        initializationOptions,
        middleware: {
          handleDiagnostics: (uri, marks, next) => next(uri, withRulePages(marks)),
          handleWorkDoneProgress: new ProgressNotices((token) => this.stopProgress(token)).handle,
        },
      },
    );
  }

  start(): Promise<void> {
    return this.client.start();
  }

  restart(): Promise<void> {
    return this.client.restart();
  }

  ask<Params, Result>(name: RequestName<Params, Result>, params: Params, token = neverCancelled): Promise<Result> {
    return this.client.sendRequest<Result>(name.method, params, token);
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
