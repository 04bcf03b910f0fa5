import { describe, expect, it } from 'vitest';
import type { Hover, Location } from 'vscode-languageserver/node';
import {
  archivedText,
  checkAll,
  claimsAsMarkdown,
  corroboration,
  exportFindings,
  exportFormats,
  figureTable,
  findClaim,
  sentences,
  signInToArchive,
} from '../../protocol/src/index.js';
import type { ArchiveCredentials } from '../../server/src/sync/archive.js';
import { archivedFile } from '../../server/src/sync/archive.js';
import { HeldArchive } from '../heldArchive.js';
import { payloads } from '../payloads.js';
import { testReaders } from '../readers.js';
import { courier, garden, gazette, shared } from './articles.js';
import { Session, type SessionOptions, uriOf } from './session.js';

const setting = { url: 'https://archive.example:9200', name: 'articles', ca: '' };
const courierThere = archivedFile('articles', '2031/courier.txt');
const tollThere = archivedFile('articles', '2031/toll.txt');

const toll = `---
title: Market struck
outlet: Tilmouth Mail
date: 2031-04-02
---
At least 12 people were killed when shells struck the covered market of Quillan on Monday, the hospital of Quillan said.

Traders pulled down their shutters and carried the wounded to the school, where two nurses had opened a room.
`;
const otherToll = `---
title: Nineteen dead
outlet: Northern Star
date: 2031-04-02
---
At least 19 people were killed when shells struck the covered market of Quillan on Monday, the mayor of Quillan said.

The council met in the evening, and the mayor asked for tents and for a second ambulance before the night.
`;

/** An editor whose person is signed in to an archive that says nothing until it is told to. */
async function withArchive(texts: Readonly<Record<string, string>>, options: SessionOptions = {}) {
  const archive = new HeldArchive(texts, testReaders);
  const opened: (ArchiveCredentials | null)[] = [];
  const session = await Session.indexed({
    ...options,
    settings: () => ({ archive: setting, ...(options.settings?.(undefined) as object) }),
    archive: async (_, credentials) => {
      opened.push(credentials);
      return archive;
    },
  });
  await session.ask(signInToArchive, { url: setting.url, secret: { apiKey: 'c2VjcmV0OmtleQ==' } });
  await session.until(() => session.status?.archive?.state === 'reached');
  return { session, archive, opened };
}

describe('an archive', () => {
  it('is not opened where none is set, nor before the person’s own words for its address are known', async () => {
    let opened = 0;
    const archive = async () => {
      opened++;
      return new HeldArchive({});
    };
    const without = await Session.indexed({ files: { 'one.txt': gazette }, archive });
    await without.ask(signInToArchive, { url: '', secret: null });
    await without.open('one.txt', gazette);
    await without.settled();
    expect(without.status?.archive).toBeNull();
    const early = await Session.indexed({
      files: { 'one.txt': gazette },
      archive,
      settings: () => ({ archive: setting }),
    });
    await early.ask(signInToArchive, { url: 'https://another.example', secret: { apiKey: 'c2VjcmV0' } });
    await early.open('one.txt', gazette);
    await early.settled();
    expect(early.status?.archive).toEqual({ state: 'asking' });
    expect(opened).toBe(0);
    await without.end();
    await early.end();
  });

  it('is not opened for an editor that could not show its articles', async () => {
    let opened = 0;
    const session = await Session.start({
      plain: true,
      archive: async () => {
        opened++;
        return new HeldArchive({});
      },
    });
    await session.notify('workspace/didChangeConfiguration', { settings: { secondSource: { archive: setting } } });
    await session.ask(signInToArchive, { url: setting.url, secret: null });
    await session.settled();
    expect(opened).toBe(0);
    await session.end();
  });

  it('says in the status how many articles it has, and why it is not reached', async () => {
    const { session, archive, opened } = await withArchive({ [courierThere]: courier });
    expect(session.status?.archive).toEqual({ state: 'reached', articles: 1, took: 240, problem: null });
    archive.state = { state: 'unreached', why: 'It does not know these credentials.' };
    await session.ask(signInToArchive, { url: setting.url, secret: null });
    await session.until(() => session.status?.archive?.state === 'unreached');
    expect(session.status?.archive).toEqual({ state: 'unreached', why: 'It does not know these credentials.' });
    expect(opened).toEqual([{ apiKey: 'c2VjcmV0OmtleQ==' }, null]);
    expect(archive.isClosed, 'the one that was asked with the key').toBe(true);
    await session.end();
  });

  it('that cannot be opened says so in words, and hides nothing of the folder', async () => {
    const session = await Session.indexed({
      files: { 'one.txt': gazette, 'two.txt': courier },
      settings: () => ({ archive: setting }),
      archive: () => Promise.reject(new Error('An archive on another machine is asked over https:// alone.')),
    });
    await session.ask(signInToArchive, { url: setting.url, secret: null });
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', (all) => all.some(({ code }) => code === 'repeated-claim'));
    expect(session.status?.archive).toEqual({
      state: 'unreached',
      why: 'An archive on another machine is asked over https:// alone.',
    });
    const found = await session.ask(corroboration, { uri: uriOf('one.txt') });
    expect(found?.archive).toBe('The archive has not answered in full: articles in it may say this, too.');
    await session.end();
  });

  it('of a server that can reach none is said to need the desktop', async () => {
    const session = await Session.indexed({ settings: () => ({ archive: setting }) });
    expect(session.status?.archive).toEqual({
      state: 'unreached',
      why: 'An archive is asked by VS Code on the desktop alone.',
    });
    await session.end();
  });

  it('is told of in no error and no log by what a person is known by', async () => {
    const { session } = await withArchive({});
    const wrong = { url: setting.url, secret: { apiKey: 7, password: 'hush' } } as unknown as {
      url: string;
      secret: null;
    };
    const error = await session.ask(signInToArchive, wrong).then(
      () => '',
      (refusal: Error) => JSON.stringify([refusal.message, refusal]),
    );
    expect(error).toContain('sign in anew');
    expect([error, ...session.log, ...session.told].join()).not.toMatch(/hush|c2VjcmV0/);
    await session.end();
  });
});

