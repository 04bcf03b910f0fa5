import { identityOf } from '../../reviews/articleIdentity.js';
import { placeOf, quotationOf, workOf } from '../../reviews/quotation.js';
import type { Quotation, Review } from '../../reviews/review.js';
import type { Workspace } from '../../workspace/workspace.js';
import { CodePoints } from '../codePoints.js';
import { pathOfIri } from '../iris.js';
import type { ForeignNote } from './read.js';

/** An annotation of somebody else, as a note of the folder. */
export interface PlacedNote {
  readonly review: Review;
  /** Whether its words have one place in one article of the folder. */
  readonly isPlaced: boolean;
}

/**
 * Characters that are looked at, at most, to find the articles of notes that name none of the folder: a file from elsewhere
 * must not stop the editor. Notes that are left are orphaned.
 */
const mostWork = 1 << 30;

/**
 * Finds the article of each note: the one that it names, where its words stand there; else the only one of the folder in
 * which they have one place. A note that quotes no words, and whose numbers lead nowhere, is of none and left out.
 * `articles`: those of the folder, each with its path there.
 */
export function placeNotes(
  workspace: Pick<Workspace, 'articleOf' | 'factsOf'>,
  articles: readonly (readonly [file: string, path: string])[],
  notes: readonly ForeignNote[],
): PlacedNote[] {
  const found = new Map<ForeignNote, Review[]>();
  const named = new Map<string, ForeignNote[]>();
  for (const note of notes) {
    const path = pathOfIri(note.source);
    named.set(path, [...(named.get(path) ?? []), note]);
  }
  const look = (file: string, path: string, some: readonly ForeignNote[]): void => {
    for (const note of some) {
      const review = noteIn(workspace, file, path, note);
      if (review !== null) found.set(note, [...(found.get(note) ?? []), review]);
    }
  };
  for (const [file, path] of articles) look(file, path, named.get(path) ?? []);
  const left = notes.filter((note) => !found.has(note) && note.quoted.exact !== '');
  let work = 0;
  for (const [file, path] of left.length === 0 ? [] : articles) {
    const article = workspace.articleOf(file);
    if (article === undefined) continue;
    for (const { quoted } of left) work += workOf(article, { type: 'TextQuoteSelector', ...quoted });
    if (work > mostWork) {
      for (const note of left) found.delete(note); // whether their words stand once nobody knows
      break;
    }
    look(file, path, left);
  }
  return notes.flatMap((note): PlacedNote[] => {
    const [only, ...others] = found.get(note) ?? [];
    if (only !== undefined && others.length === 0) return [{ review: only, isPlaced: true }];
    return note.quoted.exact === '' ? [] : [{ review: orphan(note), isPlaced: false }];
  });
}

/** A note as one about a place in an article; `null` where it has none there. */
function noteIn(
  workspace: Pick<Workspace, 'articleOf' | 'factsOf'>,
  file: string,
  source: string,
  { quoted, position, ...note }: ForeignNote,
): Review | null {
  const article = workspace.articleOf(file);
  const facts = workspace.factsOf(file);
  if (article === undefined || facts === undefined) return null;
  const wanted: Quotation = { type: 'TextQuoteSelector', ...quoted };
  const byWords = quoted.exact === '' ? 'twice' : placeOf(article, wanted);
  const place = byWords === 'twice' ? byNumbers(article.text, position, quoted.exact) : byWords;
  if (place === 'nowhere') return null;
  const selector = quotationOf(article, place);
  return selector && said(note, { source, article: identityOf(facts), selector });
}

/** The place that is counted, where the quoted words stand there (if any are quoted). */
function byNumbers(text: string, position: ForeignNote['position'], exact: string) {
  if (position === null) return 'nowhere';
  const points = new CodePoints(text);
  const place = { start: points.toUnit(position.start), end: points.toUnit(position.end) };
  const words = text.slice(place.start, place.end);
  const isThere = place.end <= text.length && (exact === '' || plain(words) === plain(exact));
  return isThere ? place : 'nowhere';
}

const plain = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** A note whose article is not here: it is listed, and found again when its article comes. */
const orphan = ({ quoted, position: _, ...note }: ForeignNote): Review =>
  said(note, {
    source: pathOfIri(note.source) || '?',
    article: {},
    selector: { type: 'TextQuoteSelector', ...quoted },
  });

const said = (
  { id, text, creator, created }: Pick<ForeignNote, 'id' | 'text' | 'creator' | 'created'>,
  target: Review['target'],
): Review => ({ id, kind: 'note', text, creator, created, target });
