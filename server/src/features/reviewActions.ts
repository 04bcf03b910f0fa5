import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import {
  commands,
  innerCommands,
  type Label,
  label,
  phrase,
  type ReviewDraft,
  type ReviewKindName,
  type ReviewName,
  said,
} from '../../../protocol/src/index.js';
import { overlaps } from '../core/span.js';
import type { Remark } from '../reviews/review.js';
import { aboutOf, standingOf } from '../reviews/reviewed.js';
import type { Settings } from '../settings/settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { positionsOf } from './positions.js';
import { byWords, reviewed } from './reviews.js';
import { clip, textOf } from './wording.js';

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
    const named = (what: string): Label =>
      there.length > 1 ? label`${what} ${finding.rule}: “${clip(words, 40)}”` : label`${what}`;
    const about = aboutOf(workspace, file, home.source, finding);
    const kinds = about === null ? [] : kindsFor(own);
    return [
      ...kinds.map((kind) => {
        const draft: ReviewDraft = { uri: file, kind, words: label`${words}`, about };
        return action(named(said(actions[kind])), innerCommands.addReview, draft);
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
