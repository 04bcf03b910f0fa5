import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkAll, corroboration, figureTable, findClaim, type RequestName } from '../protocol/src/index.js';
import { ServerProcess } from '../test/process/serverProcess.js';
import { wireCopies } from '../test/wireStory.js';
import { row } from './clock.js';

/**
 * A folder of one wire story under many outlets, as `npm run build` made the program: what the command line takes and
 * prints, how long the server reads, and how long it then takes to answer about the first file, which speaks for all, and
 * one in the middle.
 */
export async function benchCopies(count: number): Promise<void> {
  if (!existsSync('dist/server.js')) throw new Error('there is no dist/server.js yet: run `npm run build` first');
  for (const kind of ['exact', 'near'] as const) {
    const articles = wireCopies(count, kind);
    const folder = await mkdtemp(join(tmpdir(), 'second-source-copies-'));
    for (const [file, text] of articles) await writeFile(join(folder, file), text);
    console.log(
      `\n${count} ${kind} copies of a story of ${Math.round(articles.get('wire-0000.txt')!.length / 1000)} KB`,
    );
    await commandLine(folder);
    await server(folder, articles);
    await rm(folder, { recursive: true });
  }
}

async function commandLine(folder: string): Promise<void> {
  for (const options of [['--quick'], []]) {
    const from = performance.now();
    const bytes = await new Promise<number>((resolve) =>
      execFile(
        process.execPath,
        ['dist/cli.js', 'check', ...options, '--format', 'json', folder],
        { maxBuffer: 1e9 },
        (_, printed) => resolve(Buffer.byteLength(printed)),
      ),
    );
    row(['check', ...options].join(' '), seconds(performance.now() - from), `${(bytes / 1e6).toFixed(2)} MB`);
  }
}

/** Times that each request is made; the longest is told. */
const times = 5;

async function server(folder: string, articles: ReadonlyMap<string, string>): Promise<void> {
  const from = performance.now();
  const server = await ServerProcess.indexed({ folder });
  row('server: all read', seconds(performance.now() - from));
  await server.until(() => server.status?.comparing === false);
  row('server: all compared', seconds(performance.now() - from));
  const files = [...articles.keys()];
  const chosen = [files[0]!, files[files.length >> 1]!].map((file) => ({
    uri: pathToFileURL(join(folder, file)).href,
    text: articles.get(file)!,
  }));
  row('answers', 'first file', 'middle file');
  const opened: string[] = [];
  for (const { uri, text } of chosen) opened.push(milliseconds(await timed(() => server.marksOf(uri, text))));
  row('open → marks, with a pause of 150 ms', ...opened);
  for (const [name, request] of requests) {
    const cells: string[] = [];
    for (const { uri, text } of chosen) {
      const taken: number[] = [];
      for (let k = 0; k < times; k++) taken.push(await timed(() => request(server, uri, text)));
      cells.push(milliseconds(Math.max(...taken)));
    }
    row(name, ...cells);
  }
  await whileChecking(server, chosen[1]!.uri, chosen[1]!.text);
  await server.end();
}

/** Marks of all files are asked for; meanwhile somebody rests the mouse on a sentence, again and again. */
async function whileChecking(server: ServerProcess, uri: string, text: string): Promise<void> {
  let isDone = false;
  const waits: number[] = [];
  const took = await timed(async () => {
    const checked = server.ask(checkAll, { onlyOpen: false }).then(() => {
      isDone = true;
    });
    while (!isDone) waits.push(await timed(() => hover(server, uri, text)));
    await checked;
  });
  row('check all files', seconds(took));
  row('longest hover meanwhile', milliseconds(Math.max(...waits)));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const milliseconds = (ms: number): string => `${ms.toFixed(0)} ms`;

type Request = (server: ServerProcess, uri: string, text: string) => Promise<unknown>;

/** Requests of LSP itself. */
const lsp =
  (method: string, more: (text: string) => object = () => ({})): Request =>
  (server, uri, text) =>
    server.ask({ method } as RequestName<object, unknown>, { textDocument: { uri }, ...more(text) });

/** In the lead, or in the middle of the text. */
const lineOf = (text: string, share: number): number => text.slice(0, text.length * share).split('\n').length;
const position = (share: number) => (text: string) => ({ position: { line: lineOf(text, share), character: 30 } });

const hover = lsp('textDocument/hover', position(0.2));

let version = 1;
const requests: readonly (readonly [string, Request])[] = [
  [
    'edit, then hover',
    (server, uri, text) => {
      const edited = text.replace('Saturday', `Saturday ${++version}`);
      server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text: edited }] });
      return hover(server, uri, text);
    },
  ],
  ['hover', hover],
  ['code lens', lsp('textDocument/codeLens')],
  ['document symbols', lsp('textDocument/documentSymbol')],
  ['semantic tokens', lsp('textDocument/semanticTokens/full')],
  [
    'references',
    lsp('textDocument/references', (text) => ({ ...position(0.5)(text), context: { includeDeclaration: true } })),
  ],
  ['panel', (server, uri, text) => server.ask(corroboration, { uri, position: position(0.5)(text).position })],
  [
    'find a claim',
    (server) => server.ask(findClaim, { text: 'the company ignored warnings about the eastern wall', archive: false }),
  ],
  ['workspace symbols', (server) => server.ask({ method: 'workspace/symbol' }, { query: 'Norlane' })],
  ['figure table', (server) => server.ask(figureTable, null)],
];
