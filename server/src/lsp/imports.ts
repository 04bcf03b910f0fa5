import * as v from 'valibot';
import type { Connection } from 'vscode-languageserver';
import * as protocol from '../../../protocol/src/index.js';
import type { ImportDisk } from '../sync/importDisk.js';
import type { Importer } from '../sync/importer.js';
import { importFiles } from '../sync/importFiles.js';
import { onRequest, type Requests, refuse } from './requests.js';

/** What articles are imported with: the disk, and a thread that is there for as long as something is imported. */
export interface Importing {
  readonly disk: ImportDisk;
  start(): Importer;
}

/** What the editor sends: parsed, since files are written by it. */
const given = v.object({ files: v.array(v.string()), folder: v.nullable(v.string()), overwrite: v.boolean() });

/** Imports saved pages and news items. */
export function answerImports(
  connection: Connection,
  answer: Requests['answer'],
  importing: Importing | undefined,
): void {
  onRequest(
    connection,
    protocol.importArticles,
    answer(async (asked) => {
      if (importing === undefined) return refuse(new Error('Articles cannot be imported here.'));
      const { files, folder, overwrite } = v.parse(given, asked);
      const importer = importing.start();
      try {
        return await importFiles(files, { folder, overwrite, dryRun: false }, { disk: importing.disk, importer });
      } finally {
        importer.close();
      }
    }),
  );
}
