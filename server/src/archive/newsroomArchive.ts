import { pMapIterable } from 'p-map';
import { URI } from 'vscode-uri';
import { say } from '../../../l10n/say.js';
import { unpack } from '../core/mentions/packedMentions.js';
import { MeasuringRoom } from '../core/mentions/termBags.js';
import { PairBuffers } from '../core/relations/pairBuffers.js';
import { mayBeRelated } from '../core/relations/relate.js';
import {
  type Archive,
  type ArchiveAddress,
  type ArchiveStatus,
  type ArchiveWishes,
  archivedPath,
} from '../sync/archive.js';
import type { Candidate, Candidates } from '../workspace/candidates.js';
import type { PackedFacts } from '../workspace/facts.js';
import { weightsOf } from '../workspace/find.js';
import { mayMeet } from '../workspace/store/candidateIndex.js';
import { ArchiveIndex } from './archiveIndex.js';
import { Connection } from './connection.js';
import { failureOf } from './failure.js';
import { pages } from './pages.js';
import { Printed } from './printed.js';
import { candidatesQuery, claimQuery, ownIds } from './questions.js';
import { type Fetched, Readings } from './readings.js';
import { idOf } from './storedArticle.js';

/** Questions that are on their way at a time. */
const atOnce = 4;
/** Who has more candidates is told of so many, and that there are others. */
const mostCandidates = 20_000;
/** A typed claim is looked for in the articles that have most of its words. */
const mostFound = 200;

/** Asks the archive of a newsroom. What it answers is proposed: the workspace compares. */
export class NewsroomArchive implements Archive {
  problem: string | null = null;
  private readonly connection: Connection;
  private readonly index: ArchiveIndex;
  private readonly readings: Readings;
  private readonly printed: Printed;
  /** What was asked last about each article, to be given up when it is asked about anew. */
  private readonly asking = new Map<Candidate, AbortController>();
  /** Each question waits for the one before it on its lane. */
  private readonly lanes: Promise<void>[] = Array.from({ length: atOnce }, () => Promise.resolve());
  private next = 0;

  /** `pageSize`: candidates that the engine names in one answer, all it may unless told otherwise. */
  constructor(
    private readonly address: ArchiveAddress,
    private readonly wishes: ArchiveWishes,
    private readonly pageSize?: number,
  ) {
    // a machine that is silent leaves time to ask the others
    this.connection = new Connection(address, Math.ceil(wishes.patience / 3));
    this.index = new ArchiveIndex(this.connection, address.name);
    this.readings = new Readings(this.connection, address.name);
    this.printed = new Printed(this.connection, address.name);
  }

  candidates(asked: Candidate, later: (more: Candidates) => boolean): Candidates {
    this.asking.get(asked)?.abort();
    const given = new AbortController();
    this.asking.set(asked, given);
    const lane = this.next++ % atOnce;
    const settled = pause(this.wishes.settle, given.signal);
    this.lanes[lane] = this.lanes[lane]!.then(() => settled).then(() => this.answer(asked, later, given));
    return { found: [], state: 'pending' };
  }

  async idle(): Promise<void> {
    for (let before = -1; before !== this.next; ) {
      before = this.next;
      await Promise.all(this.lanes);
    }
  }

  async status(): Promise<ArchiveStatus> {
    const from = performance.now();
    try {
      await this.index.check(this.deadline());
      const { count } = await this.connection.send<{ count: number }>(
        { method: 'GET', path: `/${this.index.own}/_count` },
        this.deadline(),
      );
      return { state: 'reached', articles: count, took: performance.now() - from };
    } catch (error) {
      return { state: 'unreached', why: failureOf(error).message };
    }
  }

  async text(file: string): Promise<string | null> {
    const path = archivedPath(file);
    if (path === null) return null;
    try {
      const { _source } = await this.connection.send<{ _source: Pick<Fetched, 'text'> }>(
        {
          method: 'GET',
          path: `/${this.index.own}/_doc/${idOf(this.address.name, path)}`,
          query: { _source_includes: 'text' },
        },
        this.deadline(),
      );
      return _source.text;
    } catch {
      return null;
    }
  }

