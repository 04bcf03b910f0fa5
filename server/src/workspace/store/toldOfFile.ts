import { type PackedMentions, spanOf, unpack } from '../../core/mentions/packedMentions.js';
import type { Quoted } from '../../core/relations/quoted.js';
import { quotesArticles, relationInWords } from '../../core/relations/relationInWords.js';
import { type KeptText, textIn } from '../keptText.js';
import { quoted, type RelatedArticles } from './crossReferences.js';
import type { Entry } from './entry.js';
import type { ToldRow } from './voices.js';

/**
 * What a person can be told about a file and each file related to it, as it was when this was made: what is told later is
 * compared with it. Words that quote the articles are made only where all else is the same.
 */
export class ToldOfFile {
  /** What is told, by the file that it is told of besides; in the order in which relations are kept. */
  private readonly rowsByFile = new Map<string, ToldRow[]>();
  private readonly number: number | null;
  private readonly text: KeptText;
  private readonly claims: PackedMentions | null;
  /** Where the mentions stand: found once, not for each row. */
  private readonly spans: Pick<PackedMentions, 'numbers'>;
  /** The article as it was; made when first asked for. */
  private own: Quoted | null = null;

  constructor(
    private readonly store: RelatedArticles,
    { number, text, set }: Entry,
  ) {
    this.number = number;
    this.text = text ?? '';
    this.claims = set === null || text === null ? null : set.facts.claims;
    this.spans = { numbers: this.claims?.numbers ?? noNumbers };
    if (number === null || this.claims === null) return;
    for (const row of store.rowsOf(number)) {
      const { file } = store.entryAt(this.otherOf(row));
      const rows = this.rowsByFile.get(file);
      if (rows === undefined) this.rowsByFile.set(file, [row]);
      else rows.push(row);
    }
  }

  /** The files about which something else was told before. */
  changedSince(before: ToldOfFile): string[] {
    const changed = [...before.rowsByFile.keys()].filter((file) => !this.rowsByFile.has(file));
    for (const [file, rows] of this.rowsByFile) {
      const were = before.rowsByFile.get(file);
      if (were === undefined || !this.areTold(rows, before, were)) changed.push(file);
    }
    return changed;
  }

  private areTold(rows: readonly ToldRow[], before: ToldOfFile, were: readonly ToldRow[]): boolean {
    return (
      rows.length === were.length &&
      rows.every((row, k) => this.isAlike(row, before, were[k]!)) &&
      rows.every((row, k) => !quotesArticles(row) || this.inWords(row, row) === before.inWords(were[k]!, row))
    );
  }

  /** Whether all but the words that quote the articles is the same. */
  private isAlike(row: ToldRow, before: ToldOfFile, was: ToldRow): boolean {
    const [mention, other] = this.mentionsOf(row);
    const [mentionBefore, otherBefore] = before.mentionsOf(was);
    const [span, spanBefore] = [spanOf(this.spans, mention), spanOf(before.spans, mentionBefore)];
    if (other !== otherBefore || span.start !== spanBefore.start || span.end !== spanBefore.end) return false;
    if (row.kind !== was.kind || row.score !== was.score || quotesArticles(row) !== quotesArticles(was)) return false;
    return quotesArticles(row) || (row.run === was.run && row.reasons.join() === was.reasons.join());
  }

  /** A row as a person is told of it; `now` leads to the other article, which has not changed since. */
  private inWords(row: ToldRow, now: ToldRow): string {
    this.own ??= this.quote();
    const { own, store } = this;
    const other = (): Quoted => quoted(store, this.otherOf(now));
    return JSON.stringify(relationInWords(row, () => (row.a === this.number ? [own, other()] : [other(), own])));
  }

  private quote(): Quoted {
    const mentions = unpack(this.claims!);
    const text = textIn(this.text);
    return { mentions, sentence: (m) => text.slice(mentions.start[m], mentions.end[m]) };
  }

  private otherOf({ a, b }: ToldRow): number {
    return a === this.number ? b : a;
  }

  /** The mention of this article in a row, and that of the other. */
  private mentionsOf({ a, i, j }: ToldRow): readonly [number, number] {
    return a === this.number ? [i, j] : [j, i];
  }
}

const noNumbers = new Int32Array(0);
