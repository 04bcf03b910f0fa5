import type { Language } from '../language.js';
import { TokenClasses } from '../tokenClasses.js';
import { article } from './article.js';
import { claims } from './claims.js';
import { harmClasses, harms } from './harm.js';
import { says } from './speech.js';
import { speechClasses } from './speechLists.js';

export const english: Language = {
  code: 'en',
  name: 'English',
  isTaggerTrained: true,
  classes: new TokenClasses([...speechClasses(), ...harmClasses], 'ly'),
  article,
  speech: says,
  harm: harms,
  claims,
};
