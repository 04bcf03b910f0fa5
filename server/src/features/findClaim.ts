import { archiveScheme, type FoundClaim, type FoundClaims, label } from '../../../protocol/src/index.js';
import type { Candidates } from '../workspace/candidates.js';
import type { ArticleFacts } from '../workspace/facts.js';
import { type Found, type FoundEverywhere, inOneLine } from '../workspace/find.js';
import type { Workspace } from '../workspace/workspace.js';
import { wordsFor } from './archived.js';
import { positionsOf } from './positions.js';
import { clip, fileName, outletOf, textOf } from './wording.js';

/** More than anybody reads in a list. */
const mostFound = 50;

/**
 * Where a claim is asserted, as an editor lists it; `state`: how far an archive has answered. What was edited while the
 * judge was reading is left out.
 */
export const foundClaims = (
  workspace: Workspace,
  { found, elsewhere }: FoundEverywhere,
  state: Candidates['state'],
): FoundClaims => ({
  claims: found.slice(0, mostFound).flatMap((one) => {
    const facts = elsewhere.get(one.place.file) ?? workspace.factsOf(one.place.file);
    return facts === undefined || inOneLine(textOf(facts, one.place)) !== one.sentence ? [] : [listed(facts, one)];
  }),
  archive: state === 'complete' ? null : label`${wordsFor(state)}`,
});

function listed(facts: ArticleFacts, { place, sentence, isAgainst }: Found): FoundClaim {
  const { date } = facts.metadata;
  return {
    place: { uri: place.file, range: positionsOf(facts).range(place) },
    isAgainst,
    outlet: label`${outletOf(facts)}`,
    date: date === null ? null : label`${date}`,
    sentence: label`${clip(sentence, 300)}`,
    file: label`${fileName(place.file)}`,
    isArchived: place.file.startsWith(`${archiveScheme}:`),
  };
}
