import * as vscode from 'vscode';
import {
  amount,
  checkAll,
  commands,
  type IndexStatus,
  innerCommands,
  label,
  type Place,
  type ProjectDraft,
  type ReviewDraft,
  type ReviewName,
  rebuildIndex,
  say,
  speak,
} from '../../protocol/src/index.js';
import { ArchiveAccess, openArchived } from './archive.js';
import { ClaimsTree } from './claimsView.js';
import { CorroborationPanels } from './corroborationPanel.js';
import { exportFile, importFile } from './exporting.js';
import { FiguresPanels } from './figuresPanel.js';
import { showFindClaim } from './findClaim.js';
import { showImport } from './importing.js';
import { spokenHere } from './language.js';
import { goToMark } from './nextMark.js';
import { openPlace } from './openBeside.js';
import { change, undoChange } from './projectFile.js';
import { chooseReading, toggle } from './reading.js';
import { accept, review, takeBack, undo } from './reviewing.js';
import { ReviewTree } from './reviewView.js';
import { openRulePage } from './rulePages.js';
import { openSamples, welcomeToSamples } from './samples.js';
import { type Connect, Server, selectFolders } from './server.js';
import { SourcesTree } from './sourcesView.js';
import { Status } from './status.js';
import { showBriefly, showInformation, showProgress } from './surfaces.js';

export async function run(context: vscode.ExtensionContext, connect: Connect): Promise<void> {
  speak(spokenHere());
  const server = new Server(connect);
  const status = new Status(server);
  const panels = new CorroborationPanels(context.extensionUri, server, status);
  const figures = new FiguresPanels(context.extensionUri, server);
  const views = [new ClaimsTree(server), new SourcesTree(server), new ReviewTree(server)];
  const archive = new ArchiveAccess(context.secrets, server);
  context.subscriptions.push(server, status, panels, figures, archive, ...views);

  const register = (command: string, run: (...given: unknown[]) => unknown): void => {
    context.subscriptions.push(vscode.commands.registerCommand(command, run));
  };
  register(commands.showCorroboration, (uri) => panels.show(toUri(uri)));
  register(commands.findClaim, () => showFindClaim(server));
  register(commands.compareFigures, () => figures.show());
  register(commands.nextMark, () => goToMark('next'));
  register(commands.previousMark, () => goToMark('previous'));
  register(commands.chooseReading, () => chooseReading(context));
  register(commands.toggle, toggle);
  register(innerCommands.copyDraft, copyDraft);
  register(innerCommands.addReview, (draft) => review(server, draft as ReviewDraft));
  register(innerCommands.changeProject, (draft) => change(server, draft as ProjectDraft));
  register(innerCommands.openPlace, (place) => openPlace(place as Place));
  register(commands.removeReview, (name) => takeBack(server, name as ReviewName));
  register(commands.importArticles, (clicked, selected) => showImport(server, clicked, selected));
  register(commands.openSamples, () => openSamples(context));
  register(innerCommands.openRulePage, (rule) => openRulePage(context.extensionUri, rule));
  register(commands.undoReview, () => undo(server));
  register(commands.undoProject, () => undoChange(server));
  register(commands.acceptBaseline, () => accept(server, isAtWork(status.latest)));
  register(commands.exportFindings, () => exportFile(server, () => isAtWork(status.latest)));
  register(commands.importNotes, () => importFile(server));
  register(commands.checkAll, () => checkEverything(server));
  register(commands.rebuildIndex, () => server.ask(rebuildIndex, null));
  const startServer = async (run: () => Promise<void>): Promise<void> => {
    await start(run, status);
    await archive.tell();
  };
  const restart = (): Promise<void> => startServer(() => server.restart());
  register(commands.restartServer, restart);
  register(commands.signInToArchive, () => archive.signIn());
  register(commands.signOutOfArchive, () => archive.signOut());
  register(innerCommands.openArchived, openArchived);
  context.subscriptions.push(
    vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => selectFolders(added) && restart()),
  );

  void welcomeToSamples(context);
  await startServer(() => server.start());
}

const isAtWork = ({ indexing, comparing }: IndexStatus): boolean => indexing !== null || comparing;

async function start(run: () => Promise<void>, status: Status): Promise<void> {
  status.starting();
  try {
    await run();
  } catch (error) {
    status.failed(String(error));
    throw error;
  }
}

/** A menu gives a Uri, a code lens a text. */
const toUri = (given: unknown): vscode.Uri | undefined =>
  given instanceof vscode.Uri ? given : typeof given === 'string' ? vscode.Uri.parse(given, true) : undefined;

async function checkEverything(server: Server): Promise<void> {
  const { articles, findings } = await showProgress(label`Checking all articles`, (_, token) =>
    server.ask(checkAll, { onlyOpen: false }, token),
  );
  void vscode.commands.executeCommand('workbench.actions.view.problems');
  const onlyOpen = label`Only Open Articles Again`;
  const checked = articles === 1 ? say`1 article checked` : say`${amount(articles)} articles checked`;
  const found = findings === 1 ? say`1 finding` : say`${amount(findings)} findings`;
  const chosen = await showInformation(label`${checked}: ${found}.`, onlyOpen);
  if (chosen === onlyOpen) await server.ask(checkAll, { onlyOpen: true });
}

async function copyDraft(draft: unknown): Promise<void> {
  if (typeof draft !== 'string') return;
  await vscode.env.clipboard.writeText(draft);
  showBriefly(label`Second Source: the wording is on the clipboard`);
}
