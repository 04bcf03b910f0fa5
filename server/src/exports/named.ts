import type { Place } from '../core/rules/rule.js';
import type { ToldFinding } from '../core/rules/spots.js';
import type { Checked } from './checked.js';

/** What a format may tell that asks the workspace nothing. */
export type Named = Omit<Checked, 'workspace' | 'incidents'>;

/** The same with the names of files that people see. */
export function named({ nameOf, ...checked }: Checked): Named {
  const place = <Where extends Place>(one: Where): Where => ({ ...one, file: nameOf(one.file) });
  const finding = (one: ToldFinding): ToldFinding => ({ ...one, related: one.related.map(place) });
  const nullable = (file: string | null): string | null => (file === null ? null : nameOf(file));
  const reference = (one: Checked['crossReferences'][number]) => ({ ...one, a: place(one.a), b: place(one.b) });
  return {
    nameOf: (name) => name,
    files: checked.files.map((one) => ({
      ...one,
      file: nameOf(one.file),
      copyOf: nullable(one.copyOf),
      nearCopyOf: nullable(one.nearCopyOf),
      findings: one.findings.map(finding),
      reviewed: one.reviewed.map((reviewed) => ({ ...reviewed, finding: finding(reviewed.finding) })),
    })),
    crossReferences: checked.crossReferences.map(reference),
    possible: () => checked.possible().map(reference),
    claims: checked.claims.map((claim) => ({ ...claim, mentions: claim.mentions.map(place) })),
    copies: checked.copies.map((copies) => copies.map(nameOf)),
    incomplete: checked.incomplete.map(nameOf),
    reviews: checked.reviews.map((one) => ({ ...one, file: nullable(one.file) })),
    incidentReviews: checked.incidentReviews.map((one) => ({
      ...one,
      file: nullable(one.file),
      otherFile: nullable(one.otherFile),
    })),
  };
}
