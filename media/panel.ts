import './spoken.js';
import {
  amount,
  type ClaimView,
  type Corroboration,
  type FromPanel,
  isolated,
  type MentionView,
  type PanelState,
  type PanelView,
  type Passage,
  type PossibleView,
  type Scope,
  type Sentence,
  say,
  type ToPanel,
} from '../protocol/src/index.js';
import { type ClaimFilter, claimFilterBar, everything, passes } from './claimFilter.js';
import { button, content, element, folded, lineOf } from './dom.js';
import { sourceGraph } from './sourceGraph.js';
import { timeline } from './timeline.js';
import { host } from './vscode.js';

const vscode = host<FromPanel, PanelState>();
const root = content();

let list: Corroboration | null = null;
let scope: Scope = vscode.getState()?.scope ?? 'article';
let filter: ClaimFilter = { ...everything, ...(vscode.getState()?.filter as Partial<ClaimFilter> | undefined) };
/** The claim that the article's cursor stands in. */
let focus: string | null = null;
/** Claims drawn at first. */
const drawnAtFirst = 30;
let drawn = drawnAtFirst;

const header = element('header');
const results = element('div', { class: 'results' });
/** Who rests on whom; asked for when it is opened. */
const graphTitle = element('summary', {}, say`Who rests on whom`);
const graph = element('details', { class: 'graphs' }, graphTitle);
graph.addEventListener('toggle', askForGraph);
const filters = claimFilterBar(
  () => filter,
  (changed) => {
    filter = changed;
    drawn = drawnAtFirst;
    keep({ filter });
    draw();
  },
  (chosen) => vscode.postMessage({ type: 'scope', scope: chosen }),
);

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  if (data.type === 'show') show(data);
  else if (data.type === 'graph') graph.replaceChildren(graphTitle, ...sourceGraph(data.graph));
  else focusClaim(data.claim, true);
});
vscode.postMessage({ type: 'ready' });

const keep = (changed: Partial<PanelState>): void =>
  vscode.setState({ uri: null, pinned: false, scope, ...vscode.getState(), ...changed });

function show({ view, pinned, scope: chosen }: Extract<ToPanel, { type: 'show' }>): void {
  scope = chosen;
  if (view.kind === 'empty') {
    list = null;
    keep({ pinned, scope });
    root.replaceChildren(...emptyState(view));
    return;
  }
  const isOther = list?.uri !== view.corroboration.uri;
  list = view.corroboration;
  keep({ pinned, scope, ...(list.uri !== null && { uri: list.uri }) });
  if (isOther) drawn = drawnAtFirst;
  header.replaceChildren(...heading(list, pinned));
  filters.offer(list, scope);
  if (!results.isConnected) root.replaceChildren(header, graph, filters.bar, results);
  askForGraph();
  keepPlace(isOther, draw);
  focusClaim(list.focus, list.focus !== null);
}

function askForGraph(): void {
  if (graph.open) vscode.postMessage({ type: 'graph' });
}

