import type { Language } from '../../l10n/say.js';

/** What the client tells the server when it starts it. Other editors send nothing. */
export interface InitializationOptions {
  /** Whether the editor knows the commands above, so that a code lens may be clicked. */
  readonly commands: boolean;
  /** What the person is spoken to in; absent: English. */
  readonly language?: Language;
  /** Where the index outlives the server: a folder of the editor's own, in a browser its address; absent: it is built at every start. */
  readonly storage?: string;
}
