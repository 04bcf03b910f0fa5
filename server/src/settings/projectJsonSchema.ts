import type { Setting } from './setting.js';
import { sharedSettings } from './settings.js';

const described = ({ kind: { json, meanings }, words }: Setting<never>) => ({
  ...json,
  ...(meanings && { enumDescriptions: Object.values(meanings) }),
  markdownDescription: words,
});
const all = (settings: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(settings).map(([name, one]) => [name, described(one as Setting<never>)]));
const { rules, ...lists } = sharedSettings;

const name = (what: string) => ({
  type: ['string', 'null'],
  minLength: 1,
  markdownDescription: `${what} Wins over what the article says; \`null\`: not known.`,
});

/** What editors check and complete a project file with: says the same as `project.ts`; a test compares. */
export const projectJsonSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    ...all(lists),
    rules: {
      type: 'object',
      additionalProperties: false,
      markdownDescription: 'How each rule counts in this folder.',
      properties: all(rules),
    },
    articles: {
      type: 'object',
      markdownDescription: 'What is known of articles better than their texts say it, by path in the folder, with `/`.',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        properties: {
          title: name('The headline.'),
          outlet: name('Who published it.'),
          date: {
            type: ['string', 'null'],
            pattern: '^\\d{4}-\\d\\d-\\d\\d$',
            markdownDescription:
              'The day of publication, as `2031-04-01`. Wins over what the article says; `null`: not known.',
          },
          agency: name('The agency that it is credited to.'),
        },
      },
    },
  },
};
