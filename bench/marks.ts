import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { readingLevels } from '../server/src/core/rules/attention.js';
import { row } from './clock.js';

interface Report {
  readonly files: readonly {
    readonly skipped: string | null;
    readonly copyOf?: string;
    readonly findings: readonly { readonly reading: string; readonly sentence: number }[];
  }[];
}

/** How many marks an article has at each level of reading, in the program as it was built; `copies` have those of their first. */
export async function benchMarks(folder: string, isQuick: boolean): Promise<void> {
  if (!existsSync('dist/cli.js')) throw new Error('there is no dist/cli.js yet: run `npm run build` first');
  const { files } = await report(folder, isQuick ? ['--quick'] : []);
  const articles = files.filter(({ skipped, copyOf }) => skipped === null && copyOf === undefined);
  const each = (count: number): string => (count / articles.length).toFixed(1);
  row(`an article of ${articles.length} in ${folder}`, 'findings', ...readingLevels);
  const marks = readingLevels.map((_, at) => {
    const levels: readonly string[] = readingLevels.slice(0, at + 1);
    return articles.reduce(
      (sum, { findings }) =>
        sum + new Set(findings.filter(({ reading }) => levels.includes(reading)).map(({ sentence }) => sentence)).size,
      0,
    );
  });
  row('marks', each(articles.reduce((sum, { findings }) => sum + findings.length, 0)), ...marks.map(each));
}

async function report(folder: string, options: readonly string[]): Promise<Report> {
  const asked = ['dist/cli.js', 'check', ...options, '--format', 'json', folder];
  const run = promisify(execFile)(process.execPath, asked, { maxBuffer: 1e9 });
  // warnings end it with status 1
  const { stdout } = await run.catch((error: { code?: unknown; stdout: string }) => {
    if (error.code === 1) return error;
    throw error;
  });
  return JSON.parse(stdout) as Report;
}
