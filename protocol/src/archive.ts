import type { Label } from './escaped.js';
import type { RequestName } from './names.js';

/** Of the URIs by which articles of a newsroom's archive are named. */
export const archiveScheme = 'second-source-archive';

/** How the archive is, for the status item; `asking`: nobody knows yet. */
export type ArchiveView =
  | { readonly state: 'asking' }
  | {
      readonly state: 'reached';
      readonly articles: number;
      /** Milliseconds until it answered. */
      readonly took: number;
      /** Why its last answer was not one in full, in words for people; `null` where it was. */
      readonly problem: Label | null;
    }
  | {
      readonly state: 'unreached';
      /** In words for people. */
      readonly why: Label;
    };

/** By what an archive knows who asks. */
export type ArchiveSecret = { readonly user: string; readonly password: string } | { readonly apiKey: string };

/** Client to server: what the person keeps for the archive at an address, of which the settings name one; `null`: nothing. */
export interface ArchiveSignIn {
  readonly url: string;
  readonly secret: ArchiveSecret | null;
}

/** Until this was answered, the server asks no archive. */
export const signInToArchive: RequestName<ArchiveSignIn, null> = { method: 'secondSource/signInToArchive' };

/** The text of an article of the archive; `null` where there is none, or no answer. */
export const archivedText: RequestName<{ readonly uri: string }, string | null> = {
  method: 'secondSource/archivedText',
};
