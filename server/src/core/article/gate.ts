import { phrase } from '../../../../l10n/say.js';
import type { ArticleWords } from '../languages/articleWords.js';
import type { Language } from '../languages/language.js';
import type { WordSet } from '../languages/material.js';
import { unreadLanguage } from '../languages/unread.js';
import type { Sentence, Tokens } from './article.js';
import { isLetter, kindOf, LETTER } from './characters.js';
import { blank } from './markup.js';
import { findPageCode } from './pageCode.js';
import { numbersOf } from './tokens.js';

const projectFile =
  /(?:^|\/)(?:requirements|constraints|licen[cs]e|copying|notice|changelog|changes|readme|contributing|authors|contributors|robots|cmakelists|security|code[-_]of[-_]conduct|governance|issue_template|pull_request_template|todo|humans|manifest|install|codeowners|dockerfile|third-?party-?notices?)(?:[-_.][\w.-]*)?\.(?:txt|md|markdown)$|\.licen[cs]e\.txt$/i;

/** In characters: longer than any article; books and dumps are. Set by hand. */
const longest = 1_000_000;

/** Why a file cannot be an article, told before it is read, or `null`. All reasons are words for a person. */
export function refuse(text: string, path: string): string | null {
  if (projectFile.test(path)) return phrase`The name is that of a project file, not of an article.`;
  if (text.trim() === '') return phrase`The file is empty.`;
  if (text.includes('\0') || (text.match(/\uFFFD/g)?.length ?? 0) > text.length * 0.05)
    return phrase`The file is not text, or not in UTF-8.`;
  if (text.length > longest)
    return `The file is longer than any article (${text.length.toLocaleString('en')} characters).`;
  return null;
}

/** A text that was read but not yet judged. */
export interface Read {
  readonly text: string;
  readonly plain: string;
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
}

/** A file shows what it is on its first pages; set by hand. */
const enough = { tokens: 1500, characters: 8000, lines: 100 };

/** The fewest words of running text that make a news item: a plain sentence. */
const fewestWords = 10;

/**
 * Why a text is not an article, or `null` where it is one: an article is prose, in sentences, in a language that is read.
 * `language` is the likeliest of those, which are `read`.
 */
export function notAnArticle(
  { text, plain, tokens, sentences }: Read,
  language: Language,
  read: readonly Language[],
): string | null {
  const { functionWords } = language.article.sets;
  const kinds = tellWords(tokens, functionWords);
  const first = Math.min(tokens.count, enough.tokens);
  const counts = { tokens: first, ...count(kinds, 0, first) };
  const opening = plain.slice(0, enough.characters);
  if (isLicence(opening)) return phrase`It is the text of a licence.`;
  // most files are articles: where small words hold together what is nearly all words, nobody looks at lines
  const plainly = counts.function >= counts.words * 0.3 && counts.words >= counts.tokens * 0.8;
  const kind = plainly ? null : tellLines(opening, counts.function / Math.max(1, counts.words));
  if (kind !== null) return kind;
  if (isTaskList(opening, language.article)) return phrase`It is a list of things to do.`;
  // what a page leaves behind the article is not what the article is about
  const start = text.slice(0, enough.characters);
  const written = blank(start, findPageCode(start));
  if (isAboutSoftware(written, counts.words)) return phrase`It describes software: it is full of code.`;
  if (isReference(written, counts.words)) return phrase`It is a page of reference: headings over tables and examples.`;
  // few small words: another language, or a list
  if (!plainly) {
    const words = tokens.lower.slice(0, enough.tokens).filter((word) => kindOf(word.charCodeAt(0)) === LETTER);
    const unread = unreadLanguage(opening, words, counts.function / Math.max(1, counts.words));
    if (unread !== null) return `Looks like ${unread}; Second Source reads ${read.map(({ name }) => name).join(', ')}.`;
  }
  if (counts.words < counts.tokens * 0.5) return phrase`It is mostly numbers and signs: a table, a log or code?`;
  return isProse(tokens, kinds, sentences)
    ? null
    : `It holds no running text: an article has ${fewestWords} words of it at least.`;
}

/** What a token is to the gate, as bits. */
const tokenKind = { word: 1, functionWord: 2 } as const;

