import { describe, expect, it } from 'vitest';
import type { Level } from '../../server/src/core/attribution/attribution.js';
import type { MentionTable, Voice } from '../../server/src/core/mentions/mentionTable.js';
import { readMentions } from '../../server/src/core/mentions/readMentions.js';
import { read, rulesOnly } from '../../server/src/core/reading.js';
import { defaultReadingSettings, type OtherNames } from '../../server/src/core/readingSettings.js';
import type { RelationKind } from '../../server/src/core/relations/relation.js';
import { type Link, originsOf, type Told, verdictOf } from '../../server/src/workspace/origins.js';
import { Workspace } from '../../server/src/workspace/workspace.js';

const body =
  'The ferry company has suspended all crossings to the island because of a strike by harbour pilots, and the people of the island have been asked to stay at home until the strike is over and the boats run again as they did before.';

/** A mention by an outlet, on the word of somebody or nobody. */
function told(
  file: string,
  outlet: string | null,
  level?: Level,
  words = '',
  chain: readonly string[] = [],
  text = body,
): Told {
  const reading = read(text, file);
  if ('skipped' in reading) throw new Error(reading.skipped);
  const name = level === 'anonymous-person' || level === 'vague-media' ? '' : words;
  const voice: Voice[] = level === undefined ? [] : [{ level, name, words, chain, quotes: false }];
  const claims: MentionTable = { ...readMentions(reading), outlet, voices: new Map([[0, voice]]) };
  return { file, start: 0, end: text.length, crowd: null, leader: null, claims, mention: 0 };
}

const link = (x: number, y: number, kind: RelationKind = 'same', score = 0.9): Link => ({
  x,
  y,
  kind,
  score,
});

function judge(mentions: readonly Told[], links: readonly Link[] = [], shareText = () => false) {
  const origins = originsOf(mentions, links);
  return {
    origins: origins.map(({ label, known }) => `${label}${known ? '' : ' (unknown)'}`),
    verdict: verdictOf(mentions, origins, links, shareText).verdict,
  };
}

/** Why claims with these mentions are not called corroborated. */
const hindrance = (mentions: readonly Told[], links: readonly Link[], shareText = () => false): string | null =>
  verdictOf(mentions, originsOf(mentions, links), links, shareText).hindrance;

