import * as v from 'valibot';
import type { Connection } from 'vscode-languageserver';
import * as protocol from '../../../protocol/src/index.js';
import { type RuleId, ruleIds } from '../core/rules/rule.js';
import type { ProjectEdit } from '../settings/projectEdit.js';
import { type Folders, keyOf } from '../sync/folders.js';
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
    v.object({
      kind: v.literal('rule'),
      rule: v.picklist(ruleIds as readonly RuleId[]),
      level: v.picklist(['hint', 'off']),
    }),
  ]),
});

/** Changes project files as the editor asks; `changed` makes a change count. */
export function answerProjectChanges(
  connection: Connection,
  answer: Requests['answer'],
  folders: Folders,
  changed: () => void,
): void {
  onRequest(
    connection,
    protocol.changeProject,
    answer(async (params) => {
      const { uri, change } = v.parse(given, params);
      const file = keyOf(uri);
      await folders.changeProject(file, editOf(folders.pathIn(file), change)).catch(refuse);
      changed();
      return null;
    }),
  );
}

function editOf(path: string, change: v.InferOutput<typeof given>['change']): ProjectEdit {
  if (change.kind !== 'article') return change;
  const { kind, field, value } = change;
  return { kind, path, field, ...(value !== '' && { value }) };
}
