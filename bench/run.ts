// npm run bench -- [FOLDER] [--sizes 1000,10000]: how fast each part is, as ratios to yardsticks of the same run.
// npm run bench -- --only copies [--copies 2000]: a folder of copies of one story, in the program as it was built.
// npm run bench -- FOLDER --only opening: an article comes into the folder; takes minutes, because all of it is compared.
// npm run bench -- --only panel: 5,000 mentions in the corroboration panel, in a browser; needs `npm run build`.
// npm run bench -- FOLDER --only marks [--quick]: how many marks an article has at each level of reading (docs/reading.md).
// npm run bench -- FOLDER --only archive [--made 100000] [--kills 20]: half of the folder in an archive (docs/archive.md);
// with --judged 60 so many articles, with the tagger and the judge: needs `npm run build`.
// npm run bench -- FOLDER --only loading [--made 20000]: so many made articles in an archive; needs `npm run build`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultReadingSettings } from '../server/src/core/readingSettings.js';
import { loadModels } from '../server/src/sync/node/models.js';
import { benchIndexes, benchScale } from './scale.js';
import { benchStages } from './stages.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    only: { type: 'string', default: 'stages,indexes,scale' },
    copies: { type: 'string', default: '2000' },
    made: { type: 'string', default: '0' },
    kills: { type: 'string', default: '0' },
    judged: { type: 'string', default: '0' },
    quick: { type: 'boolean', default: false },
  },
});
const folder = positionals[0] ?? 'samples';
const texts = readdirSync(folder)
  .filter((name) => /\.(?:txt|md|article|news)$/.test(name))
  .sort()
  .map((name) => readFileSync(join(folder, name), 'utf8'));
if (texts.length === 0) throw new Error(`${folder} holds no article: give a folder of .txt files`);

const { tagger, notices } = loadModels('models');
for (const notice of notices) console.log(notice);
const readers = { tagger, settings: defaultReadingSettings };

/** What starts the built program or a browser is loaded when it is asked for: what it holds is no memory of the server's. */
async function main(): Promise<void> {
  if (values.only.includes('stages')) await benchStages(texts, readers);
  if (values.only.includes('indexes')) await benchIndexes(texts);
  if (values.only.includes('scale')) await benchScale(texts, values.sizes.split(',').map(Number), readers);
  if (values.only.includes('copies')) await (await import('./copies.js')).benchCopies(Number(values.copies));
  if (values.only.includes('marks')) await (await import('./marks.js')).benchMarks(folder, values.quick);
  if (values.only.includes('panel')) await (await import('./panel.js')).benchPanel();
  if (values.only.includes('archive') && values.judged !== '0')
    await (await import('./archive.js')).benchJudged(folder, Number(values.judged), readers);
  else if (values.only.includes('archive'))
    await (await import('./archive.js')).benchArchive(folder, Number(values.made), Number(values.kills));
  if (values.only.includes('loading'))
    await (await import('./loading.js')).benchLoading(texts, readers, Number(values.made) || 20_000);
  if (values.only.includes('opening')) await (await import('./opening.js')).benchOpening(texts);
}

void main();