describe('origins', () => {
  it('counts two outlets with shared text as one', () => {
    const mentions = [told('a.txt', 'Herald'), told('b.txt', 'Courier')];
    expect(judge(mentions, [link(0, 1, 'copy')])).toEqual({ origins: ['Herald'], verdict: 'repeated' });
    expect(judge(mentions, [link(0, 1)])).toEqual({ origins: ['Herald', 'Courier'], verdict: 'corroborated' });
  });

  it('counts two outlets that rest on one body as one, however they name it', () => {
    const mentions = [
      told('a.txt', 'Herald', 'named-body', 'the Karvel Observatory for Human Rights'),
      told('b.txt', 'Courier', 'named-body', 'the Observatory'),
    ];
    expect(judge(mentions, [link(0, 1)])).toEqual({
      origins: ['the Karvel Observatory for Human Rights'],
      verdict: 'repeated',
    });
  });

  it('never takes a nameless end of a chain for a known origin', () => {
    const mentions = [
      told('a.txt', 'Herald', 'anonymous-person', 'a source', ['Norlane Radio']),
      told('b.txt', 'Courier', 'vague-media', 'local media'),
    ];
    expect(judge(mentions, [link(0, 1)])).toEqual({
      origins: ['Norlane Radio (a source) (unknown)', 'Courier (local media) (unknown)'],
      verdict: 'unsourced',
    });
  });

  it('says so where an outlet is unknown', () => {
    expect(judge([told('a.txt', null), told('b.txt', null)], [link(0, 1)])).toEqual({
      origins: ['outlet unknown (unknown)', 'outlet unknown (unknown)'],
      verdict: 'unsourced',
    });
  });

  it('calls a claim contested where one mention conflicts, whoever else repeats it', () => {
    const mentions = [told('a.txt', 'Herald'), told('b.txt', 'Courier'), told('c.txt', 'Gazette')];
    expect(judge(mentions, [link(0, 1), link(1, 2, 'conflict')]).verdict).toBe('contested');
  });

  it('calls a claim corroborated only where the mentions of two origins are the same beyond doubt', () => {
    const mentions = [told('a.txt', 'Herald'), told('b.txt', 'Courier'), told('c.txt', null)];
    expect(judge(mentions, [link(0, 1, 'same', 0.8)]).verdict).toBe('single-origin');
    expect(judge(mentions, [link(0, 2), link(1, 2)]).verdict).toBe('single-origin');
    expect(judge(mentions, [link(0, 2), link(1, 2), link(0, 1)]).verdict).toBe('corroborated');
    expect(hindrance(mentions, [link(0, 1, 'same', 0.8)])).toBe('unsure');
    expect(hindrance(mentions.slice(1), [link(0, 1)])).toBe('oneKnown');
    expect(hindrance(mentions, [link(0, 2), link(1, 2), link(0, 1)])).toBeNull();
  });

  it('never calls a claim corroborated by a denial of it, or by what speaks of its own source', () => {
    const denial = body.replace('has suspended', 'has denied that it suspended');
    const denied = [told('a.txt', 'Herald'), told('b.txt', 'Courier', undefined, '', [], denial)];
    expect(judge(denied, [link(0, 1)]).verdict).toBe('single-origin');
    expect(hindrance(denied, [link(0, 1)])).toBe('contrary');
    const reported = body.replace('the people of', 'as Yusef Rahim told a crowd, the people of');
    const mentions = [
      told('a.txt', 'Herald', 'named-person', 'Yusef Rahim'),
      told('b.txt', 'Courier', undefined, '', [], reported),
    ];
    expect(judge(mentions, [link(0, 1)]).verdict).toBe('single-origin');
    expect(hindrance(mentions, [link(0, 1)])).toBe('speaksOfSource');
  });

  it('never calls two versions of one agency story corroboration', () => {
    const mentions = [told('a.txt', 'Herald'), told('b.txt', 'Courier')];
    expect(judge(mentions, [link(0, 1)], () => true).verdict).toBe('single-origin');
    expect(hindrance(mentions, [link(0, 1)], () => true)).toBe('sharedText');
  });

  it('knows a body that is named by words of office alone, and nobody called Another', () => {
    const origins = (words: string): string[] => judge([told('a.txt', null, 'named-body', words)]).origins;
    expect(origins('The Ministry of Defence')).toEqual(['The Ministry of Defence']);
    expect(origins('Another')).toEqual(['Another (unknown)']);
  });

  it('does not take two bodies of one country for one', () => {
    const mentions = [
      told('a.txt', 'Herald', 'named-body', 'the Syrian army'),
      told('b.txt', 'Courier', 'named-body', 'the Syrian Coastguard'),
    ];
    expect(judge(mentions, [link(0, 1)])).toEqual({
      origins: ['the Syrian army', 'the Syrian Coastguard'],
      verdict: 'corroborated',
    });
  });

  it('merges what one outlet prints in two files', () => {
    expect(judge([told('a.txt', 'Herald'), told('b.txt', 'herald')], [link(0, 1)])).toEqual({
      origins: ['Herald'],
      verdict: 'repeated',
    });
  });

  it('counts the person an outlet quotes, not the outlet, as the end of the chain', () => {
    const rest =
      '\n\nThe ferry will run every hour from the northern pier to the island and back, and the market opens on Friday with music in the square.';
    const workspace = new Workspace();
    workspace.set(
      'a.txt',
      `Norlane Radio quoted brigade commander Yusef Rahim as saying that his fighters had captured the airfield of Hasmira on Sunday.${rest}`,
    );
    workspace.set(
      'b.txt',
      `The fighters have captured the airfield of Hasmira, commander Yusef Rahim said on Sunday night.${rest}`,
    );
    const [claim] = workspace.claims().filter(({ mentions }) => mentions[0]?.start === 0);
    expect(claim?.verdict).toBe('repeated');
    expect(claim?.origins).toHaveLength(1);
  });
});

describe('a body with other names', () => {
  const article = (outlet: string, source: string): string =>
    `---\noutlet: ${outlet}\ndate: 2031-04-01\n---\nSoldiers shelled the grain market in Tilmouth on Monday and wounded nine traders, ${source} said.\n\n${body}\n`;
  const reading = (text: string, otherNames: OtherNames) => {
    const found = read(text, 'a.txt', { ...rulesOnly, settings: { ...defaultReadingSettings, otherNames } });
    if ('skipped' in found) throw new Error(found.skipped);
    return found;
  };

  it('is one source, in whatever words articles name it, and no more than its whole names are it', () => {
    const names = (source: string): string[] =>
      reading(article('Bay Courier', source), {
        'Karvel Observatory': ['Monitoring Council', 'official Tilmouth news agency'],
      })
        .attributions.filter(({ level }) => level === 'named-body')
        .map(({ name }) => name);
    expect(names('the Monitoring Council')).toEqual(['Karvel Observatory']);
    expect(names('the official Tilmouth news agency')).toEqual(['Karvel Observatory']);
    expect(names('the Monitoring Council of Varn')).not.toContain('Karvel Observatory');
  });

  it('is the outlet that is called so, by way of a name of a name, and never without end', () => {
    const outlet = (otherNames: OtherNames) => reading(article('TNA', 'the mayor'), otherNames).article.metadata.outlet;
    expect(outlet({ 'Tilmouth News': ['TNA'], 'News of Tilmouth': ['Tilmouth News'] })).toBe('News of Tilmouth');
    expect(['A', 'B']).toContain(outlet({ A: ['TNA', 'B'], B: ['A'] }));
    expect(outlet({ A: ['TNA Radio'] })).toBe('TNA');
  });
});
