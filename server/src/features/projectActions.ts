import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import {
  type ArticleField,
  innerCommands,
  type Label,
  label,
  line,
  type ProjectChange,
  type ProjectDraft,
} from '../../../protocol/src/index.js';
import type { Corrections } from '../core/article/corrections.js';
import { overlaps, type Span } from '../core/span.js';
import type { Remark } from '../reviews/review.js';
import type { Settings } from '../settings/settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { positionsOf } from './positions.js';
import { findingsLeft } from './reviews.js';
import { clip, textOf } from './wording.js';

const fields: readonly ArticleField[] = ['outlet', 'date', 'title', 'agency'];

const setLabel = (field: ArticleField): Label =>
  ({
    title: label`Set title of this article…`,
    outlet: label`Set outlet of this article…`,
    date: label`Set date of this article…`,
    agency: label`Set agency of this article…`,
  })[field];

/** `now`: what counts instead of what the article says. */
const readAgainLabel = (field: ArticleField, now: string): Label =>
  ({
    title: label`Read title from the article again (now “${now}”)`,
    outlet: label`Read outlet from the article again (now “${now}”)`,
    date: label`Read date from the article again (now “${now}”)`,
    agency: label`Read agency from the article again (now “${now}”)`,
  })[field];

/**
 * What a person may say once for all in the project file of the folder: what the article is, at its headline and above;
 * whose word a figure is; how a rule counts in the folder.
 */
export function projectActions(
  workspace: Workspace,
  file: string,
  range: Range,
  settings: Settings,
  remarks: readonly Remark[],
  corrections: Corrections = {},
): CodeAction[] {
  const reading = workspace.readingOf(file);
  if (reading === undefined) return [];
  const { article, attributions, figures } = reading;
  const chosen = positionsOf(article).span(range);
  const touched = { start: chosen.start, end: Math.max(chosen.end, chosen.start + 1) };
  const action = (title: Label, change: ProjectChange, asks: boolean): CodeAction => {
    const draft: ProjectDraft = { uri: file, change, asks };
    return {
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: innerCommands.changeProject, arguments: [draft] },
    };
  };
  const ofArticle = fields.flatMap((field) => {
    const value = line(article.metadata[field] ?? '');
    const set = action(setLabel(field), { kind: 'article', field, value }, true);
    if (corrections[field] === undefined) return [set];
    const back = readAgainLabel(field, clip(value, 40));
    return [set, action(back, { kind: 'article', field, value: '' }, false)];
  });
  const findings = findingsLeft(workspace, file, settings, remarks).filter((finding) => overlaps(finding, touched));
  const sources = figures.flatMap(({ source, start, end }) => {
    const isTouched = source !== null && (overlaps(source, touched) || overlaps({ start, end }, touched));
    return isTouched ? [line(textOf(article, source))] : [];
  });
  const speakers = attributions.flatMap(({ level, source, pronoun, refersTo }) => {
    const isBody = level !== 'named-person' && level !== 'anonymous-person' && !pronoun;
    return isBody && source !== null && overlaps(source, touched) ? [line(textOf(article, refersTo ?? source))] : [];
  });
  return [
    ...(isAtHead(article.paragraphs[0], touched) ? ofArticle : []),
    ...[...new Set(sources)].flatMap((name) => [
      action(label`“${clip(name, 60)}” is a side of the conflict…`, { kind: 'side', name }, true),
      action(label`“${clip(name, 60)}” is independent…`, { kind: 'independent', name }, true),
    ]),
    ...[...new Set([...sources, ...speakers])].map((name) =>
      action(label`“${clip(name, 60)}” is another name of…`, { kind: 'otherName', name, of: '' }, true),
    ),
    ...[...new Set(findings.map(({ rule }) => rule))].flatMap((rule) => [
      ...(settings.rules[rule] === 'hint'
        ? []
        : [action(label`Show ${rule} as hints in this folder`, { kind: 'rule', rule, level: 'hint' }, false)]),
      action(label`Turn ${rule} off in this folder`, { kind: 'rule', rule, level: 'off' }, false),
    ]),
  ];
}

/** In the first paragraph, its headline, or before it, where an article says what it is. */
const isAtHead = (first: Span | undefined, { start }: Span): boolean => first === undefined || start < first.end;
