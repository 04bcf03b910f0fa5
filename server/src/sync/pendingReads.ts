import { type Content, type Files, messageOf } from './files.js';
import { turn } from './turn.js';

/** What the disk says of a file: what is in it, why it is not read, or `null` for one that is not there. */
export type OnDisk = Content | { readonly unread: string } | null;

/** How many answers that take next to no time are taken in before everything else gets its turn. */
const quickInOneGo = 50;

/**
 * Files that a disk was asked for and has not answered yet. Answers are taken in as they come, one after the other, and
 * in between everything else gets its turn. Of two questions about one file the later counts, whichever is answered
 * first.
 */
export class PendingReads {
  /** The last question about each file whose answer is still to come. */
  private readonly last = new Map<string, symbol>();
  /** Resolves when all answers so far are taken in. */
  private taken: Promise<void> = Promise.resolve();
  /** Quick answers since everything else had its turn. */
  private quick = quickInOneGo;

  constructor(
    private readonly read: (file: string) => Promise<OnDisk>,
    /** Takes an answer in; tells whether it took next to no time. */
    private readonly take: (file: string, found: OnDisk) => boolean,
  ) {}

  /** Resolves when the answer is taken in, or counts no longer; rejects where taking it in failed. */
  async ask(file: string): Promise<void> {
    const question = Symbol(file);
    this.last.set(file, question);
    const found = await this.read(file);
    const taken = this.taken.then(() => this.takeIn(file, question, found));
    this.taken = taken.catch(() => undefined); // who asked is told; the next answer is taken in all the same
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

  private async takeIn(file: string, question: symbol, found: OnDisk): Promise<void> {
    if (this.quick >= quickInOneGo) {
      await turn();
      this.quick = 0;
    }
    if (this.last.get(file) !== question) return;
    this.last.delete(file);
    this.quick = this.take(file, found) ? this.quick + 1 : quickInOneGo;
  }
}

/** Reads a file of at most `largest` kilobytes. Never rejects. */
export async function readOnDisk(files: Files, file: string, largest: number, alone = false): Promise<OnDisk> {
  try {
    const found = await files.read(file, largest * 1024, alone);
    if (typeof found !== 'number') return found;
    const size = Math.ceil(found / 1024);
    return {
      unread: `The file has ${size} KB; files above ${largest} KB are not read (secondSource.limits.fileSize).`,
    };
  } catch (error) {
    return { unread: `The file could not be read: ${messageOf(error)}` };
  }
}
