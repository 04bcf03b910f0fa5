import { none, roomFor } from './columns.js';

/** A slot: its key, where the key's list begins, how long it is (`none`: the slot is free), how long it may become. */
const [KEY, START, SIZE, ROOM, width] = [0, 1, 2, 3, 4];

/**
 * Lists of article numbers by key (any 32-bit number). A table of open addresses tells where in one long array each list
 * lies; a list that outgrows its room moves to twice as much. A `Map` of arrays takes five times the memory, and linked
 * lists take ten times as long to walk.
 */
export class Postings {
  private table = freeSlots(64);
  private keyCount = 0;
  private numbers = new Int32Array(64);
  private end = 0;
  /** Where lists have left, by the power of two that they had room for. */
  private readonly left: number[][] = [];

  /** The articles of a key, in no order; a view that holds until the next change. */
  of(key: number): Int32Array {
    const slot = this.slotOf(key);
    const start = this.table[slot + START]!;
    return this.numbers.subarray(start, start + Math.max(this.table[slot + SIZE]!, 0));
  }

  add(key: number, article: number): void {
    const slot = this.takenSlot(key);
    const size = this.table[slot + SIZE]!;
    if (size === this.table[slot + ROOM]) this.widenList(slot, size);
    this.numbers[this.table[slot + START]! + size] = article;
    this.table[slot + SIZE] = size + 1;
  }

  /** Takes the article out of the list of the key, once. */
  remove(key: number, article: number): void {
    const list = this.of(key);
    const index = list.indexOf(article);
    if (index < 0) return;
    list[index] = list[list.length - 1]!;
    this.table[this.slotOf(key) + SIZE] = list.length - 1;
  }

  /** Takes the article from the lists of some keys to those of others; where it is in both, nothing is touched. */
  move(article: number, from: Int32Array, to: Int32Array): void {
    const before = new Set(from);
    const after = new Set(to);
    for (const key of before) if (!after.has(key)) this.remove(key, article);
    for (const key of after) if (!before.has(key)) this.add(key, article);
  }

  /** Where the key's slot is, or would be. */
  private slotOf(key: number): number {
    const { table } = this;
    const mask = table.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 5) & mask & -width;
    while (table[slot + SIZE] !== none && table[slot + KEY] !== key) slot = (slot + width) & mask;
    return slot;
  }

  private takenSlot(key: number): number {
    const slot = this.slotOf(key);
    if (this.table[slot + SIZE] !== none) return slot;
    if (2 * width * this.keyCount >= this.table.length) {
      this.widenTable();
      return this.takenSlot(key);
    }
    this.keyCount++;
    this.table[slot + KEY] = key;
    this.table[slot + SIZE] = 0;
    this.table[slot + ROOM] = 0;
    return slot;
  }

  /** Gives a list that fills its room twice as much. */
  private widenList(slot: number, room: number): void {
    const from = this.table[slot + START]!;
    const to = this.newRoom(Math.max(1, 2 * room));
    this.numbers.copyWithin(to, from, from + room);
    this.leave(from, room);
    this.table[slot + START] = to;
    this.table[slot + ROOM] = Math.max(1, 2 * room);
  }

  private newRoom(room: number): number {
    const left = this.left[powerOf(room)]?.pop();
    if (left !== undefined) return left;
    this.end += room;
    this.numbers = roomFor(this.numbers, this.end - 1);
    return this.end - room;
  }

  private leave(start: number, room: number): void {
    if (room === 0) return;
    const left = this.left[powerOf(room)] ?? [];
    left.push(start);
    this.left[powerOf(room)] = left;
  }

  /** Leaves out keys without articles; makes the table twice as wide where that is not enough. */
  private widenTable(): void {
    const { table } = this;
    this.keyCount = 0;
    for (let old = 0; old < table.length; old += width) if (table[old + SIZE]! > 0) this.keyCount++;
    const slots = table.length / width;
    this.table = freeSlots(4 * this.keyCount > slots ? 2 * slots : slots);
    for (let old = 0; old < table.length; old += width) {
      if (table[old + SIZE]! > 0) this.table.set(table.subarray(old, old + width), this.slotOf(table[old + KEY]!));
      else if (table[old + SIZE] === 0) this.leave(table[old + START]!, table[old + ROOM]!);
    }
  }
}

function freeSlots(count: number): Int32Array<ArrayBuffer> {
  const table = new Int32Array(count * width);
  for (let slot = 0; slot < table.length; slot += width) table[slot + SIZE] = none;
  return table;
}

const powerOf = (room: number): number => 31 - Math.clz32(room);
