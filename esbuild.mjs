// Builds everything that ships into dist/: node esbuild.mjs [--watch]
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { context } from 'esbuild';

const watch = process.argv.includes('--watch');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
/** Names everything that what is read in a text depends on: an archive read with another is not asked. */
const reader = createHash('sha256');
const readers = ['facts', 'keys', 'digest'].map((name) => `server/src/workspace/${name}.ts`);
for (const folder of ['server/src/core', 'models'])
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const compares = /core.(?:relations|rules)/.test(entry.parentPath);
    if (entry.isFile() && /\.(?:ts|bin)$/.test(entry.name) && !compares)
      readers.push(join(entry.parentPath, entry.name));
  }
for (const file of readers.sort()) reader.update(file).update(readFileSync(file));
const define = { __VERSION__: JSON.stringify(version), __READER__: JSON.stringify(reader.digest('hex')) };
/** Node 20 knows `\p{L}`; a rare script that is new to it would have esbuild make each pattern anew whenever it is used. */
const supported = { 'regexp-unicode-property-escapes': true };
const node = { platform: 'node', format: 'cjs', target: 'node20', supported };
/** For VS Code in a browser. A module of Node in one of these ends the build with the name of who asks for it. */
const browser = { platform: 'browser', format: 'iife', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
/** The runtime of the judge is handed to it as bytes: what could load it from elsewhere is taken out. */
const withoutNetwork = { fetch: 'undefined', XMLHttpRequest: 'undefined' };
const bundles = [
  { ...node, entryPoints: { reader: 'server/src/cli/reader.ts' } },
  { ...node, entryPoints: { disk: 'server/src/sync/node/diskWorker.ts' } },
  {
    ...node,
    entryPoints: { judge: 'server/src/sync/node/judgeWorker.ts' },
    define: withoutNetwork,
  },
  // what makes articles of saved pages is as large as the server, and loaded only when somebody asks for it
  {
    ...node,
    entryPoints: { importer: 'server/src/sync/node/importWorker.ts' },
    alias: { canvas: './node_modules/linkedom/commonjs/canvas-shim.cjs' },
  },
  {
    ...browser,
    entryPoints: { webimporter: 'server/src/sync/browser/importWorker.ts' },
    alias: { canvas: './node_modules/linkedom/commonjs/canvas-shim.cjs' },
  },
  // what asks a newsroom's archive is the one bundle that reaches a network, loaded only where an archive is set
  {
    ...node,
    entryPoints: { archive: 'server/src/archive/index.ts' },
    alias: { net: 'node:net', debug: './scripts/noDebug.cjs' },
    // the client prints what breaks off after an answer: standard output belongs to a report, or to a protocol
    drop: ['console'],
  },
  { ...node, entryPoints: { cli: 'server/src/cli/main.ts' }, banner: { js: '#!/usr/bin/env node' } },
  { ...node, entryPoints: { server: 'server/src/main.ts' }, alias: { child_process: './scripts/noProcesses.mjs' } },
  { ...node, entryPoints: { extension: 'client/src/nodeMain.ts' }, external: ['vscode'] },
  { ...browser, format: 'cjs', entryPoints: { webextension: 'client/src/browser/main.ts' }, external: ['vscode'] },
  { ...browser, entryPoints: { webserver: 'server/src/browserMain.ts' } },
  { ...browser, entryPoints: { webjudge: 'server/src/sync/browser/judgeWorker.ts' }, define: withoutNetwork },
  {
    ...browser,
    entryPoints: { panel: 'media/panel.ts', figures: 'media/figures.ts' },
  },
].filter((bundle) => Object.values(bundle.entryPoints).every((entry) => existsSync(entry)));

cpSync('models', 'dist/models', { recursive: true });
cpSync('node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm', 'dist/models/judge.wasm');
/** Folders of the packages of which something was put into a bundle. */
const bundled = new Set();
for (const bundle of bundles) {
  const build = await context({
    mainFields: ['module', 'main'],
    ...bundle,
    define: { ...define, ...bundle.define },
    outdir: 'dist',
    bundle: true,
    // tinyglobby as a module asks for import.meta.url, which a CommonJS bundle does not have
    alias: {
      net: './scripts/noSockets.mjs',
      tinyglobby: './node_modules/tinyglobby/dist/index.cjs',
      ...bundle.alias,
    },
    sourcemap: true,
    minify: !watch,
    legalComments: 'linked',
    metafile: true,
    logLevel: 'warning',
  });
  if (watch) await build.watch();
  else {
    const { metafile } = await build.rebuild();
    for (const input of Object.keys(metafile.inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
      if (folder !== undefined) bundled.add(folder);
    }
    await build.dispose();
  }
}
// scripts/package.mjs says whose they are
if (!watch) writeFileSync('dist/bundled.json', JSON.stringify([...bundled].sort(), null, 2));
