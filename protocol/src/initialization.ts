import type { Language } from '../../l10n/say.js';

/** What the client tells the server when it starts it. Other editors send nothing. */
export interface InitializationOptions {
  /** Whether the editor knows the commands above, so that a code lens may be clicked. */
  readonly commands: boolean;
  /** What the person is spoken to in; absent: English. */
  readonly language?: Language;
  /** A folder of the editor's own where the index outlives it; absent: it is built at every start. */
  readonly storage?: string;
}

/** The first message to a server in a web worker, which has no disk; with it goes the port of the judge. */
export interface WorkerStart {
  /** The weights of the tagger. */
  readonly tagger: Uint8Array;
  /** Where the extension lies, for the pages about rules. */
  readonly extension: string;
}

/** The first message to a judge in a web worker: the files it is made of; with it goes the port on which it is asked. */
export interface JudgeStart {
  readonly weights: Uint8Array<ArrayBuffer>;
  readonly card: string;
  readonly vocabulary: string;
  readonly runtime: Uint8Array<ArrayBuffer>;
}
