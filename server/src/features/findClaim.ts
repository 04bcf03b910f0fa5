import { type FoundClaim, label } from '../../../protocol/src/index.js';
import type { Workspace } from '../workspace/workspace.js';
import { toEditorPlace } from './claims.js';
import { clip, fileName, outletOf, textOf } from './wording.js';

/** More than anybody reads in a list. */
const mostFound = 50;

/** Where a claim is asserted, likeliest first. */
export function findClaimIn(workspace: Workspace, text: string): FoundClaim[] {
  return workspace
    .find(text)
    .slice(0, mostFound)
    .flatMap(({ place }) => {
      const facts = workspace.factsOf(place.file);
      const shown = toEditorPlace(workspace, place);
      if (facts === undefined || shown === undefined) return [];
      const { date } = facts.metadata;
      return [
        {
          place: shown,
          outlet: label`${outletOf(facts)}`,
          date: date === null ? null : label`${date}`,
          sentence: label`${clip(textOf(facts, place), 300)}`,
          file: label`${fileName(place.file)}`,
        },
      ];
    });
}
