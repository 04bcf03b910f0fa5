import { abbreviations, sentenceOpeners } from '../languages/en/article.js';
import type { Span } from '../span.js';

// a run of terminators, the closing marks that belong to it, and what follows
const terminator = /[.!?…]+["”’'»)\]]*/g;
const opening = /^\s*["“„‘'«([–—-]*\s*/;

/**
 * Splits a paragraph into sentences, trimmed, in order. Survives *U.S.*, *Gen.*, *al. 7*, initials, a space lost after
 * a quotation mark (`… over.”The army …`) or a full stop (`… over.The army …`), and text without a final stop.
 */
export function splitSentences(text: string, paragraph: Span): Span[] {
  const sentences: Span[] = [];
  let from = paragraph.start;
  terminator.lastIndex = paragraph.start;
  for (let m = terminator.exec(text); m !== null && m.index < paragraph.end; m = terminator.exec(text)) {
    const after = Math.min(m.index + m[0].length, paragraph.end);
    if (!endsSentence(text, paragraph, m.index, m[0], after)) continue;
    pushTrimmed(sentences, text, from, after);
    from = after;
  }
  pushTrimmed(sentences, text, from, paragraph.end);
  return sentences;
}

function pushTrimmed(sentences: Span[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  if (end > start) sentences.push({ start, end });
}

function endsSentence(text: string, paragraph: Span, at: number, run: string, after: number): boolean {
  const rest = text.slice(after, Math.min(after + 40, paragraph.end));
  if (rest.trim() === '') return true;
  const lead = (opening.exec(rest) as RegExpExecArray)[0];
  const next = rest.slice(lead.length);
  if (!/^[\p{Lu}\p{N}#@]/u.test(next)) return false;
  const before = /[^\s"“„‘'«([—–]*$/.exec(text.slice(Math.max(paragraph.start, at - 24), at))?.[0] ?? '';
  if (!/^\s/.test(rest)) return glued(before, run, lead, next);
  if (run[0] !== '.' || run.length > 1) return true;
  return !isAbbreviation(before, next);
}

/** No space follows: an end only after a closing mark, or between a plain word and a capitalised one. */
function glued(before: string, run: string, lead: string, next: string): boolean {
  if (/["”»]$/.test(run) || /^["“„«]/.test(lead)) return /^\p{Lu}/u.test(next);
  return run === '.' && /^[\p{L}’'-]*\p{Ll}{3}$/u.test(before) && /^\p{Lu}\p{Ll}+[\s,’']/u.test(next);
}

function isAbbreviation(before: string, next: string): boolean {
  const word = before.toLowerCase();
  const opener = sentenceOpeners.has(/^[\p{L}]+/u.exec(next)?.[0].toLowerCase() ?? '');
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before)) return !opener; // U.S, a.m, J.K
  if (/^\p{Lu}$/u.test(before)) return !opener || (/^(?:A|I)$/u.test(next[0] ?? '') === false && !opener); // J. Smith
  if (!abbreviations.has(word)) return false;
  if (word === 'no' || word === 'nos' || word === 'al' || word === 'art') return /^\p{N}/u.test(next);
  if (word === 'etc' || word === 'inc' || word === 'corp' || word === 'co' || word === 'ltd') return false;
  // *Sat.*, *May* and *Miss.* are words too: they abbreviate only where written with a capital
  return /^\p{Lu}/u.test(before) || !opener
    ? !(opener && /^(?:sat|sun|mar|dec|wash|miss|mass|ill|ore|pa|ga|va)$/.test(word))
    : false;
}
