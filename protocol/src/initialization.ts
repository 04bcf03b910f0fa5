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
