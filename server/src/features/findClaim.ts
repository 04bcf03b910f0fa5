import { type FoundClaim, label } from '../../../protocol/src/index.js';
import type { Archive } from './archive.js';
import { toEditorPlace } from './claims.js';
import { clip, fileName, textOf } from './wording.js';

/** More than anybody reads in a list. */
const mostFound = 50;

/** Where a claim is asserted, likeliest first. */
export function findClaimIn(archive: Archive, text: string): FoundClaim[] {
  return archive.workspace
    .find(text)
    .slice(0, mostFound)
    .flatMap(({ place }) => {
      const card = archive.cards.get(place.file);
      const shown = toEditorPlace(archive, place);
      if (card === undefined || shown === undefined) return [];
      const { outlet, date } = card;
      return [
        {
          place: shown,
          outlet: label`${outlet}`,
          date: date === null ? null : label`${date}`,
          sentence: label`${clip(textOf(card, place), 300)}`,
          file: label`${fileName(place.file)}`,
        },
      ];
    });
}
