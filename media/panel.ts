import type {
  ClaimView,
  Corroboration,
  FromPanel,
  MentionView,
  PanelState,
  PanelView,
  Passage,
  PossibleView,
  Sentence,
  ToPanel,
} from '../protocol/src/index.js';
import { button, content, element, lineOf } from './dom.js';
import { host } from './vscode.js';

const vscode = host<FromPanel, PanelState>();
const root = content();

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  if (data.type === 'show') show(data.view, data.pinned);
  else focusClaim(data.claim, true);
});
vscode.postMessage({ type: 'ready' });

function show(view: PanelView, pinned: boolean): void {
  const uri = view.kind === 'corroboration' ? view.corroboration.uri : (vscode.getState()?.uri ?? null);
  vscode.setState({ uri, pinned });
  const scrolled = root.dataset.uri === uri ? document.scrollingElement?.scrollTop : 0;
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
  root.dataset.uri = uri ?? '';
  root.replaceChildren(...(view.kind === 'empty' ? emptyState(view) : article(view.corroboration, pinned)));
  if (document.scrollingElement) document.scrollingElement.scrollTop = scrolled ?? 0;
  if (focused !== undefined) root.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  if (view.kind === 'corroboration') focusClaim(view.corroboration.focus, view.corroboration.focus !== null);
}

function emptyState({ title, detail, action }: Extract<PanelView, { kind: 'empty' }>): Node[] {
  const section = element('section', { class: 'empty' }, element('h1', {}, title), element('p', {}, detail));
  if (action) {
    const run = (): void => vscode.postMessage({ type: 'run', command: action.command });
    section.append(button({ class: 'action' }, run, action.label));
  }
  return [section];
}

function article({ title, outlet, date, claims, possible }: Corroboration, pinned: boolean): Node[] {
  const contested = claims.filter(({ verdict }) => verdict === 'contested').length;
  const pin = button(
    {
      class: 'pin',
      'aria-pressed': String(pinned),
      'data-key': 'pin',
      title: 'Keep this list when another article comes to the front',
    },
    () => vscode.postMessage({ type: 'pin', pinned: !pinned }),
    pinned ? 'Kept' : 'Keep this list',
  );
  const header = element(
    'header',
    {},
    element('h1', {}, title),
    element('p', { class: 'facts' }, `${outlet ?? 'Outlet unknown'} · ${date ?? 'undated'}`),
    element(
      'p',
      { class: 'facts' },
      `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'} elsewhere${contested === 0 ? '' : ` · ${contested} contested`}`,
    ),
    pin,
  );
  const parts: Node[] = [header, ...claims.map(claim)];
  if (possible.length > 0) parts.push(possibly(possible));
  return parts;
}

/** How many sentences of the uncertain list are open at once. */
const likeliest = 8;

function possibly(possible: readonly PossibleView[]): HTMLElement {
  const pairs = possible.reduce((sum, { mentions }) => sum + mentions.length, 0);
  const section = element(
    'section',
    { class: 'possible', 'aria-label': 'Possibly the same' },
    element('h2', {}, `Possibly the same (${pairs})`),
    element('p', { class: 'facts' }, 'Too uncertain for a mark in the text; likelier ones first.'),
    ...possible.slice(0, likeliest).map(possibleClaim),
  );
  const rest = possible.slice(likeliest);
  if (rest.length > 0)
    section.append(
      element('details', {}, element('summary', {}, `${rest.length} less likely ones`), ...rest.map(possibleClaim)),
    );
  return section;
}

