// Learns how common terms are in news: node scripts/run.mjs training/claimsBackground.ts CORPORA_FOLDER
// Writes server/src/core/languages/en/claimsBackground.ts. Deterministic; holds hashes and counts, no text.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMentions } from '../server/src/core/mentions/readMentions.js';
import { read } from '../server/src/core/reading.js';

const corpora = process.argv[2];
if (corpora === undefined) throw new Error('Say where the corpora are: training/claimsBackground.ts CORPORA_FOLDER');
const target = 'server/src/core/languages/en/claimsBackground.ts';
const seenInAtLeast = 4;

function* texts(folder: string): Generator<string> {
  for (const part of ['fakes', 'newswcl50', 'polnear/train/text']) {
    for (const name of readdirSync(join(folder, part)).sort()) yield readFileSync(join(folder, part, name), 'utf8');
  }
  const documents = new Map<string, string[]>();
  for (const line of readFileSync(join(folder, 'ecbplus/sentences.jsonl'), 'utf8').split('\n')) {
    if (line === '') continue;
    const { doc, text } = JSON.parse(line) as { doc: string; text: string };
    documents.set(doc, [...(documents.get(doc) ?? []), text]);
  }
  for (const sentences of documents.values()) yield sentences.join('\n');
}

const found = new Map<number, number>();
let documents = 0;
for (const text of texts(corpora)) {
  const reading = read(text, 'article');
  if ('skipped' in reading) continue;
  documents++;
  for (const term of readMentions(reading).topic.term) {
    const key = term & 0xffffff;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
}
const kept = [...found].filter(([, count]) => count >= seenInAtLeast).sort(([a], [b]) => a - b);
const bytes = Buffer.alloc(kept.length * 4);
kept.forEach(([key, count], i) => {
  bytes.writeUIntLE(key, i * 4, 3);
  bytes[i * 4 + 3] = Math.min(255, Math.round(24 * Math.log((documents + 1) / count)));
});
writeFileSync(
  target,
  `// Made by training/claimsBackground.ts; see docs/claims.md.
export const documents = ${documents};
export const backgroundTable =
  '${bytes.toString('base64')}';
`,
);
console.log(`${documents} documents, ${kept.length} terms, ${bytes.length} bytes`);
