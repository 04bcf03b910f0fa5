import { archivedFile } from '../sync/archive.js';
import type { PrintedElsewhere } from '../workspace/candidates.js';
import type { PackedFacts } from '../workspace/facts.js';
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

  /** For one question, in which each sentence is asked about once. */
  asking(index: string) {
    const asked = new Set([0]);
    return async (articles: readonly PackedFacts[], signal: AbortSignal): Promise<PrintedElsewhere[]> => {
      const keys = new Set(articles.flatMap(({ printed }) => [...printed].filter((key) => !asked.has(key))));
      for (const key of keys) asked.add(key);
      const found: PrintedElsewhere[] = [];
      for (let from = 0; from < keys.size; from += atOnce)
        found.push(...(await this.daysOf(index, [...keys].slice(from, from + atOnce), signal)));
      return found;
    };
  }

  private async daysOf(index: string, keys: readonly number[], signal: AbortSignal): Promise<PrintedElsewhere[]> {
    const query = printedQuery(keys, daysNeeded);
    const { aggregations } = await this.connection.search(`/${index}/_search`, query, signal);
    return (aggregations?.lines?.buckets ?? []).map(({ key, days, undated }) => ({
      key: numberOf(String(key)),
      days: (days?.buckets ?? []).map((bucket) => Number(bucket.key)),
      undated: (undated?.files.buckets ?? []).map((bucket) => archivedFile(this.name, String(bucket.key))),
    }));
  }
}
