/**
 * Our own sentences in the language of the person. English stands in the code, where it is read; every other language is a
 * table by the English, with {0}, {1} where something is put in: `l10n/bundle.l10n.de.json`, in the form and place that
 * VS Code asks for. A process is told the language once, before it says anything. One that is told none, such as the
 * command line, speaks English, and to surfaces that know nothing of isolates.
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
  if (spoken === english) return own.reduce((words, next, i) => `${words}${given[i - 1]}${next}`);
  const found = said(own.reduce((words, next, i) => `${words}{${i - 1}}${next}`));
  return found.replace(/\{(\d+)\}/g, (_, i: string) => isolated(String(given[Number(i)])));
};

/** First strong isolate, and its end: what stands between has its own direction, and turns nothing around it. */
const [isolate, end] = ['\u2068', '\u2069'];

/** Letters that are written from right to left: Hebrew, Arabic and the like. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Words that others stand beside in one line: an outlet in Arabic would draw the date after it to its other side. */
export const isolated = (text: string): string => (rightToLeft.test(text) ? isolate + text + end : text);

/** Words of a list that is made before the language is known, in English: `said` says them. */
export const phrase = ([words]: TemplateStringsArray): string => words as string;

/** A phrase, said now. */
export const said = (words: string): string =>
  Object.hasOwn(spoken.sentences, words) ? (spoken.sentences[words] as string) : words;

/** A number as people write it: *2,500*. */
export const amount = (count: number): string => count.toLocaleString(spoken.code);
