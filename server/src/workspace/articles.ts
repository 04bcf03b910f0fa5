import { type Contents, contentsOf, type Kept } from './contents.js';

/** Articles whose contents stay unpacked: those that one edit compares with the edited one, and some more. */
const unpackedKept = 1000;

/** The articles of a workspace by number: packed, and unpacked as long as somebody looks at them. */
export class Articles {
  private readonly kept: (Kept | undefined)[] = [];
  private readonly free: number[] = [];
  /** Unpacked since the last generation ended, and in the generation before. */
  private young = new Map<number, Contents>();
  private old = new Map<number, Contents>();

  /** Adds an article and returns its number: the lowest ones first. */
  add(kept: Kept): number {
    const number = this.free.pop() ?? this.kept.length;
    this.kept[number] = kept;
    return number;
  }

  replace(number: number, kept: Kept): void {
    this.kept[number] = kept;
    this.young.delete(number);
    this.old.delete(number);
  }

  remove(number: number): void {
    this.kept[number] = undefined;
    this.young.delete(number);
    this.old.delete(number);
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
}
