import type { Sentence } from '../../article/article.js';
import { word } from '../../languages/en/attribution.js';
import { shape, type Words } from '../words.js';
import type { WordClasses } from './weights.js';

/** Room before and after each paragraph, so that looking around a word needs no bounds check. */
export const margin = 4;

/**
 * What the tagger sees of each word, as parallel arrays of small numbers and hashes. Paragraphs lie one behind the other
 * with `margin` empty slots between; `token[slot]` leads back to the article's token, -1 for an empty slot.
 */
export interface Observations {
  readonly slots: number;
  readonly token: Int32Array;
  /** Hash of the word in lower case. */
  readonly form: Int32Array;
  readonly suffix: Int32Array;
  readonly prefix: Int32Array;
  /** Distributional class, 0 for an unknown word. */
  readonly group: Int32Array;
  /** A rough part of speech from the word lists, else from shape and ending. */
  readonly tag: Int32Array;
  readonly shape: Int32Array;
  /** Inside or outside a quotation, at its first or last word, just behind or just before one. */
  readonly quotation: Int32Array;
  /** Hash of the nearest verb of reporting to the left or right in the sentence; 0 for none. */
  readonly cueLeft: Int32Array;
  readonly cueRight: Int32Array;
  readonly cueLeftDistance: Int32Array;
  readonly cueRightDistance: Int32Array;
  /** Kind and distance of the nearest punctuation to both sides. */
  readonly markLeft: Int32Array;
  readonly markRight: Int32Array;
  /** Kind of sentence: place, quotation, verbs of reporting in it. */
  readonly sentence: Int32Array;
  /** Words from the sentence's start and to its end, in steps. */
  readonly position: Int32Array;
  /** Where in a transcript's turn (*MODERATOR: …*) or before, in and behind an attribution that closes the sentence. */
  readonly frame: Int32Array;
  /** Sequences to decode: slots `from` up to, not including, `to`. */
  readonly sequences: readonly { readonly from: number; readonly to: number }[];
}

/** A distance in steps: 0 1 2 3 4-5 6-9 10-15 16+. */
export const step = (distance: number): number =>
  distance < 4 ? distance : distance < 6 ? 4 : distance < 10 ? 5 : distance < 16 ? 6 : 7;

