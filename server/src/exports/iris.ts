/**
 * How what is exported is named. A file is named by its path, as a reference relative to where the export lies, so that both
 * can be moved together; what only this program knows of has a URN.
 */
export const fileIri = (path: string): string => {
  const segments = path.split('/').map(encodedSegment).join('/');
  // *c:/articles* and *notes: one.txt* would be read as names of protocols
  if (/^[a-z]%3A\//i.test(segments)) return `file:///${segments}`;
  // two slashes would begin the name of another machine
  return segments.replace(/^\/\//, '/%2F');
};

/** The path that a reference to a file names, decoded where it can be; any other IRI as it is. */
export function pathOfIri(iri: string): string {
  const [path = ''] = iri.replace(/^file:\/\/(?:\/(?=[a-z](?:%3A|:)\/))?/i, '').split('#', 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // not made here: `100%.txt`
  }
}

/** A name of one of our own things, of whatever words. */
export const ownIri = (kind: 'annotations' | 'claim' | 'finding' | 'review', name: string): string =>
  `urn:second-source:${kind}${name === '' ? '' : `:${encodedSegment(name)}`}`;

/** The name in an IRI of that kind; `null` for any other. */
export function nameOfIri(kind: 'review', iri: string): string | null {
  const start = `${ownIri(kind, '')}:`;
  return iri.startsWith(start) ? pathOfIri(iri.slice(start.length)) : null;
}

/** Half a character, which no IRI can hold, is written as the sign for it. */
const encodedSegment = (words: string): string =>
  encodeURIComponent(words.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
