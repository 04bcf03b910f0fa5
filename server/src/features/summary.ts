import { type Label, label, type Summary } from '../../../protocol/src/index.js';
import type { Reading } from '../core/reading.js';
import { markedSpots, spotsOf } from '../core/rules/spots.js';
import type { Remark } from '../reviews/review.js';
import type { Settings } from '../settings/settings.js';
import type { Workspace } from '../workspace/workspace.js';
import { sharedClaims } from './claims.js';
import { findingsLeft } from './reviews.js';
import { plural } from './wording.js';

/** What is found in an article, in numbers. What it has to question does not depend on how much of it is marked. */
export function summaryOf(
  workspace: Workspace,
  file: string,
  { article }: Reading,
  settings: Settings,
  remarks: readonly Remark[],
): Summary {
  const findings = findingsLeft(workspace, file, settings, remarks);
  const spots = spotsOf(article, findings);
  const marked = markedSpots(spots, settings.reading).length;
  const toQuestion = markedSpots(spots, 'standard').length;
  const unnamed = findings.filter(({ rule }) => rule === 'anonymous-source').length;
  const contested = sharedClaims(workspace, file).filter(({ verdict }) => verdict === 'contested').length;
  const counts: readonly (readonly [number, Label])[] = [
    [toQuestion, label`${toQuestion} to question`],
    [unnamed, label`${plural(unnamed, 'unnamed source')}`],
    [contested, label`${contested} contested`],
  ];
  return {
    isOn: settings.enabled,
    reading: settings.reading,
    marked,
    unmarked: findings.length - marked,
    words: label`${counts.flatMap(([count, words]) => (count === 0 ? [] : [words])).join(' · ')}`,
  };
}
