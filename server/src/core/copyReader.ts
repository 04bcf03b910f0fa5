import type { Skipped } from './article/article.js';
import { corrected } from './article/corrections.js';
import { readArticle } from './article/index.js';
import { type Readers, type Reading, read } from './reading.js';

/** Texts that are remembered: copies of one text lie in one folder, or come one after the other. Chosen. */
const remembered = 64;

interface Remembered {
  readonly reading: Reading;
  readonly readers: Readers;
}

/** Reads texts as `read` does; what many files have word for word it reads twice. */
export class CopyReader {
  private readonly recent = new Map<string, Remembered>();
  /** Texts that came once: most come never again, and a reading takes hundreds of times the memory. */
  private readonly cameOnce = new Set<string>();

  read(text: string, path: string, readers: Readers): Reading | Skipped {
    const known = this.recent.get(text);
    const copy = known && copyOf(known, text, path, readers);
    if (copy !== undefined) return copy;
    const reading = read(text, path, readers);
    if ('skipped' in reading) return reading;
    if (this.cameOnce.delete(text) || known !== undefined) {
      this.recent.delete(text);
      this.recent.set(text, { reading, readers });
      forgetOldest(this.recent);
    } else {
      this.cameOnce.add(text);
      forgetOldest(this.cameOnce);
    }
    return reading;
  }
}

function forgetOldest(texts: Map<string, unknown> | Set<string>): void {
  if (texts.size > remembered) texts.delete(texts.keys().next().value as string);
}

/** The reading under another path; `undefined` where the path, or who reads, may make it another one. */
function copyOf({ reading, readers }: Remembered, text: string, path: string, now: Readers): Reading | undefined {
  if (now.tagger !== readers.tagger || now.languages !== readers.languages || !areAlike(now.settings, readers.settings))
    return undefined;
  const found = readArticle(text, path, now.languages);
  if ('skipped' in found) return undefined;
  const article = corrected(found, now.corrections);
  // everything else in an article follows from its text and these
  const { plain, language, metadata } = reading.article;
  const isCopy = article.plain === plain && article.language === language && areAlike(article.metadata, metadata);
  return isCopy ? { ...reading, article } : undefined;
}

const areAlike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
