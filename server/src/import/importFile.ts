import { say } from '../../../l10n/say.js';
import { articleFile } from './articleFile.js';
import { decodeBytes } from './bytes.js';
import { type ImportedArticle, NotImported } from './imported.js';
import { readMhtml } from './mhtml.js';
import { readNewsml } from './newsml.js';
import { readNinjs } from './ninjs.js';
import { readPage } from './page.js';

/** The articles of a file as texts to write down (most files have one), or why there are none. */
export type Imported =
  | {
      readonly articles: readonly string[];
      /** What a person should know of them, a sentence, or `null`. */
      readonly note: string | null;
    }
  | { readonly refused: string };

/** Makes articles of a saved page or a news item. `original` is how an article names the file. Never throws. */
export function importFile(bytes: Uint8Array, original: string): Imported {
  try {
    const articles = read(bytes, original);
    const note = articles.some(({ forSubscribers }) => forSubscribers)
      ? say`The page says that its text is for subscribers; what was saved may be only its beginning.`
      : null;
    return { articles: articles.map((article) => articleFile(article, original)), note };
  } catch (error) {
    if (error instanceof NotImported) return { refused: error.message };
    if (error instanceof RangeError)
      return { refused: say`The file is too large, or nested too deeply, to be an article.` };
    return { refused: say`It could not be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function read(bytes: Uint8Array, name: string): ImportedArticle[] {
  if (bytes.length === 0) throw new NotImported(say`The file is empty.`);
  if (/\.mht(?:ml)?$/i.test(name)) {
    const { html, address } = readMhtml(bytes);
    return [readPage(html, address)];
  }
  const text = decodeBytes(bytes);
  if (/\.json$/i.test(name)) return readNinjs(text);
  if (/\.html?$|\.xhtml$/i.test(name)) return [readPage(text, null)];
  if (!/\.xml$/i.test(name))
    throw new NotImported(say`By its name it is no saved page (.html, .mhtml) and no news item (.json, .xml).`);
  return /<html[\s>]/i.test(text.slice(0, 1000)) && !/<(?:[\w.-]+:)?news(?:Item|Message)[\s>]/i.test(text)
    ? [readPage(text, null)]
    : readNewsml(text);
}