describe('a claim that one looks for', () => {
  const text = 'eastern ferry line of Ostrava Bay closed on Monday after two boats lost their anchors';
  const later = 'The archive has not answered yet: articles in it may say this, too.';

  it('is found in the folder at once, and in the archive as late as that answers', async () => {
    const { session, archive } = await withArchive({ [courierThere]: courier }, { files: { 'one.txt': gazette } });
    const late = session.ask(findClaim, { text, archive: true });
    const early = await session.ask(findClaim, { text, archive: false });
    expect(early.claims.map(({ outlet }) => outlet)).toEqual(['Ostrava Gazette']);
    expect(early.archive).toBe(later);
    archive.goOn();
    const { claims, archive: rest } = await late;
    expect(claims).toMatchObject([
      { outlet: 'Ostrava Gazette', place: { uri: uriOf('one.txt') } },
      {
        outlet: 'Bay Courier',
        date: '2031-02-05',
        file: 'courier.txt',
        sentence: shared,
        isArchived: true,
        place: { uri: courierThere },
      },
    ]);
    expect(rest).toBe(null);
    const { line } = claims[1]!.place.range.start;
    expect(courier.split('\n')[line]).toBe(shared);
    await session.end();
  });

  it('that lies in the folder and in the archive is told once', async () => {
    const { session, archive } = await withArchive(
      { [courierThere]: courier },
      { files: { 'one.txt': gazette, '2031/courier.txt': courier } },
    );
    const late = session.ask(findClaim, { text, archive: true });
    await session.settled();
    archive.goOn();
    expect((await late).claims.map(({ place }) => place.uri).sort()).toEqual(
      ['2031/courier.txt', 'one.txt'].map((name) => uriOf(name)),
    );
    await session.end();
  });

  it('is never said to be nowhere where the archive does not answer', async () => {
    const { session, archive } = await withArchive({ [courierThere]: courier });
    const late = session.ask(findClaim, { text, archive: true });
    await session.settled();
    expect(await session.ask(findClaim, { text, archive: false })).toEqual({ claims: [], archive: later });
    archive.giveUp('It has too much to do.');
    expect(await late).toEqual({
      claims: [],
      archive: 'The archive has not answered in full: articles in it may say this, too.',
    });
    await session.until(() => JSON.stringify(session.status?.archive).includes('It has too much to do.'));
    await session.end();
  });

  it('is not waited for where the archive cannot be opened', async () => {
    const session = await Session.indexed({
      files: { 'one.txt': gazette },
      settings: () => ({ archive: setting }),
      archive: () => Promise.reject(new Error('An archive on another machine is asked over https:// alone.')),
    });
    await session.ask(signInToArchive, { url: setting.url, secret: null });
    const { claims, archive } = await session.ask(findClaim, { text, archive: true });
    expect(claims).toHaveLength(1);
    expect(archive).toMatch(/has not answered in full/);
    await session.end();
  });
});

