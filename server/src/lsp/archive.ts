import * as v from 'valibot';
import type { Connection } from 'vscode-languageserver';
import { archivedText, signInToArchive } from '../../../protocol/src/index.js';
import type { AskedArchive } from '../sync/askedArchive.js';
import { keyOf } from '../sync/uris.js';
import { onRequest, type Requests, refused } from './requests.js';

/** What the editor keeps for a person: parsed, and never repeated in an error. */
const signIn = v.object({
  url: v.string(),
  secret: v.nullable(v.union([v.object({ user: v.string(), password: v.string() }), v.object({ apiKey: v.string() })])),
});

/** Takes in what a person is known by to the archive, and hands out the texts of its articles. */
export function answerArchive(connection: Connection, answer: Requests['answer'], archive: AskedArchive): void {
  onRequest(
    connection,
    signInToArchive,
    answer((given) => {
      const parsed = v.safeParse(signIn, given);
      if (!parsed.success) throw refused(new Error('What is kept for the archive cannot be read: sign in anew.'));
      archive.signIn(parsed.output.url, parsed.output.secret);
      return null;
    }),
  );
  onRequest(
    connection,
    archivedText,
    answer(({ uri }) => archive.text(keyOf(uri))),
  );
}
