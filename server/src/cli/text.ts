import color from 'picocolors';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../core/rules/rule.js';
import type { Workspace } from '../workspace/workspace.js';

const sign: Record<Severity, string> = {
  warning: color.yellow('▲ warning'),
  information: color.blue('● note   '),
  hint: color.dim('· hint   '),
};

/** The findings for a person at a terminal: by file, in order of place, each with its words, why, and who else says it. */
export function text(workspace: Workspace): string {
  const files = workspace.files();
  const documents = new Map(files.map((file) => [file, document(workspace, file)] as const));
  const at = (file: string, offset: number): string => {
    const position = documents.get(file)?.positionAt(offset);
    return position ? `${position.line + 1}:${position.character + 1}` : '';
  };
  const lines: string[] = [];
  for (const file of files) {
    const reading = workspace.get(file);
    if (reading === undefined || 'skipped' in reading) {
      lines.push(`${color.bold(file)}  ${color.dim(`skipped: ${reading?.skipped ?? 'not read'}`)}`, '');
      continue;
    }
    const { title, outlet, date } = reading.article.metadata;
    lines.push(
      `${color.bold(file)}  ${color.dim(
        [printable(title), outlet ?? 'outlet unknown', date ?? 'undated']
          .filter(Boolean)
          .map((one) => printable(one))
          .join(' · '),
      )}`,
    );
    for (const finding of workspace.findings(file)) lines.push(...entry(file, finding, reading.article.text, at));
    lines.push('');
  }
  return `${[...lines, summary(workspace)].join('\n')}\n`;
}

const document = (workspace: Workspace, file: string): TextDocument | undefined => {
  const reading = workspace.get(file);
  if (reading === undefined || 'skipped' in reading) return undefined;
  return TextDocument.create(file, 'plaintext', 0, reading.article.text);
};

/** Article text is hostile input: no control character of it reaches the terminal. */
const printable = (words: string | null): string => (words ?? '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

function entry(
  file: string,
  finding: Finding,
  article: string,
  at: (file: string, offset: number) => string,
): string[] {
  const words = printable(article.slice(finding.start, finding.end));
  const short = words.length > 90 ? `${words.slice(0, 60)} … ${words.slice(-26)}` : words;
  return [
    `  ${at(file, finding.start).padStart(7)}  ${sign[finding.severity]}  “${short}”  ${color.dim(finding.rule)}`,
    `           ${printable(finding.message)}`,
    ...finding.related
      .slice(0, 3)
      .map((other) =>
        color.dim(`           ↳ ${other.file}:${at(other.file, other.start)}  ${printable(other.message)}`),
      ),
    ...(finding.related.length > 3 ? [color.dim(`           ↳ and ${finding.related.length - 3} more`)] : []),
  ];
}

function summary(workspace: Workspace): string {
  const files = workspace.files();
  const findings = files.flatMap((file) => workspace.findings(file));
  const articles = files.filter((file) => {
    const reading = workspace.get(file);
    return reading !== undefined && !('skipped' in reading);
  }).length;
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const shared = workspace.claims().length;
  return color.bold(
    `${plural(articles, 'article')}: ${plural(count('warning'), 'warning')}, ${plural(count('information'), 'note')}, ${plural(count('hint'), 'hint')}; ` +
      `${plural(shared, 'claim')} in more than one file` +
      (files.length > articles ? `; ${plural(files.length - articles, 'file')} skipped` : ''),
  );
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
