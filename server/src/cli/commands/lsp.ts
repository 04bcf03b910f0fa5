import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { tell } from '../terminal.js';

export const lspCommand = new Command('lsp')
  .description('start the language server for an editor, over standard input and output')
  .option('--stdio', 'what editors pass; there is no other way')
  .addHelpText('after', '\nHow to set an editor up: docs/editors/README.md')
  .action(run);

/** Starts the server that lies beside this program; it ends with the editor. */
async function run({ stdio }: { readonly stdio?: true }): Promise<void> {
  if (!stdio) process.argv.push('--stdio'); // the server looks there for how it is spoken to
  if (process.stdin.isTTY)
    tell('This is for editors, which speak to it; nothing more is printed here. Ctrl+C ends it.');
  await import(pathToFileURL(join(__dirname, 'server.js')).href);
}
