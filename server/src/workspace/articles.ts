import { type Contents, contentsOf, type Kept } from './contents.js';

/** Articles whose contents stay unpacked: those that one edit compares with the edited one, and some more. */
const unpackedKept = 1000;

/** The articles of a workspace by number: packed, and unpacked as long as somebody looks at them. */
export class Articles {
  private readonly kept: (Kept | undefined)[] = [];
  private readonly free: number[] = [];
  /** An article for each digest of what is kept: copies of one text under one name share what is kept of them. */
  private readonly first = new Map<number, number>();
  /** Unpacked since the last generation ended, and in the generation before. */
  private young = new Map<number, Contents>();
  private old = new Map<number, Contents>();

  /** Adds an article and returns its number: the lowest ones first. What equals another's is kept once. */
  add(kept: Kept): number {
    const number = this.free.pop() ?? this.kept.length;
    this.keep(number, kept);
    return number;
  }

  replace(number: number, kept: Kept): void {
    this.leave(number);
    this.keep(number, kept);
  }

  remove(number: number): void {
    this.leave(number);
    this.kept[number] = undefined;
    this.free.push(number);
  }

  keptOf(number: number): Kept {
    return this.kept[number] as Kept;
  }

  open(number: number): Contents {
    const young = this.young.get(number);
    if (young !== undefined) return young;
    const contents = this.old.get(number) ?? contentsOf(this.keptOf(number));
    if (this.young.size >= unpackedKept / 2) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(number, contents);
    return contents;
  }

  private keep(number: number, kept: Kept): void {
    const digest = digestOf(kept);
    const like = this.kept[this.first.get(digest) ?? number];
    if (like !== undefined && areEqual(like, kept)) this.kept[number] = like;
    else {
      this.kept[number] = kept;
      this.first.set(digest, number);
    }
  }

  private leave(number: number): void {
    const digest = digestOf(this.keptOf(number));
    if (this.first.get(digest) === number) this.first.delete(digest);
    this.young.delete(number);
    this.old.delete(number);
  }
}

function digestOf({ claims }: Kept): number {
  let digest = 0;
  for (const number of claims.numbers) digest = Math.imul(digest ^ number, 0x9e3779b1);
  return digest;
}

/** Keys and lines follow from claims. */
const areEqual = (a: Kept, b: Kept): boolean =>
  a.figures === b.figures &&
  a.claims.about === b.claims.about &&
  a.claims.said === b.claims.said &&
  a.claims.numbers.length === b.claims.numbers.length &&
  a.claims.numbers.every((number, at) => number === b.claims.numbers[at]);
