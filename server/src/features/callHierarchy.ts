import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
} from 'vscode-languageserver';
import { type Place as EditorPlace, label, type Position } from '../../../protocol/src/index.js';
import { type Archive, readingOf } from './archive.js';
import { attributionAt, nameKey } from './attributions.js';
import type { Card, Citation } from './cards.js';
import { covers } from './claims.js';
import { positionsOf } from './positions.js';
import { levelWords } from './wording.js';

/** Who cites whom, as a call hierarchy: callers cite, callees are cited. On a headline it starts from the outlet. */
export function prepareCallHierarchy(archive: Archive, file: string, position: Position): CallHierarchyItem[] | null {
  const reading = readingOf(archive, file);
  const card = archive.cards.get(file);
  if (reading === undefined || card === undefined) return null;
  const positions = positionsOf(reading.article);
  const offset = positions.offset(position);
  const relay = reading.attributions.flatMap(({ chain }) => chain).find(({ span }) => span && covers(span, offset));
  if (relay?.span) return [item(relay.name, { uri: file, range: positions.range(relay.span) }, '', card)];
  const attribution = attributionAt(reading, offset);
  const at = attribution?.source;
  if (attribution && at && attribution.name !== '')
    return [item(attribution.name, { uri: file, range: positions.range(at) }, levelWords[attribution.level], card)];
  const [headline] = reading.article.paragraphs;
  return headline && covers(headline, offset) ? [item(card.outlet, card.top, '', card)] : null;
}

/** Who cites this source, a caller for each article and citer. */
export function incomingCalls(archive: Archive, asked: CallHierarchyItem): CallHierarchyIncomingCall[] {
  const name = nameOf(asked);
  const found = citationsWhere(archive, (citation) => nameKey(citation.cited) === nameKey(name));
  return group(found, ({ card, citation }) => `${card.file} ${nameKey(citerOf(card, citation))}`).map((told) => {
    const [{ card, citation }] = told;
    const from = item(citerOf(card, citation), citation.citer === null ? card.top : citation.place, '', card);
    return { from, fromRanges: told.map(({ citation: one }) => one.place.range) };
  });
}

/** Whom this source cites, a callee for each article and cited source. */
export function outgoingCalls(archive: Archive, asked: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  const { uri } = asked;
  const name = nameOf(asked);
  const found = citationsWhere(archive, (citation, card) => nameKey(citerOf(card, citation)) === nameKey(name));
  return group(found, ({ card, citation }) => `${card.file} ${nameKey(citation.cited)}`).map((told) => {
    const [{ card, citation }] = told;
    const level = citation.level === null ? '' : levelWords[citation.level];
    // ranges are taken as places of the caller's file; evidence in another file has none there
    const evidence = told.filter(({ citation: one }) => one.place.uri === uri);
    return {
      to: item(citation.cited, citation.place, level, card),
      fromRanges: evidence.map(({ citation: one }) => one.place.range),
    };
  });
}

const nameOf = ({ name, data }: CallHierarchyItem): string => (typeof data === 'string' ? data : name);

interface Told {
  readonly card: Card;
  readonly citation: Citation;
}

const citerOf = (card: Card, { citer }: Citation): string => citer ?? card.outlet;

const citationsWhere = (archive: Archive, wanted: (citation: Citation, card: Card) => boolean): Told[] =>
  [...archive.cards.values()].flatMap((card) =>
    card.citations.filter((citation) => wanted(citation, card)).map((citation) => ({ card, citation })),
  );

function group(all: readonly Told[], keyOf: (told: Told) => string): [Told, ...Told[]][] {
  const groups = new Map<string, [Told, ...Told[]]>();
  for (const told of all) {
    const members = groups.get(keyOf(told));
    if (members) members.push(told);
    else groups.set(keyOf(told), [told]);
  }
  return [...groups.values()];
}

/** `data` keeps the name as it is: the label is what a person reads, and what comes back with the next question. */
const item = (name: string, { uri, range }: EditorPlace, level: string, card: Card): CallHierarchyItem => ({
  name: label`${name}`,
  data: name,
  kind: SymbolKind.Interface,
  detail: label`${[level, `in ${card.outlet}, ${card.date ?? 'undated'}`].filter(Boolean).join(' · ')}`,
  uri,
  range,
  selectionRange: range,
});
