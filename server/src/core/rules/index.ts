import { anonymousSource } from './anonymousSource.js';
import { casualtyFigure } from './casualtyFigure.js';
import { certaintyDrift } from './certaintyDrift.js';
import { conflictingReport } from './conflictingReport.js';
import { repeatedClaim } from './repeatedClaim.js';
import type { Rule } from './rule.js';

/** The rules, in the order they run. The manifest and the docs are compared with this list by a test. */
export const rules: readonly Rule[] = [
  anonymousSource,
  casualtyFigure,
  repeatedClaim,
  conflictingReport,
  certaintyDrift,
];
