import type { Boilerplate, Turned } from './boilerplate.js';
import type { Entries } from './entries.js';
import { type ArticleEntry, type CopySet, type Entry, isArticle } from './entry.js';
import type { RelatedSets } from './relatedSets.js';
import type { ToldOfFile } from './toldOfFile.js';
import { isMany } from './voices.js';

/** Which files are told something else when articles come, change or go. */
export class ToldAnew {
  /** `toldOf` says what a person can be told about a file and each file related to it. */
  constructor(
    private readonly entries: Entries,
    private readonly related: RelatedSets,
    private readonly boilerplate: Boilerplate,
    private readonly toldOf: (entry: Entry) => ToldOfFile,
  ) {}

  /** All files that may be told something else because an article came, those `found` already among them. */
  because(entry: Entry, turned: Turned, found: Iterable<string> = []): Set<string> {
    const entries = [entry, ...this.entriesOf(turned)];
    return this.neighbours(entries, new Set(this.withCopies([...found, ...filesOf(entries)])));
  }

  /** Adds to `found` the files that are told something else because sentences became or ceased to be boilerplate. */
  becauseTurned(turned: Turned, found: Set<string>): Set<string> {
    const entries = this.entriesOf(turned);
    const before = this.boilerplate.before(turned, () => entries.map((entry) => this.toldOf(entry)));
    for (const [k, entry] of entries.entries()) {
      const changed = this.toldOf(entry).changedSince(before[k]!);
      if (changed.length > 0) for (const file of this.withCopies([entry.file, ...changed])) found.add(file);
    }
    return found;
  }

  /** Where one speaks for all copies of an article: all who are told how many these are. */
  crowdAround(entry: Entry | undefined): Iterable<string> {
    if (!isArticle(entry)) return [];
    const { set } = entry;
    const { copies, led } = set.leader ?? set;
    return isMany(set) || led.length > 0 ? this.neighbours(copies) : [];
  }

  /** These files, and those that they speak for. */
  *withCopies(files: Iterable<string>): Generator<string> {
    for (const file of files) {
      const entry = this.entries.get(file);
      const set = entry?.set;
      if (set != null && isMany(set)) yield* filesOf(set.copies);
      else if (entry?.isGuest !== true) yield file;
      for (const { copies } of set?.led ?? []) yield* filesOf(copies);
    }
  }

  /** These files, and all that are related to them. */
  neighbours(entries: readonly Entry[], found = new Set<string>()): Set<string> {
    for (const file of filesOf(entries)) found.add(file);
    for (const set of new Set(entries.flatMap(({ set }) => set ?? [])))
      filesOfSets(this.related.neighbours(set), found);
    return found;
  }

  /** The articles that have a sentence which became or ceased to be boilerplate. */
  private entriesOf = (turned: Turned): ArticleEntry[] =>
    [...new Set(turned.articles)].flatMap((number) => this.entries.at(number) ?? []);
}

export function filesOfSets(sets: Iterable<CopySet>, found = new Set<string>()): Set<string> {
  for (const { copies } of sets) addFiles(copies, found);
  return found;
}

/** The files of the folder among the entries that a person may hear of: nobody marks those of an archive. */
const filesOf = (entries: readonly Entry[]): Set<string> => addFiles(entries, new Set());

function addFiles(entries: readonly Entry[], found: Set<string>): Set<string> {
  for (const { file, text, isGuest } of entries) if (text !== null && !isGuest) found.add(file);
  return found;
}