  async find(claim: string): Promise<Candidates> {
    const weights = weightsOf(claim);
    if (weights.size === 0) return { found: [], state: 'complete' };
    try {
      await this.index.check(this.deadline());
      const { hits } = await this.connection.search<Fetched>(
        `/${this.index.own}/_search`,
        { size: mostFound, query: claimQuery(weights) },
        this.deadline(),
      );
      const found = hits.hits.map(({ _source }) => this.readings.take(_source));
      if (found.length < mostFound) return { found, state: 'complete' };
      this.problem = say`The ${mostFound} articles that have most of its words were looked through, and there are others.`;
      return { found, state: 'incomplete' };
    } catch (error) {
      this.problem = failureOf(error).message;
      return { found: [], state: 'incomplete' };
    }
  }

  close(): void {
    for (const given of this.asking.values()) given.abort();
    void this.connection.close();
  }

  private deadline = (): AbortSignal => AbortSignal.timeout(this.wishes.patience);

  /** Tells what the archive says about one article, part by part; whatever fails leaves the answer incomplete. */
  private async answer(asked: Candidate, later: (more: Candidates) => boolean, given: AbortController): Promise<void> {
    if (given.signal.aborted) return;
    const late = this.deadline();
    try {
      for await (const part of this.parts(asked, AbortSignal.any([given.signal, late]))) if (!later(part)) return;
    } catch (error) {
      if (given.signal.aborted) return;
      this.problem = late.aborted ? say`It did not answer in time.` : failureOf(error).message;
      later({ found: [], state: 'incomplete' });
    } finally {
      if (this.asking.get(asked) === given) this.asking.delete(asked);
    }
  }

  private async *parts(asked: Candidate, signal: AbortSignal): AsyncGenerator<Candidates> {
    const { facts, copies } = asked;
    await this.index.check(signal);
    // a copy that the archive has of an article of the folder is another article, and to be named
    const inFolder = copies.filter(({ file }) => archivedPath(file) === null);
    const itself = inFolder.length > 0 ? inFolder : copies;
    const own = itself.flatMap(({ file }) => ownIds(this.address.name, pathOf(archivedPath(file) ?? file)));
    const printed = this.printed.asking(this.index.own);
    const [printedOfIts, named] = await Promise.all([
      printed([asked], false, signal),
      this.named(candidatesQuery(facts.keys, own), signal),
    ]);
    yield { found: [], printed: printedOfIts, state: 'pending' };
    const keysOf = keysRelatedTo(facts);
    const candidates = this.readings.of(this.index.own, named.digests, signal);
    // while some are compared, the next are asked for
    for await (const some of pMapIterable(candidates, (next) => next, { concurrency: 1 })) {
      const found = some.filter((other) => mayMeet(facts.keys, other.facts.keys));
      yield { found, printed: await printed(found, true, signal, keysOf), state: 'pending' };
    }
    if (!named.all) this.problem = say`It holds more articles on this than are compared: ${mostCandidates} are.`;
    yield { found: [], state: named.all ? 'complete' : 'incomplete' };
  }

  /** The digests of all candidates, or of as many as are compared. */
  private async named(query: object | null, signal: AbortSignal): Promise<{ digests: string[]; all: boolean }> {
    const digests: string[] = [];
    if (query === null) return { digests, all: true };
    const asked = { query, order: 'digest', fields: [] } as const;
    for await (const page of pages(this.connection, this.index.own, asked, signal, this.pageSize)) {
      for (const { sort } of page) digests.push(String(sort![0]));
      if (digests.length > mostCandidates) return { digests: digests.slice(0, mostCandidates), all: false };
    }
    return { digests, all: true };
  }
}

/**
 * The sentences of another article that may be related to some of one. Of the rest nobody is told, so nobody need know how
 * often they were printed: to find that out took the engine longer than all else, and they are most.
 */
function keysRelatedTo({ claims }: PackedFacts): (other: Candidate) => number[] {
  const [own, room, buffers] = [unpack(claims), new MeasuringRoom(), new PairBuffers()];
  return ({ facts }) => {
    const { printed } = facts;
    return mayBeRelated(own, unpack(facts.claims, room), buffers).map((mention) => printed[mention]!);
  };
}

/** Files are named by URI in an editor, by path on the command line. */
const pathOf = (file: string): string => (/^[a-z][\w.+-]+:\//i.test(file) ? URI.parse(file).path : file);

/** Ends early where what follows is given up. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
