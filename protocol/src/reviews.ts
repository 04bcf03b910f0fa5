import { phrase } from '../../l10n/say.js';
import type { Label } from './escaped.js';
import type { NotificationName, RequestName } from './names.js';
import type { Place } from './places.js';

export type ReviewKindName = 'dismissed' | 'checked' | 'note';

/** Why a finding is no question, or how it was checked, as people mostly say it: to choose from. */
export const usualReasons: Readonly<Record<Exclude<ReviewKindName, 'note'>, readonly string[]>> = {
  dismissed: [
    phrase`The source is named elsewhere in the article`,
    phrase`The figure is attributed elsewhere in the article`,
    phrase`It is about another event`,
    phrase`Known background`,
    phrase`Agreed with the desk`,
  ],
  checked: [
    phrase`Asked the source`,
    phrase`Read the document`,
    phrase`Heard or saw the recording`,
    phrase`Confirmed by another source`,
    phrase`Read the first report`,
  ],
};

/** What a quick fix hands to the command `review`, which asks a person for the rest. */
export interface ReviewDraft {
  readonly uri: string;
  readonly kind: ReviewKindName;
  /** The words of the finding. */
  readonly words: Label;
  /** What the review is about. The server made it and gets it back as it is: the text may be edited in the meantime. */
  readonly about: unknown;
}

/** Names a review: the workspace folder that keeps it, as a URI, and the review's own name there. */
export interface ReviewName {
  readonly folder: string;
  readonly id: string;
}

/** One review, for a list. */
export interface ReviewView extends ReviewName {
  /** merged and moved: of the incidents of casualty figures. */
  readonly kind: ReviewKindName | 'merged' | 'moved';
  /** `null`: it is of words that no rule marks. */
  readonly rule: string | null;
  /** Whether it is of nothing any more: its words have no one place in its article. */
  readonly isOrphaned: boolean;
  /** Why it is orphaned, in words, or ''. */
  readonly why: Label;
  /** The words that were marked. */
  readonly words: Label;
  /** The reason, how it was checked, the note, or what was done to incidents. */
  readonly text: Label;
  /** *Mara Voss, 2031-04-02*. */
  readonly by: Label;
  /** Path of the article in the folder; the one that the review names where it is orphaned. */
  readonly file: Label;
  /** Where its words are now; `null` where it is orphaned. */
  readonly place: Place | null;
}

export interface ReviewList {
  /** Newest first. */
  readonly reviews: readonly ReviewView[];
  /** Findings in the baselines of all folders. */
  readonly accepted: number;
}

/** Answers when the review is on the disk. */
export const addReview: RequestName<
  Omit<ReviewDraft, 'words'> & { readonly text: string; readonly creator: string },
  { readonly id: string }
> = { method: 'secondSource/addReview' };

export const removeReview: RequestName<ReviewName, null> = {
  method: 'secondSource/removeReview',
};

/** Takes the last review, its removal or the last baseline back; `null` where nothing was done since the start. */
export const undoReview: RequestName<null, { readonly undone: Label | null }> = { method: 'secondSource/undoReview' };

export interface AcceptedBaseline {
  /** Findings that were not in a baseline. */
  readonly accepted: number;
  /** Those of baselines that were of nothing any more, and were taken out. */
  readonly removed: number;
}

/** Accepts what is found now in all articles of the folder that holds a file, or of every folder. */
export const acceptBaseline: RequestName<{ readonly uri: string | null }, AcceptedBaseline> = {
  method: 'secondSource/acceptBaseline',
};

/** All reviews of the workspace, with the state and the place of each. */
export const reviews: RequestName<null, ReviewList> = { method: 'secondSource/reviews' };

/** Server to client: reviews came or went. */
export const reviewsChanged: NotificationName<null> = { method: 'secondSource/reviewsChanged' };
