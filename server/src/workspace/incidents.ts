import { scopeOf } from '../core/casualties/comparison.js';
import { countOf } from '../core/casualties/count.js';
import { EventSets, placeKey } from './clustering/eventSets.js';
import type { PlacedFigure, Toll } from './figures.js';
import { type IncidentEdit, regrouped } from './incidentEdits.js';

/** One event as a reader sees it: its tolls together, the killed and the injured. */
export interface Incident<Placed extends PlacedFigure = PlacedFigure> {
  /** In the order given, never empty. */
  readonly tolls: readonly Toll<Placed>[];
  /** Where it happened, in the words that most figures have for it; `null` where none says. */
  readonly place: string | null;
  /** ISO date on which it happened, as most figures state it; `null` where none does. */
  readonly day: string | null;
  /** By which a person made it what it is, first ones first. */
  readonly edits: readonly IncidentEdit<Placed>[];
}

/** Sentences after a figure in which a figure without a place of its own still goes with it. Chosen. */
const carries = 2;

/**
 * Brings tolls of one event together, larger incidents first. Two tolls are of one event where
 * - figures of both state the same place and day, or stand in one article and state the same place;
 * - a figure states no place, and its article tells of the other's just before, or first of all.
 *
 * Never where they state two days or two places, or weeks lie between their articles. A running total and an event only recalled are incidents of their own.
 * Linear in the figures, but for the number of places that one incident is told by. `edits` are what people know better,
 * in the order in which they said it.
 */
export function incidentsOf<Placed extends PlacedFigure>(
  all: readonly Toll<Placed>[],
  edits: readonly IncidentEdit<Placed>[] = [],
): Incident<Placed>[] {
  return regrouped(asRead(all), edits)
    .map((incident) => {
      const figures = incident.tolls.flatMap((toll) => toll.figures.map(({ figure }) => figure));
      return {
        ...incident,
        place: mostOften(figures.map(({ place }) => place)),
        day: mostOften(figures.map(({ date }) => date)),
      };
    })
    .sort((x, y) => sizeOf(y) - sizeOf(x));
}

/** The tolls of each event, as the articles tell of it. */
function asRead<Placed extends PlacedFigure>(all: readonly Toll<Placed>[]): Toll<Placed>[][] {
  const events = new EventSets(all.map(({ figures }) => figures));
  const told = all.flatMap(({ figures }, toll) =>
    figures.flatMap(({ file, figure }) => (scopeOf(countOf(figure)) === 'incident' ? [{ toll, file, figure }] : [])),
  );
  joinAlike(told, events, ({ figure }) => figure.place && figure.date && `${figure.date}|${placeKey(figure.place)}`);
  joinAlike(told, events, ({ file, figure }) => figure.place && `${file}|${placeKey(figure.place)}`);
  for (const article of byFile(told).values()) {
    const first = article.find(({ figure }) => figure.place !== null) ?? article[0]!;
    let last = first;
    for (const one of article) {
      if (one.figure.place !== null) last = one;
      else
        events.join(
          one.figure.sentence - last.figure.sentence <= carries ? last.toll : first.toll,
          one.toll,
          'in time and place',
        );
    }
  }
  return events.lists().map((list) => list.map((toll) => all[toll]!));
}

interface Told {
  readonly toll: number;
  readonly file: string;
  readonly figure: PlacedFigure['figure'];
}

/** Joins the tolls whose figures have a key in common. */
function joinAlike(told: readonly Told[], events: EventSets, keyOf: (told: Told) => string | null): void {
  const firstWith = new Map<string, number>();
  for (const one of told) {
    const key = keyOf(one);
    if (key === null) continue;
    const first = firstWith.get(key);
    if (first === undefined) firstWith.set(key, one.toll);
    else events.join(first, one.toll, 'in time and place');
  }
}

/** The figures of each article in the order of its text. */
function byFile(told: readonly Told[]): Map<string, Told[]> {
  const files = new Map<string, Told[]>();
  for (const one of told) {
    const own = files.get(one.file);
    if (own === undefined) files.set(one.file, [one]);
    else own.push(one);
  }
  for (const own of files.values()) own.sort((a, b) => a.figure.start - b.figure.start);
  return files;
}

/** The value that comes most often, the first of several; `null` where there is none. */
function mostOften(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of counts) if (best === null || count > counts.get(best)!) best = value;
  return best;
}

const sizeOf = ({ tolls }: Incident): number => tolls.reduce((sum, { figures }) => sum + figures.length, 0);
