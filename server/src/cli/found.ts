import color from 'picocolors';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { foundHeadings, line } from '../../../protocol/src/index.js';
import { isArticle } from '../exports/checked.js';
import { plural } from '../features/wording.js';
import type { Found } from '../workspace/find.js';
import type { Workspace } from '../workspace/workspace.js';
import { shownName } from './archive.js';

/** How `find` prints what it found, by the name given to --format. */
export const foundFormats: Readonly<
  Record<'text' | 'json', (workspace: Workspace, found: readonly Found[]) => string>
> = {
  text: (workspace, found) => `${[...sections(workspace, found), summary(found)].join('\n')}\n`,
  json: (workspace, found) =>
    `${JSON.stringify({
      version: 1,
      found: found.map(({ place: { file, start, end }, score, isAgainst }) => ({
        path: shownName(file),
        start,
        end,
        isAgainst,
        score: Math.round(score * 1000) / 1000,
        text: textOf(workspace, file).slice(start, end),
      })),
    })}\n`,
};

/** What may contradict the claim under a heading, and then the rest under another; without contradictions, no headings. */
function sections(workspace: Workspace, found: readonly Found[]): string[] {
  const entries = (isAgainst: boolean): string[] =>
    found.filter((one) => one.isAgainst === isAgainst).flatMap((one) => entry(workspace, one));
  const [against, rest] = [entries(true), entries(false)];
  if (against.length === 0) return rest;
  const under = (words: string, lines: string[]): string[] =>
    lines.length > 0 ? [color.underline(words), ...lines] : [];
  return [...under(foundHeadings.against, against), ...under(foundHeadings.rest, rest)];
}

function textOf(workspace: Workspace, file: string): string {
  const reading = workspace.get(file);
  return reading !== undefined && isArticle(reading) ? reading.article.text : '';
}

function entry(workspace: Workspace, { place, score }: Found): string[] {
  const reading = workspace.get(place.file);
  if (reading === undefined || !isArticle(reading)) return [];
  const { text, metadata } = reading.article;
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
