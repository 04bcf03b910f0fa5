import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { read } from '../../server/src/core/reading.js';
import { testReaders } from '../readers.js';

const pagesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

/** People open these in the editor; the last lies beside the sample articles. */
const pages = [...['.', 'docs', 'docs/editors', 'docs/rules'].flatMap(pagesIn), join('samples', 'README.md')];

it.each(pages)('%s is no article', (page) => {
  expect(read(readFileSync(page, 'utf8'), page, testReaders)).toHaveProperty('skipped');
});
