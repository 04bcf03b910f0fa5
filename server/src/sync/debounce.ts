/** Does `work` once, `delay` milliseconds after the first of any number of calls. */
export class Debounce {
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly delay: number,
    private readonly work: () => void,
  ) {}

  soon(): void {
    this.timer ??= setTimeout(() => this.now(), this.delay);
  }

  get isDue(): boolean {
    return this.timer !== null;
  }

  /** Does the work at once, if any is due. */
  now(): void {
    if (this.timer === null) return;
    this.cancel();
    this.work();
  }

  cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }
}
