import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { say } from '../protocol/src/index.js';
import { element } from './dom.js';

/** Controls above a list, made once: what is typed and the focus stay when the list is drawn anew. */

export function textFilter(placeholder: string, value: string, change: (text: string) => void): HTMLElement {
  const field = element('vscode-textfield');
  field.label = say`Filter by words`;
  field.placeholder = placeholder;
  field.type = 'search';
  field.value = value;
  field.addEventListener('input', () => change(field.value));
  return field;
}

export function check(label: string, checked: boolean, change: (checked: boolean) => void): HTMLElement {
  const box = element('vscode-checkbox');
  box.label = label;
  box.checked = checked;
  box.addEventListener('change', () => change(box.checked));
  return box;
}

/** One of several values, each with the words that a person reads. */
export interface Choice {
  readonly control: HTMLElement;
  /** Lists the values and chooses one. */
  offer(values: readonly (readonly [value: string, words: string])[], chosen: string): void;
}

export function choice(label: string, change: (value: string) => void): Choice {
  const select = element('vscode-single-select');
  select.label = label;
  select.addEventListener('change', () => change(select.value));
  return {
    control: select,
    offer: (values, chosen) =>
      select.replaceChildren(
        ...values.map(([value, words]) => {
          const option = element('vscode-option', {}, words);
          option.value = value;
          option.selected = value === chosen;
          return option;
        }),
      ),
  };
}

/** *Any outlet*, then all that occur, each once. */
export const anyOf = (any: string, values: readonly string[]): [value: string, words: string][] => [
  ['', any],
  ...[...new Set(values)].sort().map((value): [string, string] => [value, value]),
];

/** Whether all words that are typed occur. */
export const holds = (typed: string, ...texts: readonly string[]): boolean => {
  const text = texts.join(' ').toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
