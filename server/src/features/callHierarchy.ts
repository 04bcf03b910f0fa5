import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type Range,
  SymbolKind,
} from 'vscode-languageserver';
import { label, type Position, said, say } from '../../../protocol/src/index.js';
import { levelWords } from '../core/attribution/levelWords.js';
import type { Span } from '../core/span.js';
import type { ArticleFacts, Citation } from '../workspace/facts.js';
import type { Workspace } from '../workspace/workspace.js';
import { attributionAt, nameKey } from './attributions.js';
import { covers } from './claims.js';
import { positionsOf } from './positions.js';
import { outletOf } from './wording.js';

/** Nobody goes through more of them. */
const mostCalls = 500;

/** Who cites whom, as a call hierarchy: callers cite, callees are cited. On a headline it starts from the outlet. */
export function prepareCallHierarchy(
  workspace: Workspace,
  file: string,
  position: Position,
): CallHierarchyItem[] | null {
  const reading = workspace.readingOf(file);
  const facts = workspace.factsOf(file);
  if (reading === undefined || facts === undefined) return null;
  const positions = positionsOf(reading.article);
  const offset = positions.offset(position);
  const relay = reading.attributions.flatMap(({ chain }) => chain).find(({ span }) => span && covers(span, offset));
  if (relay?.span) return [item(relay.name, relay.span, '', facts)];
  const attribution = attributionAt(reading, offset);
  const at = attribution?.source;
  if (attribution && at && attribution.name !== '')
    return [item(attribution.name, at, said(levelWords[attribution.level]), facts)];
  const [headline] = reading.article.paragraphs;
  return headline && covers(headline, offset) ? [item(outletOf(facts), facts.headline, '', facts)] : null;
}

/** Who cites this source, a caller for each article and citer. */
export function incomingCalls(workspace: Workspace, asked: CallHierarchyItem): CallHierarchyIncomingCall[] {
  const name = nameOf(asked);
  const found = citationsWhere(workspace, (citation) => nameKey(citation.cited) === nameKey(name));
  const groups = group(found, ({ facts, citation }) => `${facts.file} ${nameKey(citerOf(facts, citation))}`);
  return groups.slice(0, mostCalls).map((told) => {
    const [{ facts, citation }] = told;
    const from = item(citerOf(facts, citation), citation.citer === null ? facts.headline : citation.place, '', facts);
    return { from, fromRanges: told.map(rangeOf) };
  });
}

/** Whom this source cites, a callee for each article and cited source. */
export function outgoingCalls(workspace: Workspace, asked: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  const { uri } = asked;
  const name = nameOf(asked);
  const found = citationsWhere(workspace, (citation, facts) => nameKey(citerOf(facts, citation)) === nameKey(name));
  const groups = group(found, ({ facts, citation }) => `${facts.file} ${nameKey(citation.cited)}`);
  return groups.slice(0, mostCalls).map((told) => {
    const [{ facts, citation }] = told;
    const level = citation.level === null ? '' : said(levelWords[citation.level]);
    // ranges are taken as places of the caller's file; evidence in another file has none there
    const evidence = told.filter((one) => one.facts.file === uri);
    return {
      to: item(citation.cited, citation.place, level, facts),
      fromRanges: evidence.map(rangeOf),
    };
  });
}

const nameOf = ({ name, data }: CallHierarchyItem): string => (typeof data === 'string' ? data : name);

interface Told {
  readonly facts: ArticleFacts;
  readonly citation: Citation;
}

const citerOf = (facts: ArticleFacts, { citer }: Citation): string => citer ?? outletOf(facts);

const rangeOf = ({ facts, citation }: Told): Range => positionsOf(facts).range(citation.place);

const citationsWhere = (workspace: Workspace, wanted: (citation: Citation, facts: ArticleFacts) => boolean): Told[] =>
  [...workspace.allFacts()].flatMap((facts) =>
    facts.citations.filter((citation) => wanted(citation, facts)).map((citation) => ({ facts, citation })),
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
function item(name: string, place: Span, level: string, facts: ArticleFacts): CallHierarchyItem {
  const range = positionsOf(facts).range(place);
  return {
    name: label`${name}`,
    data: name,
    kind: SymbolKind.Interface,
    detail: label`${[level, say`in ${outletOf(facts)}, ${facts.metadata.date ?? say`undated`}`].filter(Boolean).join(' · ')}`,
    uri: facts.file,
    range,
    selectionRange: range,
  };
}
