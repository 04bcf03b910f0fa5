import type { ClientOptions } from '@opensearch-project/opensearch';
import { say } from '../../../l10n/say.js';
import type { ArchiveAddress, ArchiveCredentials } from '../sync/archive.js';
import { ArchiveFailure } from './failure.js';

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** What an index of OpenSearch may be called, and short. */
const namePattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** What the client is told of an address. @throws ArchiveFailure with words for people where it is of no use. */
export function clientOptions({ url, name, ca, credentials }: ArchiveAddress): ClientOptions {
  if (!namePattern.test(name))
    throw new ArchiveFailure(
      say`An archive’s name has small letters a to z, digits and hyphens, at most 64, and begins with no hyphen.`,
    );
  const nodes = url.split(/[\s,]+/).filter((one) => one !== '');
  if (nodes.length === 0) throw new ArchiveFailure(say`The archive’s address is empty.`);
  return {
    nodes: nodes.map(checkedUrl),
    ...(ca !== null && { ssl: { ca } }),
    ...(credentials !== null && { headers: { authorization: authorization(credentials) } }),
  };
}

/** Several machines of one archive may be given. A password in an address would be shown wherever the address is. */
function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new ArchiveFailure(say`The archive’s address must begin with https://`);
  if (url.username !== '' || url.password !== '')
    throw new ArchiveFailure(say`The archive’s address must not hold a name or a password.`);
  if (url.protocol === 'http:' && !loopback.test(url.hostname))
    throw new ArchiveFailure(say`An archive on another machine is asked over https:// alone.`);
  return url.href;
}

function authorization(credentials: ArchiveCredentials): string {
  if ('apiKey' in credentials) return `ApiKey ${checkedKey(credentials.apiKey)}`;
  return `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`;
}

/** The key without the spaces that were copied with it; what a header may not hold is refused before anything is sent. */
function checkedKey(text: string): string {
  const key = text.trim();
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw new ArchiveFailure(say`An API key is one word, without spaces and accents: copy it once more.`);
}