function claim({ id, verdict, verdictWords, count, origins, here, mentions, more }: ClaimView): HTMLElement {
  const heading = `claim-${id}`;
  const section = element('section', { class: `claim ${verdict}`, 'data-claim': id, 'aria-labelledby': heading });
  const title = element('h2', {}, ...here.slice(0, 1).map(hereButton));
  title.id = heading;
  section.append(
    title,
    ...here.slice(1).map((sentence) => element('p', { class: 'again' }, 'and ', hereButton(sentence))),
    element(
      'p',
      { class: 'verdict' },
      element('span', { class: verdict === 'contested' ? 'badge differs' : 'badge' }, verdictWords),
      ` ${count}`,
    ),
  );
  if (origins.length > 0)
    section.append(
      element(
        'details',
        { class: 'origins' },
        element('summary', {}, 'Origins'),
        element('ul', {}, ...origins.map((line) => element('li', {}, line))),
      ),
    );
  section.append(mentionList(mentions, more));
  return section;
}

function possibleClaim({ here, mentions, more }: PossibleView): HTMLElement {
  return element(
    'section',
    { class: 'claim uncertain' },
    element('h3', {}, hereButton(here)),
    mentionList(mentions, more),
  );
}

/** All mentions that are shown, and how many are not. */
const mentionList = (mentions: readonly MentionView[], more: string): HTMLElement =>
  element(
    'ul',
    { class: 'mentions' },
    ...mentions.map((one) => element('li', {}, mention(one))),
    ...(more === '' ? [] : [element('li', { class: 'more' }, more)]),
  );

/** One other article: a button that opens it at the sentence, and what is to be known before one does. */
function mention({
  place,
  outlet,
  outletKnown,
  date,
  title,
  file,
  relation,
  relationWords,
  why,
  drift,
  passage,
}: MentionView): HTMLElement {
  const label = `Open ${outlet}, ${date ?? 'undated'}, ${lineOf(place)}: ${relationWords}`;
  const open = button(
    {
      class: 'mention',
      'aria-label': label,
      'data-key': `${place.uri} ${place.range.start.line} ${place.range.start.character}`,
    },
    () => vscode.postMessage({ type: 'open', place }),
    element(
      'span',
      { class: 'who' },
      element('strong', {}, outlet),
      `${outletKnown ? '' : ' (outlet unknown)'} · ${date ?? 'undated'} · ${lineOf(place)}`,
    ),
    element('span', { class: `relation ${relation ?? 'indirect'}` }, relationWords),
    passageOf(passage),
  );
  const parts: Node[] = [open];
  if (why !== '') parts.push(element('p', { class: 'why' }, why));
  for (const line of drift)
    parts.push(element('p', { class: 'drift' }, element('span', { class: 'badge' }, 'Certainty'), ` ${line}`));
  parts.push(element('p', { class: 'file' }, `${title} · ${file}`));
  return element('div', { class: `entry ${relation ?? 'indirect'}` }, ...parts);
}

function passageOf({ before, pieces, after }: Passage): HTMLElement {
  const sentence = element(
    'span',
    { class: 'sentence' },
    ...pieces.map(({ text, shared }) => (shared ? element('mark', {}, text) : text)),
  );
  const context = (text: string): Node[] => (text === '' ? [] : [element('span', { class: 'context' }, text)]);
  return element('span', { class: 'passage' }, ...context(before), ' ', sentence, ' ', ...context(after));
}

/** A sentence of the article itself, which the article's editor shows when pressed. */
const hereButton = ({ place, text }: Sentence): HTMLButtonElement =>
  button(
    {
      class: 'here',
      title: `This article, ${lineOf(place)}`,
      'data-key': `here ${place.range.start.line} ${place.range.start.character}`,
    },
    () => vscode.postMessage({ type: 'open', place }),
    text,
  );

/** Marks the claim that the article's cursor stands in, and brings it into view. */
function focusClaim(id: string | null, reveal: boolean): void {
  for (const section of root.querySelectorAll<HTMLElement>('[data-claim]')) {
    const current = section.dataset.claim === id;
    if (current) section.setAttribute('aria-current', 'true');
    else section.removeAttribute('aria-current');
    if (current && reveal) section.scrollIntoView({ block: 'start' });
  }
}
