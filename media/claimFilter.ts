import { type ClaimView, type Corroboration, type Scope, say } from '../protocol/src/index.js';
import { choice, holds } from './controls.js';
import { type Filter, filterBar } from './filterBar.js';

/** Which claims are shown and how; '' is any. */
export interface ClaimFilter extends Filter {
  /** A verdict, or `drift`. */
  readonly kind: string;
  readonly byOrigin: boolean;
}

export const everything: ClaimFilter = { text: '', kind: '', outlet: '', byOrigin: false };

export const passes = ({ text, kind, outlet }: ClaimFilter, claim: ClaimView): boolean =>
  (kind === '' || claim.verdict === kind || (kind === 'drift' && claim.drifts)) &&
  (outlet === '' || [...claim.here, ...claim.mentions].some((mention) => mention.outlet === outlet)) &&
  holds(
    text,
    ...claim.here.flatMap((sentence) => [sentence.text, sentence.outlet, sentence.source]),
    ...claim.mentions.flatMap(({ passage, outlet: name, source, title }) => [
      name,
      source,
      title,
      ...passage.pieces.map((piece) => piece.text),
    ]),
  );

/** In the order in which claims are listed. */
const kinds: readonly (readonly [value: string, words: string])[] = [
  ['', say`Any verdict`],
  ['contested', say`Contested`],
  ['drift', say`Told more surely elsewhere`],
  ['unsourced', say`No known origin`],
  ['repeated', say`Repeated from one origin`],
  ['single-origin', say`Not corroborated`],
  ['corroborated', say`Corroborated`],
];

const scopeWords: readonly (readonly [Scope, string])[] = [
  ['article', say`This article`],
  ['claim', say`The claim at the cursor`],
  ['all', say`All articles`],
];

/** The controls for a filter and the scope, and what lists the outlets that there are. */
export function claimFilterBar(
  now: () => ClaimFilter,
  change: (filter: ClaimFilter) => void,
  widen: (scope: Scope) => void,
): { bar: HTMLElement; offer: (list: Corroboration, scope: Scope) => void } {
  const scope = choice(say`Claims of`, (value) => widen(value as Scope));
  const filters = filterBar(now, change, {
    first: scope.control,
    hint: say`Filter: words, outlet, source`,
    choice: { field: 'kind', label: say`Verdict` },
    check: { field: 'byOrigin', label: say`Group by origin` },
  });
  return {
    bar: filters.bar,
    offer: ({ claims }, chosen) => {
      scope.offer(scopeWords, chosen);
      filters.offer(
        kinds,
        claims.flatMap(({ here, mentions }) => [...here, ...mentions].map((mention) => mention.outlet)),
      );
    },
  };
}
