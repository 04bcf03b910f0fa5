import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { commands, innerCommands, label, line } from '../../../protocol/src/index.js';
import type { Article } from '../core/article/article.js';
import type { Figure } from '../core/casualties/figure.js';
import { languageOf } from '../core/languages/index.js';
import type { Reading } from '../core/reading.js';
import type { RuleId } from '../core/rules/rule.js';
import { spotsOf, type ToldFinding } from '../core/rules/spots.js';
import { overlaps, type Span } from '../core/span.js';
import type { Remark } from '../reviews/review.js';
import type { Settings } from '../settings/settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { figuresElsewhere, sourceWords } from './figures.js';
import { positionsOf } from './positions.js';
import { findingsLeft } from './reviews.js';
import { outletOf, rangeWords, textOf } from './wording.js';

const aboutOthers = new Set<RuleId>(['repeated-claim', 'conflicting-report', 'certainty-drift']);

/** Help for what is found in a range, marked or not. Nothing here edits the text: a draft goes to the clipboard. */
export function codeActionsFor(
  workspace: Workspace,
  file: string,
  { range, context }: CodeActionParams,
  settings: Settings,
  remarks: readonly Remark[] = [],
): CodeAction[] {
  const reading = workspace.readingOf(file);
  if (reading === undefined) return [];
  const chosen = positionsOf(reading.article).span(range);
  const touched = { start: chosen.start, end: Math.max(chosen.end, chosen.start + 1) };
  const findings = spotsOf(reading.article, findingsLeft(workspace, file, settings, remarks))
    .filter((spot) => spot.some((finding) => overlaps(finding, touched)))
    .flat();
  const diagnostics = context.diagnostics.filter(({ source }) => source === 'Second Source');
  const actions: CodeAction[] = figuresIn(reading, findings, touched).map((figure) => {
    const source = figure.source ? textOf(reading.article, figure.source) : null;
    const draft = draftOf(workspace, reading.article, { file, figure, source });
    return {
      title: label`Copy an attributed wording: “${draft}”`,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      command: { title: label`Copy`, command: innerCommands.copyDraft, arguments: [draft] },
    };
  });
  if (findings.some(({ rule }) => aboutOthers.has(rule)))
    actions.push({
      title: label`Show who else says it`,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      command: { title: label`Show Corroboration`, command: commands.showCorroboration, arguments: [file] },
    });
  return actions;
}

/** The figures that were touched; where none was, those that the mark of their sentence tells of. */
function figuresIn({ figures }: Reading, findings: readonly ToldFinding[], touched: Span): Figure[] {
  const told = figures.filter((figure) =>
    findings.some(({ rule, start }) => rule === 'casualty-figure' && start === figure.start),
  );
  const under = told.filter((figure) => overlaps(figure, touched));
  return under.length > 0 ? under : told;
}

/** Words as they stand behind others: *A nurse*, which opens a sentence, is *a nurse*. */
function midSentence(words: string, language: string): string {
  const first = /^\p{L}+/u.exec(words)?.[0].toLowerCase() ?? '';
  const { sentenceOpeners, crowds } = languageOf(language).article.sets;
  return sentenceOpeners.has(first) || crowds.has(first) ? first + words.slice(first.length) : words;
}

/** The figure with its source, or with a gap that asks for one; then what other files say. */
function draftOf(
  workspace: Workspace,
  { language }: Article,
  { file, figure, source }: { readonly file: string; readonly figure: Figure; readonly source: string | null },
): string {
  const victims = figure.victims === '' ? 'people' : figure.victims;
  const said = source === null ? '[who says so]' : midSentence(source, language);
  const own = `${line(figure.text)} ${victims} ${figure.outcome}, according to ${said}`;
  const others = figuresElsewhere(workspace, file, figure).map((other) => {
    const [outlet, words] = [outletOf(other.facts), midSentence(sourceWords(other), language)];
    return `${rangeWords(other.figure)} according to ${words === '' ? outlet : `${words} (${outlet})`}`;
  });
  return others.length === 0 ? own : `${own}; ${[...new Set(others)].join('; ')}`;
}
