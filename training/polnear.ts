import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../server/src/core/article/article.js';
import { readArticle } from '../server/src/core/article/index.js';
import { tokenAt } from '../server/src/core/article/tokens.js';
import { labels } from '../server/src/core/attribution/tagger/labels.js';
import type { Span } from '../server/src/core/span.js';

/** An article with its labelled spans, in UTF-16 offsets. */
export interface Labelled {
  readonly name: string;
  readonly text: string;
  readonly spans: readonly LabelledSpan[];
}

export interface LabelledSpan extends Span {
  readonly kind: 'Source' | 'Cue' | 'Content';
}

/**
 * The articles of a folder in PolNeAR's form: `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann` in brat's format,
 * whose offsets count code points. Of several annotators the first in order of name is taken.
 */
export function readCorpus(folder: string): Labelled[] {
  const annotations = readdirSync(join(folder, 'attributions')).sort();
  return readdirSync(join(folder, 'text'))
    .sort()
    .flatMap((name) => {
      const stem = name.replace(/\.txt$/, '_');
      const annotation = annotations.find((file) => file.startsWith(stem));
      if (annotation === undefined) return [];
      const text = readFileSync(join(folder, 'text', name), 'utf8');
      const spans = readSpans(text, readFileSync(join(folder, 'attributions', annotation), 'utf8'));
      return [{ name, text, spans }];
    });
}

function readSpans(text: string, annotation: string): LabelledSpan[] {
  const offsets = [0];
  for (const character of text) offsets.push((offsets.at(-1) as number) + character.length);
  const utf16 = (codePoints: string | undefined): number => offsets[Number(codePoints)] ?? text.length;
  return annotation.split('\n').flatMap((line) => {
    const match = /^T\d+\t(Source|Cue|Content) ([\d ;]+)\t/.exec(line);
    if (match === null) return [];
    const kind = match[1] as LabelledSpan['kind'];
    return (match[2] as string).split(';').map((part) => {
      const [start, end] = part.trim().split(' ');
      return { kind, start: utf16(start), end: utf16(end) };
    });
  });
}

/** Reads a labelled article and gives each token its label; `null` where the text is not read as an article. */
export function label({ text, name, spans }: Labelled): { article: Article; gold: Uint8Array } | null {
  const article = readArticle(text, name);
  if ('skipped' in article) return null;
  const gold = new Uint8Array(article.tokens.count);
  for (const span of spans) {
    const begin = labels.indexOf(`B-${span.kind}`);
    for (let i = tokenAt(article.tokens, span.start); i < article.tokens.count; i++) {
      if ((article.tokens.start[i] as number) >= span.end) break;
      gold[i] = i === tokenAt(article.tokens, span.start) ? begin : begin + 1;
    }
  }
  return { article, gold };
}
