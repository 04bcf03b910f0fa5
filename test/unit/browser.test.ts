import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { afterEach, expect, it } from 'vitest';
import {
  base64Of,
  bytesOf,
  type FileFound,
  findFile,
  readFile,
  readFolder,
  removeFile,
  type WorkerStart,
  writeFile,
} from '../../protocol/src/index.js';
import { courier, gazette } from '../session/articles.js';

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
  readonly params?: { readonly uri: string; readonly diagnostics: readonly { readonly code: string }[] };
}

const folder = 'vscode-vfs://github/bay/articles';

/** What the editor’s file system answers: a folder of some files, one of them too deep in what is left out. */
class EditorFiles {
  readonly texts = new Map(Object.entries({ 'one.txt': gazette, 'more/two.txt': courier, '.git/three.txt': courier }));
  /** Paths of folders that were looked into. */
  readonly looked: string[] = [];

  answer(method: string, { uri, base64 = '' }: { uri: string; base64?: string }): unknown {
    const path = decodeURIComponent(uri.slice(folder.length + 1));
    const text = this.texts.get(path);
    if (method === findFile.method) return this.found(path);
    if (method === readFile.method)
      return text === undefined ? null : { base64: base64Of(new TextEncoder().encode(text)) };
    if (method === readFolder.method) return this.entries(path);
    if (method === writeFile.method) this.texts.set(path, new TextDecoder().decode(bytesOf(base64)));
    if (method === removeFile.method) this.texts.delete(path);
    return null;
  }

  private found(path: string): FileFound | null {
    const text = this.texts.get(path);
    if (text !== undefined) return { kind: 'file', isLink: path.includes('link'), size: text.length };
    return this.entries(path).length > 0 ? { kind: 'folder', isLink: false, size: 0 } : null;
  }

  private entries(path: string): { name: string; kind: FileFound['kind']; isLink: boolean }[] {
    this.looked.push(path);
    const prefix = path === '' ? '' : `${path}/`;
    const below = [...this.texts.keys()].flatMap((name) =>
      name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
    );
    const names = new Map(below.map((name) => [name.split('/')[0] as string, name.includes('/')]));
    return Array.from(names, ([name, isFolder]) => ({
      name,
      kind: isFolder ? 'folder' : 'file',
      isLink: name.includes('link'),
    }));
  }
}

let close = (): void => undefined;
afterEach(() => close());

/** A server in what a web worker has, which knows nothing of Node, and an editor at the other end. */
async function worker(files: EditorFiles) {
  const code = await bundled();
  const { port1, port2 } = new MessageChannel();
  close = () => port2.close();
  const nothingOfNode = ['process', 'Buffer', 'require', 'module', 'setImmediate', '__dirname'];
  new Function('self', ...nothingOfNode, code)(port1);
  port1.start();
  const heard: Message[] = [];
  let wake = (): void => undefined;
  const tell = (message: object): void => port2.postMessage({ jsonrpc: '2.0', ...message });
  port2.onmessage = ({ data }: MessageEvent<Message & { params: { uri: string } }>) => {
    if (data.id !== undefined && data.method !== undefined)
      tell({ id: data.id, result: files.answer(data.method, data.params) });
    else heard.push(data);
    wake();
  };
  const until = async (fits: (message: Message) => boolean): Promise<Message> => {
    for (;;) {
      const found = heard.find(fits);
      if (found) return found;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const start: WorkerStart = {
    tagger: new Uint8Array(readFileSync('models/tagger.bin')),
    program: 'one',
    extension: 'https://editor.example/extension',
  };
  port2.postMessage(start);
  tell({
    id: 1,
    method: 'initialize',
    params: {
      processId: null,
      rootUri: folder,
      capabilities: {},
      initializationOptions: { commands: true, storage: 'vscode-userdata:/bay' },
    },
  });
  expect((await until(({ id }) => id === 1)).result?.serverInfo.name).toBe('Second Source');
  tell({ method: 'initialized', params: {} });
  const open = (uri: string, text: string): void =>
    tell({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'plaintext', version: 1, text } },
    });
  const marked = (uri: string, code: string): Promise<Message> =>
    until(
      ({ method, params }) =>
        method === 'textDocument/publishDiagnostics' &&
        params?.uri === uri &&
        params.diagnostics.some((mark) => mark.code === code),
    );
  return { tell, open, until, marked };
}

it('the server reads an open article in a web worker, where there is no Node', async () => {
  const { open, marked } = await worker(new EditorFiles());
  open('untitled:ferry.txt', gazette);
  await marked('untitled:ferry.txt', 'anonymous-source');
});

it('compares it with the files of a folder that lies nowhere on a disk', async () => {
  const files = new EditorFiles();
  files.texts.set('.secondsource.json', '{ "rules": { "repeated-claim": "warning" } }');
  const { open, marked } = await worker(files);
  open(`${folder}/one.txt`, gazette);
  await marked(`${folder}/one.txt`, 'repeated-claim');
  expect(files.looked.filter((path) => path.startsWith('.git'))).toEqual([]);
});

it('keeps what people say of it in that folder', async () => {
  const files = new EditorFiles();
  const { tell, open, marked, until } = await worker(files);
  open(`${folder}/one.txt`, gazette);
  await marked(`${folder}/one.txt`, 'anonymous-source');
  const change = { kind: 'rule', rule: 'anonymous-source', level: 'off' };
  tell({ id: 2, method: 'secondSource/changeProject', params: { uri: `${folder}/one.txt`, change } });
  await until(({ id }) => id === 2);
  expect(JSON.parse(files.texts.get('.secondsource.json') ?? '')).toEqual({ rules: { 'anonymous-source': 'off' } });
});
