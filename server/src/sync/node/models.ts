import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTagger, type Tagger } from '../../core/attribution/index.js';

/** The learned parts, and for each that could not be loaded a sentence for people; without them the rules read alone. */
export interface Models {
  readonly tagger: Tagger | null;
  readonly notices: readonly string[];
}

/** Reads the weights in `folder` (`dist/models` beside the bundles). Never throws: what is missing is told in `notices`. */
export function loadModels(folder = join(__dirname, 'models')): Models {
  const file = join(folder, 'tagger.bin');
  const tagger = read(file);
  if ('error' in tagger)
    return { tagger: null, notices: [`Sources are found by rules alone: ${tagger.error} (${file})`] };
  return { tagger, notices: [] };
}

function read(file: string): Tagger | { readonly error: string } {
  try {
    return loadTagger(readFileSync(file));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { error: `The tagger’s weights file cannot be read: ${reason}.` };
  }
}
