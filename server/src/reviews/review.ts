import * as v from 'valibot';
import { type RuleId, ruleIds } from '../core/rules/rule.js';

/**
 * What stands in the sidecar of a workspace folder, and how it is read: the one description, from which the JSON schema
 * that editors check the files with is made (`npm run manifest`). Names that the W3C Web Annotation Data Model has are
 * taken from it. docs/reviews.md is the page for people.
 */

/** Lengths in UTF-16 units; chosen, far above what people write and what the program quotes. */
export const longest = { path: 4096, name: 200, words: 20_000, context: 2048, exact: 20_000 } as const;

const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const filled = (length: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(length));

/** Words of an article, white space as single spaces, with what stands before and after them. */
const quotation = v.object({
  type: v.literal('TextQuoteSelector'),
  exact: filled(longest.exact),
  prefix: text(longest.context),
  suffix: text(longest.context),
});

/** By what an article is known again whose file was renamed or moved. */
const knownBy = v.object({
  /** Of its whole text (`digestOf`); a note that came from elsewhere may be of an article that nobody here has seen. */
  digest: v.optional(filled(100)),
  title: v.optional(v.nullable(text(longest.words))),
  outlet: v.optional(v.nullable(text(longest.words))),
  date: v.optional(v.nullable(text(longest.name))),
});

/** Words of an article. */
const place = {
  /** Path of the article in the workspace folder, with slashes. */
  source: filled(longest.path),
  article: knownBy,
  selector: quotation,
};

const target = v.object({
  ...place,
  /** Digests of the sentences of other files that the finding is about, where a new one makes it another finding. */
  against: v.optional(v.pipe(v.array(text(100)), v.maxLength(1000))),
});

const rule = v.picklist(ruleIds as readonly RuleId[]);

const head = { $schema: v.optional(text(longest.path)), version: v.literal(1) };
const said = {
  /** Who; '' where nobody gave a name. */
  creator: text(longest.name),
  /** When, in UTC. */
  created: v.pipe(v.string(), v.isoTimestamp()),
};

const ofFinding = v.object({
  ...head,
  kind: v.picklist(['dismissed', 'checked', 'note']),
  /** A note may be of words that no rule marks. */
  rule: v.optional(rule),
  /** The reason, how it was checked, or the note. */
  text: filled(longest.words),
  ...said,
  target,
});

/** The incidents that two casualty figures tell of are one. */
const merged = v.object({
  ...head,
  kind: v.literal('merged'),
  ...said,
  target: v.object(place),
  other: v.object(place),
});

/** A casualty figure tells of the incident of the other, or, without an other, of one by itself. */
const moved = v.object({
  ...head,
  kind: v.literal('moved'),
  ...said,
  target: v.object(place),
  other: v.optional(v.object(place)),
});

/** A finding that was there when an old folder was accepted as it is. */
const accepted = v.object({ rule, target });

/** One file of `reviews/`, one line of `baseline.jsonl`, and what a review is about while a person still writes it. */
export const reviewSchema = v.variant('kind', [ofFinding, merged, moved]);
export const acceptedSchema = accepted;
export const aboutSchema = v.object({ rule, target });

export type Quotation = v.InferOutput<typeof quotation>;
export type KnownBy = v.InferOutput<typeof knownBy>;

export type Target = v.InferOutput<typeof merged>['target'];

interface Named {
  /** The name of its file without `.json`: sorts by time, and nobody else chooses the same. */
  readonly id: string;
}

type Said<Schema extends v.GenericSchema> = Omit<v.InferOutput<Schema>, '$schema' | 'version'> & Named;

/** What a person said of one finding. */
export type Review = Said<typeof ofFinding>;

/** By what a person put incidents of casualty figures together or took them apart. */
export type IncidentReview = Said<typeof merged> | Said<typeof moved>;

/** Whatever a file of `reviews/` holds. */
export type AnyReview = Review | IncidentReview;

export const isOfIncidents = (review: AnyReview): review is IncidentReview =>
  review.kind === 'merged' || review.kind === 'moved';

export interface Accepted extends v.InferOutput<typeof accepted> {
  readonly kind: 'accepted';
}

/** What is said of a finding in the sidecar. */
export type Remark = Review | Accepted;
