import { describe, expect, it } from 'vitest';
import {
  changeIncident,
  type FigureTable,
  figureTable,
  type IncidentView,
  removeReview,
  reviews,
  undoReview,
} from '../../protocol/src/index.js';
import { Session, uriOf } from './session.js';

const filler =
  'The school stayed closed on the day after, and the market opened late. The choir of the lower town sang for those who had come from the islands, and the ferry ran every hour until the evening.';
const article = (outlet: string, day: number, lead: string): string =>
  `---\ntitle: News of ${outlet}\noutlet: ${outlet}\ndate: 2031-04-0${day}\n---\n${lead}\n\n${filler}\n`;
const post = article(
  'Varn Post',
  2,
  'A blast at a market in Varn killed 12 people on Monday, police said. Thirty people were injured.',
);
const mail = article('Bay Mail', 3, 'A blast at the depot of Oldport killed 25 people on Tuesday, police said.');
const files = { 'post.txt': post, 'mail.txt': mail };

/** Incidents, each as its figures. */
const told = ({ incidents, rows }: FigureTable): string[] =>
  incidents.map((_, index) =>
    rows
      .filter(({ incident }) => incident === index)
      .map(({ words }) => words)
      .sort()
      .join(', '),
  );
const apart = ['12, Thirty', '25'];
const reviewsIn = (session: Session): string[] =>
  [...session.disk.texts.keys()].filter((uri) => uri.includes('/.secondsource/reviews/'));

class Table {
  private constructor(
    readonly session: Session,
    public now: FigureTable,
  ) {}

  static async opened(more: Readonly<Record<string, string>> = files): Promise<Table> {
    const session = await Session.indexed({ files: more });
    return new Table(session, await session.ask(figureTable, null));
  }

  async renew(): Promise<string[]> {
    await this.session.settled();
    this.now = await this.session.ask(figureTable, null);
    return told(this.now);
  }

  async change(kind: 'merged' | 'moved', figure: string, other: string | null): Promise<string> {
    const named = (words: string) => this.now.rows.filter((row) => row.words === words);
    const others = other === null ? [] : named(other);
    const { id } = await this.session.ask(changeIncident, {
      kind,
      figures: named(figure),
      others,
      creator: 'Mara Voss',
    });
    return id;
  }

  editsOf(index: number): string[] {
    return (this.now.incidents[index] as IncidentView).edits.map(({ words }) => words);
  }
}

