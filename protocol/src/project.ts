import type { RequestName } from './names.js';

/** What a person may know of an article better than its text says it. */
export type ArticleField = 'title' | 'outlet' | 'date' | 'agency';

/** A change of the project file of a folder. */
export type ProjectChange =
  /** '' for `value`: what the text says holds again. */
  | { readonly kind: 'article'; readonly field: ArticleField; readonly value: string }
  | { readonly kind: 'side' | 'independent'; readonly name: string }
  /** `name` is another name of the body that goes by `of`; '' where a person is still to say. */
  | { readonly kind: 'otherName'; readonly name: string; readonly of: string }
  | { readonly kind: 'rule'; readonly rule: string; readonly level: 'hint' | 'off' };

/** What a quick fix hands to the command `changeProject`. */
export interface ProjectDraft {
  /** The article whose folder is meant. */
  readonly uri: string;
  /** Its value or name is what a person is asked to change first, where `asks` says so. */
  readonly change: ProjectChange;
  readonly asks: boolean;
}

/** Answers when the change is on the disk. */
export const changeProject: RequestName<{ readonly uri: string; readonly change: ProjectChange }, null> = {
  method: 'secondSource/changeProject',
};

/** Takes the last change of a project file back that was made here; `null` where there is none. */
export const undoProject: RequestName<null, { readonly undone: string | null }> = {
  method: 'secondSource/undoProject',
};
