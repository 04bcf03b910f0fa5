import * as vscode from 'vscode';
import {
  type ArchiveView,
  amount,
  commands,
  fileStatus,
  type IndexStatus,
  label,
  type Summary,
  say,
  statusChanged,
} from '../../protocol/src/index.js';
import { type Server, selector } from './server.js';
import { createStatusBarEntry, createStatusItem, type StatusItem } from './surfaces.js';

/**
 * The language status items: how many articles are known, what the server makes of the file in front, and how much of it
 * is marked. In the status bar stands what it has to question.
 */
export class Status implements vscode.Disposable {
  private readonly index = createStatusItem('secondSource.index', selector);
  private readonly file = createStatusItem('secondSource.file', selector);
  private readonly reading = createStatusItem('secondSource.reading', selector);
  /** `null` where no archive is set. */
  private archive: StatusItem | null = null;
  private readonly summary = createStatusBarEntry('secondSource.summary');
  private readonly listeners: vscode.Disposable[];
  private asked = 0;
  /** The newest word from the server. */
  latest: IndexStatus = { articles: 0, skipped: 0, indexing: null, comparing: false, archive: null, notices: [] };

  constructor(private readonly server: Server) {
    this.index.name = label`Second Source: index`;
    this.file.name = label`Second Source: this file`;
    this.reading.name = label`Second Source: how much is marked`;
    this.summary.name = label`Second Source: this article`;
    this.index.command = { title: label`Rebuild Index`, command: commands.rebuildIndex };
    this.listeners = [
      server.on(statusChanged, (status) => {
        this.latest = status;
        this.showIndex();
        this.showArchive(status.archive);
        void this.showFile();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => void this.showFile()),
    ];
    this.starting();
  }

  starting(): void {
    for (const item of [this.index, this.file, this.reading]) item.selector = selector;
    this.index.busy = true;
    this.index.text = label`Second Source is starting`;
    this.file.text = label``;
  }

  failed(reason: string): void {
    this.index.busy = false;
    this.index.severity = vscode.LanguageStatusSeverity.Error;
    this.index.text = label`Second Source does not run`;
    this.index.detail = label`${reason}`;
    this.index.command = { title: label`Restart Server`, command: commands.restartServer };
  }

  private showIndex(): void {
    const { articles, skipped, indexing, comparing, notices } = this.latest;
    this.index.busy = indexing !== null || comparing;
    this.index.text = indexing
      ? label`Reading articles: ${amount(indexing.done)} of ${amount(indexing.total)}`
      : articles === 1
        ? label`1 article read`
        : label`${amount(articles)} articles read`;
    const left = skipped === 0 ? '' : skipped === 1 ? say`1 file skipped` : say`${amount(skipped)} files skipped`;
    const work = comparing ? say`comparing claims: more marks may appear` : '';
    this.index.detail = label`${[...notices, work, left].filter(Boolean).join(' · ')}`;
    this.index.severity =
      notices.length > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    this.index.command = { title: label`Rebuild Index`, command: commands.rebuildIndex };
  }

  /** *Archive: 1,204,311 articles*, and below it *answered in 0.2 s*. */
  private showArchive(view: ArchiveView | null): void {
    if (view === null) {
      this.archive?.dispose();
      this.archive = null;
      return;
    }
    this.archive ??= createStatusItem('secondSource.archive', selector);
    const { archive } = this;
    archive.name = label`Second Source: archive`;
    archive.busy = view.state === 'asking';
    archive.severity =
      view.state === 'unreached' ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    archive.command = { title: label`Sign In…`, command: commands.signInToArchive };
    if (view.state === 'asking') {
      archive.text = label`Archive: being asked`;
      archive.detail = label``;
    } else if (view.state === 'unreached') {
      archive.text = label`Archive: not reached`;
      archive.detail = label`${view.why} ${say`It is asked again when an open article is edited.`}`;
    } else {
      archive.text =
        view.articles === 1 ? label`Archive: 1 article` : label`Archive: ${amount(view.articles)} articles`;
      const time = say`answered in ${amount(Math.max(0.1, Math.round(view.took / 100) / 10))} s`;
      archive.detail = view.problem === null ? label`${time}` : label`${time} · ${say`not in full: ${view.problem}`}`;
      archive.command = { title: label`Sign Out`, command: commands.signOutOfArchive };
    }
  }

  private async showFile(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || vscode.languages.match(selector, document) === 0) return this.summary.hide();
    const asked = ++this.asked;
    const status = await this.server.ask(fileStatus, { uri: document.uri.toString() }).catch(() => null);
    if (asked !== this.asked || status === null) return;
    void vscode.commands.executeCommand('setContext', 'secondSource.article', status.kind === 'article');
    this.showSummary(status.kind === 'article' ? status.summary : null);
    if (status.kind === 'article') {
      this.file.text = status.title;
      const left = status.leftOut === '' ? '' : ` · ${status.leftOut}`;
      this.file.detail = label`${status.outlet ?? say`outlet unknown`}, ${status.date ?? say`undated`}${left}`;
      this.file.command = { title: label`Show Corroboration`, command: commands.showCorroboration };
    } else {
      this.file.text = status.kind === 'skipped' ? label`Not checked` : label`Not read yet`;
      this.file.detail = status.kind === 'skipped' ? status.reason : label``;
      this.file.command = undefined;
    }
  }

  /** How much is marked, and what there is to question; `null` where nothing can be. */
  private showSummary(summary: Summary | null): void {
    const { reading, summary: entry } = this;
    if (summary === null) {
      reading.text = label`Nothing is marked here`;
      reading.detail = label``;
      reading.command = undefined;
      entry.hide();
      return;
    }
    if (summary.isOn) this.showMarked(summary);
    else this.showOff();
    entry.show();
  }

  private showMarked({ reading, marked, unmarked, words }: Summary): void {
    const marks = marked === 1 ? say`1 place marked` : say`${amount(marked)} places marked`;
    const more = unmarked === 0 ? '' : ` · ${say`${amount(unmarked)} more on hover`}`;
    this.reading.text = label`Marked: ${reading}`;
    this.reading.detail = label`${marks}${more}`;
    this.reading.command = { title: label`Change`, command: commands.chooseReading };
    this.summary.text = words === '' ? label`$(eye) nothing to question` : label`$(eye) ${words}`;
    this.summary.tooltip = label`Second Source, ${reading}: ${marks}${more}. Click to change how much is marked.`;
    this.summary.command = commands.chooseReading;
  }

  private showOff(): void {
    this.reading.text = label`Second Source is off`;
    this.reading.detail = label``;
    this.reading.command = { title: label`Turn On`, command: commands.toggle };
    this.summary.text = label`$(eye-closed) Second Source is off`;
    this.summary.tooltip = label`No marks, hovers, colours or lines above headlines. Click to turn it on.`;
    this.summary.command = commands.toggle;
  }

  dispose(): void {
    this.archive?.dispose();
    for (const disposable of [this.index, this.file, this.reading, this.summary, ...this.listeners])
      disposable.dispose();
  }
}
