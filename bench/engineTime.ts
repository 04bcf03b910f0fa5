import diagnostics from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';

/** Milliseconds from and to which the engine worked on one search, by the clock of this program. */
type Work = readonly [from: number, to: number];

/**
 * The engine's part of questions: how long it says (`took`) that it worked on their searches, those at one time counted
 * once. The rest of a question is spent here and on the way. Listens to what Node's client of HTTP sends, so that
 * programs are measured as they were built.
 */
export class EngineTime {
  private works: Work[] = [];
  private readonly heard = (message: unknown): void => this.follow((message as { request: ClientRequest }).request);

  constructor() {
    diagnostics.subscribe('http.client.request.start', this.heard);
  }

  close(): void {
    diagnostics.unsubscribe('http.client.request.start', this.heard);
  }

  /** Milliseconds since this was asked last. */
  take(): number {
    const works = this.works.sort(([one], [other]) => one - other);
    this.works = [];
    let [sum, end] = [0, 0];
    for (const [from, to] of works) {
      sum += Math.max(0, to - Math.max(from, end));
      end = Math.max(end, to);
    }
    return sum;
  }

  /** An answer of the engine begins with how long it worked. */
  private follow(request: ClientRequest): void {
    const from = performance.now();
    request.once('response', (response: IncomingMessage) => {
      response.once('data', (part: Buffer | string) => {
        const took = /^\{(?:"pit_id":"[^"]*",)?"took":(\d+)/.exec(part.toString().slice(0, 2000));
        if (took !== null) this.works.push([from, from + Number(took[1])]);
      });
    });
  }
}
