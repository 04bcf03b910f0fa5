import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { readFolder } from '../../protocol/src/index.js';
import { clientFiles } from '../../server/src/lsp/clientFiles.js';
import { keyOf, pathUnder } from '../../server/src/sync/uris.js';
import { budget } from './budget.js';

const folder = 'memfs:/newsroom';

/** Names as people give them, and as a file system from elsewhere may make them up. */
const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('..', '.', '', '../out.txt', 'a/b.txt', '%2e%2e', 'a#b.txt', 'what?.txt', '%.txt', 'é.txt', 'c:.txt'),
  fc.string({ maxLength: 8 }).map((begin) => `${begin}.txt`),
);

it('whatever a file system of the editor calls its files, none is listed outside of the folder, or under two names', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(name, { maxLength: 8 }), fc.array(fc.boolean()), async (names, folders) => {
      const entries = names.map((one, i) => ({ name: one, kind: folders[i] ? 'folder' : 'file', isLink: false }));
      const sendRequest = async (method: string, { uri }: { uri: string }): Promise<unknown> =>
        method === readFolder.method && uri === folder ? entries : [];
      const files = clientFiles({ sendRequest } as unknown as Connection);
      const globs = { include: ['**/*.{txt,md}'], exclude: ['**/node_modules/**'] };
      const { files: listed } = await files.list(folder, globs, new AbortController().signal);
      expect(new Set(listed).size).toBe(listed.length);
      for (const uri of listed) {
        expect(keyOf(uri)).toBe(uri);
        expect(uri.startsWith(`${folder}/`)).toBe(true);
        expect(names).toContain(pathUnder(`${folder}/`, uri));
        expect(new URL(uri).pathname.split('/')).toHaveLength(3);
      }
    }),
    budget(1000),
  );
});
