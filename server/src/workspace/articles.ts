import type { ArticleFacts, PackedFacts } from './facts.js';

/** Articles whose facts stay unpacked: those that one edit compares with the edited one, and some more. */
const unpackedKept = 1000;

/** The facts of a workspace's articles by number: packed, and unpacked as long as somebody asks for them. */
export class Articles {
  private readonly packed: (PackedFacts | undefined)[] = [];
  private readonly free: number[] = [];
  /** An article for each digest of its facts: copies of one text under one name share them. */
  private readonly first = new Map<number, number>();
  /** Unpacked since the last generation ended, and in the generation before. */
  private young = new Map<number, ArticleFacts>();
  private old = new Map<number, ArticleFacts>();

  constructor(
    /** Unpacks an article for whoever asks once. */
    readonly unpack: (number: number) => ArticleFacts,
  ) {}

  /** Adds an article and returns its number: the lowest ones first. What equals another's is kept once. */
  add(packed: PackedFacts): number {
    const number = this.free.pop() ?? this.packed.length;
    this.keep(number, packed);
    return number;
  }

  replace(number: number, packed: PackedFacts): void {
    this.leave(number);
    this.keep(number, packed);
  }

  remove(number: number): void {
    this.leave(number);
    this.packed[number] = undefined;
    this.free.push(number);
  }

  packedOf(number: number): PackedFacts {
    return this.packed[number] as PackedFacts;
  }

  open(number: number): ArticleFacts {
    const young = this.young.get(number);
    if (young !== undefined) return young;
    const facts = this.old.get(number) ?? this.unpack(number);
    if (this.young.size >= unpackedKept / 2) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(number, facts);
    return facts;
  }

  private keep(number: number, packed: PackedFacts): void {
    const digest = digestOf(packed);
    const like = this.packed[this.first.get(digest) ?? number];
    if (like !== undefined && areEqual(like, packed)) this.packed[number] = like;
    else {
      this.packed[number] = packed;
      this.first.set(digest, number);
    }
  }

  private leave(number: number): void {
    const digest = digestOf(this.packedOf(number));
    if (this.first.get(digest) === number) this.first.delete(digest);
    this.young.delete(number);
    this.old.delete(number);
  }
}

function digestOf({ claims }: PackedFacts): number {
  let digest = 0;
  for (const number of claims.numbers) digest = Math.imul(digest ^ number, 0x9e3779b1);
  return digest;
}

/** Keys and printed lines follow from claims. */
const areEqual = (a: PackedFacts, b: PackedFacts): boolean =>
  a.told === b.told &&
  a.claims.about === b.claims.about &&
  a.claims.said === b.claims.said &&
  a.claims.numbers.length === b.claims.numbers.length &&
  a.claims.numbers.every((number, at) => number === b.claims.numbers[at]);
