import { articleWords } from '../../server/src/core/languages/articleWords.js';
import { claimWords } from '../../server/src/core/languages/claimWords.js';
import { Form, harmWords } from '../../server/src/core/languages/harmWords.js';
import type { Language } from '../../server/src/core/languages/language.js';
import { phrasesByFirst } from '../../server/src/core/languages/material.js';
import { speechWords } from '../../server/src/core/languages/speechWords.js';
import { harm, speech, TokenClasses } from '../../server/src/core/languages/tokenClasses.js';

/**
 * A language invented for tests, of a dozen words: *ka* the, *tu* in, *ol* and, *dat* that, *est* is, *dorat* said,
 * *harn te* according to, *vardin* official, *radat* residents, *vesti* at least, *folkat* people, *morak* killed.
 */
export const velmic: Language = {
  code: 'x-velmic',
  name: 'Velmic',
  isTaggerTrained: false,
  classes: new TokenClasses(
    [
      [speech.determiner, ['ka']],
      [speech.preposition, ['tu']],
      [speech.subordinator, ['dat', 'ol']],
      [speech.auxiliary, ['est']],
      [speech.reports, ['dorat']],
      [speech.role, ['vardin']],
      [speech.people, ['radat']],
      [harm.determiner, ['ka']],
      [harm.preposition, ['tu']],
      [harm.auxiliary, ['est']],
      [harm.people, ['folkat']],
      [harm.verb, ['morak']],
    ],
    '',
  ),
  article: articleWords({ sets: { functionWords: 'ka tu ol dat est' } }),
  speech: speechWords({
    sets: { the: 'ka', and: 'ol', that: 'dat', irregularPasts: 'dorat' },
    accordingTo: 'harn te',
  }),
  harm: harmWords({
    sets: { in: 'tu', placePrepositions: 'tu', unnamedSpeakers: 'vardin radat', anonymousHeads: 'vardin radat' },
    patterns: { placeName: /^\p{Lu}/u },
    verbs: new Map([
      ['morak', { outcome: 'killed', forms: Form.participle, weak: false, dying: false, either: false }],
    ]),
    modifiers: [{ words: ['vesti'], effect: 'floor', only: null }],
    accordingTo: phrasesByFirst(['harn te']),
  }),
  claims: claimWords({ sets: { stopWords: 'ka tu ol dat est' } }),
};
