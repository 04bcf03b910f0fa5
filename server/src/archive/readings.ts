import { say } from '../../../l10n/say.js';
import { archivedFile } from '../sync/archive.js';
import type { Candidate } from '../workspace/candidates.js';
import type { Connection } from './connection.js';
import { ArchiveFailure } from './failure.js';
import { factsIn } from './packedFacts.js';
import type { StoredArticle } from './storedArticle.js';

/** Articles that stay at hand: those around the open ones are asked for with every edit. About 40 kB each. */
const remembered = 2_000;
/** Articles in one answer: about a megabyte. */
const atOnce = 100;

/** What of an article is read here. All of it comes: to pick its fields costs the engine more than the others weigh. */
export type Fetched = Pick<StoredArticle, 'file' | 'digest' | 'text' | 'packed'>;

/** The articles of an archive by the digest under which they were loaded: of each, what it says need be fetched once. */
export class Readings {
  private readonly known = new Map<string, Candidate>();

  constructor(
    private readonly connection: Connection,
    private readonly name: string,
  ) {}

  /** Those at hand first, then the others as they come. @throws where one is not there any more, or is damaged. */
  async *of(index: string, digests: readonly string[], signal: AbortSignal): AsyncGenerator<readonly Candidate[]> {
    // asked before the first answer is awaited: meanwhile other questions may make more of them known, or forget some
    const unknown = digests.filter((digest) => !this.known.has(digest));
    const atHand = digests.flatMap((digest) => this.recall(digest) ?? []);
    if (atHand.length > 0) yield atHand;
    for (let from = 0; from < unknown.length; from += atOnce) {
      const some = unknown.slice(from, from + atOnce);
      const { hits } = await this.connection.search<Fetched>(
        `/${index}/_search`,
        { size: atOnce, query: { terms: { digest: some } }, track_total_hits: false },
        signal,
      );
      if (hits.hits.length !== some.length) throw new ArchiveFailure(say`It was changed while it was asked.`);
      yield hits.hits.map(({ _source }) => this.take(_source));
    }
  }

  take({ file, digest, text, packed }: Fetched): Candidate {
    const read = { facts: factsOf(packed), copies: [{ file: archivedFile(this.name, file), text }] };
    this.known.set(digest, read);
    if (this.known.size > remembered) this.known.delete(this.known.keys().next().value as string);
    return read;
  }

  /** The newest are those that somebody asked for. */
  private recall(digest: string): Candidate | undefined {
    const found = this.known.get(digest);
    if (found === undefined) return undefined;
    this.known.delete(digest);
    this.known.set(digest, found);
    return found;
  }
}

function factsOf(packed: string): Candidate['facts'] {
  try {
    return factsIn(Buffer.from(packed, 'base64'));
  } catch {
    throw new ArchiveFailure(say`One of its articles is damaged.`);
  }
}
