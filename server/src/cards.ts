import type { Card } from './features/cards.js';

/** Cards that stay unpacked: those that one answer asks for again and again. */
const unpackedKept = 500;

/**
 * The cards of all articles by file, in order of when they were put. Kept as JSON, a tenth as large as objects; texts
 * are those of the files.
 */
export class Cards {
  private readonly packed = new Map<string, string>();
  private readonly unpacked = new Map<string, Card>();

  constructor(private readonly textOf: (file: string) => string | undefined) {}

  get size(): number {
    return this.packed.size;
  }

  get(file: string): Card | undefined {
    const known = this.unpacked.get(file);
    if (known !== undefined) return known;
    const packed = this.packed.get(file);
    if (packed === undefined) return undefined;
    const card = unpack(file, packed, this.textOf(file) ?? '');
    if (this.unpacked.size >= unpackedKept) this.unpacked.clear();
    this.unpacked.set(file, card);
    return card;
  }

  keys(): IterableIterator<string> {
    return this.packed.keys();
  }

  *values(): Generator<Card> {
    for (const [file, packed] of this.packed) yield unpack(file, packed, this.textOf(file) ?? '');
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

type Placed = { readonly place: Card['top'] };
type Ranged<T> = Omit<T, 'place'> & { readonly place: Card['top']['range'] };

/** A card without what its file says of it: all places are in this file. */
type PackedCard = Omit<Card, 'file' | 'text' | 'top' | 'citations' | 'figures'> & {
  readonly top: Card['top']['range'];
  readonly citations: readonly Ranged<Card['citations'][number]>[];
  readonly figures: readonly Ranged<Card['figures'][number]>[];
};

function pack({ file: _file, text: _text, top, citations, figures, ...rest }: Card): string {
  const ranged = <T extends Placed>(one: T): Ranged<T> => ({ ...one, place: one.place.range });
  const packed: PackedCard = {
    ...rest,
    top: top.range,
    citations: citations.map(ranged),
    figures: figures.map(ranged),
  };
  return JSON.stringify(packed);
}

function unpack(file: string, packed: string, text: string): Card {
  const { top, citations, figures, ...rest } = JSON.parse(packed) as PackedCard;
  const at = (range: Card['top']['range']): Card['top'] => ({ uri: file, range });
  return {
    ...rest,
    file,
    text,
    top: at(top),
    citations: citations.map((citation) => ({ ...citation, place: at(citation.place) })),
    figures: figures.map((figure) => ({ ...figure, place: at(figure.place) })),
  };
}
