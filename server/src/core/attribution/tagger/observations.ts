import type { Sentence } from '../../article/article.js';
import { hash } from '../../hash.js';
import { speech } from '../../languages/tokenClasses.js';
import { shape, type Words } from '../../words.js';
import type { WordClasses } from './weights.js';

/** Empty slots before and after each paragraph, so that looking around a word needs no bounds check. */
const margin = 4;

/** What the tagger sees of each word, and in which column: small numbers and hashes, 0 for nothing. */
export const column = {
  /** Nothing at all, for features of few values. */
  zero: 0,
  /** Hash of the word in lower case. */
  form: 1,
  suffix: 2,
  prefix: 3,
  /** Distributional class, 0 for an unknown word. */
  group: 4,
  /** A rough part of speech from the word lists, else from shape and ending. */
  tag: 5,
  shape: 6,
  /** Inside or outside a quotation, at its first or last word, just behind or just before one. */
  quotation: 7,
  /** Hash of the nearest verb of reporting to the left or right in the sentence; 0 for none. */
  cueLeft: 8,
  cueRight: 9,
  cueLeftDistance: 10,
  cueRightDistance: 11,
  /** Both distances in one. */
  cueDistances: 12,
  /** Kind and distance of the nearest punctuation to both sides. */
  markLeft: 13,
  markRight: 14,
  markLeftKind: 15,
  markRightKind: 16,
  /** Kind of sentence: place, quotation, verbs of reporting in it. */
  sentence: 17,
  /** Words from the sentence's start and to its end, in steps. */
  position: 18,
  fromStart: 19,
  toEnd: 20,
  /** Where in a transcript's turn (*MODERATOR: …*) or before, in and behind an attribution that closes the sentence. */
  frame: 21,
} as const;

export const width = Object.keys(column).length;

/**
 * The words of an article as the tagger sees them. Paragraphs lie one behind the other with `margin` empty slots between;
 * `token[slot]` leads back to the article's token, -1 for an empty slot.
 */
export interface Observations {
  readonly slots: number;
  readonly token: Int32Array;
  /** `width` values a slot, one a column. */
  readonly values: Int32Array;
  /** Sequences to decode: slots `from` up to, not including, `to`. */
  readonly sequences: readonly { readonly from: number; readonly to: number }[];
}

/** A distance in steps: 0 1 2 3 4-5 6-9 10-15 16+. */
const step = (distance: number): number =>
  distance < 4 ? distance : distance < 6 ? 4 : distance < 10 ? 5 : distance < 16 ? 6 : 7;

