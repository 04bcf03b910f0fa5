// Writes the settings into package.json, package.nls.json (their English) and docs/settings.md, and the JSON schemas of
// shared files, each from its one list: npm run manifest
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

/** What a TypeScript module exports. */
async function exportsOf(entryPoint) {
  const { outputFiles } = await build({
    entryPoints: [entryPoint],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

const written = [];
function write(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
  written.push(path);
}

const { manifestProperties, manifestWords } = await exportsOf('server/src/settings/manifest.ts');
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
manifest.contributes.configuration.properties = manifestProperties;
write('package.json', manifest);

const english = Object.entries(JSON.parse(readFileSync('package.nls.json', 'utf8')));
const byHand = english.filter(([key]) => !/^(?:setting|choice)\./.test(key));
write('package.nls.json', { ...Object.fromEntries(byHand), ...manifestWords });

const { settingsPage } = await exportsOf('server/src/settings/page.ts');
writeFileSync('docs/settings.md', settingsPage());

const { reviewJsonSchema } = await exportsOf('server/src/reviews/jsonSchema.ts');
write('schemas/review.json', reviewJsonSchema);

const { projectJsonSchema } = await exportsOf('server/src/settings/projectJsonSchema.ts');
write('schemas/project.json', projectJsonSchema);

// as lint wants them
const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
execFileSync(process.execPath, [biome, 'format', '--write', ...written], { stdio: 'inherit' });
