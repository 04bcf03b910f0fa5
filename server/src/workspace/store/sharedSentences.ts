import { wordsOf } from '../../core/mentions/packedMentions.js';
import type { AskedPairs } from '../../core/relations/relate.js';
import type { Related } from '../../core/relations/relation.js';
import type { Crowd } from '../origins.js';
import { none } from './columns.js';
import { type CopySet, ledOf } from './entry.js';
import { isTelling, sentencesOf } from './nearCopies.js';
import type { RelationRow } from './relationTable.js';
import { crowdOf, heardOf } from './voices.js';

/** A sentence that near copies have word for word; no two articles need be compared to know it. As the model says of such. */
const scoreOfCopy = 0.99;

/** For each mention of a near copy, the mention of its leader with the same words, or `none`: its own. */
function sharedWithLeader({ facts, leader }: CopySet): Int32Array {
  const there = leader === null ? null : sentencesOf(leader.facts);
  return Int32Array.from(facts.sentences, (digest) => there?.get(digest) ?? none);
}

/** Which pairs of mentions two sets are compared by: of a near copy and its leader, what it has for itself. */
export function askedOf(a: CopySet, b: CopySet): AskedPairs | undefined {
  const led = ledOf(a, b);
  if (led === null) return undefined;
  const shared = sharedWithLeader(led);
  return led === a ? (i) => shared[i] === none : (_, j) => shared[j] === none;
}

/** Who has a sentence of a leader: itself, and near copies in order of file. */
interface Holders extends Crowd {
  /** The first near copy, and its mention. */
  readonly first: CopySet;
  readonly mention: number;
}

/**
 * What near copies have word for word from their leader: each such sentence is one in all of them. It is a copy of the
 * leader's, told once; others are told of the leader's and how many files it stands for; and whoever asks about a near
 * copy hears of others what the leader hears.
 */
export class SharedSentences {
  private readonly holders = new Map<CopySet, ReadonlyMap<number, Holders>>();

  /** Articles came, went, changed or are heard of: who has what is found out anew. */
  forget(set: CopySet): void {
    this.holders.delete(set.leader ?? set);
  }

  /** Others lead others. */
  forgetAll(): void {
    this.holders.clear();
  }

  /** The many files that a mention of a set stands for. */
  crowdOf(set: CopySet, mention: number): Crowd | null {
    const leader = set.leader ?? (set.led.length > 0 ? set : null);
    if (leader !== null) {
      const there = set === leader ? mention : (sentencesOf(leader.facts).get(set.facts.sentenceOf(mention)) ?? none);
      const holders = this.holdersOf(leader).get(there);
      if (holders !== undefined) return holders;
    }
    return crowdOf(set);
  }

  /** Each sentence of a leader that near copies have, as a relation to the first of them. */
  *copiesOf(leader: CopySet): Generator<RelationRow> {
    for (const [i, { first, mention }] of this.holdersOf(leader))
      yield { a: leader.number, b: first.number, ...this.copied(leader, i, mention) };
  }

  /** What a near copy, as `a`, has in common with its leader, and with all to which the leader's sentences, as `a`, are related in `rows`. */
  *ofNearCopy(set: CopySet, leader: CopySet, rows: readonly RelationRow[]): Generator<RelationRow> {
    const mentions = new Map<number, number[]>();
    for (const [mention, there] of sharedWithLeader(set).entries()) {
      if (there === none) continue;
      mentions.set(there, [...(mentions.get(there) ?? []), mention]);
      if (isTelling(set.facts, mention))
        yield { a: set.number, b: leader.number, ...this.copied(leader, mention, there, there) };
    }
    for (const row of rows) for (const i of mentions.get(row.i) ?? []) yield { ...row, a: set.number, i };
  }

  private copied({ facts }: CopySet, i: number, j: number, there = i): Related {
    const run = wordsOf(facts, there);
    return { i, j, kind: 'copy', score: scoreOfCopy, reasons: ['sharedRun'], run, drifts: false };
  }

  private holdersOf(leader: CopySet): ReadonlyMap<number, Holders> {
    const known = this.holders.get(leader) ?? newHolders(leader);
    this.holders.set(leader, known);
    return known;
  }
}

function newHolders(leader: CopySet): Map<number, Holders> {
  const own = heardOf(leader).map(({ file }) => file);
  const found = new Map<number, Holders & { readonly files: string[] }>();
  for (const set of leader.led) {
    const heard = heardOf(set);
    if (heard.length === 0) continue;
    const seen = new Set<number>();
    for (const [mention, there] of sharedWithLeader(set).entries()) {
      if (there === none || seen.has(there) || !isTelling(set.facts, mention)) continue;
      seen.add(there);
      const holders = found.get(there) ?? { first: set, mention, files: [...own] };
      found.set(there, holders);
      for (const { file } of heard) holders.files.push(file);
    }
  }
  return found;
}
