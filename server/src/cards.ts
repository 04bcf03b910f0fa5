import type { Figure } from './core/casualties/figure.js';
import type { Span } from './core/span.js';
import { type Card, cardFigureOf } from './features/cards.js';

/** Cards that stay unpacked: those that one answer asks for again and again. */
const unpackedKept = 500;

/** What else is kept of a file, and a card tells too. */
export interface Shelf {
  textOf(file: string): string | undefined;
  figuresOf(file: string): readonly Figure[];
}

/** The cards of all articles by file: packed, a tenth as large, and without what is kept elsewhere. */
export class Cards {
  private readonly packed = new Map<string, string>();
  private readonly unpacked = new Map<string, Card>();

  constructor(private readonly shelf: () => Shelf) {}

  get size(): number {
    return this.packed.size;
  }

  get(file: string): Card | undefined {
    const known = this.unpacked.get(file);
    if (known !== undefined) return known;
    const packed = this.packed.get(file);
    if (packed === undefined) return undefined;
    const card = unpack(file, packed, this.shelf());
    if (this.unpacked.size >= unpackedKept) this.unpacked.clear();
    this.unpacked.set(file, card);
    return card;
  }

  /** In order of file: the order in which files came says nothing. */
  keys(): IterableIterator<string> {
    return [...this.packed.keys()].sort().values();
  }

  *values(): Generator<Card> {
    for (const file of this.keys()) yield unpack(file, this.packed.get(file) as string, this.shelf());
  }

  put(card: Card): void {
    this.putPacked(card.file, pack(card));
  }

  /** `undefined` for a file that is not an article. */
  putPacked(file: string, packed: string | undefined): void {
    this.unpacked.delete(file);
    if (packed === undefined) this.packed.delete(file);
    else this.packed.set(file, packed);
  }

  delete(file: string): void {
    this.unpacked.delete(file);
    this.packed.delete(file);
  }

  clear(): void {
    this.unpacked.clear();
    this.packed.clear();
  }

  /** The cards as they are kept: for `putPacked`, now or in a later run. */
  copy(): ReadonlyMap<string, string> {
    return new Map(this.packed);
  }
}

type Range = Card['top']['range'];
type PackedRange = readonly [startLine: number, startCharacter: number, endLine: number, endCharacter: number];
type Citation = Card['citations'][number];

/** All places are in the card's own file; its figures are kept there in the same order. */
interface PackedCard extends Pick<Card, 'title' | 'outlet' | 'outletKnown' | 'date'> {
  readonly top: PackedRange;
  readonly citations: readonly (readonly [Citation['citer'], Citation['cited'], Citation['level'], ...PackedRange])[];
  readonly figures: readonly (readonly [...sentence: readonly [start: number, end: number], ...PackedRange])[];
}

const packRange = ({ start, end }: Range): PackedRange => [start.line, start.character, end.line, end.character];

function pack({ title, outlet, outletKnown, date, top, citations, figures }: Card): string {
  const packed: PackedCard = {
    title,
    outlet,
    outletKnown,
    date,
    top: packRange(top.range),
    citations: citations.map(({ citer, cited, level, place }) => [citer, cited, level, ...packRange(place.range)]),
    figures: figures.map(({ sentence, place }) => [sentence.start, sentence.end, ...packRange(place.range)]),
  };
  return JSON.stringify(packed);
}

function unpack(file: string, json: string, shelf: Shelf): Card {
  const { top, citations, figures, ...rest } = JSON.parse(json) as PackedCard;
  const text = shelf.textOf(file) ?? '';
  const known = shelf.figuresOf(file);
  const placeOf = ([startLine, startCharacter, endLine, endCharacter]: PackedRange): Card['top'] => ({
    uri: file,
    range: {
      start: { line: startLine, character: startCharacter },
      end: { line: endLine, character: endCharacter },
    },
  });
  return {
    ...rest,
    file,
    text,
    top: placeOf(top),
    citations: citations.map(([citer, cited, level, ...range]) => ({ citer, cited, level, place: placeOf(range) })),
    figures: figures.map(([start, end, ...range], index) => {
      const sentence: Span = { start, end };
      return cardFigureOf({ text }, known[index] as Figure, sentence, placeOf(range));
    }),
  };
}
