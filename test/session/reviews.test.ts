import { describe, expect, it } from 'vitest';
import { type CodeAction, type Diagnostic, DiagnosticSeverity, type Hover } from 'vscode-languageserver/node';
import {
  acceptBaseline,
  addReview,
  type ReviewDraft,
  type ReviewKindName,
  type ReviewName,
  removeReview,
  reviews,
  undoReview,
} from '../../protocol/src/index.js';
import { courier, gazette } from './articles.js';
import { Session, uriOf } from './session.js';

const has = (rule: string) => (marks: readonly Diagnostic[]) => marks.some(({ code }) => code === rule);
const lacks = (rule: string) => (marks: readonly Diagnostic[]) => !has(rule)(marks);
const unnamed = 'anonymous-source';
const words = 'A source close to the company';

/** What the quick fixes at some words offer. */
async function offered(session: Session, name: string, at: string): Promise<CodeAction[]> {
  const start = session.positionOf(name, at, 1);
  return session.request('textDocument/codeAction', {
    textDocument: { uri: uriOf(name) },
    range: { start, end: start },
    context: { diagnostics: [] },
  });
}

/** Says something of the finding of a rule at some words, as the quick fix does. */
async function say(
  session: Session,
  kind: ReviewKindName,
  text: string,
  at = words,
  name = 'one.txt',
  rule = unnamed,
): Promise<string> {
  const drafts = (await offered(session, name, at)).flatMap(
    ({ command }) => (command?.arguments ?? []) as ReviewDraft[],
  );
  const draft = drafts.find((one) => one.kind === kind && (one.about as { rule: string }).rule === rule);
  if (draft === undefined) throw new Error(`nothing to say of ${rule} at “${at}”`);
  return (await session.ask(addReview, { ...draft, text, creator: 'Mara Voss' })).id;
}

async function opened(files: Readonly<Record<string, string>> = { 'one.txt': gazette }): Promise<Session> {
  const session = await Session.indexed({ files });
  await session.open('one.txt', gazette);
  await session.untilMarked('one.txt', has(unnamed));
  return session;
}

const hoverText = async (session: Session, at: string): Promise<string> =>
  ((await session.at<Hover | null>('textDocument/hover', 'one.txt', at))?.contents as { value: string } | undefined)
    ?.value ?? '';

const sidecar = (session: Session): string[] =>
  [...session.disk.texts.keys()].filter((uri) => uri.includes('.secondsource/'));
const reviewUri = (id: string): string => `file:///articles/.secondsource/reviews/${id}.json`;

