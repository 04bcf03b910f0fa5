import { type ArticleFacts, UnpackedFacts } from '../facts.js';
import { type KeptText, textIn } from '../keptText.js';
import type { ArticleEntry } from './entry.js';

/** Articles whose facts stay unpacked: those that are told of beside one, and some more. Comparing needs none of them. */
const mostUnpacked = 1000;

/** The facts of articles, unpacked as long as somebody asks for them. */
export class RecentFacts {
  /** Asked for since the last generation ended, and in the generation before. */
  private young = new Map<ArticleEntry, StoredFacts>();
  private old = new Map<ArticleEntry, StoredFacts>();

  /** `pathOf` gives the path that a file's metadata are read from. */
  constructor(private readonly pathOf: (file: string) => string) {}

  of(entry: ArticleEntry): ArticleFacts {
    const young = this.young.get(entry);
    if (young !== undefined) return young;
    const facts = this.old.get(entry) ?? this.unpack(entry);
    if (this.young.size >= mostUnpacked / 2) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(entry, facts);
    return facts;
  }

  /** For whoever asks for all articles, one after the other: nothing stays. */
  unpack(entry: ArticleEntry): StoredFacts {
    return new StoredFacts(entry, this.pathOf);
  }

  /** The article has other facts now, or is gone. */
  forget(entry: ArticleEntry): void {
    this.young.delete(entry);
    this.old.delete(entry);
  }
}

/** The facts that an entry has now, with its text, which is always the newest. */
class StoredFacts extends UnpackedFacts implements ArticleFacts {
  /** The text as it was kept when it was read last. */
  private kept: KeptText | null = null;
  private read = '';

  constructor(
    private readonly entry: ArticleEntry,
    private readonly pathOf: (file: string) => string,
  ) {
    super(entry.set.facts);
  }

  get file(): string {
    return this.entry.file;
  }

  get path(): string {
    return this.pathOf(this.entry.file);
  }

  get text(): string {
    const { text } = this.entry;
    if (text !== this.kept) [this.kept, this.read] = [text, text === null ? '' : textIn(text)];
    return this.read;
  }
}