/** Draws, and puts scroll position and focus back where they were, unless another list is shown. */
function keepPlace(isOther: boolean, redraw: () => void): void {
  const scrolled = isOther ? 0 : document.scrollingElement?.scrollTop;
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
  redraw();
  if (document.scrollingElement) document.scrollingElement.scrollTop = scrolled ?? 0;
  if (focused !== undefined) root.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

function emptyState({ title, detail, action }: Extract<PanelView, { kind: 'empty' }>): Node[] {
  const section = element('section', { class: 'empty' }, element('h1', {}, title), element('p', {}, detail));
  if (action) {
    const run = (): void => vscode.postMessage({ type: 'run', command: action.command });
    section.append(button({ class: 'action' }, run, action.label));
  }
  return [section];
}

function heading({ uri, title, outlet, date, archive }: Corroboration, pinned: boolean): (Node | string)[] {
  const pin = button(
    {
      class: 'pin',
      'aria-pressed': String(pinned),
      'data-key': 'pin',
      title: say`Keep this list when another article comes to the front`,
    },
    () => vscode.postMessage({ type: 'pin', pinned: !pinned }),
    pinned ? say`Kept` : say`Keep this list`,
  );
  const copy = button(
    { class: 'action', 'data-key': 'copy', title: say`Copy the claims that are shown, with citations, as Markdown` },
    () => vscode.postMessage({ type: 'copy', ids: shown().map(({ id }) => id) }),
    say`Copy as Markdown`,
  );
  return [
    element('h1', { dir: 'auto' }, title),
    ...(uri === null
      ? []
      : [element('p', { class: 'facts' }, `${isolated(outlet ?? say`Outlet unknown`)} · ${date ?? say`undated`}`)]),
    element('p', { class: 'facts', role: 'status', 'data-key': 'counts' }),
    ...(archive === '' ? [] : [element('p', { class: 'facts', role: 'status' }, archive)]),
    pin,
    ' ',
    copy,
  ];
}

/** The claims that pass the filter. */
function shown(): ClaimView[] {
  const claims = list?.claims.filter((one) => passes(filter, one)) ?? [];
  return scope === 'claim' ? claims.filter(({ id }) => id === focus) : claims;
}

function draw(): void {
  if (list === null) return;
  const claims = shown();
  const counts = header.querySelector('[data-key="counts"]');
  if (counts !== null) counts.textContent = countsOf(claims, list.claims.length);
  const left = claims.length - drawn;
  results.replaceChildren(
    ...(claims.length === 0 ? [element('p', { class: 'facts' }, nothingShown())] : []),
    ...(filter.byOrigin ? byOrigin(claims) : claims.slice(0, drawn).map(claim)),
    ...(left > 0 && !filter.byOrigin ? [more(left)] : []),
    ...(list.more === '' ? [] : [element('p', { class: 'more' }, list.more)]),
    ...(scope === 'article' && list.possible.length > 0 ? [possibly(list.possible)] : []),
  );
  mark(focus);
}

const nothingShown = (): string =>
  scope === 'claim' && focus === null
    ? say`The cursor stands in no claim that other articles make.`
    : say`No claim passes the filter.`;

const more = (left: number): HTMLElement =>
  button(
    { class: 'action', 'data-key': 'more' },
    () => {
      drawn += left;
      draw();
    },
    left === 1 ? say`Show 1 more claim` : say`Show ${amount(left)} more claims`,
  );

/** *14 claims elsewhere: 2 contested, 3 told more surely elsewhere, 1 without a known origin*. */
function countsOf(claims: readonly ClaimView[], all: number): string {
  const many = (is: (claim: ClaimView) => boolean, words: (count: string) => string): string[] => {
    const count = claims.filter(is).length;
    return count === 0 ? [] : [words(amount(count))];
  };
  const parts = [
    ...many(
      ({ verdict }) => verdict === 'contested',
      (count) => say`${count} contested`,
    ),
    ...many(
      ({ drifts }) => drifts,
      (count) => say`${count} told more or less surely elsewhere`,
    ),
    ...many(
      ({ verdict }) => verdict === 'unsourced',
      (count) => say`${count} without a known origin`,
    ),
    ...many(
      ({ verdict }) => verdict === 'corroborated',
      (count) => say`${count} corroborated`,
    ),
  ];
  const { length } = claims;
  const elsewhere =
    length < all
      ? say`${amount(length)} of ${amount(all)} claims elsewhere`
      : length === 1
        ? say`1 claim elsewhere`
        : say`${amount(length)} claims elsewhere`;
  return parts.length === 0 ? elsewhere : `${elsewhere}: ${parts.join(', ')}`;
}

/** Under each origin, the claims that rest on it; origins of most claims first. */
function byOrigin(claims: readonly ClaimView[]): HTMLElement[] {
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

function possibly(possible: readonly PossibleView[]): HTMLElement {
  const pairs = possible.reduce((sum, { mentions }) => sum + mentions.length, 0);
  const section = element(
    'section',
    { class: 'possible', 'aria-label': say`Possibly the same` },
    element('h2', {}, say`Possibly the same (${amount(pairs)})`),
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

function claim({
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

/** Mentions of a claim that are drawn at once, and in each list of the folded ones. */
const mentionsAtOnce = 8;

/** The mentions, all but the first folded, and how many the server left out. */
function mentionList(mentions: readonly MentionView[], left: string, here: Sentence): HTMLElement {
  const some = (from: number): HTMLElement =>
    element(
      'ul',
      { class: 'mentions' },
      ...mentions.slice(from, from + mentionsAtOnce).map((one) => element('li', {}, mention(one, here))),
    );
  const last = left === '' ? [] : [element('p', { class: 'more' }, left)];
  const rest = mentions.length - mentionsAtOnce;
  if (rest <= 0) return element('div', {}, some(0), ...last);
  // lists of a few: the page lays out only those in sight
  const starts = Array.from({ length: Math.ceil(rest / mentionsAtOnce) }, (_, at) => (at + 1) * mentionsAtOnce);
  const others = folded(say`${amount(rest)} more`, () => [...starts.map(some), ...last]);
  return element('div', {}, some(0), others);
}

/** One other article: a button that opens it at the sentence, and what is to be known before one does. */
function mention(one: MentionView, here: Sentence): HTMLElement {
  const { place, outlet, outletKnown, date, relation, relationWords, why, drift, counts, passage } = one;
  const open = button(
    {
      class: 'mention',
      'data-key': `${here.place.range.start.line} ${place.uri} ${place.range.start.line} ${place.range.start.character}`,
    },
    () => vscode.postMessage({ type: 'open', place }),
    element(
      'span',
      { class: 'who' },
      element('strong', { dir: 'auto' }, outlet),
      `${outletKnown ? '' : ` (${say`outlet unknown`})`} · ${date ?? say`undated`} · ${lineOf(place)}`,
    ),
    element('span', { class: `relation ${relation ?? 'indirect'}` }, relationWords),
    passageOf(passage),
  );
  const compare = button(
    {
      class: 'compare',
      title: say`Both articles side by side, sentence by sentence`,
      'aria-label': say`Compare articles: this and ${outlet}`,
    },
    () => vscode.postMessage({ type: 'compare', left: here.place.uri, right: place.uri }),
    say`Compare articles`,
  );
  return element(
    'div',
    { class: `entry ${relation ?? 'indirect'}` },
    open,
    ...(counts === null ? [] : [countsTable(counts, here, one)]),
    ...(why === '' ? [] : [element('p', { class: 'why' }, why)]),
    ...drift.map((words) =>
      element('p', { class: 'drift' }, element('span', { class: 'badge' }, say`Certainty`), ` ${words}`),
    ),
    element(
      'p',
      { class: 'file' },
      one.source === '' ? '' : `${say`On the word of ${one.source}`} · `,
      `${isolated(one.title)} · ${one.isArchived ? say`in the archive` : isolated(one.file)} · `,
      compare,
    ),
  );
}

/** Both figures beside each other, each with its source. */
const countsTable = (
  { here, there }: NonNullable<MentionView['counts']>,
  own: Sentence,
  other: MentionView,
): HTMLElement =>
  element(
    'table',
    { class: 'counts' },
    element('caption', {}, say`Figures`),
    ...(
      [
        [own.outlet, here],
        [other.outlet, there],
      ] as const
    ).map(([outlet, count]) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, outlet),
        element('td', {}, element('strong', {}, count.words)),
        element('td', {}, count.source === '' ? say`no source given` : count.source),
      ),
    ),
  );

function passageOf({ before, pieces, after }: Passage): HTMLElement {
  const sentence = element(
    'span',
    { class: 'sentence', dir: 'auto' },
    ...pieces.map(({ text, shared }) => (shared ? element('mark', {}, text) : text)),
  );
  const context = (text: string): Node[] =>
    text === '' ? [] : [element('span', { class: 'context', dir: 'auto' }, text)];
  return element('span', { class: 'passage' }, ...context(before), ' ', sentence, ' ', ...context(after));
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

/** Marks the claim that the article's cursor stands in, and brings it into view. */
function focusClaim(id: string | null, reveal: boolean): void {
  focus = id;
  if (scope === 'claim') draw();
  const current = mark(id);
  if (reveal) current?.scrollIntoView({ block: 'start' });
}

function mark(id: string | null): HTMLElement | null {
  let current: HTMLElement | null = null;
  for (const section of root.querySelectorAll<HTMLElement>('[data-claim]')) {
    if (section.dataset.claim === id) {
      section.setAttribute('aria-current', 'true');
      current = section;
    } else section.removeAttribute('aria-current');
  }
  return current;
}
