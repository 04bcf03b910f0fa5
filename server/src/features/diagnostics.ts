import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type Label, label, labelLines } from '../../../protocol/src/index.js';
import type { RuleId, Severity } from '../core/rules/rule.js';
import { markedSpots, type Spot, spotsOf, type ToldFinding } from '../core/rules/spots.js';
import type { Remark } from '../reviews/review.js';
import type { Settings } from '../settings/settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { placeKey, toEditorPlace } from './claims.js';
import { positionsOf } from './positions.js';
import { findingsLeft } from './reviews.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** An editor lists them all under the message; the panel has the rest. */
const mostRelated = 3;

/** Of one mark, so that its message can be read at a glance. */
const mostMessages = 3;

/**
 * What the editor underlines in a file: one mark a sentence, on the words and with the code of what is most important in
 * it. `docs` is the address of the page about a rule, `remarks` what people said of the file.
 */
export function diagnosticsOf(
  workspace: Workspace,
  file: string,
  settings: Settings,
  docs: (rule: RuleId) => string,
  remarks: readonly Remark[] = [],
): Diagnostic[] {
  const reading = workspace.readingOf(file);
  if (reading === undefined) return [];
  const positions = positionsOf(reading.article);
  const spots = spotsOf(reading.article, findingsLeft(workspace, file, settings, remarks));
  return markedSpots(spots, settings.reading).map((spot) => {
    const [first] = spot;
    return {
      range: positions.range(first),
      severity: severities[first.severity],
      code: first.rule,
      codeDescription: { href: docs(first.rule) },
      source: 'Second Source',
      message: messageOf(spot),
      relatedInformation: relatedTo(workspace, spot),
    };
  });
}

/** The findings of a spot that its mark tells in full. */
export const toldInMark = (spot: Spot): readonly ToldFinding[] => spot.slice(0, mostMessages);

/** A line for each finding, most important first, and the rules of those that are folded. */
function messageOf(spot: Spot): Label {
  const folded = [...new Set(spot.slice(mostMessages).map(({ rule }) => rule))];
  return labelLines([
    ...toldInMark(spot).map(({ message }) => label`${message}`),
    ...(folded.length > 0 ? [label`Also here: ${folded.join(', ')}.`] : []),
  ]);
}

/** Places in other files, those of the most important finding first, each once. */
function relatedTo(workspace: Workspace, spot: Spot): NonNullable<Diagnostic['relatedInformation']> {
  const named = new Set<string>();
  const related = spot
    .flatMap((finding) => finding.related)
    .filter((place) => !named.has(placeKey(place)) && named.add(placeKey(place)));
  return related.slice(0, mostRelated).flatMap((elsewhere) => {
    const location = toEditorPlace(workspace, elsewhere);
    return location ? [{ location, message: label`${elsewhere.message}` }] : [];
  });
}