describe('an open article', () => {
  it('is the only one that the archive is asked about', async () => {
    const files = { 'one.txt': gazette, 'two.txt': garden };
    const { session, archive } = await withArchive({ [courierThere]: courier }, { files });
    expect(archive.asked).toEqual([]);
    await session.open('one.txt', gazette);
    await session.settled();
    expect(new Set(archive.asked)).toEqual(new Set([uriOf('one.txt')]));
    await session.end();
  });

  it('has the archive’s articles in its marks when they come, and until then says that more may', async () => {
    const { session, archive } = await withArchive({ [courierThere]: courier }, { files: { 'one.txt': gazette } });
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', (all) => all.length > 0);
    const before = await session.ask(corroboration, { uri: uriOf('one.txt') });
    expect(before).toMatchObject({
      claims: [],
      archive: 'The archive has not answered yet: articles in it may say this, too.',
    });
    archive.goOn(1);
    const marks = await session.untilMarked('one.txt', (all) => all.some(({ code }) => code === 'repeated-claim'));
    const [mark] = marks.filter(({ code }) => code === 'repeated-claim');
    expect(mark?.message).toContain('Bay Courier');
    expect(mark?.relatedInformation?.map(({ location }) => location.uri)).toEqual([courierThere]);
    const early = await session.ask(corroboration, { uri: uriOf('one.txt') });
    expect(early?.archive, 'another part may come').toMatch(/has not answered yet/);
    archive.goOn();
    const late = await session.ask(corroboration, { uri: uriOf('one.txt') });
    expect(late?.archive).toBe('');
    expect(late?.claims[0]?.mentions).toMatchObject([
      { outlet: 'Bay Courier', title: 'Island without boats', file: 'courier.txt', isArchived: true },
    ]);
    await session.end();
  });

  it('without anything in the archive says nothing of it once it has answered', async () => {
    const { session, archive } = await withArchive({ [courierThere]: garden }, { files: { 'one.txt': gazette } });
    await session.open('one.txt', gazette);
    await session.settled();
    archive.goOn();
    expect((await session.ask(corroboration, { uri: uriOf('one.txt') }))?.archive).toBe('');
    await session.end();
  });

  it('never concludes from an answer that is none in full that nobody else says it', async () => {
    const files = { 'one.txt': gazette, 'two.txt': gazette.replace('Lessons by radio', 'Radio lessons') };
    const { session, archive } = await withArchive({ [courierThere]: garden }, { files });
    const hover = async (): Promise<string> => {
      const found = await session.at<Hover>('textDocument/hover', 'one.txt', 'The eastern ferry line');
      return (found.contents as { value: string }).value.replaceAll('&#58;', ':');
    };
    const verdicts = async (): Promise<Set<string>> =>
      new Set((await session.ask(corroboration, { uri: uriOf('one.txt') }))?.claims.map((claim) => claim.verdictWords));
    await session.open('one.txt', files['one.txt']);
    await session.open('two.txt', files['two.txt']);
    await session.settled();
    expect(await hover()).toContain('**Repeated so far: several files, one origin**');
    expect(await hover()).toContain('The archive has not answered yet: articles in it may say this, too');
    expect(await verdicts()).toEqual(new Set(['Repeated so far: several files, one origin', 'No known origin so far']));
    archive.giveUp('It has too much to do.');
    expect(await hover()).toContain('**Repeated so far: several files, one origin**');
    expect(await hover()).toContain('The archive has not answered in full');
    await session.until(() => JSON.stringify(session.status?.archive).includes('It has too much to do.'));
    // an edit asks again
    for (const name of ['one.txt', 'two.txt']) await session.replace(name, 'forty children', 'fifty children');
    await session.settled();
    archive.goOn();
    expect(await hover()).toContain('**Repeated: several files, one origin**');
    expect(await hover()).not.toContain('archive');
    expect(await verdicts()).toEqual(new Set(['Repeated: several files, one origin', 'No known origin']));
    await session.end();
  });

  it('is not told what the archive said of a text that it no longer has', async () => {
    const { session, archive } = await withArchive({ [courierThere]: courier }, { files: { 'one.txt': gazette } });
    await session.open('one.txt', gazette);
    await session.settled();
    await session.replace('one.txt', shared, 'The ferry museum of Ostrava Bay sold its last tickets.');
    await session.settled();
    const answers = archive.asked.length * 2;
    expect(archive.goOn(2), 'those about the earlier text').toBe(0);
    expect(answers).toBeGreaterThan(2);
    await session.end();
  });

  it('is marked by the same messages as without an archive while one is silent', async () => {
    const files = { 'one.txt': gazette, 'two.txt': courier, 'three.txt': garden };
    const toldOf = (session: Session, name: string): boolean =>
      session.sent.some((message) => 'uris' in message && (message.uris as string[]).includes(uriOf(name)));
    const steps = async (session: Session): Promise<string[]> => {
      session.sent.length = 0;
      await session.open('one.txt', gazette);
      await session.untilMarked('one.txt', (all) => all.some(({ code }) => code === 'repeated-claim'));
      await session.until(() => toldOf(session, 'one.txt'));
      session.sent.length = 0;
      await session.replace('one.txt', 'two boats lost their anchors', 'three boats lost their anchors');
      await session.until(() => session.published.get('one.txt')?.version === 2 && toldOf(session, 'two.txt'));
      return session.sent.map((message) => JSON.stringify(message, (key, value) => (key === 'archive' ? null : value)));
    };
    const without = await Session.indexed({ files });
    const { session: silent } = await withArchive({ [courierThere]: courier }, { files });
    const expected = await steps(without);
    expect(expected.length).toBeGreaterThan(0);
    expect(await steps(silent)).toEqual(expected);
    await without.end();
    await silent.end();
  });
});

