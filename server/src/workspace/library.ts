import { spanOf } from '../core/claims/packed.js';
import { likenessOf, markedScore, quotes, type Related, relate, relationOf } from '../core/claims/relate.js';
import type { Relation } from '../core/claims/relation.js';
import { ArticleIndex } from './articleIndex.js';
import { Articles } from './articles.js';
import { Boilerplate } from './boilerplate.js';
import type { CrossReference, Pair, Place } from './claim.js';
import { connectedRows } from './connected.js';
import { type ArticleEntry, type Entry, isArticle } from './entry.js';
import { type ArticleFacts, type PackedFacts, UnpackedFacts } from './facts.js';
import { digestOf, type Memory } from './memory.js';
import { once } from './once.js';
import { Relations, type Row } from './relations.js';

const noLines = new Int32Array(0);

/**
 * All files, and what their articles have to do with each other. What an earlier workspace remembers is there from the
 * start, related and all, and wakes when the file comes with the text it had.
 */
export class Library {
  private readonly entries = new Map<string, Entry>();
  private readonly byNumber: Entry[] = [];
  private readonly index = new ArticleIndex();
  private readonly relations = new Relations();
  private readonly boilerplate = new Boilerplate();
  private readonly articles: Articles;
  private sleeping = 0;

  /** `pathOf` gives the path that a file's metadata are read from. */
  constructor(memory: Memory, pathOf: (file: string) => string) {
    this.articles = new Articles(
      (number) => new StoredFacts(this.byNumber[number] as Entry, this.articles.packedOf(number), pathOf),
    );
    for (const { file, digest, facts } of memory.files) this.enter(file, null, facts, digest);
    this.sleeping = memory.files.length;
    this.relations.addKept(memory.relations);
  }

  textOf(file: string): string | undefined {
    return this.entries.get(file)?.text ?? undefined;
  }

  /** Number of files that somebody set. */
  get size(): number {
    return this.entries.size - this.sleeping;
  }

  /** Keys of all files, articles and others, in no order. */
  *files(): Generator<string> {
    for (const { file, text } of this.entries.values()) if (text !== null) yield file;
  }

  /** What is known of an article; `undefined` for a file that is none, or not there. */
  factsOf(file: string): ArticleFacts | undefined {
    const number = this.awake(file)?.number ?? null;
    return number === null ? undefined : this.articles.open(number);
  }

  /** Number of articles that somebody set. */
  get articleCount(): number {
    let count = 0;
    for (const { text, number } of this.entries.values()) if (text !== null && number !== null) count++;
    return count;
  }

  /** What is known of every article, in no order; nobody keeps it unpacked. */
  *allFacts(): Generator<ArticleFacts> {
    for (const { text, number } of this.entries.values())
      if (text !== null && number !== null) yield this.articles.unpack(number);
  }

  /** Whether what is known of a file's present text comes from an earlier workspace. */
  recalls(file: string): boolean {
    return (this.awake(file)?.remembered ?? null) !== null;
  }

  /** Wakes a file that memory knows with this very text. Returns the files whose cross references changed, or `null`. */
  wake(file: string, text: string): Set<string> | null {
    const entry = this.entries.get(file);
    if (entry === undefined || entry.text !== null || entry.remembered !== digestOf(text)) return null;
    entry.text = text;
    this.sleeping--;
    return this.neighbours([entry, ...this.fold(entry)]);
  }

  /** Adds or replaces a file; `facts` is `null` for one that is no article. Returns the files whose cross references changed. */
  put(file: string, text: string, facts: PackedFacts | null): Set<string> {
    const before = this.entries.get(file);
    const was = before && this.toldOf(before);
    const [entry, folded] =
      before !== undefined && isArticle(before) && facts !== null
        ? this.replace(before, text, facts)
        : this.renew(before, file, text, facts);
    if (isArticle(entry)) this.relate(entry);
    const changed = was === undefined ? this.neighbours([entry]) : differing(was, this.toldOf(entry));
    return new Set([file, ...changed, ...this.neighbours(folded)]);
  }

  /** Forgets a file. Returns the files whose cross references changed. */
  delete(file: string): Set<string> {
    const entry = this.entries.get(file);
    if (entry === undefined) return new Set();
    const changed = this.neighbours([entry]);
    for (const other of this.neighbours(this.takeOut(entry))) changed.add(other);
    changed.delete(file);
    return changed;
  }

