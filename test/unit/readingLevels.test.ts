import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver';
import { readingLevels } from '../../server/src/core/rules/attention.js';
import { markedSpots, spotsOf } from '../../server/src/core/rules/spots.js';
import { codeActionsFor } from '../../server/src/features/codeActions.js';
import { diagnosticsOf } from '../../server/src/features/diagnostics.js';
import { hoverAt } from '../../server/src/features/hover.js';
import { escapeMarkdown } from '../../server/src/features/markdown.js';
import { positionsOf } from '../../server/src/features/positions.js';
import { parseSettings, shownFindings } from '../../server/src/settings/settings.js';
import { Workspace } from '../../server/src/workspace/workspace.js';

const around = [
  'Harbour day at Ostrava\n\nThe harvest festival of Ostrava Bay opens on Friday with music along the old harbour wall.\n\n',
  '\n\nThe ferry will run every hour from the northern pier to the island and back until the weekend.\n',
];

/** The words that are marked in a paragraph of an article at each level, as far as they are not marked at the one before. */
function markedFrom(paragraph: string, others: Readonly<Record<string, string>> = {}): Record<string, string[]> {
  const { workspace, text } = withArticle(paragraph, others);
  const told = new Set<string>();
  return Object.fromEntries(
    readingLevels.map((reading) => {
      const { settings } = parseSettings({ reading });
      const { article } = workspace.readingOf('a.txt')!;
      const marked = markedSpots(spotsOf(article, shownFindings(workspace.findings('a.txt'), settings)), reading);
      const words = marked.map(([{ start, end }]) => text.slice(start, end)).filter((one) => !told.has(one));
      for (const one of words) told.add(one);
      return [reading, words];
    }),
  );
}

function withArticle(paragraph: string, others: Readonly<Record<string, string>> = {}) {
  const workspace = new Workspace();
  const text = around.join(paragraph);
  workspace.set('a.txt', text);
  for (const [name, other] of Object.entries(others)) workspace.set(name, around.join(other));
  return { workspace, text };
}

const nothing = { essential: [], standard: [], everything: [] };

describe('a level of reading', () => {
  it.each([
    ['A source said 12 people were killed in the valley.', 'essential', 'A source'],
    ['The raid on the valley killed 12 people.', 'essential', '12'],
    ['A source said the bridge was closed.', 'standard', 'A source'],
    ['The army said 12 rebels were killed in the valley.', 'standard', '12'],
    ['A police officer said the bridge was closed.', 'everything', 'A police officer'],
    ['The hospital said 12 people were killed in the valley.', 'everything', '12'],
  ] as const)('%s: marked from %s on', (sentence, level, words) => {
    expect(markedFrom(sentence)).toEqual({ ...nothing, [level]: [words] });
  });

  it('asks once for the source of a toll that stands in the article twice, and not in its headline', () => {
    const text = `Twelve killed in valley

The raid on the valley killed twelve people before the bridge was closed on Friday morning.

The mayor wept in the town hall when she spoke of the twelve people killed in the valley.

The ferry will run every hour from the northern pier to the island and back until the weekend.
`;
    const workspace = new Workspace();
    workspace.set('a.txt', text);
    const marks = diagnosticsOf(workspace, 'a.txt', parseSettings({}).settings, (rule) => rule);
    expect(marks.map(({ range }) => range.start.line)).toEqual([2]);
  });

  it('puts one question once: a source that goes back to another, a side’s next figure', () => {
    for (const [paragraph, first, again] of [
      [
        'A source close to the talks said the bridge was closed. The source said it would open again.',
        'A source close to the talks',
        'The source',
      ],
      [
        'The army said 12 rebels were killed in the valley. The army said 30 rebels were injured at the pass.',
        '12',
        '30',
      ],
    ] as const) {
      const marked = markedFrom(paragraph);
      expect(marked).toEqual({ ...nothing, standard: [first], everything: [again] });
    }
  });
});

describe('a sentence of which several rules speak', () => {
  const sentence =
    'The army said twelve rebels were killed, and a source close to the talks said the bridge was closed.';
  const { settings } = parseSettings({});
  const { workspace, text } = withArticle(sentence);
  const marks = diagnosticsOf(workspace, 'a.txt', settings, (rule) => rule);
  const at = (words: string) => positionsOf(workspace.readingOf('a.txt')!.article).position(text.indexOf(words) + 2);
  const told = shownFindings(workspace.findings('a.txt'), settings);
  const times = (words: string, inText: string): number => inText.split(words).length - 1;

  it('has one mark, which tells each of them once', () => {
    expect(told).toHaveLength(2);
    expect(marks).toHaveLength(1);
    for (const { message } of told) expect(times(message, marks[0]!.message as string)).toBe(1);
  });

  it.each([true, false])(
    'has a hover that tells each of them once, with what the editor says of the mark: %s',
    (marksShown) => {
      const { contents } = hoverAt(workspace, 'a.txt', at('a source close'), settings, marksShown)!;
      const { value } = contents as MarkupContent;
      const shown = marksShown ? (marks[0]!.message as string) : '';
      for (const { message } of told) expect(times(message, shown) + times(escapeMarkdown(message), value)).toBe(1);
      for (const { settle } of told) expect(times(escapeMarkdown(settle), value)).toBe(1);
    },
  );

  it('has the help for all of them on its mark', () => {
    const range = { start: at('a source close'), end: at('a source close') };
    const context = { diagnostics: marks };
    const actions = codeActionsFor(workspace, 'a.txt', { textDocument: { uri: 'a.txt' }, range, context }, settings);
    expect(actions.map(({ title }) => title).join()).toContain('twelve rebels killed, according to the army');
  });
});

it('a rule that a person has made a warning is marked at standard; another severity changes how a mark looks', () => {
  const { workspace } = withArticle('A police officer said the bridge was closed. A source said it was open.');
  const marked = (severity: string) => {
    const { settings } = parseSettings({ rules: { 'anonymous-source': severity } });
    return diagnosticsOf(workspace, 'a.txt', settings, (rule) => rule).length;
  };
  expect(['default', 'warning', 'information', 'hint', 'off'].map(marked)).toEqual([1, 2, 1, 1, 0]);
});
