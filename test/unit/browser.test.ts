import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** The bundle of the server for a web worker, as text. A module of Node in it ends in an error that names who asks. */
async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['server/src/browserMain.ts'],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
    logLevel: 'silent',
  });
  return (outputFiles[0] as { text: string }).text;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: { readonly serverInfo: { readonly name: string } };
  readonly params?: { readonly diagnostics: readonly { readonly code: string }[] };
}

const uri = 'untitled:ferry.txt';
const text = `The mayor opened the pier on Monday. The ferry will run every hour from the northern pier to the island and back, and the market opens on Friday with music in the square.

The contract for the new harbour cranes was never signed, a source said. The harvest festival begins in the evening, and the school choir of the lower town will sing.`;

it('the server reads an open article in a web worker, where there is no Node', async () => {
  const code = await bundled();
  const { port1, port2 } = new MessageChannel();
  const worker = Object.assign(port1, { location: { href: 'https://editor.example/dist/server.js' } });
  const nothingOfNode = ['process', 'Buffer', 'require', 'module', 'setImmediate', '__dirname'];
  new Function('self', ...nothingOfNode, code)(worker);
  const heard = (fits: (message: Message) => boolean) =>
    new Promise<Message>((resolve) => {
      port2.addEventListener('message', ({ data }: MessageEvent<Message>) => fits(data) && resolve(data));
      port2.start();
    });
  const tell = (message: object): void => port2.postMessage({ jsonrpc: '2.0', ...message });
  try {
    const initialized = heard(({ id }) => id === 1);
    tell({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    expect((await initialized).result?.serverInfo.name).toBe('Second Source');
    const marked = heard(({ method }) => method === 'textDocument/publishDiagnostics');
    tell({ method: 'initialized', params: {} });
    const textDocument = { uri, languageId: 'plaintext', version: 1, text };
    tell({ method: 'textDocument/didOpen', params: { textDocument } });
    expect((await marked).params?.diagnostics.map(({ code }) => code)).toContain('anonymous-source');
  } finally {
    port2.close();
  }
});
