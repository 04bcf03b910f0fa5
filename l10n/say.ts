/**
 * Our own sentences in the language of the person. English stands in the code, where it is read; every other language is a
 * table by the English, with {0}, {1} where something is put in: `l10n/bundle.l10n.de.json`, in the form and place that
 * VS Code asks for. A process is told the language once, before it says anything. One that is told none, such as the
 * command line, speaks English.
 */
export interface Language {
  /** As in `lang="de"`; numbers and days are written by it. */
  readonly code: string;
  /** By the English; what is missing stays English. */
  readonly sentences: Readonly<Record<string, string>>;
}

export const english: Language = { code: 'en', sentences: {} };

let spoken = english;

export const speak = (language: Language): void => {
  spoken = language;
};

/** What is made for programs, whatever the person speaks; done at once. */
export function inEnglish<Made>(make: () => Made): Made {
  const before = spoken;
  spoken = english;
  try {
    return make();
  } finally {
    spoken = before;
  }
}

/** What `speak` was last told. */
export const language = (): Language => spoken;

/** A sentence, said now: say`and ${count} more`. */
export const say = (own: TemplateStringsArray, ...given: readonly (string | number)[]): string => {
  const found = said(own.reduce((words, next, i) => `${words}{${i - 1}}${next}`));
  return found.replace(/\{(\d+)\}/g, (_, i: string) => String(given[Number(i)]));
};

/** Words of a list that is made before the language is known, in English: `said` says them. */
export const phrase = ([words]: TemplateStringsArray): string => words as string;

/** A phrase, said now. */
export const said = (words: string): string =>
  Object.hasOwn(spoken.sentences, words) ? (spoken.sentences[words] as string) : words;

/** A number as people write it: *2,500*. */
export const amount = (count: number): string => count.toLocaleString(spoken.code);
