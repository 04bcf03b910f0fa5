import { amount, type Line, say } from '../protocol/src/index.js';
import { element, folded } from './dom.js';

/** Who said something, and when. */
interface Said {
  readonly outlet: Line;
  /** ISO date, or `null`. */
  readonly date: string | null;
  readonly source: Line;
}

/** In milliseconds. */
const day = 86_400_000;

/**
 * Who said it first: a table whose middle column is the picture, a dot for each article along the days. Folded, and drawn
 * when it is opened: few people open many.
 */
export function timeline(all: readonly Said[]): HTMLElement {
  const dated = all
    .flatMap((one) => (one.date === null ? [] : [{ ...one, date: one.date }]))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const undated = all.length - dated.length;
  const made = folded(say`Who said it first`, () => [
    ...(dated.length === 0 ? [] : [picture(dated)]),
    ...(undated === 0 ? [] : [element('p', { class: 'facts' }, say`${amount(undated)} undated, not shown.`)]),
  ]);
  made.className = 'timeline';
  return made;
}

function picture(dated: readonly (Said & { readonly date: string })[]): HTMLElement {
  const first = Date.parse(dated[0]!.date);
  const days = Math.max(1, (Date.parse(dated.at(-1)!.date) - first) / day);
  const head = element(
    'tr',
    {},
    ...[say`Date`, say`Days`, say`Outlet`, say`On whose word`].map((title) => element('th', { scope: 'col' }, title)),
  );
  const rows = dated.map(({ date, outlet, source }) => {
    const after = (Date.parse(date) - first) / day;
    const dot = element('span', { class: 'dot' });
    dot.style.insetInlineStart = `${(after / days) * 92}%`;
    const lane = element(
      'span',
      {
        class: 'lane',
        role: 'img',
        'aria-label': after === 0 ? say`first` : after === 1 ? say`1 day later` : say`${amount(after)} days later`,
      },
      dot,
    );
    return element(
      'tr',
      {},
      element('td', { class: 'date' }, date),
      element('td', {}, lane),
      element('td', {}, outlet),
      element('td', {}, source === '' ? '–' : source),
    );
  });
  return element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows));
}