describe('two incidents that a person merged', () => {
  it('are one, which says by whom and when, and which is undone and taken back', async () => {
    const table = await Table.opened();
    expect(told(table.now)).toEqual(apart);
    const id = await table.change('merged', '12', '25');
    expect(await table.renew()).toEqual(['12, 25, Thirty']);
    expect(table.editsOf(0)).toEqual([expect.stringMatching(/^Merged by Mara Voss, \d{4}-\d\d-\d\d$/)]);
    expect(table.now.incidents[0]?.verdict).toContain('a later figure differs');
    const { session } = table;
    const [uri] = reviewsIn(session);
    expect(JSON.parse(session.disk.texts.get(uri!) ?? '')).toMatchObject({
      version: 1,
      kind: 'merged',
      creator: 'Mara Voss',
      target: { source: 'post.txt', selector: { exact: '12' } },
      other: { source: 'mail.txt', selector: { exact: '25' } },
    });
    expect((await session.ask(undoReview, null)).undone).toBe('Merging two incidents');
    expect(await table.renew()).toEqual(apart);
    expect(reviewsIn(session)).toEqual([]);
    await session.ask(undoReview, null);
    const again = await table.change('merged', '12', '25');
    expect(again).not.toBe(id);
    await session.ask(removeReview, { folder: 'file:///articles', id: again });
    expect(await table.renew()).toEqual(apart);
    await session.end();
  });

  it('stay so through edits, a rename in and outside of the editor, and a new start', async () => {
    const table = await Table.opened();
    await table.change('merged', '12', '25');
    const { session } = table;
    await session.onDisk({
      'mail.txt': mail.replace('A blast', 'Fire and smoke filled the streets.\n\nA large blast'),
    });
    expect(await table.renew()).toEqual(['12, 25, Thirty']);
    await session.notify('workspace/didRenameFiles', {
      files: [{ oldUri: uriOf('mail.txt'), newUri: uriOf('depot.txt') }],
    });
    const now = session.disk.texts.get(uriOf('mail.txt')) as string;
    await session.onDisk({ 'mail.txt': null, 'depot.txt': now });
    expect(await table.renew()).toEqual(['12, 25, Thirty']);
    expect(session.disk.texts.get(reviewsIn(session)[0]!)).toContain('"source": "depot.txt"');
    await session.onDisk({ 'post.txt': null, 'market.txt': post });
    expect(await table.renew()).toEqual(['12, 25, Thirty']);
    const kept = Object.fromEntries(session.disk.texts);
    await session.end();
    const next = await Table.opened(kept);
    expect(await next.renew()).toEqual(['12, 25, Thirty']);
    await next.session.end();
  });

  it('come apart, and are listed as orphaned, where a figure is not found again', async () => {
    const table = await Table.opened();
    await table.change('merged', '12', '25');
    const { session } = table;
    await session.onDisk({ 'mail.txt': mail.replace('25 people', '26 people') });
    expect(await table.renew()).toEqual(['12, Thirty', '26']);
    expect((await session.ask(reviews, null)).reviews).toMatchObject([
      { kind: 'merged', isOrphaned: true, why: expect.stringContaining('not in the article'), place: null },
    ]);
    await session.onDisk({ 'mail.txt': null });
    await table.renew();
    expect((await session.ask(reviews, null)).reviews).toMatchObject([
      { isOrphaned: true, why: 'the article is not in the folder any more' },
    ]);
    await session.onDisk({ 'mail.txt': mail });
    expect(await table.renew()).toEqual(['12, 25, Thirty']);
    expect((await session.ask(reviews, null)).reviews).toMatchObject([
      { isOrphaned: false, by: expect.stringContaining('Mara Voss'), place: { uri: uriOf('post.txt') } },
    ]);
    await session.end();
  });
});

describe('a figure', () => {
  it('is split off and moved, which its incident says', async () => {
    const table = await Table.opened();
    await table.change('moved', 'Thirty', null);
    expect((await table.renew()).sort()).toEqual(['12', '25', 'Thirty']);
    const alone = told(table.now).indexOf('Thirty');
    expect(table.editsOf(alone)).toEqual([expect.stringContaining('“Thirty” split off by Mara Voss')]);
    await table.change('moved', 'Thirty', '25');
    expect(await table.renew()).toEqual(['25, Thirty', '12']);
    expect(table.editsOf(0)[1]).toContain('“Thirty” moved here by Mara Voss');
    expect((await table.session.ask(undoReview, null)).undone).toBe('Moving a figure');
    expect((await table.renew()).sort()).toEqual(['12', '25', 'Thirty']);
    await table.session.end();
  });

  it('that the article does not have any more where the table shows it is taken for no other', async () => {
    const table = await Table.opened();
    await table.session.onDisk({ 'mail.txt': mail.replace('25 people', '75 people') });
    await table.session.settled();
    await expect(table.change('merged', '12', '25')).rejects.toThrow('refresh it');
    await expect(table.change('moved', '25', null)).rejects.toThrow('refresh it');
    expect(reviewsIn(table.session)).toEqual([]);
    await table.session.end();
  });

  it('of another workspace folder is not mixed in, and that is said', async () => {
    const folders = ['file:///articles', 'file:///other'];
    const session = await Session.indexed({ files: { 'post.txt': post, 'file:///other/mail.txt': mail }, folders });
    const { rows } = await session.ask(figureTable, null);
    const [figures, others] = ['12', '25'].map((words) => rows.filter((row) => row.words === words));
    const change = { kind: 'merged', figures: figures!, others: others!, creator: '' } as const;
    await expect(session.ask(changeIncident, change)).rejects.toThrow('or in two');
    expect(reviewsIn(session)).toEqual([]);
    await session.end();
  });
});
