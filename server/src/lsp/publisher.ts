import type { Diagnostic } from 'vscode-languageserver';
import { Debounce } from '../sync/debounce.js';
import { turn } from '../sync/turn.js';

/** What the publisher needs to know about a file at the moment it publishes. */
export interface Edition {
  /** How the editor names the file. */
  readonly uri: string;
  /** Version of the open document that was read; absent for a file that is not open. */
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

/**
 * Sends diagnostics, soon and once for any number of changes. What is sent is computed when it is sent, so nothing
 * stale leaves: `edition` answers `null` for a file whose marks should not be shown.
 */
export class Publisher {
  private readonly due = new Set<string>();
  private readonly shown = new Map<string, Edition>();
  private readonly soon: Debounce;
  private busy = false;

  constructor(
    delay: number,
    private readonly edition: (file: string) => Edition | null,
    private readonly send: (edition: Edition) => Promise<void>,
    private readonly failed: (file: string, error: unknown) => void,
  ) {
    this.soon = new Debounce(delay, () => void this.drain());
  }

  changed(files: Iterable<string>): void {
    for (const file of files) this.due.add(file);
    if (this.due.size > 0 && !this.busy) this.soon.soon();
  }

  /** Files whose marks the editor shows now. */
  shownFiles = (): string[] => [...this.shown.keys()];

  /** How many marks the editor shows now. */
  shownCount(): number {
    let count = 0;
    for (const { diagnostics } of this.shown.values()) count += diagnostics.length;
    return count;
  }

  /** Publishes these files now; after each that the editor hears of, everything else gets its turn. */
  async publishAll(files: Iterable<string>, token?: { readonly isCancellationRequested: boolean }): Promise<void> {
    for (const file of files) {
      if (token?.isCancellationRequested) return;
      this.due.delete(file);
      try {
        if (!(await this.publish(file))) continue;
      } catch (error) {
        this.failed(file, error);
      }
      await turn();
    }
  }

  /** Publishes what is due without waiting for more. */
  now(): void {
    this.soon.now();
  }

  stop(): void {
    this.soon.cancel();
    this.due.clear();
  }

  private async drain(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    await this.publishAll(this.due);
    this.busy = false;
  }

  /** Returns whether there was anything to tell. */
  private async publish(file: string): Promise<boolean> {
    const edition = this.edition(file);
    const uri = edition?.uri ?? this.shown.get(file)?.uri;
    if (uri === undefined) return false;
    if (edition === null || (edition.diagnostics.length === 0 && edition.version === undefined))
      this.shown.delete(file);
    else this.shown.set(file, edition);
    await this.send(edition ?? { uri, diagnostics: [] });
    return true;
  }
}
