import { amount, isolated, type MentionView, type Passage, type Sentence, say } from '../protocol/src/index.js';
import { button, element, folded, lineOf } from './dom.js';
import { vscode } from './panelHost.js';

/** Mentions of a claim that are drawn at once, and in each list of the folded ones. */
const mentionsAtOnce = 8;

/** The mentions, all but the first folded, and how many the server left out. */
export function mentionList(mentions: readonly MentionView[], left: string, here: Sentence): HTMLElement {
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
