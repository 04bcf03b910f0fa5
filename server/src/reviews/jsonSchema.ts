import { toJsonSchema } from '@valibot/to-json-schema';
import { reviewSchema } from './review.js';

/** What editors check and complete the files of `reviews/` with. */
export const reviewJsonSchema = toJsonSchema(reviewSchema);
