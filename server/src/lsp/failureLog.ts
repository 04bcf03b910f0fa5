import type { Connection } from 'vscode-languageserver';

/** The log of the server, in which each failure stands once: a rule that fails on a file would fail at every keystroke. */
export class FailureLog {
  private readonly failures = new Set<string>();

  constructor(private readonly connection: Connection) {}

  readonly failed = (what: string, error: unknown): void => {
    const story = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const place = story.split('\n', 2).join(); // the message and where it was thrown, without who called
    if (this.failures.has(place)) return;
    this.failures.add(place);
    this.connection.console.error(`${what}: ${story}`);
  };

  readonly told = (words: string): void => this.connection.console.info(words);

  /** For work that nobody waits for. */
  watch(what: string, work: Promise<void>): void {
    work.catch((error: unknown) => this.failed(what, error));
  }
}
