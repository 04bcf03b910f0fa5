import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { label } from '../../protocol/src/index.js';

/** A finding, as the JSON report has it. */
interface Finding {
  readonly rule: string;
  readonly severity: 'warning' | 'information' | 'hint';
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** A mark as an editor shows it; lines count from 0, columns in bytes. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly severity: number;
  readonly rule: string;
  readonly message: string;
}

/** Marks by file. */
export type Marks = Readonly<Record<string, readonly Mark[]>>;

const severities = { warning: 2, information: 3, hint: 4 } as const;
/** A mark tells of so many findings in full. */
const told = 3;

/**
 * The report’s findings and an editor’s marks, each as a list of what both must hold: a mark for each sentence with
 * findings, on the words and with the severity of one of them, and telling of the others.
 */
export class Expected {
  /** Findings by file, by sentence. */
  private readonly bySentence = new Map<string, Map<number, Finding[]>>();
  private readonly documents = new Map<string, TextDocument>();

  constructor(report: string, folder: string) {
    const { files } = JSON.parse(report) as { files: { path: string; findings: Finding[] }[] };
    for (const { path, findings } of files) {
      const sentences = new Map<number, Finding[]>();
      for (const finding of findings)
        sentences.set(finding.sentence, [...(sentences.get(finding.sentence) ?? []), finding]);
      this.bySentence.set(path, sentences);
      this.documents.set(path, TextDocument.create(path, 'plaintext', 0, readFileSync(join(folder, path), 'utf8')));
    }
  }

  get files(): string[] {
    return [...this.bySentence.keys()];
  }

  /** The words of the first finding of a rule in a file. */
  wordsOf(file: string, rule: string): string {
    const found = [...(this.bySentence.get(file)?.values() ?? [])].flat().find((one) => one.rule === rule);
    if (found === undefined) throw new Error(`${file} has no ${rule}`);
    return (this.documents.get(file) as TextDocument).getText().slice(found.start, found.end);
  }

  /** What differs, a line each; empty where the editor shows what the report has. */
  differences(marks: Marks): string[] {
    return this.files.flatMap((file) => {
      const left = [...(marks[file] ?? [])];
      const missing = [...(this.bySentence.get(file)?.values() ?? [])].flatMap((findings) => {
        const at = left.findIndex((mark) => this.isMarkOf(file, findings, mark));
        if (at < 0) return [`${file}: no mark for ${findings.map(({ message }) => message).join(' / ')}`];
        left.splice(at, 1);
        return [];
      });
      return [...missing, ...left.map((mark) => `${file}: ${JSON.stringify(mark)} is in no report`)];
    });
  }

  private isMarkOf(file: string, findings: readonly Finding[], mark: Mark): boolean {
    const [first, ...others] = mark.message.split('\n');
    const messages = findings.map(({ message }) => label`${message}` as string);
    const leads = findings.some(
      (finding, i) =>
        finding.rule === mark.rule &&
        severities[finding.severity] === mark.severity &&
        messages[i] === first &&
        this.isAt(file, finding.start, mark),
    );
    const lines = Math.min(told, findings.length) - 1 + (findings.length > told ? 1 : 0);
    return leads && others.length === lines && others.slice(0, told - 1).every((line) => messages.includes(line));
  }

  private isAt(file: string, offset: number, mark: Mark): boolean {
    const document = this.documents.get(file) as TextDocument;
    const { line, character } = document.positionAt(offset);
    const before = document.getText({ start: { line, character: 0 }, end: { line, character } });
    return line === mark.line && Buffer.byteLength(before) === mark.column;
  }
}
