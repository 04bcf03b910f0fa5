import { type ClaimView, type Corroboration, type Scope, say } from '../protocol/src/index.js';
import { anyOf, check, choice, holds, textFilter } from './controls.js';
import { element } from './dom.js';

/** Which claims are shown and how; '' is any. */
export interface ClaimFilter {
  readonly text: string;
  /** A verdict, or `drift`. */
  readonly kind: string;
  readonly outlet: string;
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
export function filterBar(
  now: () => ClaimFilter,
  change: (filter: ClaimFilter) => void,
  widen: (scope: Scope) => void,
): { bar: HTMLElement; offer: (list: Corroboration, scope: Scope) => void } {
  const scope = choice(say`Claims of`, (value) => widen(value as Scope));
  const kind = choice(say`Verdict`, (value) => change({ ...now(), kind: value }));
  const outlet = choice(say`Outlet`, (value) => change({ ...now(), outlet: value }));
  return {
    bar: element(
      'div',
      { class: 'filters', role: 'search' },
      scope.control,
      textFilter(say`Filter: words, outlet, source`, now().text, (text) => change({ ...now(), text })),
      kind.control,
      outlet.control,
      check(say`Group by origin`, now().byOrigin, (byOrigin) => change({ ...now(), byOrigin })),
    ),
    offer: ({ claims }, chosen) => {
      scope.offer(scopeWords, chosen);
      kind.offer(kinds, now().kind);
      outlet.offer(
        anyOf(
          say`Any outlet`,
          claims.flatMap(({ here, mentions }) => [...here, ...mentions].map((mention) => mention.outlet)),
        ),
        now().outlet,
      );
    },
  };
}
