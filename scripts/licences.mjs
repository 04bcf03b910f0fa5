// What must be said of the packages that are bundled: name, version and the words of each licence. Used by package.mjs.
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { init } from 'license-checker-rseidelsohn';

/** Who holds the rights in packages that come without the text of their licence, MIT. */
const holders = { 'onnxruntime-common': 'Microsoft Corporation', 'onnxruntime-web': 'Microsoft Corporation' };

/** MIT, as this project has it too, for another holder. */
const mit = (holder) =>
  readFileSync('LICENSE', 'utf8')
    .replace(/Copyright .*/, `Copyright (c) ${holder}`)
    .trim();

/** Packages that come inside of the files of another, where esbuild does not see them. A test looks into the source maps. */
const within = {
  'node_modules/@dagrejs/dagre': ['node_modules/@dagrejs/graphlib'],
  'node_modules/onnxruntime-web': ['node_modules/onnxruntime-common'],
  'node_modules/vscode-uri': ['node_modules/path-browserify'],
};

const rule = `\n\n${'-'.repeat(80)}\n\n`;

/**
 * The notices of ONNX Runtime for the parts that it is compiled from, as the package `onnxruntime` on PyPI brings them; the one
 * on npm has none. They are of all its builds: not each part is in the one for WebAssembly.
 */
function partsOfRuntime(version) {
  const file = `scripts/notices/onnxruntime-${version}.txt`;
  if (!existsSync(file))
    throw new Error(`ONNX Runtime ${version} is bundled: put ThirdPartyNotices.txt of that version into ${file}.`);
  return readFileSync(file, 'utf8').trim();
}

/** What is no package. The text of the Apache License 2.0 is that which TypeScript, under the same, comes with. */
const models = ({ version }) => `models/judge.onnx, models/judge.vocabulary.txt
Learned from all-MiniLM-L6-v2 (sentence-transformers, Apache License 2.0, below), and changed: layers left out, weights
taught on and kept in eight bits.

models/judge.wasm
ONNX Runtime ${version}, as the package onnxruntime-web brings it. It is compiled from further parts, whose notices stand at
the end.

${readFileSync('node_modules/typescript/LICENSE', 'utf8').trim()}`;

/** The notices for the packages in some folders, as `node_modules/a/node_modules/b`. */
export async function noticesFor(folders) {
  const installed = await promisify(init)({
    start: process.cwd(),
    customFormat: { name: '', version: '', licenseText: '' },
  });
  const all = folders.flatMap((folder) => [folder, ...(within[folder] ?? [])]);
  const names = all.map((folder) => {
    const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    return `${name}@${version}`;
  });
  const bundled = [...new Set(names)].sort().map((name) => {
    if (!(name in installed)) throw new Error(`${name} is bundled, and nobody knows its licence.`);
    return installed[name];
  });
  const runtime = bundled.find(({ name }) => name === 'onnxruntime-web');
  const notices = [
    'Second Source holds parts that others wrote. Each is named here with its licence.',
    ...bundled.map((one) => `${one.name} ${one.version} (${one.licenses})\n\n${textOf(one)}`),
    ...(runtime ? [models(runtime), partsOfRuntime(runtime.version)] : []),
  ];
  return `${notices.join(rule)}\n`;
}

function textOf({ name, licenses, licenseFile, licenseText }) {
  if (/licen[cs]e|copying/i.test(licenseFile ?? '')) return licenseText.replace(/\r\n?/g, '\n').trim();
  if (licenses === 'MIT' && name in holders) return mit(holders[name]);
  throw new Error(
    `${name} (${licenses}) comes without the text of its licence: say in scripts/licences.mjs whose it is.`,
  );
}
