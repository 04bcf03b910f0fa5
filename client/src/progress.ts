import type {
  ProgressToken,
  WorkDoneProgressBegin,
  WorkDoneProgressEnd,
  WorkDoneProgressReport,
} from 'vscode-languageclient/node';
import { label } from '../../protocol/src/index.js';
import { showProgress } from './surfaces.js';

type Step = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

interface Notice {
  readonly timer: NodeJS.Timeout;
  step: WorkDoneProgressBegin | WorkDoneProgressReport;
  report: (step: WorkDoneProgressBegin | WorkDoneProgressReport) => void;
  end: () => void;
}

/** Milliseconds after which work is worth a notification; until then the status bar tells of it. */
const patience = 2000;

/** Shows the server's long work with a way to stop it; short work stays in the status bar. */
export class ProgressNotices {
  private readonly notices = new Map<ProgressToken, Notice>();

  constructor(private readonly stop: (token: ProgressToken) => void) {}

  /** Language client middleware. */
  readonly handle = (token: ProgressToken, step: Step, next: (token: ProgressToken, step: Step) => void): void => {
    next(token, step);
    const notice = this.notices.get(token);
    if (step.kind === 'begin') this.begin(token, step);
    else if (step.kind === 'report' && notice) {
      notice.step = step;
      notice.report(step);
    } else if (step.kind === 'end' && notice) {
      clearTimeout(notice.timer);
      notice.end();
      this.notices.delete(token);
    }
  };

  private begin(token: ProgressToken, step: WorkDoneProgressBegin): void {
    const timer = setTimeout(() => this.show(token, step.title), patience);
    this.notices.set(token, { timer, step, report: () => undefined, end: () => undefined });
  }

  private show(token: ProgressToken, title: string): void {
    const notice = this.notices.get(token);
    if (notice === undefined) return;
    void showProgress(label`${title}`, (progress, cancelled) => {
      let shown = 0;
      notice.report = ({ message, percentage = 0 }) => {
        progress.report({
          increment: percentage - shown,
          ...(message !== undefined && { message: label`${message}` }),
        });
        shown = percentage;
      };
      notice.report(notice.step);
      cancelled.onCancellationRequested(() => this.stop(token));
      return new Promise<void>((resolve) => {
        notice.end = resolve;
      });
    });
  }
}
