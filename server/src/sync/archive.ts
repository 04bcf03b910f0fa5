import { URI } from 'vscode-uri';
import { archiveScheme } from '../../../protocol/src/index.js';
import type { CandidateSource, Candidates } from '../workspace/candidates.js';

/**
 * A newsroom's archive as the rest of the program sees it: who asks for candidates, the text of an article, or how it
 * is. What stands behind it (`server/src/archive`) is a bundle of its own, loaded only where an archive is set.
 */
export interface Archive extends CandidateSource {
  /** Asks the archive how it is. Never rejects: what went wrong is in the answer. */
  status(): Promise<ArchiveStatus>;
  /** The text of one of its articles, named as candidates are; `null` where there is none, or no answer. */
  text(file: string): Promise<string | null>;
  /** The articles that may assert a typed claim; `findClaim` says which do. Never rejects, and is never pending. */
  find(claim: string): Promise<Candidates>;
  /** Resolves once nothing is being asked: whoever prints a report waits for it. */
  idle(): Promise<void>;
  /** Why the last answer that was incomplete is so, in words for people; `null` where all were complete. */
  readonly problem: string | null;
  /** Gives up what is being asked, and keeps no connection. */
  close(): void;
}

/** Where an archive is, and who asks. */
export interface ArchiveAddress {
  /** `https:`, or `http:` to this very machine. */
  readonly url: string;
  /** Which of the archives there: lower-case letters, digits and hyphens. */
  readonly name: string;
  /** The certificate of the authority that vouches for the archive, as PEM; `null`: one that this machine trusts. */
  readonly ca: string | null;
  readonly credentials: ArchiveCredentials | null;
}

export type ArchiveCredentials =
  | { readonly user: string; readonly password: string }
  /** As the archive gave it out: OpenSearch does so from version 3.7 on. */
  | { readonly apiKey: string };

export type ArchiveStatus =
  | {
      readonly state: 'reached';
      /** How many articles it holds. */
      readonly articles: number;
      /** Milliseconds until it answered. */
      readonly took: number;
    }
  /** In words for people, without any secret. */
  | { readonly state: 'unreached'; readonly why: string };

/** How an archive is asked. */
export interface ArchiveWishes {
  /** Milliseconds without another question about an article before the archive is asked: people type. */
  readonly settle: number;
  /** Milliseconds in which the archive must have answered a question about one article. */
  readonly patience: number;
}

/** Opens an archive; nothing is sent before somebody asks. Throws an error with words for people where the address is of no use. */
export type OpenArchive = (address: ArchiveAddress, wishes: ArchiveWishes) => Archive;

/** The URI by which an article of an archive is named: scheme, then the archive's name, then the path there. */
export const archivedFile = (name: string, path: string): string =>
  URI.from({ scheme: archiveScheme, authority: name, path: `/${path}` }).toString();

/** The path of an article within its archive; `null` for a file that is in none. */
export const archivedPath = (file: string): string | null =>
  file.startsWith(`${archiveScheme}:`) ? URI.parse(file).path.slice(1) : null;
