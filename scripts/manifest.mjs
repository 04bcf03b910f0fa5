// Writes the settings into package.json, from their one list in server/src/settings: npm run manifest
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['server/src/settings/manifest.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'neutral',
});
const { manifestProperties } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
manifest.contributes.configuration.properties = manifestProperties;
writeFileSync('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
