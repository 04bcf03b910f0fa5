import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { filesOf } from '../vscode/package.js';

/**
 * What people install: packed from dist/ as it is, so build first (`npm run test:unit` does).
 * The package holds what this list allows and nothing else; a new kind of file is added here and in .vscodeignore.
 */
const allowed = [
  /^extension\/(package\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^extension\/dist\/[a-z]+\.(js|css|js\.LEGAL\.txt)$/,
  /^extension\/dist\/THIRD-PARTY-NOTICES\.txt$/,
  /^extension\/dist\/models\/[\w.-]+$/,
  /^extension\/docs\/(grades|levels|rules\/[a-z-]+)\.md$/,
  /^extension\/(package\.nls(\.[a-z]+)?|l10n\/bundle\.l10n\.[a-z]+)\.json$/,
  /^extension\/media\/[\w/-]+\.(css|svg|png|md)$/,
  /^extension\/samples\/[\w-]+\.(txt|md)$/,
  /^extension\/schemas\/[a-z]+\.json$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
  /^extension\.vsixmanifest$/,
  /^\[Content_Types\]\.xml$/,
];
/** The judge and its runtime take 14 MB, the tagger 1; the rest is code. */
const mostBytes = 18_000_000;

const folder = mkdtempSync(join(tmpdir(), 'second-source-package-'));
const vsix = join(folder, 'second-source.vsix');
let files: Record<string, Uint8Array> = {};
const textOf = (path: string) => new TextDecoder().decode(files[path]);
const scripts = () => Object.keys(files).filter((path) => path.endsWith('.js'));

beforeAll(async () => {
  if (!existsSync('dist/extension.js'))
    throw new Error('There is no dist/extension.js yet: run `npm run build` first.');
  execFileSync(process.execPath, ['scripts/package.mjs', vsix]);
  files = filesOf(vsix);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package holds what it should and nothing else', () => {
  expect(Object.keys(files).filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([]);
});

test('everything the manifest names is in the package', () => {
  const manifest = textOf('extension/package.json');
  const named = [...manifest.matchAll(/"(\.?\/?(?:dist|media|samples|schemas|syntaxes)\/[^"]+)"/g)].map(
    (match) => match[1] as string,
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((path) => !(posix.join('extension', path) in files))).toEqual([]);
});

test('every sample is in the package, for the command that copies them', () => {
  expect(readdirSync('samples').filter((name) => !(`extension/samples/${name}` in files))).toEqual([]);
});

test('no picture of the extension page is missing', () => {
  const pictures = [...textOf('extension/readme.md').matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map((m) => m[1] as string);
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((path) => !(`extension/${path}` in files))).toEqual([]);
});

test('the package is small enough to install without a thought', () => {
  expect(statSync(vsix).size).toBeLessThan(mostBytes);
});

/** By which code reaches a network or another program, as a module or without one. */
const reaching = {
  modules: /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|inspector|child_process|cluster|undici|ws)(?:\/.*)?$/,
  globals:
    /(?<![.\w$"'`])(?:fetch\(|importScripts\(|new (?:XMLHttpRequest|WebSocket|EventSource|WebTransport)\b)|\bsendBeacon\(/g,
  /** Ways to a module that the bundler does not see. */
  hidden: /\b(?:getBuiltinModule|createRequire|process\.binding|process\.dlopen)\b/g,
};

/** The only ones there may be, and why. */
const reasons: Readonly<Record<string, string>> = {
  'archive.js: http': 'it asks the newsroom’s archive that somebody has set, and is loaded only where one is',
  'archive.js: https': 'the same, on another machine',
  'archive.js: node:net': 'OpenSearch’s client tells an address from a name by it',
  'extension.js: child_process':
    'vscode-languageclient starts our own server with it: dist/server.js, in the Node of VS Code, joined by a pipe',
  'cli.js: node:child_process':
    '--since asks git what has changed, and nothing else is started: commander would start subcommands that are programs of their own, and there are none',
};

/** What a script can reach: its modules as a bundler reads them, and the words that need no module. */
async function reachedBy(script: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [script],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    external: ['vscode', 'undici', 'ws'],
    logLevel: 'silent',
  });
  const modules = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const text = readFileSync(script, 'utf8');
  return [
    ...new Set([
      ...modules.filter((module) => reaching.modules.test(module)),
      ...[reaching.globals, reaching.hidden].flatMap((words) => text.match(words) ?? []),
    ]),
  ];
}

