import { type GraphArrow, type GraphNode, line, type SourceGraph } from '../../../protocol/src/index.js';
import { isNamed } from '../core/attribution/attribution.js';
import { languages } from '../core/languages/index.js';
import { firstFrom } from '../core/span.js';
import type { ArticleFacts } from '../workspace/facts.js';
import type { Place, Workspace } from '../workspace/workspace.js';
import { nameKey } from './attributions.js';
import { sharedClaims } from './claims.js';
import { moreWords, outletOf } from './wording.js';

/** More cannot be told apart in a picture. */
const mostNodes = 40;

/**
 * Who rests on whom in the claims that `file` shares, or in all shared claims: outlets cite sources, through whoever relays
 * them, and outlets have text of outlets that appeared before.
 */
export function sourceGraphOf(workspace: Workspace, file: string | null): SourceGraph {
  const graph = new Graph();
  const claims = file === null ? workspace.claims().filter(({ files }) => files > 1) : sharedClaims(workspace, file);
  const told = new Set<string>();
  for (const { mentions } of claims)
    for (const place of mentions) {
      const key = `${place.file} ${place.start}`;
      if (!told.has(key)) cite(graph, workspace.factsOf(place.file), place);
      told.add(key);
    }
  for (const { a, b, relation } of workspace.crossReferences(file ?? undefined))
    if (relation.kind === 'copy') copy(graph, workspace.factsOf(a.file), workspace.factsOf(b.file));
  return graph.view();
}

/** From the outlet through the relays to the source of each voice of a mention. */
function cite(graph: Graph, facts: ArticleFacts | undefined, place: Place): void {
  if (facts === undefined) return;
  const outlet = graph.node(outletOf(facts), 'outlet');
  const { claims } = facts;
  for (const { chain, words, level } of claims.voices.get(firstFrom(claims.start, place.start)) ?? []) {
    let citer = outlet;
    for (const relay of chain) {
      const next = graph.node(relay, 'source');
      graph.arrow(citer, next, 'cites');
      citer = next;
    }
    if (words !== '') graph.arrow(citer, graph.node(words, isNamed(level) ? 'source' : 'unnamed'), 'cites');
  }
}

/** From the outlet that appeared later to the earlier one; on one day nobody knows who copied. */
function copy(graph: Graph, one: ArticleFacts | undefined, other: ArticleFacts | undefined): void {
  const [first, second] = [one?.metadata.date ?? null, other?.metadata.date ?? null];
  if (one === undefined || other === undefined || first === null || second === null || first === second) return;
  const [earlier, later] = first < second ? [one, other] : [other, one];
  graph.arrow(graph.node(outletOf(later), 'outlet'), graph.node(outletOf(earlier), 'outlet'), 'copies');
}

/** *The Ministry of Defence* is *Ministry of Defence*. */
function keyOf(name: string): string {
  const [first = '', ...others] = nameKey(name).split(' ');
  const isLed = others.length > 0 && languages.some(({ claims }) => claims.articles.has(first));
  return isLed ? others.join(' ') : nameKey(name);
}

/** Nodes by name, an outlet and a source of one name being one; arrows counted. */
class Graph {
  private readonly numbers = new Map<string, number>();
  private readonly nodes: { name: string; kind: GraphNode['kind'] }[] = [];
  private readonly arrows = new Map<string, { -readonly [Key in keyof GraphArrow]: GraphArrow[Key] }>();

  node(name: string, kind: GraphNode['kind']): number {
    const key = keyOf(name);
    const known = this.numbers.get(key);
    if (known !== undefined) {
      if (kind === 'outlet') this.nodes[known]!.kind = kind;
      return known;
    }
    this.numbers.set(key, this.nodes.length);
    return this.nodes.push({ name, kind }) - 1;
  }

  arrow(from: number, to: number, kind: GraphArrow['kind']): void {
    if (from === to) return;
    const key = `${from} ${to} ${kind}`;
    const known = this.arrows.get(key);
    if (known === undefined) this.arrows.set(key, { from, to, kind, times: 1 });
    else known.times++;
  }

  /** Those with most arrows, and the arrows between them. */
  view(): SourceGraph {
    const weight = this.nodes.map(() => 0);
    for (const { from, to, times } of this.arrows.values()) {
      weight[from]! += times;
      weight[to]! += times;
    }
    const tied = weight.flatMap((sum, node) => (sum > 0 ? [node] : []));
    const shown = [...tied].sort((a, b) => weight[b]! - weight[a]! || a - b).slice(0, mostNodes);
    const place = new Map(shown.map((node, at) => [node, at]));
    return {
      nodes: shown.map((node) => ({ name: line(this.nodes[node]!.name), kind: this.nodes[node]!.kind })),
      arrows: [...this.arrows.values()].flatMap((arrow) => {
        const [from, to] = [place.get(arrow.from), place.get(arrow.to)];
        return from === undefined || to === undefined ? [] : [{ ...arrow, from, to }];
      }),
      more: moreWords(tied.length, mostNodes),
    };
  }
}
