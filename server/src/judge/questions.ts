import type { Opinion, Pair } from './judge.js';
import type { Answered, Asked } from './messages.js';

/** Questions to a judge in a thread of its own, until they are answered. */
export class Questions {
  private readonly waiting = new Map<
    number,
    { readonly resolve: (opinions: readonly Opinion[]) => void; readonly reject: (error: Error) => void }
  >();
  private asked = 0;

  constructor(private readonly send: (asked: Asked) => void) {}

  ask(pairs: readonly Pair[]): Promise<readonly Opinion[]> {
    return new Promise((resolve, reject) => {
      this.waiting.set(++this.asked, { resolve, reject });
      this.send({ ask: this.asked, pairs });
    });
  }

  answered(message: Answered): void {
    if (!('ask' in message)) return;
    const question = this.waiting.get(message.ask);
    this.waiting.delete(message.ask);
    if ('failed' in message) question?.reject(new Error(message.failed));
    else question?.resolve(message.opinions);
  }

  /** Nobody will answer any more. */
  lost(reason: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(reason));
    this.waiting.clear();
  }

  get areAllAnswered(): boolean {
    return this.waiting.size === 0;
  }
}