describe('nothing in the package reaches a network or another program', () => {
  it('without a reason that is written down here', async () => {
    const names = scripts().map((path) => posix.basename(path));
    expect(names.length).toBeGreaterThan(0);
    const found = await Promise.all(
      names.map(async (name) => {
        const script = join(folder, name);
        writeFileSync(script, textOf(`extension/dist/${name}`));
        return (await reachedBy(script)).map((what) => `${name}: ${what}`);
      }),
    );
    expect(found.flat().sort()).toEqual(Object.keys(reasons).sort());
  });

  it.each([
    ['require("node:https").get("a")', 'node:https'],
    ['const net = require("net"); net.connect(1)', 'net'],
    ['import("undici").then((u) => u.request("a"))', 'undici'],
    ['import { spawn } from "child_process"; spawn("a")', 'child_process'],
    ['async()=>await fetch("a")', 'fetch('],
    ['const s=new WebSocket("a")', 'new WebSocket'],
    ['const r=new XMLHttpRequest', 'new XMLHttpRequest'],
    ['navigator.sendBeacon("a")', 'sendBeacon('],
    ['importScripts("a")', 'importScripts('],
    ['process.getBuiltinModule("net")', 'getBuiltinModule'],
  ])('as it would be told of %s', async (code, what) => {
    const script = join(folder, 'reaching.js');
    writeFileSync(script, code);
    expect(await reachedBy(script)).toEqual([what]);
  });
});

describe('the notices about parts of others', () => {
  /** Packages of which a source map names a file; one names its own folder in a larger repository. */
  const bundled = (): string[] => {
    const sources = readdirSync('dist')
      .filter((name) => name.endsWith('.js.map'))
      .flatMap((name) => JSON.parse(readFileSync(join('dist', name), 'utf8')).sources as string[]);
    const names = sources.flatMap((source) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
    return [...new Set(names)].map((name) => (name === 'common' ? 'onnxruntime-common' : name)).sort();
  };
  const notices = (): string[] => textOf('extension/dist/THIRD-PARTY-NOTICES.txt').split(/\n\n-{80}\n\n/);

  it('name each package that is in a bundle, with the words of its licence', () => {
    const told = new Map(notices().map((notice) => [notice.split(' ', 1)[0], notice]));
    expect(bundled().length).toBeGreaterThan(20);
    for (const name of bundled()) {
      expect(told.get(name), name).toMatch(/^\S+ \d+\.\d+\.\d+\S* \([\w.-]+\)\n\n/);
      expect(told.get(name), name).toMatch(
        // the Apache License is told once, with the models
        /Permission (?:is hereby granted|to use)|Redistribution and use|Blue Oak|under the Apache License, Version 2\.0/,
      );
    }
  });

  it('name the models and the runtime that are no packages', () => {
    for (const file of ['judge.onnx', 'judge.wasm']) {
      expect(files).toHaveProperty([`extension/dist/models/${file}`]);
      expect(notices().find((notice) => notice.startsWith('models/'))).toContain(`models/${file}`);
    }
    expect(notices().find((notice) => notice.startsWith('models/'))).toMatch(/Apache License\s+Version 2\.0/);
  });

  it('end with those for the parts that the runtime is compiled from', () => {
    for (const part of ['protocolbuffers/protobuf', 'abseil-cpp', 'Eigen', 'onnx\nOpen Neural Network Exchange'])
      expect(notices().at(-1)).toContain(`\n${part}\n`);
  });
});
