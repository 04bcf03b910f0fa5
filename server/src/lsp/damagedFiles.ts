import { type Connection, DiagnosticSeverity } from 'vscode-languageserver';
import { label } from '../../../protocol/src/index.js';
import type { Damage } from '../settings/damage.js';
import type { FailureLog } from './failureLog.js';

/** Shows what is wrong with files that people share, as problems of those files. */
export class DamagedFiles {
  /** Files whose damages the editor shows. */
  private shown = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly log: FailureLog,
  ) {}

  /** All damages there are now, by URI. */
  show(damages: ReadonlyMap<string, readonly Damage[]>): void {
    for (const uri of new Set([...this.shown, ...damages.keys()])) {
      const diagnostics = (damages.get(uri) ?? []).map(({ line, reason }) => ({
        range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } },
        severity: DiagnosticSeverity.Error,
        source: 'Second Source',
        message: label`This is not read, and left as it is: ${reason}.`,
      }));
      this.log.watch(uri, this.connection.sendDiagnostics({ uri, diagnostics }));
    }
    this.shown = new Set(damages.keys());
  }
}
