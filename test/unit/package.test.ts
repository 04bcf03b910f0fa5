import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesOf } from '../vscode/package.js';

/**
 * What people install: packed from dist/ as it is, so build first (`npm run test:unit` does).
 * The package holds what this list allows and nothing else; a new kind of file is added here and in .vscodeignore.
 */
const allowed = [
  /^extension\/(package\.json|readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^extension\/dist\/[a-z]+\.(js|css|js\.LEGAL\.txt)$/,
  /^extension\/dist\/models\/[\w.-]+$/,
  /^extension\/docs\/(grades|levels|rules\/[a-z-]+)\.md$/,
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

test('nothing in the package can reach a network', () => {
  const modules = /\brequire\(["'](?:node:)?(https?|http2|net|tls|dgram|dns|inspector)(?:\/[a-z]+)?["']\)/g;
  const globals = /(?<![.\w$"'`])(?:fetch\(|new (?:XMLHttpRequest|WebSocket|EventSource)\b|navigator\.sendBeacon)/g;
  const found = scripts().flatMap((path) =>
    [modules, globals].flatMap((pattern) => [...textOf(path).matchAll(pattern)].map((match) => `${path}: ${match[0]}`)),
  );
  expect(scripts().length).toBeGreaterThan(0);
  expect(found).toEqual([]);
});
