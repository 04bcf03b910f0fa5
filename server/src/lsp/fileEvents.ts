import { type Connection, FileChangeType, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Debounce } from '../sync/debounce.js';
import type { Sidecars } from '../sync/sidecars.js';
import { keyOf } from '../sync/uris.js';
import type { WorkspaceSync } from '../sync/workspaceSync.js';
import type { Configuration } from './configuration.js';
import type { Editor } from './editor.js';
import type { FailureLog } from './failureLog.js';
import type { Marks } from './marks.js';

/** Who hears of files and documents. */
interface Listeners {
  readonly editor: Editor;
  readonly sync: WorkspaceSync;
  readonly sidecars: Sidecars;
  readonly configuration: Configuration;
  readonly marks: Marks;
  /** What follows an edit, once typing pauses. */
  readonly edits: Debounce;
  readonly log: FailureLog;
}

const fileChanges = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
} as const;

/** Files that are made, changed, deleted or renamed beside the open documents. */
export function listenToFiles(connection: Connection, { sync, sidecars, configuration, log }: Listeners): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      log.watch(uri, sync.onDisk(keyOf(uri), fileChanges[type]));
      log.watch(uri, sidecars.onDisk(keyOf(uri)));
      log.watch(uri, configuration.onDisk(keyOf(uri)));
    }
  });
  connection.workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files) {
      log.watch(newUri, sidecars.renamed(keyOf(oldUri), keyOf(newUri)));
      log.watch(newUri, configuration.renamed(keyOf(oldUri), keyOf(newUri)));
    }
  });
}

/** Documents that are opened, edited, saved or closed. */
export function listenToDocuments(
  documents: TextDocuments<TextDocument>,
  { editor, sync, configuration, marks, edits, log }: Listeners,
): void {
  documents.onDidOpen(({ document }) => {
    sync.opened(keyOf(document.uri), document);
    edits.soon();
  });
  documents.onDidChangeContent(({ document }) => {
    sync.edit(keyOf(document.uri));
    edits.soon();
  });
  // where nobody tells of other files, a save is the moment to look at those that people share
  documents.onDidSave(() => {
    if (!editor.watchesFiles) log.watch('the project file', configuration.anyOnDisk());
  });
  documents.onDidClose(({ document }) => {
    const file = keyOf(document.uri);
    log.watch(file, sync.closed(file));
    marks.publisher.changed([file]);
  });
}
