import type { Label } from './escaped.js';
import type { RequestName } from './names.js';

/** A form in which what was found can be handed on. */
export interface ExportFormat {
  /** As the command line names it. */
  readonly name: string;
  /** What it is for. */
  readonly use: Label;
  /** How names of its files end. */
  readonly ending: string;
}

export const exportFormats: RequestName<null, readonly ExportFormat[]> = { method: 'secondSource/exportFormats' };

/** What was found in a workspace folder, or in everything that is read, in a format. */
export const exportFindings: RequestName<
  { readonly format: string; readonly folder: string | null },
  { readonly text: string }
> = { method: 'secondSource/export' };

/** What became of the annotations of a file. */
export interface ImportedNotes {
  readonly added: number;
  /** Those that the folder has already. */
  readonly known: number;
  /** Words of those that were added and have no place in an article now. */
  readonly orphaned: readonly Label[];
  /** What could not be kept, a sentence each. */
  readonly left: readonly Label[];
}

/** Takes W3C Web Annotations, as text, into the sidecar of a workspace folder. Answers when they are on the disk. */
export const importNotes: RequestName<{ readonly folder: string; readonly text: string }, ImportedNotes> = {
  method: 'secondSource/importNotes',
};
