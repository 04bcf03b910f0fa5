import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { RequestName } from '../../../protocol/src/index.js';
import { turn } from '../sync/turn.js';

/** What a cancelled request is answered with: an empty answer would look like “nothing found”. */
export const cancelled = (): ResponseError =>
  new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');

/**
 * Makes a handler that lets waiting messages in first (among them the cancellation of this very request), brings the
 * newest edits in, and only then computes its answer, in one go, from one state of all texts.
 */
export const answering =
  (settle: () => void) =>
  <Params, Result>(compute: (params: Params) => Result) =>
  async (params: Params, token: CancellationToken): Promise<Result> => {
    await turn();
    if (token.isCancellationRequested) throw cancelled();
    settle();
    return compute(params);
  };

/** Handles one of our own requests, typed by its name. */
export function onRequest<Params, Result>(
  connection: Connection,
  name: RequestName<Params, Result>,
  handle: (params: Params, token: CancellationToken) => Promise<Result>,
): void {
  const handler: (params: Params, token: CancellationToken) => Promise<unknown> = handle;
  connection.onRequest(name.method, handler);
}
