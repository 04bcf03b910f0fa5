import { errors } from '@opensearch-project/opensearch';
import { say } from '../../../l10n/say.js';

/** Why an archive gave no answer, in words for people. Holds no part of what was asked, and no secret. */
export class ArchiveFailure extends Error {
  constructor(
    message: string,
    /** HTTP status of the answer, if there was one. */
    readonly status: number | null = null,
  ) {
    super(message);
  }
}

/** The client's error objects hold the whole request, its credentials included: only type and status are taken over. */
export function failureOf(error: unknown): ArchiveFailure {
  if (error instanceof ArchiveFailure) return error;
  if (error instanceof errors.ResponseError) return new ArchiveFailure(wordsForStatus(error), error.statusCode);
  if (error instanceof errors.TimeoutError) return new ArchiveFailure(say`It did not answer in time.`);
  if (error instanceof errors.RequestAbortedError) return new ArchiveFailure(say`The question was given up.`);
  if (error instanceof errors.ConnectionError) return new ArchiveFailure(wordsForConnection(codeOf(error)));
  if (error instanceof errors.NoLivingConnectionsError) return new ArchiveFailure(say`Nothing answers at its address.`);
  return new ArchiveFailure(
    say`Its answer could not be understood (${error instanceof Error ? error.name : typeof error}).`,
  );
}

function wordsForStatus({ statusCode, body }: errors.ResponseError): string {
  const type: unknown = body?.error?.type;
  const kind = typeof type === 'string' && /^[\w.]{1,80}$/.test(type) ? type : 'no type';
  if (statusCode === 401) return say`It does not know these credentials.`;
  if (statusCode === 403) return say`These credentials may not do this there.`;
  if (statusCode === 413) return say`It takes no question this long.`;
  if (statusCode === 429) return say`It has too much to do.`;
  return say`It answered with an error (${statusCode}, ${kind}).`;
}

/** OpenSearch's client puts Node's error in the message: codes of certificates are told apart by it. */
function codeOf({ message, meta }: errors.ConnectionError): string {
  const code = (meta?.meta as { connection?: { code?: string } } | undefined)?.connection?.code ?? message;
  return code;
}

function wordsForConnection(code: string): string {
  if (/certificate|CERT|self.signed|altnames|issuer|signature/i.test(code))
    return say`Its certificate is not vouched for by the given authority, or is for another address.`;
  if (/ENOTFOUND|EAI_AGAIN/.test(code)) return say`There is no machine of this name.`;
  return say`Nothing answers at its address.`;
}
