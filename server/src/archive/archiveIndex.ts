import { say } from '../../../l10n/say.js';
import type { Connection } from './connection.js';
import { ArchiveFailure } from './failure.js';
import { mappings, reader } from './storedArticle.js';

/**
 * One shard holds some ten million articles; a second copy where there is a second machine. Compressed as the engine does by
 * itself: what packs more (`best_compression`) has to unpack fifty articles for each that is asked for.
 */
const settings = {
  number_of_shards: 1,
  auto_expand_replicas: '0-1',
  refresh_interval: '30s',
};

/**
 * Where the articles of an archive lie: in an index named by archive and reader, to which the name of the archive is an
 * alias. Whoever reads otherwise has an index of its own, and the alias moves to it when all articles are there.
 */
export class ArchiveIndex {
  /** The index of this reader. */
  readonly own: string;
  private readonly alias: string;

  constructor(
    private readonly connection: Connection,
    name: string,
    ofReader: string = reader,
  ) {
    this.alias = `second-source-${name}`;
    this.own = `${this.alias}-${ofReader}`;
  }

  /** The index that holds all articles now; `null`: there is no archive of this name. */
  async current(signal?: AbortSignal): Promise<string | null> {
    try {
      const found = await this.connection.send<Record<string, unknown>>(
        { method: 'GET', path: `/${this.alias}-*/_alias/${this.alias}` },
        signal,
      );
      return Object.keys(found)[0] ?? null;
    } catch (error) {
      if (error instanceof ArchiveFailure && error.status === 404) return null;
      throw error;
    }
  }

  /** @throws where there is no such archive, or its articles were read otherwise: an answer would be a wrong one. */
  async check(signal?: AbortSignal): Promise<void> {
    const current = await this.current(signal);
    if (current === null) throw new ArchiveFailure(say`There is no archive of this name there.`);
    if (current !== this.own)
      throw new ArchiveFailure(
        say`It was loaded by another version of Second Source: whoever looks after it runs “second-source archive add” with this one.`,
      );
  }

  /** Makes the index of this reader, unless it is there. `isCurrent`: and it is the archive's. */
  async make(isCurrent: boolean): Promise<void> {
    try {
      await this.connection.send({
        method: 'PUT',
        path: `/${this.own}`,
        body: { settings, mappings: mappings(this.own), ...(isCurrent && { aliases: { [this.alias]: {} } }) },
      });
    } catch (error) {
      // somebody made it before, or this very request did and its answer was lost
      if (!(error instanceof ArchiveFailure) || error.status !== 400 || !(await this.exists())) throw error;
    }
  }

  /** From now on the archive is the index of this reader, and no other is kept. */
  async moveTo(before: string): Promise<void> {
    await this.connection.send({
      method: 'POST',
      path: '/_aliases',
      body: { actions: [{ add: { index: this.own, alias: this.alias } }, { remove_index: { index: before } }] },
    });
  }

  /** What was written can be found from now on. */
  async refresh(): Promise<void> {
    await this.connection.send({ method: 'POST', path: `/${this.own}/_refresh` });
  }

  private async exists(): Promise<boolean> {
    return this.connection.send({ method: 'GET', path: `/${this.own}` }).then(
      () => true,
      () => false,
    );
  }
}
