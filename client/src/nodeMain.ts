import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type InitializationOptions, language } from '../../protocol/src/index.js';
import { run } from './extension.js';
import { answerFiles } from './files.js';

/** Where VS Code runs on a machine, the server is a process of its own; folders may still lie where only the editor reaches. */
export const activate = (context: vscode.ExtensionContext): Promise<void> =>
  run(context, (options) => {
    const module = context.asAbsolutePath('dist/server.js');
    const initializationOptions: InitializationOptions = {
      commands: true,
      language: language(),
      ...(context.storageUri && { storage: context.storageUri.fsPath }),
    };
    const client = new LanguageClient(
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
      { ...options, initializationOptions },
    );
    answerFiles(client);
    return client;
  });
