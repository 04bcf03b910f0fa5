import * as vscode from 'vscode';
import { type Label, language } from '../../protocol/src/index.js';

/** What a webview of ours may load: its own script and style, nothing else. */
export const webviewOptions = (extension: vscode.Uri): vscode.WebviewOptions => ({
  enableScripts: true,
  localResourceRoots: [vscode.Uri.joinPath(extension, 'dist'), vscode.Uri.joinPath(extension, 'media')],
});

/** An empty page with one script, which draws everything. Only a script that carries the nonce runs. */
export function pageOf(webview: vscode.Webview, extension: vscode.Uri, script: string, title: Label): string {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const address = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
  return `<!DOCTYPE html>
<html lang="${language().code}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}';">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('media', 'panel.css')}">
<title>${title}</title>
</head>
<body>
<main id="content" data-language="${attribute(JSON.stringify(language()))}"></main>
<script nonce="${nonce}" src="${address('dist', script)}"></script>
</body>
</html>`;
}

/** Text as the value of an attribute. */
const attribute = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
