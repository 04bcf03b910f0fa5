import type { Line } from './escaped.js';
import type { RequestName } from './names.js';

/** Who stands in a source graph. */
export interface GraphNode {
  readonly name: Line;
  /** unnamed: somebody whom a reader could not identify. */
  readonly kind: 'outlet' | 'source' | 'unnamed';
}

/** An arrow of a source graph, by the places of its ends in `nodes`. */
export interface GraphArrow {
  readonly from: number;
  readonly to: number;
  /** cites: says it on the word of. copies: has its text, and appeared later. */
  readonly kind: 'cites' | 'copies';
  readonly times: number;
}

/** Who rests on whom in the claims that articles share. */
export interface SourceGraph {
  readonly nodes: readonly GraphNode[];
  readonly arrows: readonly GraphArrow[];
  /** *and 12 more*, where so many who are cited least are left out, or ''. */
  readonly more: string;
}

/** For the claims that a file shares, or for all (`uri` is `null`). */
export const sourceGraph: RequestName<{ readonly uri: string | null }, SourceGraph> = {
  method: 'secondSource/sourceGraph',
};
