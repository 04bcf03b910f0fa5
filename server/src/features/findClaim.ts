import { type FoundClaim, label } from '../../../protocol/src/index.js';
import { type Found, inOneLine } from '../workspace/find.js';
import type { Workspace } from '../workspace/workspace.js';
import { toEditorPlace } from './claims.js';
import { clip, fileName, outletOf, textOf } from './wording.js';

/** More than anybody reads in a list. */
const mostFound = 50;

/** Where a claim is asserted, as an editor lists it. What was edited while the judge was reading is left out. */
export const foundClaims = (workspace: Workspace, found: readonly Found[]): FoundClaim[] =>
  found.slice(0, mostFound).flatMap(({ place, sentence, isAgainst }) => {
    const facts = workspace.factsOf(place.file);
    const shown = toEditorPlace(workspace, place);
    if (facts === undefined || shown === undefined) return [];
    if (inOneLine(textOf(facts, place)) !== sentence) return [];
    const { date } = facts.metadata;
    return [
      {
        place: shown,
        isAgainst,
        outlet: label`${outletOf(facts)}`,
        date: date === null ? null : label`${date}`,
        sentence: label`${clip(sentence, 300)}`,
        file: label`${fileName(place.file)}`,
      },
    ];
  });
