import {
  changeIncident,
  type FigureName,
  type FigureTable,
  type IncidentView,
  type Label,
  label,
} from '../../protocol/src/index.js';
import { reviewer, telling } from './reviewing.js';
import type { Server } from './server.js';
import { chooseFrom, type ListItem, showBriefly, showInformation } from './surfaces.js';

/** An incident to choose; `null`: one by itself. */
interface Choice extends ListItem {
  readonly incident: number | null;
}

/** Asks a person with which incident that of a figure is one, and has it kept. */
export async function merge(server: Server, table: FigureTable, figure: FigureName): Promise<void> {
  const own = incidentOf(table, figure);
  if (own === null) return sayOutdated();
  const chosen = await chooseFrom(
    label`Merge “${table.incidents[own]!.title}” with…`,
    label`Type a place, a day or a number`,
    othersThan(own, table),
  );
  if (chosen) await keep(server, table, 'merged', figuresOf(table, own), chosen.incident);
}

/** Asks a person which incident a figure tells of, if it is not that of the table, and has it kept. */
export async function move(server: Server, table: FigureTable, figure: FigureName): Promise<void> {
  const own = incidentOf(table, figure);
  if (own === null) return sayOutdated();
  const alone: Choice = {
    label: label`Split off`,
    description: label`an incident by itself`,
    incident: null,
  };
  const isAlone = figuresOf(table, own).length === 1;
  const chosen = await chooseFrom(
    label`Which incident does “${figure.words}” tell of?`,
    label`Not “${table.incidents[own]!.title}”, but: choose, or type a place, a day or a number`,
    [...(isAlone ? [] : [alone]), ...othersThan(own, table)],
  );
  if (chosen) await keep(server, table, 'moved', [figure], chosen.incident);
}

async function keep(
  server: Server,
  table: FigureTable,
  kind: 'merged' | 'moved',
  figures: readonly FigureName[],
  incident: number | null,
): Promise<void> {
  const creator = await reviewer();
  if (creator === undefined) return;
  const others = incident === null ? [] : figuresOf(table, incident);
  await telling(server.ask(changeIncident, { kind, figures, others, creator }));
  showBriefly(label`Second Source: kept in .secondsource; “Undo Review” takes it back`);
}

const othersThan = (own: number, { incidents }: FigureTable): Choice[] =>
  incidents.flatMap((one, incident) => (incident === own ? [] : [{ ...wordsOf(one), incident }]));

const wordsOf = ({ title, tolls, verdict }: IncidentView): { label: Label; description: Label; detail: Label } => ({
  label: label`${title}`,
  description: label`${tolls}`,
  detail: label`${verdict}`,
});

const figuresOf = ({ rows }: FigureTable, incident: number): FigureName[] =>
  rows.filter((row) => row.incident === incident).map(({ place, words }) => ({ place, words }));

function incidentOf({ rows }: FigureTable, figure: FigureName): number | null {
  const key = JSON.stringify([figure.place, figure.words]);
  return rows.find(({ place, words }) => JSON.stringify([place, words]) === key)?.incident ?? null;
}

function sayOutdated(): void {
  void showInformation(label`The articles were edited since the table was made. It is made anew: choose once more.`);
}
