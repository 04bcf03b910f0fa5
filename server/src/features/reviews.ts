import { type Line, label, line, phrase, type ReviewView, said, say } from '../../../protocol/src/index.js';
import type { NoFigure } from '../reviews/incidents.js';
import { placeOf } from '../reviews/quotation.js';
import type { Remark, Review } from '../reviews/review.js';
import { review, standingFindings } from '../reviews/reviewed.js';
import { type Settings, shownFindings } from '../settings/settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { covers, toEditorPlace } from './claims.js';
import { escapeMarkdown as safe } from './markdown.js';
import { clip } from './wording.js';

/** The findings of a file as the settings let them stand, each with what people said of it, and where that stands. */
export const reviewed = (workspace: Workspace, file: string, settings: Settings, remarks: readonly Remark[]) =>
  review(workspace, file, shownFindings(workspace.findings(file), settings), remarks);

/** The findings of a file as settings and people let them stand: what may be marked. */
export const findingsLeft = (workspace: Workspace, file: string, settings: Settings, remarks: readonly Remark[]) =>
  standingFindings(reviewed(workspace, file, settings, remarks).findings).map(({ finding }) => finding);

const kindWords: Readonly<Record<Remark['kind'], string>> = {
  dismissed: phrase`Dismissed`,
  checked: phrase`Checked`,
  note: phrase`Note`,
  accepted: phrase`Accepted with the folder’s baseline`,
};

/** What people said of the findings at an offset, for a hover. */
export function remarkSections(
  workspace: Workspace,
  file: string,
  settings: Settings,
  remarks: readonly Remark[],
  offset: number,
): string[] {
  if (remarks.length === 0) return [];
  const { findings, placed } = reviewed(workspace, file, settings, remarks);
  return [
    ...findings
      .filter(({ finding }) => covers(finding, offset))
      .flatMap(({ finding, remarks: own }) => own.map((remark) => remarkSection(remark, finding.message))),
    // what is said of words that no rule marks
    ...placed
      .filter(({ remark, place }) => remark.rule === undefined && typeof place === 'object' && covers(place, offset))
      .map(({ remark }) => remarkSection(remark, '')),
  ];
}

function remarkSection(remark: Remark, message: string): string {
  const head = `**${said(kindWords[remark.kind])}**`;
  const about = `*${safe(remark.rule ?? '')}:* ${safe(clip(message, 200))}`;
  if (remark.kind === 'accepted') return `${head}\n\n${about}`;
  return `${say`${head} by ${safe(byWords(remark))}`}: ${safe(clip(remark.text, 500))}\n\n${remark.kind === 'dismissed' ? about : ''}`.trim();
}

/** *Checked by Mara Voss, 2031-04-02: Asked both yards.*, as plain words. */
export const remarkWords = (remark: Remark): Line =>
  line(
    remark.kind === 'accepted'
      ? said(kindWords.accepted)
      : `${say`${said(kindWords[remark.kind])} by ${byWords(remark)}`}: ${clip(remark.text, 500)}`,
  );

/** *Mara Voss, 2031-04-02*. */
export const byWords = ({ creator, created }: Pick<Review, 'creator' | 'created'>): string =>
  `${creator === '' ? say`somebody` : creator}, ${created.slice(0, 10)}`;

export const whyOrphaned: Readonly<Record<NoFigure, string>> = {
  gone: phrase`the article is not in the folder any more`,
  nowhere: phrase`its words are not in the article any more`,
  twice: phrase`its words stand in the article more than once`,
  'no figure': phrase`no casualty figure is read at its words any more`,
};

/** The reviews of one article, or of those that are gone (`file` is `null`), for a list. */
export function reviewViews(
  workspace: Workspace,
  folder: string,
  file: string | null,
  path: string | null,
  reviews: readonly Review[],
): ReviewView[] {
  const article = file === null ? undefined : workspace.articleOf(file);
  return reviews.map((one): ReviewView => {
    const found = file === null ? 'gone' : article === undefined ? 'nowhere' : placeOf(article, one.target.selector);
    const place = typeof found === 'object' && file !== null ? toEditorPlace(workspace, { file, ...found }) : undefined;
    return {
      id: one.id,
      folder,
      kind: one.kind,
      rule: one.rule ?? null,
      isOrphaned: place === undefined,
      why: typeof found === 'string' ? label`${said(whyOrphaned[found])}` : label``,
      words: label`${clip(one.target.selector.exact, 200)}`,
      text: label`${clip(one.text, 500)}`,
      by: label`${byWords(one)}`,
      file: label`${(place && path) ?? one.target.source}`,
      place: place ?? null,
    };
  });
}
