import type { Article, Skipped } from '../core/article/article.js';
import { corrected } from '../core/article/corrections.js';
import { readArticle } from '../core/article/index.js';
import { CopyReader } from '../core/copyReader.js';
import type { Readers, Reading } from '../core/reading.js';

/** Readings kept at hand unless told otherwise; others are read again when asked for: most files of a folder are not open. */
const readingsKept = 300;

/** What files say, read when it is asked for; of the files asked for last, it stays at hand. */
export class Readings {
  private readonly kept = new Map<string, Reading | Skipped>();
  /** Articles of files whose reading is not at hand, for those who show other files beside one. */
  private readonly articlesShown = new Map<string, Article>();
  private readonly copyReader = new CopyReader();

  /** `readersOf` a file may differ from folder to folder; `pathOf` is what its metadata are read from. */
  constructor(
    private readonly readersOf: (file: string) => Readers,
    private readonly pathOf: (file: string) => string,
    readonly most = readingsKept,
  ) {}

  /** What is at hand of a file, or what its text says; `undefined` where there is neither. */
  of(file: string, text: string | undefined): Reading | Skipped | undefined {
    const kept = this.kept.get(file);
    if (kept !== undefined || text === undefined) return kept;
    const reading = this.read(file, text);
    this.keep(file, reading);
    return reading;
  }

  /** What a text says, without keeping it. */
  read(file: string, text: string): Reading | Skipped {
    return this.copyReader.read(text, this.pathOf(file), this.readersOf(file));
  }

  keep(file: string, reading: Reading | Skipped): void {
    keepNewest(this.kept, file, reading, this.most);
  }

  /** An article as it stands in its file, without what it says: in a third of the time that a whole reading may take. */
  articleOf(file: string, text: string | undefined): Article | undefined {
    const kept = this.kept.get(file);
    if (kept !== undefined) return 'skipped' in kept ? undefined : kept.article;
    if (text === undefined) return undefined;
    const shown = this.articlesShown.get(file);
    if (shown?.text === text) return shown;
    const { languages, corrections } = this.readersOf(file);
    const found = readArticle(text, this.pathOf(file), languages);
    if ('skipped' in found) return undefined;
    const article = corrected(found, corrections);
    keepNewest(this.articlesShown, file, article, this.most);
    return article;
  }

  forget(file: string): void {
    this.kept.delete(file);
    this.articlesShown.delete(file);
  }
}

/** Enters what was made of a file as the newest; the oldest of more than `most` is forgotten. */
function keepNewest<T>(kept: Map<string, T>, file: string, made: T, most: number): void {
  kept.delete(file);
  kept.set(file, made);
  if (kept.size > most) kept.delete(kept.keys().next().value as string);
}
