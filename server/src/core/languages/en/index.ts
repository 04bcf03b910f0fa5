import type { Language } from '../language.js';
import { article } from './article.js';

export const english: Language = { code: 'en', name: 'English', article };
