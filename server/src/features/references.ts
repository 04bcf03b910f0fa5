import type { Location } from 'vscode-languageserver';
import type { Position } from '../../../protocol/src/index.js';
import type { Place } from '../workspace/workspace.js';
import { type Archive, readingOf } from './archive.js';
import { allOfSource, attributionAt, nameKey } from './attributions.js';
import { byDate, claimsAt, toEditorPlace } from './claims.js';
import { positionsOf } from './positions.js';

/**
 * All mentions of the claim at a position, in all files, earliest first. Where no claim is shared: wherever the source
 * at the position is cited.
 */
export function referencesAt(archive: Archive, file: string, position: Position, includeHere: boolean): Location[] {
  const reading = readingOf(archive, file);
  if (reading === undefined) return [];
  const offset = positionsOf(reading.article).offset(position);
  const places = claimsAt(archive, file, offset).flatMap(({ here, elsewhere }) => [
    ...(includeHere ? here : []),
    ...elsewhere,
  ]);
  if (places.length > 0) return locations(archive, places);
  const attribution = attributionAt(reading, offset);
  if (attribution === undefined || attribution.name === '') return [];
  const key = nameKey(attribution.name);
  return [...archive.cards.values()].flatMap(({ citations }) =>
    citations.filter(({ cited }) => nameKey(cited) === key).map(({ place }) => place),
  );
}

/** Where a claim was first made, as far as dates are known; on *the source* or a pronoun: what it goes back to. */
export function definitionAt(archive: Archive, file: string, position: Position): Location[] {
  const reading = readingOf(archive, file);
  if (reading === undefined) return [];
  const positions = positionsOf(reading.article);
  const offset = positions.offset(position);
  const attribution = attributionAt(reading, offset);
  if (attribution?.refersTo) return [{ uri: file, range: positions.range(attribution.refersTo) }];
  const [claim] = claimsAt(archive, file, offset);
  const dated = claim?.claim.mentions.filter((place) => archive.cards.get(place.file)?.date);
  const [earliest] = byDate(archive, dated ?? []);
  if (earliest) return locations(archive, [earliest]);
  const source = attribution && allOfSource(reading, attribution)[0]?.source;
  return source ? [{ uri: file, range: positions.range(source) }] : [];
}

const locations = (archive: Archive, places: readonly Place[]): Location[] =>
  places.flatMap((place) => toEditorPlace(archive, place) ?? []);
