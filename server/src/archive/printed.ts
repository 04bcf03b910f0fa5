import { archivedFile } from '../sync/archive.js';
import type { Candidate, PrintedElsewhere } from '../workspace/candidates.js';
import { daysNeeded } from '../workspace/store/boilerplate.js';
import type { Connection } from './connection.js';
import { printedQuery } from './questions.js';
import { numberOf } from './storedArticle.js';

/** Sentences in one question: the engine takes 65,536 words, and answers a thousand in some milliseconds. */
const atOnce = 4_000;

/** Asks on which days outlets printed sentences. */
export class Printed {
  constructor(
    private readonly connection: Connection,
    private readonly name: string,
  ) {}

  /**
   * For one question, in which each sentence is asked about once. `areThere`: whether the articles lie in the archive.
   * `keysOf`: the sentences of an article that are asked about, all unless told otherwise.
   */
  asking(index: string) {
    const asked = new Set([0]);
    return async (
      articles: readonly Candidate[],
      areThere: boolean,
      signal: AbortSignal,
      keysOf = ({ facts }: Candidate): Iterable<number> => facts.printed,
    ): Promise<PrintedElsewhere[]> => {
      /** The sentences that were not asked about, each with the first article that has it. */
      const firsts = new Map<number, Candidate>();
      for (const article of articles)
        for (const key of keysOf(article)) {
          if (!asked.has(key)) firsts.set(key, article);
          asked.add(key);
        }
      const keys = [...firsts.keys()];
      const found: PrintedElsewhere[] = [];
      for (let from = 0; from < keys.length; from += atOnce)
        found.push(...(await this.daysOf(index, keys.slice(from, from + atOnce), areThere ? 2 : 1, signal)));
      if (!areThere) return found;
      // of most of its sentences an article there is the only one that has them, and is known: to ask for them takes longest
      for (const { key } of found) firsts.delete(key);
      return [...found, ...Array.from(firsts, ([key, only]) => printedBy(only, key))];
    };
  }

  private async daysOf(
    index: string,
    keys: readonly number[],
    least: number,
    signal: AbortSignal,
  ): Promise<PrintedElsewhere[]> {
    const query = printedQuery(keys, daysNeeded, least);
    const { aggregations } = await this.connection.search(`/${index}/_search`, query, signal);
    return (aggregations?.lines?.buckets ?? []).map(({ key, days, undated }) => ({
      key: numberOf(String(key)),
      days: (days?.buckets ?? []).map((bucket) => Number(bucket.key)),
      undated: (undated?.files.buckets ?? []).map((bucket) => archivedFile(this.name, String(bucket.key))),
    }));
  }
}

function printedBy({ facts, copies }: Candidate, key: number): PrintedElsewhere {
  const { day } = facts.keys;
  return Number.isNaN(day) ? { key, days: [], undated: [copies[0]!.file] } : { key, days: [day], undated: [] };
}
