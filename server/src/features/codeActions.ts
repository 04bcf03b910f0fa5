import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { commands, innerCommands, label, line } from '../../../protocol/src/index.js';
import type { Figure } from '../core/casualties/figure.js';
import type { RuleId } from '../core/rules/rule.js';
import { overlaps } from '../core/span.js';
import type { Workspace } from '../workspace/workspace.js';
import { figuresElsewhere, sourceWords } from './figures.js';
import { positionsOf } from './positions.js';
import { outletOf, rangeWords, textOf } from './wording.js';

const aboutOthers = new Set<RuleId>(['repeated-claim', 'conflicting-report', 'certainty-drift']);

/** Help for the marks in a range. Nothing here edits the text: a draft goes to the clipboard. */
export function codeActionsFor(workspace: Workspace, file: string, { range, context }: CodeActionParams): CodeAction[] {
  const reading = workspace.readingOf(file);
  if (reading === undefined) return [];
  const chosen = positionsOf(reading.article).span(range);
  const touched = { start: chosen.start, end: Math.max(chosen.end, chosen.start + 1) };
  const about = (id: string): CodeActionParams['context']['diagnostics'] =>
    context.diagnostics.filter(({ code, source }) => source === 'Second Source' && code === id);
  const actions: CodeAction[] = reading.figures
    .filter((figure) => overlaps(figure, touched) && about('casualty-figure').length > 0)
    .map((figure) => {
      const source = figure.source ? textOf(reading.article, figure.source) : null;
      const draft = draftOf(workspace, file, figure, source);
      return {
        title: label`Copy an attributed wording: “${draft}”`,
        kind: CodeActionKind.QuickFix,
        diagnostics: about('casualty-figure'),
        command: { title: 'Copy', command: innerCommands.copyDraft, arguments: [draft] },
      };
    });
  const shared = context.diagnostics.filter(({ code }) => aboutOthers.has(code as RuleId));
  if (shared.length > 0)
    actions.push({
      title: 'Show who else says it',
      kind: CodeActionKind.QuickFix,
      diagnostics: shared,
      command: { title: 'Show Corroboration', command: commands.showCorroboration, arguments: [file] },
    });
  return actions;
}

/** The figure with its source, or with a gap that asks for one; then what other files say. */
function draftOf(workspace: Workspace, file: string, figure: Figure, source: string | null): string {
  const victims = figure.victims === '' ? 'people' : figure.victims;
  const own = `${line(figure.text)} ${victims} ${figure.outcome}, according to ${source ?? '[who says so]'}`;
  const others = figuresElsewhere(workspace, file, figure).map((other) => {
    const [outlet, words] = [outletOf(other.facts), sourceWords(other)];
    return `${rangeWords(other.figure)} according to ${words === '' ? outlet : `${words} (${outlet})`}`;
  });
  return others.length === 0 ? own : `${own}; ${[...new Set(others)].join('; ')}`;
}
