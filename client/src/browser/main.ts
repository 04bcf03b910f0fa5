import type * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type InitializationOptions, language } from '../../../protocol/src/index.js';
import { run } from '../extension.js';
import { answerFiles } from '../files.js';
import { Workers } from './workers.js';

/** Where VS Code runs in a browser, the server and the judge are web workers. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const workers = new Workers(context.extensionUri);
  context.subscriptions.push(workers);
  await run(context, (options) => {
    const initializationOptions: InitializationOptions = {
      commands: true,
      language: language(),
      ...(context.storageUri && { storage: context.storageUri.toString() }),
    };
    const client = new LanguageClient('secondSource', 'Second Source', () => workers.start(), {
      ...options,
      initializationOptions,
    });
    answerFiles(client);
    return client;
  });
}
