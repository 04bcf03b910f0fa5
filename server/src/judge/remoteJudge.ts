import type { Judge, NoJudge, Opinion, Pair } from './judge.js';
import type { Answered, Asked } from './messages.js';

/** A judge in a thread of its own, as it is seen from here: questions to it until they are answered, or it is gone. */
export class RemoteJudge {
  /** Resolves when it says whether there is a judge, or is gone before. */
  readonly loaded: Promise<Judge | NoJudge>;
  private load: (judge: Judge | NoJudge) => void = () => undefined;
  private isLoading = true;
  private ended: string | null = null;
  private readonly waiting = new Map<
    number,
    { readonly resolve: (opinions: readonly Opinion[]) => void; readonly reject: (error: Error) => void }
  >();
  private asked = 0;

  constructor(
    private readonly send: (asked: Asked) => void,
    private readonly onLost: () => void,
  ) {
    this.loaded = new Promise((resolve) => {
      this.load = resolve;
    });
  }

  /** Whether it has been asked for something, its first word included, that it has not answered. */
  get isAsked(): boolean {
    return this.ended === null && (this.isLoading || this.waiting.size > 0);
  }

  hear(message: Answered): void {
    if ('ask' in message) this.answered(message);
    else {
      this.isLoading = false;
      this.load('error' in message ? message : { version: message.version, judge: (pairs) => this.ask(pairs) });
    }
  }

  /** Nobody will answer any more. */
  lost(reason: string): void {
    if (this.ended !== null) return;
    this.ended = reason;
    this.onLost();
    this.load({ error: reason });
    for (const { reject } of this.waiting.values()) reject(new Error(reason));
    this.waiting.clear();
  }

  private ask(pairs: readonly Pair[]): Promise<readonly Opinion[]> {
    if (this.ended !== null) return Promise.reject(new Error(this.ended));
    return new Promise((resolve, reject) => {
      this.waiting.set(++this.asked, { resolve, reject });
      this.send({ ask: this.asked, pairs });
    });
  }

  private answered(message: Extract<Answered, { readonly ask: number }>): void {
    const question = this.waiting.get(message.ask);
    this.waiting.delete(message.ask);
    if ('failed' in message) question?.reject(new Error(message.failed));
    else question?.resolve(message.opinions);
  }
}
