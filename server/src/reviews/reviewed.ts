import type { Article } from '../core/article/article.js';
import type { Elsewhere, Finding } from '../core/rules/rule.js';
import type { ToldFinding } from '../core/rules/spots.js';
import { isMostlyIn, overlap, type Span } from '../core/span.js';
import { digestNumber } from '../workspace/digest.js';
import type { Workspace } from '../workspace/workspace.js';
import { identityOf } from './articleIdentity.js';
import { folded } from './folded.js';
import { mostWork, type NoPlace, placeOf, quotationOf, workOf } from './quotation.js';
import type { Accepted, Remark } from './review.js';

/** What the workspace knows of the texts that findings are about. */
type Texts = Pick<Workspace, 'articleOf' | 'factsOf' | 'textOf'>;

/** A finding, with what is said of it. */
export interface ReviewedFinding {
  readonly finding: ToldFinding;
  readonly remarks: readonly Remark[];
}

/** Where a remark belongs now. */
export interface PlacedRemark {
  readonly remark: Remark;
  readonly place: Span | NoPlace;
  /** Whether the finding that it was made for is there: its words may be there, and nothing marked any more. */
  readonly isFound: boolean;
}

/** Brings the findings of an article and what is said of it together. A remark that has no one place says nothing. */
export function review(
  texts: Texts,
  file: string,
  findings: readonly ToldFinding[],
  remarks: readonly Remark[],
): { readonly findings: ReviewedFinding[]; readonly placed: PlacedRemark[] } {
  const article = remarks.length === 0 ? undefined : texts.articleOf(file);
  const said = new Map<Finding, Remark[]>();
  let work = 0;
  const placed = remarks.map((remark): PlacedRemark => {
    const { selector } = remark.target;
    if (article !== undefined) work += workOf(article, selector);
    const place = article === undefined || work > mostWork ? 'nowhere' : placeOf(article, selector);
    const meant = typeof place === 'object' ? findingsAt(findings, remark, place, texts) : [];
    for (const finding of meant) said.set(finding, [...(said.get(finding) ?? []), remark]);
    return { remark, place, isFound: meant.length > 0 };
  });
  return { findings: findings.map((finding) => ({ finding, remarks: said.get(finding) ?? [] })), placed };
}

/** What was accepted and has no place in its article any more. */
export function staleRemarks(texts: Texts, file: string, remarks: readonly Remark[]): Accepted[] {
  const article = texts.articleOf(file);
  const accepted = remarks.filter((remark) => remark.kind === 'accepted');
  if (article === undefined) return [];
  const work = accepted.reduce((sum, { target }) => sum + workOf(article, target.selector), 0);
  // of too many nobody knows
  return work > mostWork ? [] : accepted.filter(({ target }) => typeof placeOf(article, target.selector) === 'string');
}

/** The findings of the rule at a place; several where they have the very same words. */
function findingsAt(
  findings: readonly Finding[],
  { kind, rule, target }: Remark,
  place: Span,
  texts: Texts,
): Finding[] {
  const there = findings.filter((finding) => finding.rule === rule && isMostlyIn(finding, place));
  const shared = Math.max(...there.map((finding) => overlap(finding, place)));
  const known = new Set(target.against);
  return there.filter(
    (finding) =>
      overlap(finding, place) === shared &&
      (kind === 'note' || againstOf(finding, texts).every((sentence) => known.has(sentence))),
  );
}

/**
 * Digests of the sentences of other files that a finding is about. With a new one it is another finding: whoever looked
 * into one conflict has not looked into the next. That one more file says the same is no new finding.
 */
function againstOf({ rule, related }: Finding, texts: Texts): string[] {
  if (rule === 'repeated-claim') return [];
  return [...new Set(related.map((place) => digestOfWords(place, texts)))].sort();
}

const digestOfWords = ({ file, start, end }: Elsewhere, texts: Texts): string =>
  digestNumber(folded((texts.textOf(file) ?? '').slice(start, end)).trim()).toString(36);

/** What a review of a finding is about, as the sidecar keeps it; `null` where its words cannot be told from others. */
export function aboutOf(
  texts: Texts,
  file: string,
  source: string,
  finding: Finding,
): Pick<Accepted, 'rule' | 'target'> | null {
  const facts = texts.factsOf(file);
  const article: Article | undefined = texts.articleOf(file);
  const selector = article && quotationOf(article, finding);
  if (facts === undefined || !selector) return null;
  const against = againstOf(finding, texts);
  return {
    rule: finding.rule,
    target: { source, article: identityOf(facts), selector, ...(against.length > 0 && { against }) },
  };
}

/** How a finding stands after all that is said of it; what hides it goes before what only speaks of it. */
export type Standing = 'open' | 'noted' | 'checked' | 'dismissed' | 'accepted';

export function standingOf(remarks: readonly Remark[]): Standing {
  const kinds = new Set(remarks.map(({ kind }) => kind));
  if (kinds.has('dismissed')) return 'dismissed';
  if (kinds.has('accepted')) return 'accepted';
  if (kinds.has('checked')) return 'checked';
  return kinds.has('note') ? 'noted' : 'open';
}

/** What is left to mark: without what was dismissed or accepted; what was checked is in question no more. */
export const standingFindings = (reviewed: readonly ReviewedFinding[]): ReviewedFinding[] =>
  reviewed.flatMap(({ finding, remarks }) => {
    const standing = standingOf(remarks);
    if (standing === 'dismissed' || standing === 'accepted') return [];
    const checked = { ...finding, severity: 'hint', reading: 'everything' } as const;
    return [{ finding: standing === 'checked' ? checked : finding, remarks }];
  });
