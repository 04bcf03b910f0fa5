import color from 'picocolors';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { foundHeadings, line } from '../../../protocol/src/index.js';
import { plural } from '../features/wording.js';
import type { ArticleFacts } from '../workspace/facts.js';
import type { Found } from '../workspace/find.js';
import { shownName } from './archive.js';

/** The article with a key. */
type ArticleAt = (file: string) => ArticleFacts;

/** How `find` prints what it found, by the name given to --format. */
export const foundFormats: Readonly<
  Record<'text' | 'json', (articleAt: ArticleAt, found: readonly Found[]) => string>
> = {
  text: (articleAt, found) => `${[...sections(articleAt, found), summary(found)].join('\n')}\n`,
  json: (articleAt, found) =>
    `${JSON.stringify({
      version: 1,
      found: found.map(({ place: { file, start, end }, score, isAgainst }) => ({
        path: shownName(file),
        start,
        end,
        isAgainst,
        score: Math.round(score * 1000) / 1000,
        text: articleAt(file).text.slice(start, end),
      })),
    })}\n`,
};

/** What may contradict the claim under a heading, and then the rest under another; without contradictions, no headings. */
function sections(articleAt: ArticleAt, found: readonly Found[]): string[] {
  const entries = (isAgainst: boolean): string[] =>
    found.filter((one) => one.isAgainst === isAgainst).flatMap((one) => entry(articleAt(one.place.file), one));
  const [against, rest] = [entries(true), entries(false)];
  if (against.length === 0) return rest;
  const under = (words: string, lines: string[]): string[] =>
    lines.length > 0 ? [color.underline(words), ...lines] : [];
  return [...under(foundHeadings.against, against), ...under(foundHeadings.rest, rest)];
}

function entry({ text, metadata }: ArticleFacts, { place, score }: Found): string[] {
  const at = TextDocument.create(place.file, 'plaintext', 0, text).positionAt(place.start);
  const about = [metadata.outlet ?? 'outlet unknown', metadata.date ?? 'undated'].map(line).join(' · ');
  return [
    `${`${Math.round(score * 100)} %`.padStart(6)}  ${color.bold(`${line(shownName(place.file))}:${at.line + 1}:${at.character + 1}`)}  ${color.dim(about)}`,
    `        ${line(text.slice(place.start, place.end))}`,
  ];
}

const summary = (found: readonly Found[]): string =>
  found.length === 0
    ? 'Nothing found: no sentence is worded enough like this claim.'
    : color.bold(`${plural(found.length, 'sentence')}; the share is that of the claim’s words, not of its truth`);
