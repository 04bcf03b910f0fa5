import type { Encoding } from './files.js';

/** Says which files are not in UTF-8 and how they were read instead, a sentence for each encoding. */
export const encodingNotices = (
  encodings: ReadonlyMap<string, Encoding>,
  shown: (file: string) => string = (file) => file,
): string[] =>
  [...new Set(encodings.values())].sort().map((encoding) => {
    const files = [...encodings].filter(([, one]) => one === encoding).map(([file]) => shown(file));
    const first = files.sort()[0] as string;
    return files.length === 1
      ? `${first} is not in UTF-8 and was read as ${encoding}.`
      : `${files.length} files are not in UTF-8 and were read as ${encoding}, among them ${first}.`;
  });
