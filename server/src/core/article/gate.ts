import type { Tokens } from './article.js';

const notArticles =
  /(?:^|\/)(?:requirements|constraints|licen[cs]e|copying|notice|changelog|changes|readme|contributing|authors|contributors|robots|cmakelists|security|code_of_conduct|todo|humans|manifest)(?:[-_.][\w.-]*)?\.(?:txt|md|markdown)$/i;

const wordsNeeded = 40;

/** Why a text is not an article, in words for the person who wonders, or `null` where it is one. */
export function notAnArticle(text: string, path: string, tokens: Tokens): string | null {
  if (notArticles.test(path)) return 'The name is that of a project file, not of an article.';
  if (text.includes('\0')) return 'The file is not text.';
  let words = 0;
  let common = 0;
  for (let i = 0; i < tokens.count; i++) {
    const lower = tokens.lower[i] as string;
    if (/^\p{L}/u.test(lower)) words++;
    if (functionWords.has(lower)) common++;
  }
  if (words < wordsNeeded) return `Too short for an article: ${words} words, ${wordsNeeded} are needed.`;
  if (common / words < 0.2) return 'It does not read like English prose (a list, a log, code or another language?).';
  if (words / tokens.count < 0.6) return 'It is mostly numbers and signs (a table, a log or code?).';
  if (/\b(?:WARRANTIES? OF MERCHANTABILITY|Permission is hereby granted|Licensed under the)\b/.test(text))
    return 'It is the text of a licence.';
  return null;
}

const functionWords = new Set(
  'the a an of to in and or that is was are were be been has have had he she it they we his her its their on for with as at by from not but this which who will would said after'.split(
    ' ',
  ),
);