  /** Forgets what still sleeps: files that are no longer there. Returns how many they were. */
  forgetSleeping(): number {
    const sleeping = this.sleeping;
    for (const entry of this.entries.values()) if (entry.text === null) this.takeOut(entry);
    return sleeping;
  }

  /** Detached: later changes do not touch it. */
  remember(): Memory {
    const entries = [...this.entries.values()];
    const articles = entries.filter(isArticle);
    const numbers = new Int32Array(this.byNumber.length);
    articles.forEach(({ number }, at) => {
      numbers[number] = at;
    });
    const inOrder = [...articles, ...entries.filter((entry) => !isArticle(entry))];
    return {
      files: inOrder.map(({ file, text, number, remembered }) => ({
        file,
        digest: remembered ?? digestOf(text ?? ''),
        facts: number === null ? null : this.articles.packedOf(number),
      })),
      relations: this.relations.keep((number) => numbers[number] as number),
    };
  }

  /** The relations of a file, or all, that are marked or only possible, as far as no boilerplate is in them. */
  references(file: string | undefined, marked: boolean): CrossReference[] {
    const placeOf = once((number, mention) => this.place(number, mention)); // copies have hundreds of relations each
    const words = (row: Row): Relation => relationOf(row, () => this.claimsOf(row));
    const plain = once((_score, _reason, row: Row) => words(row));
    return Array.from(this.shown(this.rowsOf(file), marked), (row) => ({
      a: placeOf(row.a, row.i),
      b: placeOf(row.b, row.j),
      relation: quotes(row) ? words(row) : plain(row.score, row.reason, row),
    }));
  }

  /** All marked pairs of mentions, or those that hang together with one of a file. */
  pairs(file: string | undefined): Pair[] {
    const marked = (one: string | undefined): Iterable<Row> => this.shown(this.rowsOf(one), true);
    const number = file === undefined ? null : (this.awake(file)?.number ?? null);
    const rows =
      number === null ? marked(file) : connectedRows(number, (article) => marked(this.byNumber[article]?.file));
    const placeOf = once((number, mention) => this.place(number, mention));
    return Array.from(rows, (row) => {
      const { kind, score } = likenessOf(row);
      return { a: placeOf(row.a, row.i), b: placeOf(row.b, row.j), kind, score };
    });
  }

  /** Whether a sentence of one file is marked as a copy of one in another. */
  shareText(file: string, other: string): boolean {
    const number = this.awake(other)?.number;
    for (const row of this.shown(this.rowsOf(file), true))
      if ((row.a === number || row.b === number) && likenessOf(row).kind === 'copy') return true;
    return false;
  }

  /** Rows that are marked, or those only possible, without boilerplate. */
  private *shown(rows: Iterable<Row>, marked: boolean): Generator<Row> {
    for (const row of rows)
      if (row.score >= markedScore === marked && !this.isFolded(row.a, row.i) && !this.isFolded(row.b, row.j))
        yield row;
  }

  /** Gives an article another text. Returns the entries whose sentences became or ceased to be boilerplate, too. */
  private replace(entry: ArticleEntry, text: string, facts: PackedFacts): [Entry, Entry[]] {
    const { number } = entry;
    const { printed } = this.articles.packedOf(number);
    const slept = entry.text === null;
    if (slept) this.sleeping--;
    entry.text = text;
    entry.remembered = null;
    this.articles.replace(number, facts);
    this.index.replace(number, facts.keys);
    const folded = this.boilerplate.replace(number, slept ? noLines : printed, facts.printed, facts.keys.day);
    return [entry, this.entriesOf(folded)];
  }

  /** Enters a file in the place of what was known of it. Returns the entries whose sentences became or ceased to be boilerplate, too. */
  private renew(before: Entry | undefined, file: string, text: string, facts: PackedFacts | null): [Entry, Entry[]] {
    const unfolded = before === undefined ? [] : this.takeOut(before);
    const entry = this.enter(file, text, facts, null);
    return [entry, [...unfolded, ...this.fold(entry)]];
  }

  private awake(file: string): Entry | undefined {
    const entry = this.entries.get(file);
    return entry?.text === null ? undefined : entry;
  }

  private enter(file: string, text: string | null, facts: PackedFacts | null, remembered: string | null): Entry {
    const number = facts === null ? null : this.articles.add(facts);
    const entry: Entry = { file, text, number, remembered };
    this.entries.set(file, entry);
    if (facts !== null && number !== null) {
      this.byNumber[number] = entry;
      this.index.add(number, facts.keys);
    }
    return entry;
  }

