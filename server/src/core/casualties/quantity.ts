/** A number in a sentence with the noun it counts. All positions are token indices, ends exclusive. */
export interface Quantity {
  /** The number with its modifiers. */
  readonly first: number;
  readonly end: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly approx: boolean;
  /** The counted noun phrase; empty where nothing is said. */
  readonly nounFirst: number;
  readonly nounEnd: number;
  readonly head: Head;
  /** *eight of them*, *two of the dead*: what it is a part of. */
  readonly partOf: 'pronoun' | 'harmed' | null;
  /** The state word before the noun (*six injured civilians*) or in place of it (*33 dead*), or -1. */
  readonly state: number;
}

/** What is counted: people, harm itself (*deaths*), a thing, a noun we do not know, or nothing said. */
export type Head = 'people' | 'harm' | 'thing' | 'unknown' | 'none';