/** For each token what it is, bits of `tokenKind`. */
function tellWords(tokens: Tokens, functionWords: WordSet): Uint8Array {
  const { count, word } = tokens;
  const numbers = numbersOf(tokens);
  const all = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const isWord = kindOf(word[i]!.charCodeAt(0)) === LETTER;
    all[i] = (isWord ? tokenKind.word : 0) | (functionWords.holds(numbers[i]!) ? tokenKind.functionWord : 0);
  }
  return all;
}

/** How many of the tokens `from` up to `to` are words, and how many function words. */
function count(kinds: Uint8Array, from: number, to: number): { words: number; function: number } {
  let words = 0;
  let common = 0;
  for (let i = from; i < to; i++) {
    if (kinds[i]! & tokenKind.word) words++;
    if (kinds[i]! & tokenKind.functionWord) common++;
  }
  return { words, function: common };
}

/** Whether there is running text: words enough, held together by small words, and one sentence that is long or stops. */
function isProse(tokens: Tokens, kinds: Uint8Array, sentences: readonly Sentence[]): boolean {
  let words = 0;
  let common = 0;
  let whole = false;
  for (const { firstToken, endToken, place, boilerplate } of sentences) {
    if (place === 'headline' || boilerplate) continue;
    const here = count(kinds, firstToken, endToken);
    words += here.words;
    common += here.function;
    whole ||= here.words >= fewestWords || (here.words >= 4 && isStopped(tokens, endToken - 1));
    if (whole && words >= enough.tokens) break;
  }
  return whole && words >= fewestWords && common >= words * 0.12;
}

