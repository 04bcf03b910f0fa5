import { amount, type ClaimView, isolated, type PossibleView, type Sentence, say } from '../protocol/src/index.js';
import { button, element, lineOf } from './dom.js';
import { mentionList } from './mentions.js';
import { vscode } from './panelHost.js';
import { timeline } from './timeline.js';

/** A claim: its sentence in the article, its verdict, its origins, and the other articles that make it. */
export function claimSection({
  id,
  verdict,
  verdictWords,
  verdictWhy,
  count,
  origins,
  here,
  mentions,
  more: left,
}: ClaimView): HTMLElement {
  const titled = `claim-${id}`;
  const section = element('section', { class: `claim ${verdict}`, 'data-claim': id, 'aria-labelledby': titled });
  const title = element('h2', {}, ...here.slice(0, 1).map(hereButton));
  title.id = titled;
  section.append(
    title,
    element('p', { class: 'facts' }, citation(here[0]!)),
    ...here.slice(1).map((sentence) => element('p', { class: 'again' }, say`and`, ' ', hereButton(sentence))),
    element(
      'p',
      { class: 'verdict' },
      element('span', { class: verdict === 'contested' ? 'badge differs' : 'badge' }, verdictWords),
      [` ${count}`, verdictWhy].filter(Boolean).join('. '),
    ),
  );
  if (origins.length > 0)
    section.append(
      element(
        'details',
        { class: 'origins' },
        element('summary', {}, say`Origins`),
        element('ul', {}, ...origins.map(({ label, words }) => element('li', {}, `${isolated(label)}: ${words}`))),
      ),
    );
  section.append(timeline([...here, ...mentions]), mentionList(mentions, left, here[0]!));
  return section;
}

function possibleClaim({ here, mentions, more }: PossibleView): HTMLElement {
  return element(
    'section',
    { class: 'claim uncertain' },
    element('h3', {}, hereButton(here)),
    mentionList(mentions, more, here),
  );
}

/** Under each origin, the claims that rest on it; origins of most claims first. */
export function claimsByOrigin(claims: readonly ClaimView[]): HTMLElement[] {
  const groups = new Map<string, ClaimView[]>();
  for (const one of claims)
    for (const label of new Set(one.origins.map((origin) => origin.label)))
      groups.set(label, [...(groups.get(label) ?? []), one]);
  return [...groups]
    .sort(([, x], [, y]) => y.length - x.length)
    .map(([label, own]) =>
      element(
        'section',
        { class: 'origin', 'aria-label': label },
        element(
          'h2',
          {},
          `${isolated(label)} `,
          element('span', { class: 'badge' }, own.length === 1 ? say`1 claim` : say`${amount(own.length)} claims`),
        ),
        element(
          'ul',
          {},
          ...own.map(({ here, verdict, verdictWords, count }) =>
            element(
              'li',
              { class: `line ${verdict}` },
              hereButton(here[0]!),
              element('p', { class: 'facts' }, `${verdictWords} · ${count}`),
            ),
          ),
        ),
      ),
    );
}

/** How many sentences of the uncertain list are open at once. */
const likeliest = 8;

/** What may be the same, or against it, below the claims. */
export function possibleSection(possible: readonly PossibleView[]): HTMLElement {
  const pairs = possible.reduce((sum, { mentions }) => sum + mentions.length, 0);
  const section = element(
    'section',
    { class: 'possible', 'aria-label': say`Possibly related` },
    element('h2', {}, say`Possibly related (${amount(pairs)})`),
    element('p', { class: 'facts' }, say`Too uncertain for a mark in the text; likelier ones first.`),
    ...possible.slice(0, likeliest).map(possibleClaim),
  );
  const rest = possible.slice(likeliest);
  if (rest.length > 0)
    section.append(
      element(
        'details',
        {},
        element('summary', {}, say`${amount(rest.length)} less likely ones`),
        ...rest.map(possibleClaim),
      ),
    );
  return section;
}

/** *Northwire · 2024-05-14 · on the word of a medic*. */
const citation = ({ outlet, date, source }: Sentence): string =>
  [isolated(outlet), date ?? say`undated`, ...(source === '' ? [] : [say`on the word of ${source}`])].join(' · ');

/** A sentence of the article that the list is about, which its editor shows when pressed. */
const hereButton = ({ place, text, outlet }: Sentence): HTMLButtonElement =>
  button(
    {
      class: 'here',
      dir: 'auto',
      title: `${isolated(outlet)}, ${lineOf(place)}`,
      'data-key': `here ${place.uri} ${place.range.start.line} ${place.range.start.character}`,
    },
    () => vscode.postMessage({ type: 'open', place }),
    text,
  );
