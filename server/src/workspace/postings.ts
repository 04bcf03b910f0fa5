import { none, roomFor } from './columns.js';

/**
 * Lists of article numbers by key (any 32-bit number). A table of open addresses tells where in one long array each list
 * lies; a list that outgrows its room moves to twice as much. A `Map` of arrays takes five times the memory, and linked
 * lists take ten times as long to walk.
 */
export class Postings {
  private keys = new Int32Array(64);
  /** Of the list of each slot: where it begins, how long it is (`none`: the slot is free), and how long it may become. */
  private starts = new Int32Array(64);
  private sizes = new Int32Array(64).fill(none);
  private rooms = new Int32Array(64);
  private keyCount = 0;
  private numbers = new Int32Array(64);
  private end = 0;
  /** Where lists have left, by the room that they had. */
  private readonly left = new Map<number, number[]>();

  /** The articles of a key, in no order; a view that holds until the next change. */
  of(key: number): Int32Array {
    const slot = this.slotOf(key);
    const start = this.starts[slot] as number;
    return this.numbers.subarray(start, start + Math.max(this.sizes[slot] as number, 0));
  }

  add(key: number, article: number): void {
    const slot = this.takenSlot(key);
    const size = this.sizes[slot] as number;
    if (size === this.rooms[slot]) this.move(slot);
    this.numbers[(this.starts[slot] as number) + size] = article;
    this.sizes[slot] = size + 1;
  }

  /** Takes the article out of the list of the key, once. */
  remove(key: number, article: number): void {
    const list = this.of(key);
    const index = list.indexOf(article);
    if (index < 0) return;
    list[index] = list[list.length - 1] as number;
    this.sizes[this.slotOf(key)] = list.length - 1;
  }

  /** Where the key is, or would be. */
  private slotOf(key: number): number {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (this.sizes[slot] !== none && this.keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  private takenSlot(key: number): number {
    const slot = this.slotOf(key);
    if (this.sizes[slot] !== none) return slot;
    if (2 * this.keyCount >= this.keys.length) {
      this.widen();
      return this.takenSlot(key);
    }
    this.keyCount++;
    this.keys[slot] = key;
    this.sizes[slot] = 0;
    this.rooms[slot] = 0;
    return slot;
  }

  /** Gives a list twice the room. */
  private move(slot: number): void {
    const room = this.rooms[slot] as number;
    const wider = Math.max(1, 2 * room);
    const from = this.starts[slot] as number;
    const to = this.left.get(wider)?.pop() ?? this.end;
    if (to === this.end) {
      this.end += wider;
      this.numbers = roomFor(this.numbers, this.end - 1);
    }
    this.numbers.copyWithin(to, from, from + (this.sizes[slot] as number));
    this.leave(from, room);
    this.starts[slot] = to;
    this.rooms[slot] = wider;
  }

  private leave(start: number, room: number): void {
    if (room === 0) return;
    const left = this.left.get(room);
    if (left === undefined) this.left.set(room, [start]);
    else left.push(start);
  }

  /** Leaves out keys without articles; makes the table twice as wide where that is not enough. */
  private widen(): void {
    const { keys, starts, sizes, rooms } = this;
    this.keyCount = sizes.reduce((count, size) => count + (size > 0 ? 1 : 0), 0);
    const width = 4 * this.keyCount > keys.length ? 2 * keys.length : keys.length;
    this.keys = new Int32Array(width);
    this.starts = new Int32Array(width);
    this.sizes = new Int32Array(width).fill(none);
    this.rooms = new Int32Array(width);
    for (let old = 0; old < keys.length; old++) {
      const [start, room] = [starts[old] as number, rooms[old] as number];
      if (sizes[old] === 0) this.leave(start, room);
      if ((sizes[old] as number) <= 0) continue;
      const slot = this.slotOf(keys[old] as number);
      this.keys[slot] = keys[old] as number;
      this.starts[slot] = start;
      this.sizes[slot] = sizes[old] as number;
      this.rooms[slot] = room;
    }
  }
}
