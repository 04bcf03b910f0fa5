import type { RequestName } from './names.js';

/** Saved pages and news items to make articles of. */
export interface ImportDraft {
  /** By URI. */
  readonly files: readonly string[];
  /** The folder that the articles go to; `null`: each beside its original. */
  readonly folder: string | null;
  /** Whether an article that was imported before and differs is written anew. */
  readonly overwrite: boolean;
}

/** An article that was made, and what became of it; `kept`: another one of this original is there, and was left as it is. */
export interface ImportedArticleFile {
  readonly uri: string;
  readonly state: 'written' | 'same' | 'kept';
}

/** What became of one file. */
export interface ImportedFile {
  readonly file: string;
  readonly articles: readonly ImportedArticleFile[];
  /** What a person should know of them, a sentence; else `null`. */
  readonly note: string | null;
  /** Why there are no articles, a sentence for a person; else `null`. */
  readonly failed: string | null;
}

/** The endings of files that articles are made of. */
export const importedEndings = ['html', 'htm', 'xhtml', 'mhtml', 'mht', 'json', 'xml'] as const;

export const importArticles: RequestName<ImportDraft, readonly ImportedFile[]> = {
  method: 'secondSource/importArticles',
};
