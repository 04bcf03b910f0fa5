import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { onceMarked, open, rangeOf } from './articles.js';

describe('Answers of the server', () => {
  let document: vscode.TextDocument;
  const ask = <T>(provider: string, ...more: unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(provider, document.uri, ...more);

  before(async () => {
    document = await open('pellworth-observer.md');
    await onceMarked(() => vscode.languages.getDiagnostics(document.uri).length > 0 || undefined);
  });

  it('a hover explains the mark', async () => {
    const position = rangeOf(document, 'senior official').start;
    const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', position);
    const text = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(text.join('\n'), /A senior official/);
  });

  it('references of a claim lie in other files', async () => {
    const position = rangeOf(document, 'struck the ferry terminal').start;
    const places = await ask<vscode.Location[]>('vscode.executeReferenceProvider', position);
    const files = places.map(({ uri }) => uri.path.split('/').at(-1));
    assert.ok(files.includes('tressel-evening-mail.txt'), files.join());
  });

  it('the outline says who says what', async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider');
    assert.ok(
      symbols.some(({ name }) => /Sandvoll/.test(name)),
      symbols.map(({ name }) => name).join(),
    );
  });

  it('quotations, sources, cues and figures are coloured', async () => {
    const legend = await ask<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend');
    const tokens = await ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens');
    assert.ok(legend.tokenTypes.length > 0);
    assert.ok(tokens.data.length > 0);
  });
});
