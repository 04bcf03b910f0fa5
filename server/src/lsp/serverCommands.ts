import * as v from 'valibot';
import {
  type CancellationToken,
  type CodeAction,
  type Connection,
  type ExecuteCommandParams,
  MessageType,
  ShowMessageNotification,
} from 'vscode-languageserver';
import { commands, innerCommands, type Label, label, usualReasons } from '../../../protocol/src/index.js';
import type { Marks } from './marks.js';
import type { ProjectChanges } from './projectChanges.js';
import type { Requests } from './requests.js';
import type { Reviews } from './reviews.js';

/** What the commands are carried out with. */
export interface CommandContext {
  readonly reviews: Reviews;
  readonly project: ProjectChanges;
  readonly marks: Marks;
  /** As the settings name the person; '' where they do not. */
  reviewer(): string;
  rebuild(): Promise<void>;
}

/** What quick fixes hand over: parsed, since any program may send it. */
const reviewDraft = v.looseObject({ kind: v.picklist(['dismissed', 'checked']) });
const reviewName = v.object({ folder: v.string(), id: v.string() });
const projectDraft = v.looseObject({
  asks: v.boolean(),
  change: v.looseObject({ kind: v.picklist(['article', 'side', 'independent', 'rule']) }),
});

/** Carries a command out and returns what to tell the person, or `null`. */
type Carry = (given: unknown, token: CancellationToken) => Promise<Label | null>;

/**
 * The commands that the server carries out itself, where an editor knows none of our extension's: by the same names and
 * with the same arguments. Those that need typed words are not among them: LSP has no way to ask for any, and not every editor can put a question.
 */
export class ServerCommands {
  private readonly all: ReadonlyMap<string, Carry>;

  constructor(
    private readonly connection: Connection,
    private readonly context: CommandContext,
  ) {
    const { reviews, project, marks } = context;
    this.all = new Map<string, Carry>([
      [innerCommands.addReview, (draft) => this.review(draft)],
      [
        commands.removeReview,
        async (name) => {
          await reviews.remove(v.parse(reviewName, name));
          return label`Taken back.`;
        },
      ],
      [
        innerCommands.changeProject,
        async (draft) => {
          await project.change(draft);
          return label`Kept in .secondsource.json.`;
        },
      ],
      [
        commands.undoReview,
        async () => {
          const undone = await reviews.undo();
          return undone === null
            ? label`There is nothing to undo since the server started.`
            : label`Undone: ${undone}.`;
        },
      ],
      [
        commands.undoProject,
        async () =>
          (await project.undo()) === null
            ? label`There is nothing to undo since the server started.`
            : label`Undone: the last change of .secondsource.json.`,
      ],
      [
        commands.acceptBaseline,
        async (uri, token) => {
          const { accepted } = await reviews.accept(v.parse(v.nullish(v.string(), null), uri), token);
          return label`${accepted} ${accepted === 1 ? 'finding' : 'findings'} added to the baseline.`;
        },
      ],
      [
        commands.checkAll,
        async (_, token) => {
          const { articles, findings } = await marks.checkAll(false, token);
          return label`${articles} ${articles === 1 ? 'article' : 'articles'} checked: ${findings} ${findings === 1 ? 'finding' : 'findings'}.`;
        },
      ],
      [
        commands.rebuildIndex,
        async () => {
          await context.rebuild();
          return null;
        },
      ],
    ]);
  }

  get names(): string[] {
    return [...this.all.keys()];
  }

  answerRequests(answer: Requests['answer']): void {
    const { connection } = this;
    connection.onExecuteCommand(
      answer(async ({ command, arguments: given }: ExecuteCommandParams, token) => {
        const told = await this.all.get(command)?.(given?.[0], token);
        if (told)
          await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: told });
        return null;
      }),
    );
  }

  /** The quick fixes that can be carried out here: with a reason to choose where our extension asks for one. */
  readonly among = (actions: readonly CodeAction[]): CodeAction[] =>
    actions.flatMap((action) => {
      const { command } = action;
      if (command === undefined || !this.all.has(command.command)) return [];
      const [draft] = command.arguments ?? [];
      if (command.command === innerCommands.addReview)
        return v.is(reviewDraft, draft) ? withReasons(action, draft) : [];
      if (command.command !== innerCommands.changeProject) return [action];
      // the name of a side is taken as the article writes it; of an article, and whose name one is, only a person knows
      return v.is(projectDraft, draft) && !(draft.asks && asksMore.has(draft.change.kind)) ? [action] : [];
    });

  private async review(draft: unknown): Promise<Label> {
    const creator = this.context.reviewer();
    await this.context.reviews.add({ ...v.parse(v.looseObject({}), draft), creator });
    return label`Kept in .secondsource.`;
  }
}

const asksMore: ReadonlySet<unknown> = new Set(['article', 'otherName']);

/** *Dismiss this finding (Known background)*, and so on. */
const withReasons = (action: CodeAction, draft: v.InferOutput<typeof reviewDraft>): CodeAction[] =>
  usualReasons[draft.kind].map((text) => {
    const title = label`${action.title.replace('…', '')} (${text})`;
    const command = { title, command: innerCommands.addReview, arguments: [{ ...draft, text }] };
    return { ...action, title, command };
  });