export function observe(words: Words, classes: WordClasses): Observations {
  const { article } = words;
  const slots = article.tokens.count + margin * (article.paragraphs.length + 1);
  const o = {
    slots,
    token: new Int32Array(slots).fill(-1),
    values: new Int32Array(slots * width),
    sequences: [] as { from: number; to: number }[],
  };
  let slot = margin;
  for (const paragraph of article.paragraphs) {
    const from = slot;
    const turn = turnLength(words, article.sentences[paragraph.firstSentence]);
    for (let s = paragraph.firstSentence; s < paragraph.endSentence; s++) {
      const sentence = article.sentences[s]!;
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

/** In letters. */
const prefixLength = 4;

function observeWords(words: Words, sentence: Sentence, slot: number, o: Observations, known: WordClasses): void {
  const { values } = o;
  const forms = words.article.tokens.form;
  for (let i = sentence.firstToken, at = slot; i < sentence.endToken; i++, at++) {
    const lower = words.lower[i]!;
    const length = lower.length;
    const classes = words.speech[i]!;
    const written = words.shapes[i]!;
    const form = forms[i]!;
    const row = at * width;
    o.token[at] = i;
    values[row + column.form] = form;
    values[row + column.suffix] = hash(lower, Math.max(0, length - 3), length);
    values[row + column.prefix] = length <= prefixLength ? form : hash(lower, 0, prefixLength);
    values[row + column.group] = known.of(form);
    values[row + column.shape] = written;
    values[row + column.tag] =
      written === shape.mark
        ? form
        : classes !== 0
          ? classes * 8 + (written === shape.lower ? 0 : 1)
          : plainTag(lower, written);
    values[row + column.quotation] = quotationState(words, i);
  }
}

/** Where the tags of words in no class begin. Any number would do; the weights are learned with this one. */
const firstPlainTag = 1_000_003;

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
  return firstPlainTag + written * 16 + ending;
}

function quotationState(words: Words, i: number): number {
  const here = words.quotation[i]!;
  const before = i > 0 ? words.quotation[i - 1]! : 0;
  const after = words.quotation[i + 1] ?? 0;
  if (here === 0) return (before !== 0 ? 1 : 0) + (after !== 0 ? 2 : 0);
  return 4 + (before === here ? 0 : 1) + (after === here ? 0 : 2);
}

/** The hash of a punctuation mark without its upper three bits, which `markLeft` and `markRight` give to the distance. */
const kindOfMark = (mark: number): number => (mark << 3) >> 3;

const reporting = speech.reports | speech.reporting;

/** Whether token i is a verb of reporting, or begins *according to*. */
const isCue = ({ speech: classes, numbers, says }: Words, i: number): boolean =>
  (classes[i]! & reporting) !== 0 || says.accordingTo.firsts.holds(numbers[i]!);

function observeSentence(words: Words, sentence: Sentence, slot: number, o: Observations): void {
  const { values } = o;
  const { firstToken, endToken } = sentence;
  const { that: saysThat } = words.says;
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
    const row = at * width;
    const i = firstToken + k;
    const distance = cue === 0 ? 0 : step(at - cueAt);
    values[row + column.cueLeft] = cue === 0 ? 0 : cue + that;
    values[row + column.cueLeftDistance] = distance;
    values[row + column.markLeft] = mark * 8 + step(at - markAt - 1);
    values[row + column.markLeftKind] = kindOfMark(mark);
    if (isCue(words, i)) {
      cue = values[row + column.form]!;
      cueAt = at;
      that = 0;
      cues++;
    } else if (saysThat.holds(words.numbers[i]!)) that = 1;
    if (words.shapes[i] === shape.mark) {
      mark = values[row + column.form]!;
      markAt = at;
    }
    if (words.quotation[i] !== 0) quoted++;
    const fromStart = step(k);
    const toEnd = step(length - 1 - k);
    values[row + column.position] = fromStart * 8 + toEnd;
    values[row + column.fromStart] = fromStart;
    values[row + column.toEnd] = toEnd;
  }
  observeRight(words, sentence, slot, o);
  const place = sentence.place === 'headline' ? 2 : 0;
  const share = quoted === 0 ? 0 : quoted === length ? 2 : 1;
  const kind = place + 4 * share + 16 * Math.min(cues, 2) + (words.lower[firstToken + 1] === ':' ? 64 : 0);
  for (let at = slot; at < slot + length; at++) values[at * width + column.sentence] = kind;
}

function observeRight(words: Words, { firstToken, endToken }: Sentence, slot: number, { values }: Observations): void {
  let cue = 0;
  let cueAt = 0;
  let mark = 1;
  let markAt = slot + endToken - firstToken;
  for (let k = endToken - firstToken - 1; k >= 0; k--) {
    const at = slot + k;
    const row = at * width;
    const i = firstToken + k;
    values[row + column.cueRight] = cue;
    const distance = cue === 0 ? 0 : step(cueAt - at);
    values[row + column.cueRightDistance] = distance;
    values[row + column.cueDistances] = values[row + column.cueLeftDistance]! * 16 + distance;
    values[row + column.markRight] = mark * 8 + step(markAt - at - 1);
    values[row + column.markRightKind] = kindOfMark(mark);
    if (isCue(words, i)) {
      cue = values[row + column.form]!;
      cueAt = at;
    }
    if (words.shapes[i] === shape.mark) {
      mark = values[row + column.form]!;
      markAt = at;
    }
  }
}

/** In words, of a speaker in a transcript; part of the weights, like all numbers here. */
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

/** In words, an attribution that closes its sentence. */
const longestClosing = 14;

/**
 * Marks the parts of a sentence that ends in its attribution (*…, the mayor said on Friday.*): before it, at the comma or
 * quotation mark that opens it, between that and the verb, from the verb on.
 */
function observeFrame(
  words: Words,
  sentence: Sentence,
  slot: number,
  o: Observations,
  turn: number,
  inTurn: boolean,
): void {
  const { firstToken, endToken } = sentence;
  const length = endToken - firstToken;
  let verb = -1;
  for (let k = length - 1; k >= 0 && k > length - longestClosing; k--)
    if (isCue(words, firstToken + k)) {
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
    o.values[(slot + k) * width + column.frame] = part + inName;
  }
}
