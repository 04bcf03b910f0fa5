import type { Heard } from '../../core/relations/opinion.js';
import type { Quoted } from '../../core/relations/quoted.js';
import { type Slots, slotsOf } from '../../core/relations/slots.js';
import type { ArticleStore } from './articleStore.js';
import type { ArticleEntry, CopySet } from './entry.js';
import type { UnjudgedRow } from './toldRelations.js';

/** Two related sentences that the judge is to read. */
export interface SentencePair {
  /** Names the pair: it may stand in many articles. */
  readonly pair: number;
  readonly a: string;
  readonly b: string;
  readonly slots: Slots;
  /** The files in which it stands. */
  readonly files: ReadonlySet<string>;
}

/** What was found out of a pair. */
export interface JudgedPair extends Pick<SentencePair, 'pair' | 'files'> {
  readonly heard: Heard;
}

/** At most `most` pairs that the judge has not seen, of one file or of all, the likeliest relations first. */
export function unjudgedPairs(store: ArticleStore, most: number, file?: string): SentencePair[] {
  const number = file === undefined ? undefined : store.numberOf(file);
  if (file !== undefined && number === undefined) return [];
  const found = new Map<number, { readonly first: UnjudgedRow; readonly files: Set<string> }>();
  for (const one of store.unjudged(number)) {
    const known = found.get(one.pair) ?? { first: one, files: new Set() };
    for (const { copies } of [one.a, one.b, ...one.a.led, ...one.b.led])
      for (const copy of copies) known.files.add(copy.file);
    found.set(one.pair, known);
  }
  return [...found.values()]
    .sort((x, y) => y.first.row.score - x.first.row.score || x.first.pair - y.first.pair)
    .slice(0, most)
    .map(({ first, files }) => ({ pair: first.pair, files, ...sentencesOf(store, first) }));
}

function sentencesOf(store: ArticleStore, { row, a, b }: UnjudgedRow): Pick<SentencePair, 'a' | 'b' | 'slots'> {
  const [one, other] = [quoted(store, a), quoted(store, b)];
  return {
    a: one.sentence(row.i),
    b: other.sentence(row.j),
    slots: slotsOf(one, row.i, other, row.j),
  };
}

function quoted(store: ArticleStore, { copies }: CopySet): Quoted {
  const { claims, text } = store.factsAt(copies.find(isHeardOf)!.number);
  // line ends within a sentence say nothing
  return { mentions: claims, sentence: (m) => text.slice(claims.start[m], claims.end[m]).replace(/\s+/g, ' ') };
}

const isHeardOf = ({ text }: ArticleEntry): boolean => text !== null;
