import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { RequestName } from '../../../protocol/src/index.js';
import { messageOf } from '../sync/files.js';
import { turn } from '../sync/turn.js';

/** What a cancelled request is answered with: an empty answer would look like “nothing found”. */
export const cancelled = (): ResponseError =>
  new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');

/** Makes the handlers of requests. */
export class Requests {
  private state: 'not initialized' | 'running' | 'shut down' = 'not initialized';

  /** `settle` brings the newest edits in. */
  constructor(private readonly settle: () => void) {}

  start(): void {
    this.state = 'running';
  }

  stop(): void {
    this.state = 'shut down';
  }

  /**
   * A handler that lets waiting messages in first (among them the cancellation of this very request), brings the newest
   * edits in, and only then computes its answer, in one go, from one state of all texts. Before `initialize` and after
   * `shutdown` it answers with the error that LSP has for it.
   */
  readonly answer =
    <Params, Result>(compute: (params: Params, token: CancellationToken) => Result | Promise<Result>) =>
    async (params: Params, token: CancellationToken): Promise<Result> => {
      await turn();
      if (this.state !== 'running')
        throw new ResponseError(
          this.state === 'shut down' ? ErrorCodes.InvalidRequest : ErrorCodes.ServerNotInitialized,
          `The server is ${this.state}.`,
        );
      if (token.isCancellationRequested) throw cancelled();
      this.settle();
      return compute(params, token);
    };
}

/** Handles one of our own requests, typed by its name. */
export function onRequest<Params, Result>(
  connection: Connection,
  name: RequestName<Params, Result>,
  handle: (params: Params, token: CancellationToken) => Promise<Result>,
): void {
  const handler: (params: Params, token: CancellationToken) => Promise<unknown> = handle;
  connection.onRequest(name.method, handler);
}

/** What a person can read and mend, as LSP's error for a request that was refused. */
export const refused = (error: unknown): ResponseError =>
  error instanceof ResponseError ? error : new ResponseError(-32_803, messageOf(error));

export function refuse(error: unknown): never {
  throw refused(error);
}