describe('the panel', () => {
  /** Related to the gazette only through the courier. */
  const bulletin = `---
title: A helicopter for the sick
outlet: County Bulletin
date: 2031-02-06
---
The mayor of the island, Jonas Ferrel, asked the county to send a helicopter for the sick. The county said in a statement that one would fly twice a week.

The school of the island was closed, and the nurses slept in its hall for the whole of the week.
`;
  const bulletinThere = archivedFile('articles', '2031/bulletin.txt');
  const shareMayor = `${gazette}\nThe mayor of the island, Jonas Ferrel, asked the county to send a helicopter for the sick.\n`;

  it('has the archive asked about its own articles that hang together with the claims, and then says no more of it', async () => {
    const texts = { [courierThere]: courier, [bulletinThere]: bulletin };
    const { session, archive } = await withArchive(texts, { files: { 'one.txt': shareMayor } });
    await session.open('one.txt', shareMayor);
    await session.settled();
    archive.goOn();
    expect(new Set(archive.asked)).toEqual(new Set([uriOf('one.txt')]));
    const first = await session.ask(corroboration, { uri: uriOf('one.txt') });
    expect(first?.archive).toMatch(/was asked about this article, not about the others/);
    expect(first?.claims.map(({ verdictWords }) => verdictWords).join()).toMatch(/so far/);
    expect(archive.asked).toContain(courierThere);
    session.sent.length = 0;
    while (archive.goOn() > 0) await session.ask(corroboration, { uri: uriOf('one.txt') });
    await session.until(() =>
      session.sent.some((message) => 'uris' in message && (message.uris as string[]).includes(uriOf('one.txt'))),
    );
    const last = await session.ask(corroboration, { uri: uriOf('one.txt') });
    expect(last?.archive).toBe('');
    expect(last?.claims.map(({ verdictWords }) => verdictWords).join()).not.toMatch(/so far/);
    await session.end();
  });
});