export function hashOf(text: string, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

export function observe(words: Words, classes: WordClasses): Observations {
  const { article } = words;
  const slots = article.tokens.count + margin * (article.paragraphs.length + 1);
  const make = (): Int32Array => new Int32Array(slots);
  const o = {
    slots,
    token: make().fill(-1),
    form: make(),
    suffix: make(),
    prefix: make(),
    group: make(),
    tag: make(),
    shape: make(),
    quotation: make(),
    cueLeft: make(),
    cueRight: make(),
    cueLeftDistance: make(),
    cueRightDistance: make(),
    markLeft: make(),
    markRight: make(),
    sentence: make(),
    position: make(),
    frame: make(),
    sequences: [] as { from: number; to: number }[],
  };
  let slot = margin;
  for (const paragraph of article.paragraphs) {
    const from = slot;
    const turn = turnLength(words, article.sentences[paragraph.firstSentence]);
    for (let s = paragraph.firstSentence; s < paragraph.endSentence; s++) {
      const sentence = article.sentences[s] as Sentence;
      observeWords(words, sentence, slot, o, classes);
      observeSentence(words, sentence, slot, o);
      observeFrame(words, sentence, slot, o, s === paragraph.firstSentence ? turn : 0, turn > 0);
      slot += sentence.endToken - sentence.firstToken;
    }
    if (slot > from) o.sequences.push({ from, to: slot });
    slot += margin;
  }
  return o;
}

type Writable = { -readonly [K in keyof Observations]: Observations[K] };

function observeWords(words: Words, sentence: Sentence, slot: number, o: Writable, known: WordClasses): void {
  for (let i = sentence.firstToken, at = slot; i < sentence.endToken; i++, at++) {
    const lower = words.lower[i] as string;
    const length = lower.length;
    const classes = words.classes[i] as number;
    const written = words.shapes[i] as number;
    const form = hashOf(lower, 0, length);
    o.token[at] = i;
    o.form[at] = form;
    o.suffix[at] = hashOf(lower, Math.max(0, length - 3), length);
    o.prefix[at] = hashOf(lower, 0, Math.min(4, length));
    o.group[at] = known.of(form);
    o.shape[at] = written;
    o.tag[at] =
      written === shape.mark
        ? form
        : classes !== 0
          ? classes * 8 + (written === shape.lower ? 0 : 1)
          : plainTag(lower, written);
    o.quotation[at] = quotationState(words, i);
  }
}

/** Endings that tell verbs, adjectives and plurals apart well enough. */
function plainTag(lower: string, written: number): number {
  const n = lower.length;
  const last = lower.charCodeAt(n - 1);
  let ending = 0;
  if (last === 115) ending = lower.charCodeAt(n - 2) === 115 ? 1 : 2;
  else if (last === 100 && lower.charCodeAt(n - 2) === 101) ending = 3;
  else if (last === 103 && lower.charCodeAt(n - 2) === 110) ending = 4;
  else if (last === 121) ending = 5;
  else if (last === 110 && lower.charCodeAt(n - 2) === 111) ending = 6;
  return 1000003 + written * 16 + ending;
}

function quotationState(words: Words, i: number): number {
  const here = words.quotation[i] as number;
  const before = i > 0 ? (words.quotation[i - 1] as number) : 0;
  const after = words.quotation[i + 1] ?? 0;
  if (here === 0) return (before !== 0 ? 1 : 0) + (after !== 0 ? 2 : 0);
  return 4 + (before === here ? 0 : 1) + (after === here ? 0 : 2);
}

const reporting = word.reports | word.reporting;

function observeSentence(words: Words, sentence: Sentence, slot: number, o: Writable): void {
  const { firstToken, endToken } = sentence;
  const length = endToken - firstToken;
  let cue = 0;
  let cueAt = 0;
  let that = 0;
  let mark = 1;
  let markAt = slot - 1;
  let cues = 0;
  let quoted = 0;
  for (let k = 0; k < length; k++) {
    const at = slot + k;
    const i = firstToken + k;
    const distance = cue === 0 ? 0 : step(at - cueAt);
    o.cueLeft[at] = cue === 0 ? 0 : cue + that;
    o.cueLeftDistance[at] = distance;
    o.markLeft[at] = mark * 8 + step(at - markAt - 1);
    const classes = words.classes[i] as number;
    if (classes & reporting || words.lower[i] === 'according') {
      cue = o.form[at] as number;
      cueAt = at;
      that = 0;
      cues++;
    } else if (words.lower[i] === 'that') that = 1;
    if (words.shapes[i] === shape.mark) {
      mark = o.form[at] as number;
      markAt = at;
    }
    if (words.quotation[i] !== 0) quoted++;
    o.position[at] = step(k) * 8 + step(length - 1 - k);
  }
  observeRight(words, sentence, slot, o);
  const place = sentence.place === 'headline' ? 2 : 0;
  const share = quoted === 0 ? 0 : quoted === length ? 2 : 1;
  const kind = place + 4 * share + 16 * Math.min(cues, 2) + (words.lower[firstToken + 1] === ':' ? 64 : 0);
  o.sentence.fill(kind, slot, slot + length);
}

function observeRight(words: Words, { firstToken, endToken }: Sentence, slot: number, o: Writable): void {
  let cue = 0;
  let cueAt = 0;
  let mark = 1;
  let markAt = slot + endToken - firstToken;
  for (let k = endToken - firstToken - 1; k >= 0; k--) {
    const at = slot + k;
    const i = firstToken + k;
    o.cueRight[at] = cue;
    o.cueRightDistance[at] = cue === 0 ? 0 : step(cueAt - at);
    o.markRight[at] = mark * 8 + step(markAt - at - 1);
    if ((words.classes[i] as number) & reporting || words.lower[i] === 'according') {
      cue = o.form[at] as number;
      cueAt = at;
    }
    if (words.shapes[i] === shape.mark) {
      mark = o.form[at] as number;
      markAt = at;
    }
  }
}

const longestName = 5;

/** Tokens up to and with the colon where a paragraph opens like a turn in a transcript, else 0. */
function turnLength(words: Words, sentence: Sentence | undefined): number {
  if (sentence === undefined) return 0;
  const opened = words.lower[sentence.firstToken] === '"' ? 1 : 0;
  for (let k = opened; k <= opened + longestName; k++) {
    const i = sentence.firstToken + k;
    if (i >= sentence.endToken) return 0;
    if (words.lower[i] === ':') return k > opened ? k + 1 : 0;
    if (words.shapes[i] === shape.lower) return 0;
  }
  return 0;
}

const longestClosing = 14;

/**
 * Marks the parts of a sentence that ends in its attribution (*…, the mayor said on Friday.*): before it, at the comma or
 * quotation mark that opens it, between that and the verb, from the verb on.
 */
function observeFrame(
  words: Words,
  sentence: Sentence,
  slot: number,
  o: Writable,
  turn: number,
  inTurn: boolean,
): void {
  const { firstToken, endToken } = sentence;
  const length = endToken - firstToken;
  let verb = -1;
  for (let k = length - 1; k >= 0 && k > length - longestClosing; k--)
    if ((words.classes[firstToken + k] as number) & reporting || words.lower[firstToken + k] === 'according') {
      verb = k;
      break;
    }
  let opening = -1;
  for (let k = verb - 1; k > 0 && k > verb - longestClosing; k--) {
    const lower = words.lower[firstToken + k];
    if (lower === ',' || lower === '"' || lower === '—' || lower === '–') {
      opening = k;
      break;
    }
  }
  for (let k = 0; k < length; k++) {
    let part = 0;
    if (opening > 0) part = k === 0 ? 1 : k < opening ? 2 : k === opening ? 3 : k < verb ? 4 : 5;
    else if (verb > 0) part = k < verb ? 6 : 7;
    const inName = turn === 0 ? (inTurn ? 8 : 0) : k < turn ? 16 + 8 * Math.min(k, 1) : k === turn ? 32 : 8;
    o.frame[slot + k] = part + inName;
  }
}
