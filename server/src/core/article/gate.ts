import { functionWords } from '../languages/en/article.js';
import { nameLanguage } from '../languages/others.js';
import type { Sentence, Tokens } from './article.js';
import { isWordToken } from './tokens.js';

const projectFile =
  /(?:^|\/)(?:requirements|constraints|licen[cs]e|copying|notice|changelog|changes|readme|contributing|authors|contributors|robots|cmakelists|security|code_of_conduct|todo|humans|manifest|install|codeowners|dockerfile)(?:[-_.][\w.-]*)?\.(?:txt|md|markdown)$/i;

/** Longer than any article; books and dumps are. */
const longest = 1_000_000;

/** Why a file cannot be an article, told before it is read, or `null`. All reasons are words for a person. */
export function refuse(text: string, path: string): string | null {
  if (projectFile.test(path)) return 'The name is that of a project file, not of an article.';
  if (text.trim() === '') return 'The file is empty.';
  if (text.includes('\0') || (text.match(/\uFFFD/g)?.length ?? 0) > text.length * 0.05)
    return 'The file is not text, or not in UTF-8.';
  if (text.length > longest)
    return `The file is longer than any article (${text.length.toLocaleString('en')} characters).`;
  return null;
}

/** A text that was read but not yet judged. */
export interface Read {
  readonly plain: string;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
}

/** The fewest words of running text that make a news item: one plain sentence. */
const fewestWords = 10;

/** Why a text is not an article, or `null` where it is one: an article is prose, in English, in sentences. */
export function notAnArticle({ plain, tokens, sentences }: Read): string | null {
  const counts = count(tokens, 0, tokens.count);
  if (isLicence(plain)) return 'It is the text of a licence.';
  const kind = tellLines(plain);
  if (kind !== null) return kind;
  if (counts.words >= fewestWords && counts.function < counts.words * 0.16) {
    const words = Array.from(tokens.lower)
      .slice(0, 2000)
      .filter((word) => /^\p{L}/u.test(word));
    const language = nameLanguage(plain.slice(0, 4000), words);
    if (language !== null) return `It seems to be in ${language}; only English is read.`;
    if (!isProse(tokens, sentences)) return 'It does not read like prose: a list, a table or code?';
  }
  if (counts.words < tokens.count * 0.5) return 'It is mostly numbers and signs: a table, a log or code?';
  if (!isProse(tokens, sentences)) {
    const language = counts.words === 0 ? nameLanguage(plain.slice(0, 4000), []) : null;
    if (language !== null) return `It seems to be in ${language}; only English is read.`;
    return `It holds no running text: an article has a sentence of ${fewestWords} words at least.`;
  }
  return null;
}

function count(tokens: Tokens, from: number, to: number): { words: number; function: number } {
  let words = 0;
  let common = 0;
  for (let i = from; i < to; i++) {
    if (isWordToken(tokens, i)) words++;
    if (functionWords.has(tokens.lower[i] as string)) common++;
  }
  return { words, function: common };
}

/** Whether the running text has a sentence that is one: long enough, and held together by small words. */
const isProse = (tokens: Tokens, sentences: readonly Sentence[]): boolean =>
  sentences.some((sentence) => {
    if (sentence.place === 'headline' || sentence.boilerplate) return false;
    const { words, function: common } = count(tokens, sentence.firstToken, sentence.endToken);
    return words >= fewestWords && common >= words * 0.12;
  });

/** Words of licences; two of them, since an article about software may quote one. */
function isLicence(plain: string): boolean {
  if (!/licen[cs]e|WARRANT/i.test(plain)) return false;
  const phrases =
    /permission is hereby granted|without warrant(?:y|ies)|merchantability|licensed under the|redistribution and use|terms and conditions for|the above copyright notice|all rights reserved|free software foundation|creative commons (?:public )?licen[cs]e/gi;
  return new Set((plain.match(phrases) ?? []).map((phrase) => phrase.toLowerCase())).size >= 2;
}

const logLine =
  /^(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|\[?\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE)\b)/;
const codeLine =
  /[;{}]\s*$|^\s*(?:import|export|from|def|class|function|const|let|var|return|public|private|#include|using|package|if \(|for \(|while \(|<\/?[a-z]+|\/\/|\/\*|\$ )|^\s*[\w.]+\s*(?:=|:=|==|>=|~=)\s*\S/;
const settingLine = /^\s*[\w.-]+\s*[:=]\s*\S{1,60}\s*$|^\s*["'][\w.-]+["']\s*:/;

/** What most lines are, where they are no prose. Looks at the first lines only. */
function tellLines(plain: string): string | null {
  const lines = plain
    .slice(0, 20_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 200);
  if (lines.length < 3) return null;
  const most = (test: (line: string) => boolean): boolean => lines.filter(test).length >= lines.length * 0.6;
  if (most((line) => logLine.test(line))) return 'It is a log.';
  if (most((line) => codeLine.test(line))) return 'It is program code.';
  if (most((line) => settingLine.test(line))) return 'It is a list of settings.';
  if (isTable(lines)) return 'It is a table.';
  if (most((line) => !/\s/.test(line.trim()))) return 'It is a list of words.';
  return null;
}

/** The same number of cells in most lines, three or more of them, and short ones. */
function isTable(lines: readonly string[]): boolean {
  return [/\t/g, /;/g, /,/g, /\|/g].some((separator) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const cells = (line.match(separator)?.length ?? 0) + 1;
      if (cells >= 3 && line.length < cells * 30) counts.set(cells, (counts.get(cells) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values()) >= lines.length * 0.7;
  });
}
