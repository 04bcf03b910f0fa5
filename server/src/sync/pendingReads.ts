import { type Files, messageOf } from './files.js';
import { turn } from './turn.js';

/** What the disk says of a file: its text, why it is not read, or `null` for one that is not there. */
export type OnDisk = string | { readonly unread: string } | null;

/** So many answers that take next to no time are taken in one go. */
const lightInOne = 50;

/**
 * Looks at files on a disk that answers when it likes. Answers are taken in as they come, one after the other, and in
 * between everything else gets its turn. Of two looks at one file the later counts, whichever is answered first.
 */
export class PendingReads {
  /** The last look at each file whose answer is still to come. */
  private readonly last = new Map<string, symbol>();
  private taken: Promise<void> = Promise.resolve();
  private light = lightInOne;

  constructor(
    private readonly ask: (file: string) => Promise<OnDisk>,
    /** Takes an answer in; tells whether it took next to no time. */
    private readonly take: (file: string, found: OnDisk) => boolean,
  ) {}

  /** Resolves when the answer is taken in, or counts no longer. */
  async at(file: string): Promise<void> {
    const look = Symbol(file);
    this.last.set(file, look);
    const found = await this.ask(file);
    const taken = this.taken.then(() => this.takeIn(file, look, found));
    this.taken = taken.catch(() => undefined); // whoever looked hears of it
    return taken;
  }

  /** Files whose answers are still to come. */
  files(): string[] {
    return [...this.last.keys()];
  }

  /** What the disk will still say of the file counts no longer. */
  forget(file: string): void {
    this.last.delete(file);
  }

  forgetAll(): void {
    this.last.clear();
  }

  private async takeIn(file: string, look: symbol, found: OnDisk): Promise<void> {
    if (this.light >= lightInOne) {
      await turn();
      this.light = 0;
    }
    if (this.last.get(file) !== look) return;
    this.last.delete(file);
    this.light = this.take(file, found) ? this.light + 1 : lightInOne;
  }
}

/** Reads a file of at most `largest` kilobytes. Never rejects. */
export async function readOnDisk(files: Files, file: string, largest: number): Promise<OnDisk> {
  try {
    const found = await files.read(file, largest * 1024);
    if (typeof found !== 'number') return found;
    const size = Math.ceil(found / 1024);
    return {
      unread: `The file has ${size} KB; files above ${largest} KB are not read (secondSource.limits.fileSize).`,
    };
  } catch (error) {
    return { unread: `The file could not be read: ${messageOf(error)}` };
  }
}
