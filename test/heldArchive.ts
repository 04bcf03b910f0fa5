import type { Readers } from '../server/src/core/reading.js';
import { read } from '../server/src/core/reading.js';
import type { Archive, ArchiveStatus } from '../server/src/sync/archive.js';
import type { Candidate, Candidates, PrintedElsewhere } from '../server/src/workspace/candidates.js';
import { factsOf, type PackedFacts } from '../server/src/workspace/facts.js';
import { recordOf } from '../server/src/workspace/factsRecord.js';
import { CandidateIndex } from '../server/src/workspace/store/candidateIndex.js';
import type { CopySet } from '../server/src/workspace/store/entry.js';

/**
 * An archive in this process, over the index that a folder has. It says nothing at once, and names an article a time when
 * a test tells it to go on, gives up when told to, and otherwise stays silent for ever.
 */
export class HeldArchive implements Archive {
  /** The files that it was asked about, in order. */
  readonly asked: string[] = [];
  isClosed = false;
  problem: string | null = null;
  /** What it says of itself. */
  state: ArchiveStatus;
  private readonly index = new CandidateIndex();
  private readonly sets: CopySet[] = [];
  private readonly printed = new Map<
    number,
    PrintedElsewhere & { readonly days: number[]; readonly undated: string[] }
  >();
  private readonly waiting: ((more: Candidates | null) => boolean)[] = [];

  constructor(
    private readonly texts: Readonly<Record<string, string>>,
    readers?: Readers,
  ) {
    const files = Object.entries(texts);
    this.state = { state: 'reached', articles: files.length, took: 240 };
    for (const [number, [file, text]] of files.entries()) {
      const set: CopySet = {
        number,
        facts: recordOf(factsOf(read(text, file, readers)) as PackedFacts),
        copies: [],
        heard: null,
        leader: null,
        led: [],
        named: null,
      };
      set.copies.push({ file, text, number, set, storedDigest: null, isGuest: false });
      this.index.add(set);
      this.sets.push(set);
      this.print(file, set.facts);
    }
  }

  private print(file: string, { printed, keys: { day } }: Candidate['facts']): void {
    for (const key of new Set(printed)) {
      const known = this.printed.get(key) ?? { key, days: [], undated: [] };
      this.printed.set(key, known);
      if (Number.isNaN(day)) known.undated.push(file);
      else known.days.push(day);
    }
  }

  candidates(asked: Candidate, later: (more: Candidates) => boolean): Candidates {
    this.asked.push(...asked.copies.map(({ file }) => file));
    const { found } = this.index.candidates(asked);
    const printed = [asked, ...found].flatMap(({ facts }) =>
      [...facts.printed].flatMap((key) => this.printed.get(key) ?? []),
    );
    const parts = [
      ...found.map((one): Candidates => ({ found: [one], state: 'pending' })),
      { found: [], state: 'complete' } as const,
    ];
    for (const [at, part] of parts.entries())
      this.waiting.push((instead) => later(instead ?? (at === 0 ? { ...part, printed } : part)));
    return { found: [], state: 'pending' };
  }

  /** Gives the next answers, all unless told otherwise; tells how many of them somebody waited for. */
  goOn(most = this.waiting.length): number {
    return this.waiting.splice(0, most).filter((tell) => tell(null)).length;
  }

  /** Names nothing more of what it was asked for, for a reason. */
  giveUp(why: string): void {
    this.problem = why;
    for (const tell of this.waiting.splice(0)) tell({ found: [], state: 'incomplete' });
  }

  status = async (): Promise<ArchiveStatus> => this.state;

  text = async (file: string): Promise<string | null> => this.texts[file] ?? null;

  /** All its articles; says nothing before it is told to, as with candidates. */
  find = (): Promise<Candidates> =>
    new Promise((resolve) => {
      this.waiting.push((instead) => {
        resolve(instead ?? { found: this.sets, state: 'complete' });
        return true;
      });
    });

  idle = async (): Promise<void> => undefined;

  close(): void {
    this.isClosed = true;
  }
}
