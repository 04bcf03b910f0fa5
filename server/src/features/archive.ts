import type { Reading } from '../core/reading.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Card } from './cards.js';

/** All articles: what each says and who else says it, and a card for each at hand. Keys of both are URIs. */
export interface Archive {
  readonly workspace: Workspace;
  readonly cards: Pick<ReadonlyMap<string, Card>, 'get' | 'keys' | 'values' | 'size'>;
}

/**
 * The reading of an article, or `undefined` for a skipped or unknown file. May mean reading the text again: for what a
 * card tells, ask the card.
 */
export function readingOf({ workspace }: Archive, file: string): Reading | undefined {
  const reading = workspace.get(file);
  return reading === undefined || 'skipped' in reading ? undefined : reading;
}
