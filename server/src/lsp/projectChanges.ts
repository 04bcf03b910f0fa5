import * as v from 'valibot';
import type { Connection } from 'vscode-languageserver';
import * as protocol from '../../../protocol/src/index.js';
import { type RuleId, ruleIds } from '../core/rules/rule.js';
import type { ProjectEdit } from '../settings/projectEdit.js';
import type { Folders } from '../sync/folders.js';
import { keyOf } from '../sync/uris.js';
import { onRequest, type Requests, refuse } from './requests.js';

/** What the editor sends: parsed, since it is written to a file that colleagues read. */
const given = v.object({
  uri: v.string(),
  change: v.variant('kind', [
    v.object({
      kind: v.literal('article'),
      field: v.picklist(['title', 'outlet', 'date', 'agency']),
      value: v.pipe(v.string(), v.trim()),
    }),
    v.object({ kind: v.picklist(['side', 'independent']), name: v.string() }),
    v.object({ kind: v.literal('otherName'), name: v.string(), of: v.string() }),
    v.object({
      kind: v.literal('rule'),
      rule: v.picklist(ruleIds as readonly RuleId[]),
      level: v.picklist(['hint', 'off']),
    }),
  ]),
});

/** Changes project files as the editor asks. */
export class ProjectChanges {
  /** `changed` makes a change count. */
  constructor(
    private readonly folders: Folders,
    private readonly changed: () => void,
  ) {}

  answerRequests(connection: Connection, answer: Requests['answer']): void {
    onRequest(
      connection,
      protocol.changeProject,
      answer(async (asked) => {
        await this.change(asked);
        return null;
      }),
    );
    onRequest(
      connection,
      protocol.undoProject,
      answer(async () => ({ undone: await this.undo() })),
    );
  }

  /** Takes the last change back. Returns the path of the file, or `null` where there is none to take back. */
  async undo(): Promise<string | null> {
    const undone = await this.folders.undoProject().catch(refuse);
    if (undone !== null) this.changed();
    return undone;
  }

  /** Resolves when the change is on the disk. */
  async change(asked: unknown): Promise<void> {
    const { uri, change } = v.parse(given, asked);
    const { folders } = this;
    const file = keyOf(uri);
    await folders.changeProject(file, editOf(folders.pathIn(file), change)).catch(refuse);
    this.changed();
  }
}

function editOf(path: string, change: v.InferOutput<typeof given>['change']): ProjectEdit {
  if (change.kind !== 'article') return change;
  const { kind, field, value } = change;
  return { kind, path, field, ...(value !== '' && { value }) };
}
