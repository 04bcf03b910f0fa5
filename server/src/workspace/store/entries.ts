import { keptText, textIn } from '../keptText.js';
import { type ArticleEntry, type Entry, isArticle } from './entry.js';
import { PathEnds } from './pathEnds.js';

type Known = Pick<Entry, 'file' | 'text' | 'storedDigest' | 'isGuest'>;

/** The files of a store by their keys, and those of them that are articles by their numbers. */
export class Entries {
  private readonly byFile = new Map<string, Entry>();
  private readonly byNumber: ArticleEntry[] = [];
  private readonly freeNumbers: number[] = [];
  /** Number of entries that are only stored, and of guests: nobody set them. */
  private stored = 0;
  private guests = 0;
  /** An article that lies in an archive, too, says nothing about itself: `null` where there is no archive. */
  private readonly ends: { readonly own: PathEnds; readonly guests: PathEnds } | null;

  /** `pathOf` gives the path that a file's metadata are read from. */
  constructor(
    private readonly pathOf: (file: string) => string,
    hasArchives: boolean,
  ) {
    this.ends = hasArchives ? { own: new PathEnds(), guests: new PathEnds() } : null;
  }

  get(file: string): Entry | undefined {
    return this.byFile.get(file);
  }

  /** The article of a file; `undefined` for one that is none, not there, or only stored. */
  articleOf(file: string): ArticleEntry | undefined {
    const entry = this.byFile.get(file);
    return isArticle(entry) && entry.text !== null ? entry : undefined;
  }

  /** The article with a number. */
  at(number: number): ArticleEntry {
    return this.byNumber[number]!;
  }

  /** Everything that is known, in no order. */
  all(): Iterable<Entry> {
    return this.byFile.values();
  }

  /** The files that somebody set, articles and others, in no order. */
  *own(): Generator<Entry> {
    for (const entry of this.byFile.values()) if (entry.text !== null && !entry.isGuest) yield entry;
  }

  /** Number of files that somebody set. */
  get ownCount(): number {
    return this.byFile.size - this.stored - this.guests;
  }

  /** Number of files that are only stored. */
  get storedCount(): number {
    return this.stored;
  }

  /** Whether an article of an archive is one of the folder's. */
  isHere(archived: string): boolean {
    return this.ends?.own.hasEnding(this.pathOf(archived)) ?? false;
  }

  /** The guests that are the same article as a file of the folder. */
  guestsLike(file: string): ArticleEntry[] {
    const guests = this.ends?.guests.endsOf(this.pathOf(file)) ?? [];
    return guests.map((guest) => this.byFile.get(guest)).filter(isArticle);
  }

  enter({ file, text, storedDigest, isGuest }: Known): Entry {
    // field by field: an engine gives copies of unknown objects more room than they need
    const kept = text === null ? null : keptText(textIn(text));
    const entry: Entry = { file, text: kept, number: null, set: null, storedDigest, isGuest };
    this.byFile.set(entry.file, entry);
    this.ends?.[entry.isGuest ? 'guests' : 'own'].add(entry.file, this.pathOf(entry.file));
    if (entry.text === null) this.stored++;
    if (entry.isGuest) this.guests++;
    return entry;
  }

  /** Gives an article its number. */
  number(article: ArticleEntry): ArticleEntry {
    article.number ??= this.freeNumbers.pop() ?? this.byNumber.length;
    this.byNumber[article.number] = article;
    return article;
  }

  /** Somebody set the file of an entry. */
  setText(entry: Entry, text: string): void {
    if (entry.text === null) this.stored--;
    entry.text = keptText(text);
  }

  remove(entry: Entry): void {
    this.byFile.delete(entry.file);
    this.ends?.[entry.isGuest ? 'guests' : 'own'].remove(entry.file, this.pathOf(entry.file));
    if (entry.text === null) this.stored--;
    if (entry.isGuest) this.guests--;
    if (entry.number !== null) this.freeNumbers.push(entry.number);
  }
}
