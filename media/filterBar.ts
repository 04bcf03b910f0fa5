import { say } from '../protocol/src/index.js';
import { anyOf, check, choice, textFilter } from './controls.js';
import { element } from './dom.js';

/** What every list is filtered by: words that are typed, and an outlet; '' is any. */
export interface Filter {
  readonly text: string;
  readonly outlet: string;
}

/** What one list is filtered by besides: a choice and a check, each with the field of the filter that it sets. */
interface Own<All> {
  /** Stands in the field for words as long as it is empty. */
  readonly hint: string;
  readonly choice: Field<All, string>;
  readonly check: Field<All, boolean>;
  /** Comes before all others. */
  readonly first?: HTMLElement;
}

interface Field<All, Value> {
  readonly field: { [Key in keyof All]: All[Key] extends Value ? Key : never }[keyof All];
  readonly label: string;
}

type Values = readonly (readonly [value: string, words: string])[];

/** The controls above a list, and what lists the values and outlets that there are to choose from. */
export function filterBar<All extends Filter>(
  now: () => All,
  change: (filter: All) => void,
  own: Own<All>,
): { readonly bar: HTMLElement; readonly offer: (values: Values, outlets: readonly string[]) => void } {
  const set = (field: keyof All, value: string | boolean): void => change({ ...now(), [field]: value });
  const chosen = choice(own.choice.label, (value) => set(own.choice.field, value));
  const outlet = choice(say`Outlet`, (value) => set('outlet', value));
  return {
    bar: element(
      'div',
      { class: 'filters', role: 'search' },
      ...(own.first ? [own.first] : []),
      textFilter(own.hint, now().text, (text) => set('text', text)),
      chosen.control,
      outlet.control,
      check(own.check.label, Boolean(now()[own.check.field]), (checked) => set(own.check.field, checked)),
    ),
    offer: (values, outlets) => {
      chosen.offer(values, String(now()[own.choice.field]));
      outlet.offer(anyOf(say`Any outlet`, outlets), now().outlet);
    },
  };
}
