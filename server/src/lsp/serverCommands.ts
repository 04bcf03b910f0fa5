import * as v from 'valibot';
import {
  type CancellationToken,
  type CodeAction,
  type Connection,
  type ExecuteCommandParams,
  type MessageActionItem,
  MessageType,
  ShowMessageNotification,
  ShowMessageRequest,
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

/** What quick fixes of other editors hand over: parsed, since any program may send it. */
const reviewDraft = v.looseObject({
  uri: v.string(),
  kind: v.picklist(['dismissed', 'checked']),
  words: v.string(),
});
const reviewName = v.object({ folder: v.string(), id: v.string() });
const projectDraft = v.looseObject({
  asks: v.boolean(),
  change: v.looseObject({ kind: v.picklist(['article', 'side', 'independent', 'rule']) }),
});

/** Carries a command out and returns what to tell the person, or `null`. */
type Carry = (given: unknown, token: CancellationToken) => Promise<Label | null>;

/**
 * The commands that the server carries out itself, where an editor knows none of our extension's: by the same names and
 * with the same arguments. Those that need typed words are not among them, since such an editor cannot be made to ask.
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
        commands.acceptBaseline,
        async (uri, token) => {
          const accepted = await reviews.accept(v.parse(v.nullish(v.string(), null), uri), token);
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

  /** Whether a quick fix can be carried out here: without words that a person would have to type. */
  readonly canCarryOut = ({ command }: CodeAction): boolean => {
    if (command === undefined || !this.all.has(command.command)) return false;
    const [draft] = command.arguments ?? [];
    if (command.command === innerCommands.addReview) return v.is(reviewDraft, draft);
    if (command.command !== innerCommands.changeProject) return true;
    // the name of a side is taken as the article writes it; of an article only a person knows better
    return v.is(projectDraft, draft) && !(draft.asks && draft.change.kind === 'article');
  };

  /** Asks for one of the usual reasons, and has the review kept; nothing is kept where the question is left open. */
  private async review(given: unknown): Promise<Label | null> {
    const draft = v.parse(reviewDraft, given);
    const asks = draft.kind === 'dismissed' ? 'Why is it no question?' : 'How was it checked?';
    const actions = usualReasons[draft.kind].map((title): MessageActionItem => ({ title }));
    const chosen = await this.connection.sendRequest(ShowMessageRequest.type, {
      type: MessageType.Info,
      message: label`“${draft.words}”: ${asks}`,
      actions,
    });
    if (!chosen) return null;
    await this.context.reviews.add({ ...draft, text: chosen.title, creator: this.context.reviewer() });
    return label`Kept in .secondsource.`;
  }
}