  /** Takes everything out that is known of a file; returns the entries with sentences that are no longer boilerplate. */
  private takeOut({ file, text, number }: Entry): Entry[] {
    this.entries.delete(file);
    if (text === null) this.sleeping--;
    if (number === null) return [];
    const { printed } = this.articles.packedOf(number);
    const unfolded = text === null ? [] : this.boilerplate.remove(number, printed);
    this.index.remove(number);
    this.relations.drop(number);
    this.articles.remove(number);
    return this.entriesOf(unfolded);
  }

  /** Finds out what an article has to do with all others, those asleep included; with copies of one text but once. */
  private relate({ file, number }: ArticleEntry): void {
    const rows: Row[] = [];
    const known = { before: new Map<PackedFacts, Related[]>(), after: new Map<PackedFacts, Related[]>() };
    for (const other of this.index.candidates(number)) {
      const isFirst = file < (this.byNumber[other] as Entry).file;
      const [a, b] = isFirst ? [number, other] : [other, number];
      const likeIt = isFirst ? known.after : known.before;
      const facts = this.articles.packedOf(other);
      const found = likeIt.get(facts) ?? relate(this.articles.open(a).claims, this.articles.open(b).claims);
      likeIt.set(facts, found);
      for (const { i, j, score, reason, drifts } of found) rows.push({ a, b, i, j, score, reason, drifts });
    }
    this.relations.set(number, rows);
  }

  /** Counts what the article's outlet printed; returns the entries with sentences that became boilerplate. */
  private fold({ number }: Entry): Entry[] {
    if (number === null) return [];
    const { printed, keys } = this.articles.packedOf(number);
    return this.entriesOf(this.boilerplate.add(number, printed, keys.day));
  }

  private entriesOf(numbers: readonly number[]): Entry[] {
    return numbers.map((number) => this.byNumber[number] as Entry);
  }

  private isFolded(number: number, mention: number): boolean {
    return this.boilerplate.has(this.articles.packedOf(number).printed[mention] as number);
  }

  /** These files, and all that are related to them. */
  private neighbours(entries: readonly Entry[]): Set<string> {
    const found = new Set<string>();
    for (const { file, text, number } of entries) {
      if (text !== null) found.add(file);
      if (number === null) continue;
      for (const other of this.relations.neighbours(number)) {
        const entry = this.byNumber[other] as Entry;
        if (entry.text !== null) found.add(entry.file);
      }
    }
    return found;
  }

  private *rowsOf(file: string | undefined): Generator<Row> {
    const number = file === undefined ? null : (this.awake(file)?.number ?? null);
    if (file !== undefined && number === null) return;
    const rows = number === null ? this.relations.all() : this.relations.of(number);
    for (const row of rows) if (this.byNumber[row.a]?.text !== null && this.byNumber[row.b]?.text !== null) yield row;
  }

  /** What a person can be told about a file and each file related to it, for comparison. */
  private toldOf(entry: Entry): Map<string, string> {
    const told = new Map<string, string>();
    if (entry.number === null) return told;
    for (const row of this.rowsOf(entry.file)) {
      const [other, otherMention, mention] = row.a === entry.number ? [row.b, row.j, row.i] : [row.a, row.i, row.j];
      const { file } = this.byNumber[other] as Entry;
      const { start, end } = this.place(entry.number, mention);
      const words = quotes(row) ? JSON.stringify(relationOf(row, () => this.claimsOf(row))) : row.reason;
      told.set(file, `${told.get(file) ?? ''}${start} ${end} ${otherMention} ${row.score} ${words}\n`);
    }
    return told;
  }

  private place(number: number, mention: number): Place {
    const { start, end } = spanOf(this.articles.packedOf(number).claims, mention);
    return { file: (this.byNumber[number] as Entry).file, start, end };
  }

  private claimsOf({ a, b }: Row) {
    return [this.articles.open(a).claims, this.articles.open(b).claims] as const;
  }
}

/** The facts of an entry's article; its text is always the newest. */
class StoredFacts extends UnpackedFacts implements ArticleFacts {
  constructor(
    private readonly entry: Entry,
    packed: PackedFacts,
    private readonly pathOf: (file: string) => string,
  ) {
    super(packed);
  }

  get file(): string {
    return this.entry.file;
  }

  get path(): string {
    return this.pathOf(this.entry.file);
  }

  get text(): string {
    return this.entry.text ?? '';
  }
}

/** The keys under which two maps do not have the same. */
const differing = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...one.keys(), ...other.keys()].filter((key) => one.get(key) !== other.get(key));
