import { none, roomFor } from './columns.js';

/** A slot: its key, and where the key's articles are. */
const [KEY, PLACE, width] = [0, 1, 2];
/** In the place of a slot: `none` where the slot is free, a number from 0 on where one article has the key, and else … */
const nobody = -2;
/** … how far below this a list begins. */
const lists = -3;
/** A list: how many articles it may hold, how many it holds, and they themselves. */
const [ROOM, SIZE, heading] = [0, 1, 2];

/**
 * Lists of article numbers by key (any 32-bit number). A table of open addresses tells where in one long array each list
 * lies; a list that outgrows its room moves to twice as much. Most keys are of one article, whose number stands in the
 * table itself. A `Map` of arrays takes ten times the memory, and linked lists take ten times as long to walk.
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
    const place = this.table[slot + PLACE]!;
    if (place > lists) return this.table.subarray(slot + PLACE, slot + PLACE + (place >= 0 ? 1 : 0));
    const list = lists - place;
    return this.numbers.subarray(list + heading, list + heading + this.numbers[list + SIZE]!);
  }

  add(key: number, article: number): void {
    const slot = this.takenSlot(key);
    const place = this.table[slot + PLACE]!;
    if (place === nobody) this.table[slot + PLACE] = article;
    else if (place >= 0) this.addTo(this.newList(slot, 2), place, article);
    else {
      const list = lists - place;
      const isFull = this.numbers[list + SIZE] === this.numbers[list + ROOM];
      this.addTo(isFull ? this.widerList(slot, list) : list, article);
    }
  }

  /** Takes the article out of the list of the key, once. */
  remove(key: number, article: number): void {
    const articles = this.of(key);
    const index = articles.indexOf(article);
    if (index < 0) return;
    const slot = this.slotOf(key);
    const place = this.table[slot + PLACE]!;
    if (place >= 0) this.table[slot + PLACE] = nobody;
    else {
      articles[index] = articles[articles.length - 1]!;
      this.numbers[lists - place + SIZE] = articles.length - 1;
    }
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
    while (table[slot + PLACE] !== none && table[slot + KEY] !== key) slot = (slot + width) & mask;
    return slot;
  }

  private takenSlot(key: number): number {
    const slot = this.slotOf(key);
    if (this.table[slot + PLACE] !== none) return slot;
    // at most three of four slots are taken
    if (4 * width * (this.keyCount + 1) > 3 * this.table.length) {
      this.widenTable();
      return this.takenSlot(key);
    }
    this.keyCount++;
    this.table[slot + KEY] = key;
    this.table[slot + PLACE] = nobody;
    return slot;
  }

  private addTo(list: number, ...articles: readonly number[]): void {
    for (const article of articles) this.numbers[list + heading + this.numbers[list + SIZE]!++] = article;
  }

  /** Gives the key of a slot an empty list; returns where it begins. */
  private newList(slot: number, room: number): number {
    const list = this.newRoom(room);
    this.numbers[list + ROOM] = room;
    this.numbers[list + SIZE] = 0;
    this.table[slot + PLACE] = lists - list;
    return list;
  }

  /** Gives a list that fills its room twice as much. */
  private widerList(slot: number, from: number): number {
    const room = this.numbers[from + ROOM]!;
    const to = this.newList(slot, 2 * room);
    this.numbers.copyWithin(to + heading, from + heading, from + heading + room);
    this.numbers[to + SIZE] = room;
    this.leave(from);
    return to;
  }

  private newRoom(room: number): number {
    const left = this.left[powerOf(room)]?.pop();
    if (left !== undefined) return left;
    this.end += heading + room;
    this.numbers = roomFor(this.numbers, this.end - 1);
    return this.end - heading - room;
  }

  private leave(list: number): void {
    const power = powerOf(this.numbers[list + ROOM]!);
    const left = this.left[power] ?? [];
    left.push(list);
    this.left[power] = left;
  }

  /** Leaves out keys without articles; makes the table twice as wide where that is not enough. */
  private widenTable(): void {
    const { table } = this;
    const isEmpty = (place: number): boolean =>
      place === nobody || (place <= lists && this.numbers[lists - place + SIZE] === 0);
    this.keyCount = 0;
    for (let old = 0; old < table.length; old += width) {
      const place = table[old + PLACE]!;
      if (place === none) continue;
      if (!isEmpty(place)) this.keyCount++;
      else {
        if (place <= lists) this.leave(lists - place);
        table[old + PLACE] = none;
      }
    }
    const slots = table.length / width;
    this.table = freeSlots(2 * this.keyCount > slots ? 2 * slots : slots);
    for (let old = 0; old < table.length; old += width)
      if (table[old + PLACE] !== none) this.table.set(table.subarray(old, old + width), this.slotOf(table[old + KEY]!));
  }
}

const freeSlots = (count: number): Int32Array<ArrayBuffer> => new Int32Array(count * width).fill(none);

const powerOf = (room: number): number => 31 - Math.clz32(room);