describe('a finding that was dismissed', () => {
  it('is marked no more, and the hover says who dismissed it, when and why', async () => {
    const session = await opened();
    const id = await say(session, 'dismissed', 'Named in the last paragraph');
    const left = await session.untilMarked('one.txt', lacks(unnamed));
    expect(session.disk.texts.get(reviewUri(id))).toContain('Named in the last paragraph');
    expect(await hoverText(session, words)).toMatch(
      /\*\*Dismissed\*\* by Mara Voss, \d{4}\\-\d\d\\-\d\d: Named in the last paragraph/,
    );
    expect(left.every(({ code }) => code !== unnamed)).toBe(true);
    await session.end();
  });

  it('stays so after edits before, after and in it, and comes back where another stands in its place', async () => {
    const session = await opened();
    await say(session, 'dismissed', 'Named in the last paragraph');
    await session.untilMarked('one.txt', lacks(unnamed));
    await session.replace('one.txt', 'Lessons by radio\n\n', 'Lessons by radio\n\nThe school bell rang at eight.\n\n');
    await session.replace('one.txt', 'did not answer questions', 'did not want to answer questions');
    await session.replace('one.txt', words, 'A second source close to the company');
    await session.replace('one.txt', 'A second source', 'A senior source');
    await session.settled();
    expect(await hoverText(session, 'senior source close')).toContain('Dismissed');
    await session.replace('one.txt', 'A senior source close to the company', 'An official in the town hall');
    await session.untilMarked('one.txt', has(unnamed));
    expect((await session.ask(reviews, null)).reviews).toMatchObject([
      { isOrphaned: true, place: null, why: expect.stringContaining('not in the article') },
    ]);
    await session.end();
  });

  it('stays so when the file is renamed, and is orphaned when there is no such article any more', async () => {
    const session = await Session.indexed({ files: { 'one.txt': gazette, 'two.txt': courier } });
    await session.open('one.txt', gazette);
    await session.untilMarked('one.txt', has(unnamed));
    await say(session, 'dismissed', 'Named in the last paragraph');
    await session.close('one.txt');
    await session.onDisk({ 'one.txt': null, 'moved.txt': gazette });
    await session.open('moved.txt', gazette);
    const marks = await session.untilMarked('moved.txt', has('repeated-claim'));
    expect(has(unnamed)(marks)).toBe(false);
    expect((await session.ask(reviews, null)).reviews).toMatchObject([
      {
        isOrphaned: false,
        file: 'moved.txt',
        place: { uri: uriOf('moved.txt') },
        words,
        text: 'Named in the last paragraph',
      },
    ]);
    await session.close('moved.txt');
    await session.onDisk({ 'moved.txt': null });
    await session.settled();
    const [orphan] = (await session.ask(reviews, null)).reviews;
    expect(orphan).toMatchObject({
      isOrphaned: true,
      file: 'one.txt',
      why: 'the article is not in the folder any more',
    });
    await session.end();
  });

  it.each([
    ['in the editor', true],
    ['outside of the editor', false],
  ])('stays so when an article without a name is renamed %s and then edited', async (_, isInEditor) => {
    const nameless = gazette.replace(/^---.*?---\n/s, '');
    const session = await Session.indexed({ files: { 'old name.txt': nameless } });
    await session.open('old name.txt', nameless);
    await session.untilMarked('old name.txt', has(unnamed));
    const id = await say(session, 'dismissed', 'Named in the last paragraph', words, 'old name.txt');
    await session.close('old name.txt');
    const renamed = { oldUri: uriOf('old name.txt'), newUri: uriOf('new name.txt') };
    if (isInEditor) await session.notify('workspace/didRenameFiles', { files: [renamed] });
    await session.onDisk({ 'old name.txt': null, 'new name.txt': nameless });
    await session.open('new name.txt', nameless);
    await session.untilMarked('new name.txt', (marks) => lacks(unnamed)(marks));
    await session.replace('new name.txt', 'Maren Holt said', 'The teacher Maren Holt said on Monday');
    await session.settled();
    expect((await session.ask(reviews, null)).reviews).toMatchObject([{ id, isOrphaned: false, file: 'new name.txt' }]);
    const kept = JSON.parse(session.disk.texts.get(reviewUri(id)) ?? '');
    expect(kept.target.source).toBe(isInEditor ? 'new name.txt' : 'old name.txt');
    await session.end();
  });

  it('hides no finding of another rule, and none of the same words in another article', async () => {
    const session = await opened({
      'one.txt': gazette,
      'copy.txt': gazette.replace('Ostrava Gazette', 'Tilmouth Gazette'),
    });
    await say(session, 'dismissed', 'Named in the last paragraph');
    const marks = await session.untilMarked('one.txt', lacks(unnamed));
    expect(has('repeated-claim')(marks)).toBe(true);
    await session.open('copy.txt', gazette.replace('Ostrava Gazette', 'Tilmouth Gazette'));
    await session.untilMarked('copy.txt', has(unnamed));
    await session.end();
  });
});

describe('what else is said', () => {
  it('of a finding that was checked makes its mark quiet', async () => {
    const session = await opened();
    await say(session, 'checked', 'Rang the company: it is Ilva Prenn');
    await session.untilMarked('one.txt', (marks) =>
      marks.some(({ code, severity }) => code === unnamed && severity === DiagnosticSeverity.Hint),
    );
    expect(await hoverText(session, words)).toContain('**Checked** by Mara Voss');
    await session.end();
  });

  it('in a note leaves its mark, and is escaped wherever it is shown', async () => {
    const session = await opened();
    await say(session, 'note', '[Ask](command:evil) <img src=x> $(beaker)');
    const text = await hoverText(session, words);
    expect(text).toContain('**Note** by Mara Voss');
    expect(text).not.toMatch(/\]\(command|<img/);
    expect(has(unnamed)(session.published.get('one.txt')?.diagnostics ?? [])).toBe(true);
    await session.end();
  });

  it('can be taken back, and that, too', async () => {
    const session = await opened();
    const id = await say(session, 'dismissed', 'Named in the last paragraph');
    await session.untilMarked('one.txt', lacks(unnamed));
    expect(await session.ask(undoReview, null)).toEqual({ undone: 'The review' });
    await session.untilMarked('one.txt', has(unnamed));
    expect(session.disk.texts.has(reviewUri(id))).toBe(false);
    await say(session, 'dismissed', 'Named after all');
    await session.untilMarked('one.txt', lacks(unnamed));
    const back = (await offered(session, 'one.txt', words)).find(({ title }) =>
      title.startsWith('Take the dismissal back'),
    );
    await session.ask(removeReview, back?.command?.arguments?.[0] as ReviewName);
    await session.untilMarked('one.txt', has(unnamed));
    await session.ask(undoReview, null);
    await session.untilMarked('one.txt', lacks(unnamed));
    await session.end();
  });

  it('cannot be said outside of a folder, and nothing is written for what is no review', async () => {
    const session = await opened();
    await session.open('untitled:Untitled-1', gazette);
    await session.settled();
    expect(
      (await offered(session, 'untitled:Untitled-1', words)).filter(({ title }) => title.includes('Dismiss')),
    ).toEqual([]);
    await expect(
      session.ask(addReview, { uri: uriOf('one.txt'), kind: 'note', about: { rule: 'none' }, text: 'x', creator: '' }),
    ).rejects.toThrow();
    expect(sidecar(session)).toEqual([]);
    await session.end();
  });
});

