import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import {
  commands,
  innerCommands,
  type Line,
  label,
  line,
  phrase,
  type ReviewDraft,
  type ReviewKindName,
  type ReviewName,
  type ReviewView,
  said,
  say,
} from '../../../protocol/src/index.js';
import { overlaps } from '../core/span.js';
import type { NoFigure } from '../reviews/incidents.js';
import { placeOf } from '../reviews/quotation.js';
import type { Remark, Review } from '../reviews/review.js';
import { aboutOf, review, standingFindings, standingOf } from '../reviews/reviewed.js';
import { type Settings, shownFindings } from '../settings/settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { covers, toEditorPlace } from './claims.js';
import { escapeMarkdown as safe } from './markdown.js';
import { positionsOf } from './positions.js';
import { clip, textOf } from './wording.js';

/** The findings of a file as the settings let them stand, each with what people said of it, and where that stands. */
const reviewed = (workspace: Workspace, file: string, settings: Settings, remarks: readonly Remark[]) =>
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

const takeBack: Readonly<Record<ReviewKindName, string>> = {
  dismissed: phrase`Take the dismissal back`,
  checked: phrase`Take “checked” back`,
  note: phrase`Delete the note`,
};

const actions: Readonly<Record<ReviewKindName, string>> = {
  dismissed: phrase`Dismiss this finding…`,
  checked: phrase`Mark as checked…`,
  note: phrase`Add a note…`,
};

/** The folder whose sidecar keeps what is said of a file, and the file's path in it. */
interface Home {
  readonly folder: string;
  readonly source: string;
}

/** What a person may say of the findings in a range, and take back. */
export function reviewActions(
  workspace: Workspace,
  file: string,
  home: Home,
  range: Range,
  settings: Settings,
  remarks: readonly Remark[],
): CodeAction[] {
  const article = workspace.articleOf(file);
  if (article === undefined) return [];
  const chosen = positionsOf(article).span(range);
  const touched = { start: chosen.start, end: Math.max(chosen.end, chosen.start + 1) };
  const there = reviewed(workspace, file, settings, remarks).findings.filter(({ finding }) =>
    overlaps(finding, touched),
  );
  return there.flatMap(({ finding, remarks: own }) => {
    const words = clip(textOf(article, finding), 80);
    const which = there.length > 1 ? ` ${finding.rule}: “${clip(words, 40)}”` : '';
    const about = aboutOf(workspace, file, home.source, finding);
    const kinds = about === null ? [] : kindsFor(own);
    return [
      ...kinds.map((kind) => {
        const draft: ReviewDraft = { uri: file, kind, words: label`${words}`, about };
        return action(label`${said(actions[kind])}${which}`, innerCommands.addReview, draft);
      }),
      ...own.flatMap((remark) => {
        if (remark.kind === 'accepted') return [];
        const { id } = remark;
        const name: ReviewName = { folder: home.folder, id };
        return [action(label`${said(takeBack[remark.kind])} (${byWords(remark)})`, commands.removeReview, name)];
      }),
    ];
  });
}

/** Nothing that is hidden already is hidden once more. */
const kindsFor = (remarks: readonly Remark[]): readonly ReviewKindName[] =>
  ['dismissed', 'accepted'].includes(standingOf(remarks)) ? ['note'] : ['dismissed', 'checked', 'note'];

const action = (title: string, command: string, argument: ReviewDraft | ReviewName): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  command: { title, command, arguments: [argument] },
});

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