const isStopped = (tokens: Tokens, last: number): boolean => /[.!?…”"’)]/.test(tokens.word[last]!);

/** Words of licences; two of them, since an article about software may quote one. */
function isLicence(opening: string): boolean {
  if (!/licen[cs]e|WARRANT/i.test(opening)) return false;
  const phrases =
    /permission is hereby granted|without warrant(?:y|ies)|merchantability|licensed under the|redistribution and use|terms and conditions for|the above copyright notice|all rights reserved|free software foundation|creative commons (?:public )?licen[cs]e/gi;
  return new Set((opening.match(phrases) ?? []).map((phrase) => phrase.toLowerCase())).size >= 2;
}

// code fences and spans, calls, options, paths, names with underscores, names of source files
const technical =
  /```|`[^`\n]{1,200}`|\b\w{2,40}\(\)|(?<=\s)--[a-z][\w-]*|(?<=\s)(?:\.{0,2}|~)\/[\w.-]+\/[\w./-]+|(?<![@#/.\w-])[A-Za-z]\w*_\w+\b(?!=)|(?<![/.\w-])[\w-]+\.(?:js|ts|py|c|h|cc|cpp|go|rs|java|json|ya?ml|toml|sh|exe|dll|so|conf|cfg|ini)\b/g;

/** What each of the above holds: a first look that few articles pass. */
const hint = /[`_]|\(\)|--[a-z]|\/\w|\.[a-z]/g;
/** Fewer pieces of code are in many an article; set by hand. */
const fewestTechnical = 4;

/** A manual, a guide to a program, release notes: one word in a hundred or so is code. An article may name a file or two. */
function isAboutSoftware(opening: string, words: number): boolean {
  if ((opening.match(hint)?.length ?? 0) < fewestTechnical) return false;
  const found = opening.match(technical)?.length ?? 0;
  return found >= fewestTechnical && found >= words * 0.008;
}

const logLine =
  /^(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|\[?\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE)\b)/;
const codeLine =
  /[;{}]\s*$|^\s*(?:import|export|from|def|class|function|const|let|var|return|public|private|#include|using|package|if \(|for \(|while \(|<\/?[a-z]+|\/\/|\/\*|\$ )|^\s*[\w.]+\s*(?:=|:=|==|>=|~=)\s*\S/;
const settingLine = /^\s*[\w.-]+\s*[:=]\s*\S{1,60}\s*$|^\s*["'][\w.-]+["']\s*:/;

/** What most lines are, where they are no prose. Looks at the first lines only. */
function tellLines(opening: string, smallWords: number): string | null {
  const lines = opening
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, enough.lines);
  if (lines.length < 3) return null;
  // by characters: a page's style sheet has more lines than the article it was scraped with
  const all = lines.reduce((sum, line) => sum + line.length, 0);
  const most = (test: (line: string) => boolean): boolean =>
    lines.reduce((sum, line) => (test(line) ? sum + line.length : sum), 0) >= all * 0.6;
  if (most((line) => logLine.test(line))) return phrase`It is a log.`;
  if (most((line) => codeLine.test(line))) return phrase`It is program code.`;
  if (most((line) => settingLine.test(line))) return phrase`It is a list of settings.`;
  if (isTable(lines, smallWords)) return phrase`It is a table.`;
  if (most((line) => !/\s/.test(line.trim()))) return phrase`Looks like a list, not an article.`;
  return null;
}

/** In parts of all words: so many small words hold prose together, and no table. Chosen. */
const smallWordsOfProse = 0.15;

/** The same number of cells in most lines, three or more of them, and short ones. Prose has spaces behind its commas. */
function isTable(lines: readonly string[], smallWords: number): boolean {
  const marks = smallWords < smallWordsOfProse ? [/\t/g, /\|/g, /;/g, /,/g] : [/\t/g, /\|/g, /;(?!\s)/g, /,(?!\s)/g];
  return marks.some((separator) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const cells = (line.match(separator)?.length ?? 0) + 1;
      if (cells >= 3 && line.length < cells * 30) counts.set(cells, (counts.get(cells) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values()) >= lines.length * 0.7;
  });
}

const listMark = /^\s*(?:[-*+•·▪◦–]|\d{1,3}[.)]|(?:[-*+]\s+)?\[[ xX✓]?\]|[☐☑☒✓✔□■])\s+/u;
const checkbox = /^\s*(?:(?:[-*+]\s+)?\[[ xX✓]?\]|[☐☑☒])\s/u;

/** In characters; chosen. */
const longestTask = { withVerb: 160, plain: 60 };

/** Of the characters of a list; set by hand. */
const shareOfTasks = 0.6;

/** A list of things to do: most of it tasks, each told by a box, a verb that opens it, or a small letter behind a list's mark. */
function isTaskList(opening: string, { sets, patterns }: ArticleWords): boolean {
  const lines = opening
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, enough.lines);
  const all = lengthOf(lines);
  // a long line that opens with a letter is no task, whatever stands above it
  const prose = lines.filter((line) => line.length >= longestTask.withVerb && isLetter(line, 0));
  if (all - lengthOf(prose) < all * shareOfTasks) return false;
  const headed = lines.findIndex((line) => patterns.taskHeading.test(line.replace(/^#+\s*/, '')));
  const isTask = (line: string): boolean => {
    const item = line.replace(listMark, '');
    const listed = item.length < line.length;
    const first = /^\p{L}[\p{L}’'-]*/u.exec(item)?.[0] ?? '';
    if (checkbox.test(line)) return true;
    if (sets.taskVerbs.has(first.toLowerCase()))
      return item.length < longestTask.withVerb && !/[.!?]\s+\p{Lu}/u.test(item);
    const stopped = /[.!?…]["”’')\]]*$/.test(item) && /^\p{Lu}/u.test(item);
    return (
      !stopped && ((listed && /^\p{Ll}/u.test(item)) || (headed >= 0 && (listed || item.length < longestTask.plain)))
    );
  };
  const tasks = lines.filter((line, i) => i !== headed && isTask(line));
  return tasks.length >= 2 && lengthOf(tasks) + (lines[headed]?.length ?? 0) >= all * shareOfTasks;
}

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);

const example =
  /(?<![*\p{L}\p{N}])\*(?!\s)[^*\n]{1,80}(?<!\s)\*(?![*\p{L}\p{N}])|(?<![_\p{L}\p{N}])_(?![\s_])[^_\n]{1,80}(?<!\s)_(?![_\p{L}\p{N}])/gu;
const tableRule = /^\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?[ \t]*\r?$/m;
const fewestExamples = { count: 8, ofWords: 0.015 };

/** A page of help in Markdown: headings, and a table or links to other pages, and many examples in italics. */
function isReference(opening: string, words: number): boolean {
  if (!opening.includes('#') || (opening.match(/^#{1,4}\s/gm)?.length ?? 0) < 2) return false;
  if (!tableRule.test(opening) && !/\]\([^()\s]{1,200}\.md(?:#[^()\s]{0,80})?\)/.test(opening)) return false;
  const examples = opening.match(example)?.length ?? 0;
  return examples >= fewestExamples.count && examples >= words * fewestExamples.ofWords;
}
