import * as v from 'valibot';
import type { Connection } from 'vscode-languageserver';
import * as protocol from '../../../protocol/src/index.js';
import { say } from '../../../protocol/src/index.js';
import { namedFigure } from '../features/incidents.js';
import { figureTarget } from '../reviews/incidents.js';
import { longest, type Target } from '../reviews/review.js';
import type { NewReview, Sidecars } from '../sync/sidecars.js';
import { keyOf } from '../sync/uris.js';
import type { WorkspaceSync } from '../sync/workspaceSync.js';
import { onRequest, type Requests, refuse, refused } from './requests.js';

const position = v.object({ line: v.number(), character: v.number() });
const figureName = v.object({
  place: v.object({ uri: v.string(), range: v.object({ start: position, end: position }) }),
  words: v.pipe(
    v.string(),
    v.transform((words) => protocol.line(words)),
  ),
});

/** What the editor sends: parsed, since the sidecar must hold only what can be read again. */
const incidentChange = v.object({
  kind: v.picklist(['merged', 'moved']),
  figures: v.pipe(v.array(figureName), v.minLength(1)),
  others: v.array(figureName),
  creator: v.pipe(v.string(), v.trim(), v.maxLength(longest.name)),
});

/** A figure that a review can be of. */
interface Quotable {
  readonly file: string;
  readonly folder: string;
  readonly target: Target;
}

/** Keeps what people know of incidents, as the table of figures asks. */
export function answerIncidentChanges(
  connection: Connection,
  answer: Requests['answer'],
  sync: WorkspaceSync,
  sidecars: Sidecars,
): void {
  /** Those that can be quoted, of one folder where one is given. */
  function* quotable(names: readonly protocol.FigureName[], folder?: string): Generator<Quotable> {
    for (const name of names) {
      const file = keyOf(name.place.uri);
      const home = sidecars.homeOf(file);
      if (folder !== undefined && home?.folder !== folder) continue;
      const figure = home && namedFigure(sync.workspace, file, name);
      const target = figure && figureTarget(sync.workspace, figure, home.source);
      if (target) yield { file, folder: home.folder, target };
    }
  }
  const reviewOf = ({ kind, figures, others, creator }: v.InferOutput<typeof incidentChange>): [string, NewReview] => {
    for (const { file, folder, target } of quotable(figures)) {
      if (kind === 'moved' && others.length === 0) return [file, { kind, creator, target }];
      const [other] = quotable(others, folder);
      if (other !== undefined) return [file, { kind, creator, target, other: other.target }];
    }
    throw refused(new Error(cannotBeKept()));
  };
  onRequest(
    connection,
    protocol.changeIncident,
    answer(async (given) => {
      const parsed = v.safeParse(incidentChange, given);
      if (!parsed.success) throw refused(new Error(parsed.issues[0].message));
      const { id } = await sidecars.add(...reviewOf(parsed.output)).catch(refuse);
      return { id };
    }),
  );
}

const cannotBeKept = (): string =>
  say`The articles were edited since the table was made (refresh it), or they are in no folder of the workspace, or in two.`;
