import { pMapIterable } from 'p-map';
import type { ArchiveAddress } from '../sync/archive.js';
import type { PackedFacts } from '../workspace/facts.js';
import { ArchiveIndex } from './archiveIndex.js';
import { Connection, type Hit } from './connection.js';
import { pages } from './pages.js';
import { digestFor, idOf, type StoredArticle, storedArticle } from './storedArticle.js';
import { type Act, deletion, emptyReport, type LoadReport, Writer, writing } from './writer.js';

/** An article to be loaded. */
export interface Given {
  /** Its path within the archive, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** What it is read with besides the program and its weights, as JSON: other settings are another reading. */
  readonly settings: string;
}

/** Reads an article, or says why it is none. */
export type ReadArticles = (
  given: readonly Given[],
) => Promise<readonly (PackedFacts | { readonly skipped: string })[]>;

/** Milliseconds that one machine has for an answer while articles are loaded: it has much to do. */
const patience = 60_000;
/** Articles that are compared with what is there already in one question. */
const atOnce = 200;

/** So many times `atOnce` are looked up and read at a time, while others are written. */
const batchesAtOnce = 3;

/** The articles of an archive, for whoever looks after it: what is loaded twice is there once, whenever it was broken off. */
export class Collection {
  private readonly connection: Connection;
  private readonly index: ArchiveIndex;

  /** @throws ArchiveFailure with words for people where the address is of no use. */
  constructor(
    private readonly address: ArchiveAddress,
    private readonly read: ReadArticles,
    reader?: string,
  ) {
    this.connection = new Connection(address, patience);
    this.index = new ArchiveIndex(this.connection, address.name, reader);
  }

  /** `done` is told how many of the articles have been looked at. */
  async load(given: AsyncIterable<Given>, done: (articles: number) => void = () => undefined): Promise<LoadReport> {
    const report = emptyReport();
    await this.renew(report, done);
    await this.write(batches(given), report, done);
    await this.index.refresh();
    return report;
  }

  /** Deletes what `isLeaving`. */
  async remove(isLeaving: (path: string) => boolean): Promise<LoadReport> {
    const report = emptyReport();
    await this.index.check();
    await this.index.refresh();
    await new Writer(this.connection, this.index.own, report).write(this.deletions(isLeaving));
    await this.index.refresh();
    return report;
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  /** Makes the archive, or reads all its articles anew where another reader loaded them. It answers as before until all are read. */
  private async renew(report: LoadReport, done: (articles: number) => void): Promise<void> {
    const before = await this.index.current();
    await this.index.make(before === null);
    if (before === null || before === this.index.own) return;
    const renewed: LoadReport = { ...emptyReport(), skipped: report.skipped };
    const all = { query: { match_all: {} }, order: 'file', fields: ['file', 'text', 'settings'] } as const;
    const stored = pages<StoredArticle>(this.connection, before, all, undefined, atOnce);
    await this.write(givenIn(stored), renewed, done);
    await this.index.refresh();
    await this.index.moveTo(before);
  }

  /** Resolves when all are written. */
  private async write(
    batches: AsyncIterable<readonly Given[]>,
    report: LoadReport,
    done: (articles: number) => void,
  ): Promise<void> {
    let looked = 0;
    const read = async (batch: readonly Given[]): Promise<readonly Act[]> => {
      const acts = await this.writings(batch, report);
      looked += batch.length;
      done(looked);
      return acts;
    };
    const writer = new Writer(this.connection, this.index.own, report);
    await writer.write(each(pMapIterable(batches, read, { concurrency: batchesAtOnce })));
  }

  /** What is to be written of articles that are not there yet, or otherwise. */
  private async writings(batch: readonly Given[], report: LoadReport): Promise<readonly Act[]> {
    const stored = await this.stored(batch.map(({ path }) => path));
    const named = batch.map((given) => ({ given, digest: digestFor(given.path, given.text, given.settings) }));
    const news = named.filter(({ digest }, at) => stored[at] !== digest);
    report.same += batch.length - news.length;
    const readings = await this.read(news.map(({ given }) => given));
    return news.flatMap(({ given: { path, text, settings }, digest }, at) => {
      const facts = readings[at]!;
      if (!('skipped' in facts))
        return writing(
          idOf(this.address.name, path),
          path,
          storedArticle({ file: path, digest, text, settings }, facts),
        );
      report.skipped.push({ path, why: facts.skipped });
      return [];
    });
  }

  private async *deletions(isLeaving: (path: string) => boolean): AsyncGenerator<Act> {
    const all = { query: { match_all: {} }, order: 'file', fields: [] } as const;
    for await (const page of pages(this.connection, this.index.own, all))
      for (const { sort } of page) {
        const path = String(sort![0]);
        if (isLeaving(path)) yield deletion(idOf(this.address.name, path), path);
      }
  }

  /** The digests under which articles are there already, of each path; `null` where there is none. */
  private async stored(paths: readonly string[]): Promise<(string | null)[]> {
    const { docs } = await this.connection.send<{ docs: { found?: boolean; _source?: { digest: string } }[] }>({
      method: 'POST',
      path: `/${this.index.own}/_mget`,
      query: { _source_includes: 'digest' },
      body: { ids: paths.map((path) => idOf(this.address.name, path)) },
    });
    return docs.map(({ found, _source }) => (found ? (_source?.digest ?? null) : null));
  }
}

async function* givenIn(pages: AsyncIterable<readonly Hit<StoredArticle>[]>): AsyncGenerator<readonly Given[]> {
  for await (const page of pages)
    yield page.map(({ _source: { file, text, settings } }) => ({ path: file, text, settings }));
}

async function* batches(given: AsyncIterable<Given>): AsyncGenerator<readonly Given[]> {
  let batch: Given[] = [];
  for await (const one of given) {
    batch.push(one);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* each<One>(lists: AsyncIterable<readonly One[]>): AsyncGenerator<One> {
  for await (const list of lists) yield* list;
}
