import type { Language } from '../../l10n/say.js';

/*
 * In a browser, server, judge and importer are web workers, and only the client can start one: it hands each its files, which
 * the others cannot reach.
 */

/** The first message to a server in a web worker, which has no disk; with it goes the port on which it asks for workers. */
export interface WorkerStart {
  /** The weights of the tagger. */
  readonly tagger: Uint8Array;
  /** Names the server’s code and the weights: what is stored holds for these alone. */
  readonly program: string;
  /** Where the extension lies, for the pages about rules. */
  readonly extension: string;
}

/** The workers that a server may ask for, each with the first message that it gets. */
export interface WorkerStarts {
  readonly judge: JudgeStart;
  readonly importer: ImporterStart;
}
export type WorkerKind = keyof WorkerStarts;

/** Server to client: start one, which is called by a number of its own from then on; end it. */
export type WorkerAsked = { readonly start: WorkerKind; readonly worker: number } | { readonly end: number };

/** Client to server: it was started, and with this goes the port on which it is asked; or it is gone. */
export type WorkerTold = { readonly started: number } | { readonly lost: number; readonly reason: string };

/** Every worker holds the lock of this name as long as it lives: browsers tell nobody that a worker has died. */
export interface Life {
  readonly life: string;
}

/** The first message to a judge in a web worker: the files it is made of; with it goes the port on which it is asked. */
export interface JudgeStart extends Life {
  readonly weights: Uint8Array<ArrayBuffer>;
  readonly card: string;
  readonly vocabulary: string;
  readonly runtime: Uint8Array<ArrayBuffer>;
}

/** The first message to an importer in a web worker; with it goes the port on which it is asked. */
export interface ImporterStart extends Life {
  /** What the person is spoken to in. */
  readonly language: Language;
}
