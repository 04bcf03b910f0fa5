import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadTagger } from '../../server/src/core/attribution/index.js';
import { languages } from '../../server/src/core/languages/index.js';
import { readMentions } from '../../server/src/core/mentions/readMentions.js';
import { type Readers, type Reading, read, rulesOnly } from '../../server/src/core/reading.js';
import { relate } from '../../server/src/core/relations/relate.js';
import { velmic } from './toyLanguage.js';

const both: Readers = { ...rulesOnly, languages: [...languages, velmic] };

function reading(text: string, readers = both): Reading {
  const result = read(text, 'harbour.txt', readers);
  if ('skipped' in result) throw new Error(result.skipped);
  return result;
}

const story = `Ka bruk tu Sarvel est klosa

Ka vardin dorat dat ka bruk tu Sarvel est klosa ol ka haven est vol. Vesti 12 folkat est morak tu Sarvel, harn te ka
radat. Ka mester Ilse Maren dorat dat ka skol est klosa.
`;
const inEnglish =
  'A harbour official said that the bridge in Sarvel was shut. At least 12 people were killed in the town, according to residents.';

describe('a second language, known to the tests alone', () => {
  it('is told from English by its function words, article by article', () => {
    expect(reading(story).article.language).toBe('x-velmic');
    expect(reading(inEnglish).article.language).toBe('en');
  });

  it('is not read where it is not known', () => {
    expect(read(story, 'harbour.txt', rulesOnly)).toHaveProperty('skipped');
  });

  it('has its attributions found: a verb of saying, according to, a name', () => {
    const { article, attributions } = reading(story);
    const found = attributions.map(({ source, cue, level }) => [
      level,
      source && article.text.slice(source.start, source.end),
      cue && article.text.slice(cue.start, cue.end),
    ]);
    expect(found).toEqual([
      ['unnamed-role', 'Ka vardin', 'dorat'],
      ['vague-collective', 'ka\nradat', 'harn te'],
      ['named-person', 'Ka mester Ilse Maren', 'dorat'],
    ]);
  });

  it('has its figures found, with bounds, place and source', () => {
    const { article, figures } = reading(story);
    expect(figures).toMatchObject([
      {
        text: 'Vesti 12',
        outcome: 'killed',
        low: 12,
        high: null,
        place: 'Sarvel',
        victims: 'folkat',
        grade: 'anonymous',
      },
    ]);
    const source = figures[0]?.source;
    expect(source && article.text.slice(source.start, source.end)).toBe('ka\nradat');
  });

  it('has its claims read, which are not compared with those of another language', () => {
    const claims = readMentions(reading(story), velmic);
    expect(claims.count).toBeGreaterThan(1);
    expect(claims.counts.size).toBe(1);
    expect(relate(claims, readMentions(reading(inEnglish)))).toEqual([]);
  });

  it('is read by rules though the tagger, which learned English, is there', () => {
    const tagger = loadTagger(readFileSync(join(__dirname, '..', '..', 'models', 'tagger.bin')));
    if ('error' in tagger) throw new Error(tagger.error);
    expect(reading(story, { ...both, tagger }).attributions).toEqual(reading(story).attributions);
  });

  it('leaves English as it was', () => {
    expect(reading(inEnglish)).toEqual(reading(inEnglish, rulesOnly));
  });

  it('is named among those that are read where a file is in another', () => {
    const french =
      'Six personnes ont été tuées et quarante blessées vendredi dans une attaque contre le marché de la ville, selon les autorités.';
    expect(read(french, 'harbour.txt', both)).toEqual({
      skipped: 'Looks like French; Second Source reads English, Velmic.',
    });
  });
});
