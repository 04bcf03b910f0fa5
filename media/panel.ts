import './spoken.js';
import {
  amount,
  type ClaimView,
  type Corroboration,
  isolated,
  type PanelState,
  type PanelView,
  type Scope,
  say,
  type ToPanel,
} from '../protocol/src/index.js';
import { type ClaimFilter, claimFilterBar, everything, passes } from './claimFilter.js';
import { claimSection, claimsByOrigin, possibleSection } from './claims.js';
import { button, content, element } from './dom.js';
import { vscode } from './panelHost.js';
import { sourceGraph } from './sourceGraph.js';

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
    ...(filter.byOrigin ? claimsByOrigin(claims) : claims.slice(0, drawn).map(claimSection)),
    ...(left > 0 && !filter.byOrigin ? [more(left)] : []),
    ...(list.more === '' ? [] : [element('p', { class: 'more' }, list.more)]),
    ...(scope === 'article' && list.possible.length > 0 ? [possibleSection(list.possible)] : []),
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
