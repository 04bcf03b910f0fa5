import {
  type ArticleField,
  changeProject,
  type Label,
  label,
  type ProjectChange,
  type ProjectDraft,
  undoProject,
} from '../../protocol/src/index.js';
import type { Server } from './server.js';
import { askWords, showBriefly, showError } from './surfaces.js';

/** Asks a person for what they know, where a quick fix leaves it open, and has it written into the project file. */
export async function change(server: Server, { uri, change: proposed, asks }: ProjectDraft): Promise<void> {
  const change = asks ? await asked(proposed) : proposed;
  if (change === undefined) return;
  try {
    await server.ask(changeProject, { uri, change });
  } catch (error) {
    showError(label`It could not be kept: ${error instanceof Error ? error.message : String(error)}`);
    return;
  }
  showBriefly(label`Second Source: kept in .secondsource.json; “Undo Change of Project File” takes it back`);
}

/** Takes the last change of a project file back. */
export async function undoChange(server: Server): Promise<void> {
  try {
    const { undone } = await server.ask(undoProject, null);
    showBriefly(
      undone === null
        ? label`Second Source: there is nothing to undo since the server started`
        : label`Second Source: .secondsource.json is as it was before the last change`,
    );
  } catch (error) {
    showError(label`It could not be undone: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** `undefined` where the question is left open. */
async function asked(proposed: ProjectChange): Promise<ProjectChange | undefined> {
  if (proposed.kind === 'rule') return proposed;
  if (proposed.kind === 'article') {
    const { field } = proposed;
    const { title, asks } = questionAbout(field);
    const typed = await askWords(
      title,
      label`${asks}; empty: as the article says`,
      proposed.value,
      field === 'date' ? notADay : undefined,
    );
    return typed === undefined ? undefined : { ...proposed, value: typed };
  }
  if (proposed.kind === 'otherName') {
    const of = await askWords(
      label`“${proposed.name}” is another name of…`,
      label`The name that it goes by, as articles write it`,
      proposed.of,
    );
    return of === undefined || of.trim() === '' ? undefined : { ...proposed, of };
  }
  const title = proposed.kind === 'side' ? label`A side of the conflict` : label`An independent body`;
  const name = await askWords(
    title,
    label`Its name, as articles write it, without “a source at” and such`,
    proposed.name,
  );
  return name === undefined || name.trim() === '' ? undefined : { ...proposed, name };
}

const questionAbout = (field: ArticleField): { readonly title: Label; readonly asks: Label } =>
  ({
    title: { title: label`Set title`, asks: label`The title of the article` },
    outlet: { title: label`Set outlet`, asks: label`The outlet of the article` },
    date: { title: label`Set date`, asks: label`The day it was published, as 2031-04-01` },
    agency: { title: label`Set agency`, asks: label`The agency of the article` },
  })[field];

const notADay = (typed: string): Label | null =>
  /^(?:\d{4}-\d\d-\d\d)?$/.test(typed.trim()) ? null : label`Write the day as 2031-04-01`;
