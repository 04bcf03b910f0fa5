/** Splits text into the word pieces that a model of the BERT family reads, by their numbers in its vocabulary. */
export interface WordPieces {
  readonly size: number;
  /** At most `most` pieces; what is longer is cut. */
  pieces(text: string, most: number): number[];
}

/** The first pieces of every vocabulary, in this order. */
export const special = { unknown: 1, start: 2, separator: 3 } as const;
const specialPieces = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];

/** A longer word is no word. */
const longestWord = 100;

/** `vocabulary` has one piece a line; a piece that continues a word begins with `##`. */
export function wordPiecesOf(vocabulary: string): WordPieces | { readonly error: string } {
  const lines = vocabulary.trimEnd().split('\n');
  if (specialPieces.some((piece, i) => lines[i] !== piece))
    return { error: 'its vocabulary does not begin as it should' };
  const numbers = new Map(lines.map((piece, number) => [piece, number]));
  if (numbers.size !== lines.length) return { error: 'its vocabulary names a piece twice' };
  return {
    size: lines.length,
    pieces(text, most) {
      const found: number[] = [];
      for (const word of wordsOf(text)) {
        if (found.length >= most) break;
        found.push(...split(word, numbers));
      }
      return found.slice(0, most);
    },
  };
}

/** The longest pieces from the left; a word that does not fall into known pieces is unknown as a whole. */
function split(word: string, numbers: ReadonlyMap<string, number>): number[] {
  if ([...word].length > longestWord) return [special.unknown];
  const found: number[] = [];
  for (let from = 0; from < word.length; ) {
    let to = word.length;
    let number: number | undefined;
    for (; to > from; to--) {
      number = numbers.get((from > 0 ? '##' : '') + word.slice(from, to));
      if (number !== undefined) break;
    }
    if (number === undefined) return [special.unknown];
    found.push(number);
    from = to;
  }
  return found;
}

/** Lower case, without accents, every sign of punctuation by itself: as the model read when it learned. */
function wordsOf(text: string): string[] {
  return text
    .replace(ignored, '')
    .replace(ideograph, ' $& ')
    .normalize('NFD')
    .replace(accent, '')
    .toLowerCase()
    .replace(punctuation, ' $& ')
    .split(blank)
    .filter((word) => word !== '');
}

// tabs and line ends are blanks, not control characters
const ignored = /[^\P{C}\t\n\r]|\uFFFD/gu;
const accent = /\p{Mn}/gu;
const blank = /\s+/u;
const punctuation = /[\p{P}$+<=>^`|~]/gu;
const ideograph =
  /[\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2A6DF}\u{2A700}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu;
