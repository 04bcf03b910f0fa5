import type { RuleId } from '../core/rules/rule.js';
import { figuresAbout } from '../features/figures.js';
import type { Checked } from './checked.js';

/** What of all that was checked is told; `null`: everything. */
export interface Selection {
  readonly rules: ReadonlySet<RuleId> | null;
  readonly files: ReadonlySet<string> | null;
}

/** What was checked without the findings of other rules, and without what none of the chosen files has a part in. */
export function selected(checked: Checked, { rules, files }: Selection): Checked {
  const isOfRule = ({ rule }: { readonly rule: RuleId }): boolean => rules === null || rules.has(rule);
  const isChosen = (file: string): boolean => files === null || files.has(file);
  const isAbout = ({ a, b }: Checked['crossReferences'][number]): boolean => isChosen(a.file) || isChosen(b.file);
  return {
    workspace: checked.workspace,
    nameOf: checked.nameOf,
    incidentReviews: checked.incidentReviews,
    files: checked.files
      .filter(({ file }) => isChosen(file))
      .map((one) => ({
        ...one,
        findings: one.findings.filter(isOfRule),
        reviewed: one.reviewed.filter(({ finding }) => isOfRule(finding)),
      })),
    crossReferences: checked.crossReferences.filter(isAbout),
    possible: () => checked.possible().filter(isAbout),
    claims: checked.claims.filter(({ mentions }) => mentions.some(({ file }) => isChosen(file))),
    incidents: () =>
      checked.incidents().filter((incident) => figuresAbout(incident).some(({ file }) => isChosen(file))),
    copies: checked.copies.filter((copies) => copies.some(isChosen)),
    incomplete: checked.incomplete.filter(isChosen),
    reviews: checked.reviews.filter(
      ({ review: { rule }, file }) =>
        (files === null || (file !== null && files.has(file))) &&
        (rules === null || (rule !== undefined && rules.has(rule))),
    ),
  };
}
