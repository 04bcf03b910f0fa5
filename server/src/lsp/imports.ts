import * as v from 'valibot';
import type { Connection } from 'vscode-languageserver';
import * as protocol from '../../../protocol/src/index.js';
import { onRequest, type Requests, refuse } from './requests.js';

/** Makes articles of files on a disk. */
export type ImportArticles = (draft: protocol.ImportDraft) => Promise<readonly protocol.ImportedFile[]>;

/** What the editor sends: parsed, since files are written by it. */
const given = v.object({ files: v.array(v.string()), folder: v.nullable(v.string()), overwrite: v.boolean() });

/** Imports saved pages and news items; `importing` is not there where there is no disk. */
export function answerImports(
  connection: Connection,
  answer: Requests['answer'],
  importing: ImportArticles | undefined,
): void {
  onRequest(
    connection,
    protocol.importArticles,
    answer(async (asked) => {
      if (importing === undefined) return refuse(new Error('Articles are imported where there is a disk.'));
      return importing(v.parse(given, asked));
    }),
  );
}