describe('an article of the archive', () => {
  const open = async (options: SessionOptions = {}) => {
    const all = await withArchive(
      { [courierThere]: courier, [tollThere]: otherToll },
      { files: { 'one.txt': gazette, 'toll.txt': toll }, ...options },
    );
    for (const [name, text] of Object.entries({ 'one.txt': gazette, 'toll.txt': toll }))
      await all.session.open(name, text);
    await all.session.settled();
    all.archive.goOn();
    await all.session.settled();
    return all;
  };

  it('is told of on hover by its outlet, with a link that opens it', async () => {
    const { session } = await open();
    const { contents } = await session.at<Hover>('textDocument/hover', 'one.txt', 'The eastern ferry line');
    const link = /\[Bay Courier\]\(command:secondSource\.openArchived\?([^)]+)\)/.exec(
      (contents as { value: string }).value,
    );
    expect(JSON.parse(decodeURIComponent(link?.[1] ?? ''))).toEqual([courierThere, 7]);
    await session.end();
  });

  it('is gone to as a reference and as the first to say it', async () => {
    const { session } = await open();
    const context = { includeDeclaration: true };
    const references = await session.at<Location[]>('textDocument/references', 'one.txt', 'The eastern ferry', {
      context,
    });
    expect(references.map(({ uri }) => uri)).toEqual([uriOf('one.txt'), courierThere]);
    await session.end();
  });

  it('has its figures in the table beside those of the incident that the folder tells of, and no others', async () => {
    const { session } = await open();
    const { rows, incidents, archive } = await session.ask(figureTable, null);
    expect(rows.map(({ words, outlet, isArchived }) => [words, outlet, isArchived])).toEqual([
      ['At least 12', 'Tilmouth Mail', false],
      ['At least 19', 'Northern Star', true],
    ]);
    expect(incidents.map(({ contested }) => contested)).toEqual([true]);
    expect(archive).toBe('');
    await session.end();
  });

  it('is read, laid beside another and quoted from the text that the archive has', async () => {
    const { session } = await open();
    expect(await session.ask(archivedText, { uri: courierThere })).toBe(courier);
    expect(await session.ask(sentences, { uri: courierThere })).toContain(shared);
    const found = await session.ask(corroboration, { uri: uriOf('one.txt') });
    const ids = found?.claims.map(({ id }) => id) ?? [];
    expect(await session.ask(claimsAsMarkdown, { uri: uriOf('one.txt'), ids })).toContain('Bay Courier, 2031-02-05');
    expect(await session.ask(archivedText, { uri: archivedFile('articles', 'none.txt') })).toBeNull();
    await session.end();
  });

  it('is neither marked nor counted, wherever all articles are', async () => {
    const { session } = await open({ settings: () => ({ diagnostics: { scope: 'allArticles' } }) });
    expect(await session.ask(checkAll, { onlyOpen: false })).toMatchObject({ articles: 2 });
    expect(session.status?.articles).toBe(2);
    expect([...session.published.keys()].sort()).toEqual(['one.txt', 'toll.txt']);
    await session.end();
  });

  it('is in the list of all articles as the folder’s own see it', async () => {
    const { session } = await open();
    const all = await session.ask(corroboration, { uri: null });
    expect(all?.claims.map(({ here }) => here[0]?.place.uri)).not.toContain(courierThere);
    expect(all?.claims.some(({ mentions }) => mentions.some(({ isArchived }) => isArchived))).toBe(true);
    await session.end();
  });

  it('is handed on in every format where articles of the folder are related to it', async () => {
    const { session } = await open();
    const formats = await session.ask(exportFormats, null);
    expect(formats.map(({ name }) => name)).toContain('json');
    for (const { name } of formats) {
      const { text } = await session.ask(exportFindings, { format: name, folder: null });
      expect(text.replaceAll('\\', ''), name).toMatch(/(?:one|toll)\.txt/);
      if (name === 'json')
        expect(JSON.parse(text).files.map(({ path }: { path: string }) => path)).toEqual(['one.txt', 'toll.txt']);
    }
    await session.end();
  });
});

describe('a text of the archive that tries to act', () => {
  const hostile = (text: string): string => `---
title: ${JSON.stringify(`${text} title`)}
outlet: ${JSON.stringify(`${text} outlet`)}
date: 2031-04-02
---
At least 19 people were killed when shells struck the covered market of Quillan on Monday, a source close to ${text.replaceAll('\0', '')} said.

The council met in the evening, and the mayor asked for tents and for a second ambulance before the night.
`;

  it.each(payloads)('only can be read where it is shown: $what', async ({ text }) => {
    const { session, archive } = await withArchive({ [tollThere]: hostile(text) }, { files: { 'toll.txt': toll } });
    await session.open('toll.txt', toll);
    await session.settled();
    archive.goOn();
    const marks = await session.untilMarked('toll.txt', (all) =>
      all.some(({ relatedInformation }) => relatedInformation?.length),
    );
    const hover = await session.at<Hover>('textDocument/hover', 'toll.txt', 'At least 12');
    const { value } = hover.contents as { value: string };
    expect(value).toContain('Figure');
    const drawn = value.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/&#\d+;/g, '');
    const targets = [...drawn.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target);
    expect(new Set(targets.map((target) => target?.replace(/\?.*/, '')))).toEqual(
      new Set(['command:secondSource.openArchived']),
    );
    expect(drawn).not.toMatch(/<|\$\(|!\[/);
    const answers = [
      marks,
      value,
      await session.ask(corroboration, { uri: uriOf('toll.txt') }),
      await session.ask(figureTable, null),
    ];
    expect(JSON.stringify(answers).replace(/\\[nt]/g, '')).not.toMatch(/[\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cc}]|\\u00/u);
    await session.end();
  });
});