describe('a baseline', () => {
  it('takes away all marks there are, shows new ones, and can be taken back', async () => {
    const session = await opened({ 'one.txt': gazette, 'two.txt': courier });
    await session.untilMarked('one.txt', has('repeated-claim'));
    const { accepted } = await session.ask(acceptBaseline, { uri: uriOf('one.txt') });
    await session.untilMarked('one.txt', (marks) => marks.length === 0);
    expect(session.disk.texts.get('file:///articles/.secondsource/baseline.jsonl')?.trim().split('\n').length).toBe(
      accepted,
    );
    expect((await session.ask(acceptBaseline, { uri: null })).accepted).toBe(0);
    await session.replace('one.txt', 'Maren Holt said', 'An official who asked not to be named said');
    await session.untilMarked('one.txt', has(unnamed));
    expect((await session.ask(undoReview, null)).undone).toBe('The baseline');
    await session.untilMarked('one.txt', has('repeated-claim'));
    await session.end();
  });

  it('loses what is of nothing any more when it is accepted anew, until that is undone', async () => {
    const uri = 'file:///articles/.secondsource/baseline.jsonl';
    const session = await opened({ 'one.txt': gazette, 'two.txt': courier });
    await session.untilMarked('one.txt', has('repeated-claim'));
    await session.ask(acceptBaseline, { uri: null });
    await session.untilMarked('one.txt', (marks) => marks.length === 0);
    const before = session.disk.texts.get(uri) as string;
    expect(before).toContain('"two.txt"');
    await session.replace('one.txt', words, 'Ilva Prenn, who runs the yard,');
    await session.onDisk({ 'two.txt': null });
    await session.settled();
    const isGone = (line: string): boolean => line.includes('"two.txt"') || line.includes(`"exact":"${words}"`);
    const gone = before.split('\n').filter(isGone);
    expect(gone.length).toBeGreaterThan(1);
    expect(await session.ask(acceptBaseline, { uri: null })).toMatchObject({ removed: gone.length });
    expect(session.disk.texts.get(uri)?.split('\n').filter(isGone)).toEqual([]);
    await session.ask(undoReview, null);
    expect(session.disk.texts.get(uri)).toBe(before);
    await session.end();
  });

  it('that is damaged is told with its line and never overwritten', async () => {
    const damaged = '{"rule": "anonymous-source"}\n<<<<<<< ours\n';
    const uri = 'file:///articles/.secondsource/baseline.jsonl';
    const session = await Session.indexed({ files: { 'one.txt': gazette, [uri]: damaged } });
    const told = await session.untilMarked('baseline.jsonl', (marks) => marks.length === 2);
    expect(told.map(({ range }) => range.start.line)).toEqual([0, 1]);
    await expect(session.ask(acceptBaseline, { uri: null })).rejects.toThrow(/line 1 of .*baseline.jsonl is damaged/);
    expect(session.disk.texts.get(uri)).toBe(damaged);
    await session.end();
  });
});

describe('reviews that come from elsewhere', () => {
  it('hold as soon as they are there, and one that is damaged only for itself', async () => {
    const first = await opened();
    const id = await say(first, 'dismissed', 'Named in the last paragraph');
    const text = first.disk.texts.get(reviewUri(id)) as string;
    await first.end();
    const session = await opened();
    await session.onDisk({ [reviewUri('broken')]: text.slice(0, 90), [reviewUri(id)]: text });
    await session.untilMarked('one.txt', lacks(unnamed));
    const told = await session.untilMarked('broken.json', (marks) => marks.length === 1);
    expect(told[0]).toMatchObject({
      severity: DiagnosticSeverity.Error,
      message: expect.stringContaining('left as it is'),
    });
    await session.onDisk({ [reviewUri('broken')]: null });
    await session.untilMarked('broken.json', (marks) => marks.length === 0);
    await session.onDisk({ [reviewUri(id)]: null });
    await session.untilMarked('one.txt', has(unnamed));
    await session.end();
  });
});
