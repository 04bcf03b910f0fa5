import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { label } from '../../../protocol/src/index.js';
import type { RuleId, Severity } from '../core/rules/rule.js';
import { type Settings, shownFindings } from '../settings/settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { toEditorPlace } from './claims.js';
import { positionsOf } from './positions.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** An editor lists them all under the message; the panel has the rest. */
const mostRelated = 5;

/** What the editor underlines in a file. `docs` is the address of the page about a rule. */
export function diagnosticsOf(
  workspace: Workspace,
  file: string,
  settings: Settings,
  docs: (rule: RuleId) => string,
): Diagnostic[] {
  const reading = workspace.readingOf(file);
  if (reading === undefined) return [];
  const positions = positionsOf(reading.article);
  return shownFindings(workspace.findings(file), settings).map((finding) => ({
    range: positions.range(finding),
    severity: severities[finding.severity],
    code: finding.rule,
    codeDescription: { href: docs(finding.rule) },
    source: 'Second Source',
    message: label`${finding.message}`,
    relatedInformation: finding.related.slice(0, mostRelated).flatMap((elsewhere) => {
      const location = toEditorPlace(workspace, elsewhere);
      return location ? [{ location, message: label`${elsewhere.message}` }] : [];
    }),
  }));
}
