// Runs a TypeScript tool of this repository: node scripts/run.mjs training/tagger.ts ARGS…
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';

const [entry, ...args] = process.argv.slice(2);
if (!entry) {
  console.error('usage: node scripts/run.mjs ENTRY.ts ARGS…');
  process.exit(2);
}
// beside the entry, so that a folder's own node_modules is found
const outfile = join(dirname(entry), `.run-${basename(entry, '.ts')}-${process.pid}.cjs`);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  supported: { 'regexp-unicode-property-escapes': true }, // as in esbuild.mjs
  sourcemap: 'inline',
  logLevel: 'error',
  packages: 'external',
  define: { __READER__: JSON.stringify('as in the tests') },
});
const flags = ['--enable-source-maps', '--expose-gc', '--max-old-space-size=8192'];
const { status } = spawnSync(process.execPath, [...flags, outfile, ...args], { stdio: 'inherit' });
rmSync(outfile, { force: true });
process.exit(status ?? 1);
