import { none, roomFor } from './columns.js';

/**
 * Lists of article numbers by key (any 32-bit number): a table of open addresses whose lists are linked through two
 * columns. A `Map` of arrays takes five times the room, and ten times as long to fill.
 */
export class Postings {
  /** The number of the article of each posting, and the next posting of its list. */
  article = new Int32Array(1024);
  next = new Int32Array(1024);
  private keys = new Int32Array(1024);
  /** The first posting of the list of each key plus one; `none`: the list is empty now; 0: no such key. */
  private heads = new Int32Array(1024);
  private keyCount = 0;
  private count = 0;
  /** First of the postings that are free again. */
  private free = none;

  /** The first posting of a key, or `none`. */
  first(key: number): number {
    const head = this.heads[this.slotOf(key)] as number;
    return head > 0 ? head - 1 : none;
  }

  add(key: number, article: number): void {
    const posting = this.room();
    const slot = this.slotOf(key);
    const head = this.heads[slot] as number;
    this.article[posting] = article;
    this.next[posting] = head > 0 ? head - 1 : none;
    this.heads[slot] = posting + 1;
    if (head !== 0) return;
    this.keys[slot] = key;
    this.keyCount++;
    if (2 * this.keyCount > this.keys.length) this.widen();
  }

  /** Takes one posting of the article from the list of the key. */
  remove(key: number, article: number): void {
    const slot = this.slotOf(key);
    let before: number = none;
    for (let posting = this.first(key); posting !== none; posting = this.next[posting] as number) {
      if (this.article[posting] === article) {
        const after = this.next[posting] as number;
        if (before !== none) this.next[before] = after;
        else this.heads[slot] = after === none ? none : after + 1;
        this.next[posting] = this.free;
        this.free = posting;
        return;
      }
      before = posting;
    }
  }

  private room(): number {
    const posting = this.free;
    if (posting !== none) {
      this.free = this.next[posting] as number;
      return posting;
    }
    this.article = roomFor(this.article, this.count);
    this.next = roomFor(this.next, this.count);
    return this.count++;
  }

  /** Where the key is, or would be. */
  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (this.heads[slot] !== 0 && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  /** Leaves out keys without postings, and makes room for as many more. */
  private widen(): void {
    const { keys, heads } = this;
    this.keyCount = heads.reduce((count, head) => count + (head > 0 ? 1 : 0), 0);
    const length = 4 * this.keyCount > keys.length ? 2 * keys.length : keys.length;
    this.keys = new Int32Array(length);
    this.heads = new Int32Array(length);
    for (let old = 0; old < keys.length; old++) {
      if ((heads[old] as number) <= 0) continue;
      const slot = this.slotOf(keys[old] as number);
      this.keys[slot] = keys[old] as number;
      this.heads[slot] = heads[old] as number;
    }
  }
}
