import type { Location } from 'vscode-languageserver';
import type { Position } from '../../../protocol/src/index.js';
import type { Place, Workspace } from '../workspace/workspace.js';
import { allOfSource, attributionAt, nameKey } from './attributions.js';
import { byDate, claimsAt, mentionsElsewhere, mentionsIn, toEditorPlace } from './claims.js';
import { positionsOf } from './positions.js';

/** Nobody goes through more of them. */
const mostReferences = 500;

/**
 * All mentions of the claim at a position, in all files, earliest first. Where no claim is shared: wherever the source
 * at the position is cited.
 */
export function referencesAt(workspace: Workspace, file: string, position: Position, includeHere: boolean): Location[] {
  const reading = workspace.readingOf(file);
  if (reading === undefined) return [];
  const offset = positionsOf(reading.article).offset(position);
  const places = claimsAt(workspace, file, offset).flatMap((claim) => [
    ...(includeHere ? mentionsIn(claim, file) : []),
    ...mentionsElsewhere(workspace, claim, file),
  ]);
  if (places.length > 0) return locations(workspace, places.slice(0, mostReferences));
  const attribution = attributionAt(reading, offset);
  if (attribution === undefined || attribution.name === '') return [];
  const key = nameKey(attribution.name);
  return workspace
    .allFacts()
    .flatMap((facts) =>
      facts.citations.filter(({ cited }) => nameKey(cited) === key).map(({ place }) => ({ facts, place })),
    )
    .slice(0, mostReferences)
    .map(({ facts, place }) => ({ uri: facts.file, range: positionsOf(facts).range(place) }));
}

/** Where a claim was first made, as far as dates are known; on *the source* or a pronoun: what it goes back to. */
export function definitionAt(workspace: Workspace, file: string, position: Position): Location[] {
  const reading = workspace.readingOf(file);
  if (reading === undefined) return [];
  const positions = positionsOf(reading.article);
  const offset = positions.offset(position);
  const attribution = attributionAt(reading, offset);
  if (attribution?.refersTo) return [{ uri: file, range: positions.range(attribution.refersTo) }];
  const [claim] = claimsAt(workspace, file, offset);
  const dated = claim?.mentions.filter((place) => workspace.factsOf(place.file)?.metadata.date);
  const [earliest] = byDate(workspace, dated ?? []);
  if (earliest) return locations(workspace, [earliest]);
  const source = attribution && allOfSource(reading, attribution)[0]?.source;
  return source ? [{ uri: file, range: positions.range(source) }] : [];
}

const locations = (workspace: Workspace, places: readonly Place[]): Location[] =>
  places.flatMap((place) => toEditorPlace(workspace, place) ?? []);
