import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environmentIn, runCommand, script } from '../unit/commandLine.js';

/** What the options of `second-source check` do. */
const folder = mkdtempSync(join(tmpdir(), 'second-source-check-'));
const calm = `The mayor opened the pier on Monday. The ferry will run every hour from the northern pier to the island and back, and the market opens on Friday with music in the square. The harvest festival begins in the evening, and the school choir of the lower town will sing.\n`;
const doubtful = `${calm}\nThe contract for the harbour cranes was never signed, a source said.\n`;
const figures = `${calm}\nAt least 12 people were killed when the crane fell in Tilmouth.\n`;

const run = (...args: string[]) => runCommand(folder, ['check', '--quick', ...args], { cwd: folder });
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const filesOf = (stdout: string): { path: string; findings: { rule: string }[] }[] => JSON.parse(stdout).files;
const pathsOf = (stdout: string): string[] => filesOf(stdout).map(({ path }) => path);
const rulesOf = (stdout: string): string[] => filesOf(stdout).flatMap((file) => file.findings.map(({ rule }) => rule));

beforeAll(() => {
  if (!existsSync(script)) throw new Error('There is no dist/cli.js yet: run `npm run build` first.');
  write('news/calm.txt', calm);
  write('news/doubtful.txt', doubtful);
  write('news/deep/figures.md', figures);
  write('more/ferry.txt', calm.replace('Monday', 'Tuesday'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the first look', () => {
  it('fits a screen for the samples, names each article and says how to see more', () => {
    const { stdout, status } = runCommand(folder, ['check', '--quick', 'samples']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(22);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    for (const name of readdirSync('samples').filter((one) => one !== 'README.md')) expect(stdout).toContain(name);
    expect(lines[0]).toMatch(/^6 articles: \d+ warnings/);
    expect(stdout).toMatch(/^Claims {3}\d+ in more than one file: \d+ contested/m);
    expect(stdout).toContain('--details');
    expect(status).toBe(1);
  });

  it('names the articles with most to question where there are many, and says how many more there are', () => {
    for (let i = 10; i < 40; i++) write(`many/${i}.txt`, calm.replace('ferry', `ferry ${i}`));
    write('many/zz.txt', doubtful);
    const { stdout } = run('many');
    expect(stdout.split('\n').length).toBeLessThanOrEqual(24);
    expect(stdout).toContain('many/zz.txt');
    expect(stdout).toContain('and 25 articles more');
  });

  it('tells all marks with their reasons on request', () => {
    expect(run('news').stdout).not.toContain('anonymous-source');
    const { stdout } = run('--details', 'news');
    expect(stdout).toContain('anonymous-source');
    expect(stdout).toContain('“a source”');
  });

  it('says why nothing was read', () => {
    write('notes/package.json', '{}');
    write('notes/requirements.txt', 'numpy==1.0\n');
    expect(run('notes').stdout).toMatch(/requirements\.txt {2}skipped: .*project file/);
  });
});

describe('what is read', () => {
  it('may be several folders and files, in order of path however they are named', () => {
    const { stdout } = run('-f', 'json', 'news/doubtful.txt', 'more', 'news');
    expect(pathsOf(stdout)).toEqual(['more/ferry.txt', 'news/calm.txt', 'news/deep/figures.md', 'news/doubtful.txt']);
    expect(run('-f', 'json', 'news', 'more').stdout).toBe(stdout);
  });

  it('may be a pattern', () => {
    expect(pathsOf(run('-f', 'json', 'news/**/*.md', 'm*/*.txt', '!(x)/calm.txt').stdout)).toEqual(
      expect.arrayContaining(['news/deep/figures.md', 'more/ferry.txt', 'news/calm.txt']),
    );
    const none = run('news/*.article');
    expect(none.status).toBe(2);
    expect(none.stderr).toContain('news/*.article: no file fits this pattern');
  });

  it('is the file of that name where a name looks like a pattern', () => {
    write('odd/[a].txt', doubtful);
    write('odd/a.txt', calm);
    expect(pathsOf(run('-f', 'json', 'odd/[a].txt').stdout)).toEqual(['odd/[a].txt']);
  });

  it('may be standard input, alone or beside files', () => {
    const input = doubtful;
    const alone = runCommand(folder, ['check', '-q', '-f', 'json', '-'], { cwd: folder, input });
    expect(pathsOf(alone.stdout)).toEqual(['standard input']);
    expect(rulesOf(alone.stdout)).toContain('anonymous-source');
    const beside = runCommand(folder, ['check', '-q', '-f', 'json', 'news', '-'], { cwd: folder, input });
    expect(pathsOf(beside.stdout)).toContain('standard input');
    expect(rulesOf(beside.stdout)).toContain('repeated-claim');
    expect(runCommand(folder, ['check', '-q', '-'], { input: '' }).status).toBe(0);
    expect(runCommand(folder, ['check', '-w', '-'], { input: '' }).stderr).toContain('--watch watches files');
  });
});

describe('what is told', () => {
  it('is what some rules find', () => {
    expect(new Set(rulesOf(run('-f', 'json', 'news').stdout))).toContain('casualty-figure');
    const { stdout, status } = run('-f', 'json', '--rule', 'anonymous-source', '--rule', 'repeated-claim', 'news');
    expect(rulesOf(stdout)).toContain('anonymous-source');
    expect(rulesOf(stdout)).not.toContain('casualty-figure');
    expect(status).toBe(1);
    expect(run('--rule', 'conflicting-report', 'news').status).toBe(0);
    expect(run('--rule', 'truth', 'news').stderr).toContain('There are anonymous-source, casualty-figure');
  });

  it('fails from the weight on that was asked for', () => {
    expect(run('--fail-on', 'never', 'news').status).toBe(0);
    expect(run('--fail-on', 'hint', '--reading', 'everything', 'more').status).toBe(0);
    expect(run('--fail-on', 'hint', '--reading', 'everything', 'news').status).toBe(1);
    expect(run('--rule', 'repeated-claim', '--reading', 'everything', 'news').status).toBe(0);
    expect(run('--rule', 'repeated-claim', '--reading', 'everything', '--fail-on', 'hint', 'news').status).toBe(1);
  });

  it('goes into a file, whole or not at all', () => {
    const { stdout } = run('-f', 'json', '-o', 'report.json', 'news');
    expect(stdout).toBe('');
    expect(pathsOf(readFileSync(join(folder, 'report.json'), 'utf8'))).toHaveLength(3);
    const { status, stderr } = run('-o', 'nowhere/report.json', 'news');
    expect(status).toBe(2);
    expect(stderr).toContain('nowhere/report.json: no such file or directory');
  });
});

describe('a baseline', () => {
  it('leaves out what was found when it was written, and nothing else', () => {
    write('old/a.txt', doubtful);
    expect(run('--baseline', 'none.jsonl', 'old').stderr).toContain('none.jsonl: no such file or directory');
    const written = run('--write-baseline', 'b.jsonl', 'old');
    expect(written.stderr).toMatch(/b\.jsonl holds \d+ findings now/);
    expect(written).toMatchObject({ status: 0, stdout: '' });
    const accepted = run('--baseline', 'b.jsonl', 'old');
    expect(accepted.status).toBe(0);
    expect(accepted.stdout).toContain('in the baseline');
    write('old/a.txt', `${doubtful}\nThe second crane was paid for twice, an official said.\n`);
    const { stdout } = run('--details', '--reading', 'everything', '--baseline', 'b.jsonl', 'old');
    expect(stdout).toContain('“an official”');
    expect(stdout).not.toContain('“a source”');
  });

  it('that is damaged is told with its line, and the rest of it holds', () => {
    write('old2/a.txt', doubtful);
    run('--write-baseline', 'c.jsonl', 'old2');
    write('c.jsonl', `{ "rule": 3 }\n${readFileSync(join(folder, 'c.jsonl'), 'utf8')}`);
    const { status, stdout, stderr } = run('--baseline', 'c.jsonl', 'old2');
    expect(stderr).toContain('c.jsonl:1: not read');
    expect(stdout).toContain('in the baseline');
    expect(status).toBe(3);
  });
});

describe('--since', () => {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', join(folder, 'repository'), ...args], { encoding: 'utf8', stdio: 'pipe' });

  beforeAll(() => {
    write('repository/same.txt', doubtful);
    write('repository/edited.txt', calm);
    write('repository/.gitignore', 'ignored.txt\n');
    git('init', '-q');
    git('add', '.');
    git('-c', 'user.name=Mara', '-c', 'user.email=mara@example.org', 'commit', '-q', '-m', 'All');
    write('repository/edited.txt', figures);
    write('repository/new/ñ “one”.txt', `${figures} `);
    write('repository/ignored.txt', figures);
  });

  it('tells of what was edited or is new, compared with everything', () => {
    const { stdout, status } = run('-f', 'json', '--since', 'HEAD', 'repository');
    expect(pathsOf(stdout)).toEqual(['repository/edited.txt', 'repository/new/ñ “one”.txt']);
    expect(rulesOf(stdout)).toContain('repeated-claim');
    expect(JSON.parse(stdout).crossReferences.length).toBeGreaterThan(0);
    expect(status).toBe(1);
  });

  it('says so where nothing was', () => {
    const { stdout, status } = run('--since', 'HEAD', 'repository/same.txt');
    expect(stdout).toContain('No article has changed.');
    expect(status).toBe(0);
  });

  it('takes no option for a revision, and says what git says', () => {
    for (const revision of ['--output=evil', 'nowhere', '-h']) {
      const { status, stderr } = run(`--since=${revision}`, 'repository');
      expect(status).toBe(2);
      expect(stderr).toMatch(/^second-source: --since asks git, which says: fatal: .*\n$/);
    }
    expect(existsSync(join(folder, 'repository', 'evil'))).toBe(false);
    expect(run('--since', 'HEAD', 'news').stderr).toContain('not a git repository');
  });

  it('starts no program that a repository names', () => {
    const evil = join(folder, 'repository', 'evil');
    git('config', 'core.fsmonitor', `touch ${evil}`);
    git('config', 'diff.external', `touch ${evil}`);
    git('config', 'core.pager', `touch ${evil}`);
    expect(pathsOf(run('-f', 'json', '--since', 'HEAD', 'repository').stdout)).toHaveLength(2);
    expect(existsSync(evil)).toBe(false);
  });
});

describe('--watch', () => {
  const escaped = (words: string): string => words.trimEnd().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

  /** Runs it until `work` is done; `until` resolves when it has said something, and forgets what it said before. */
  async function watched(
    args: readonly string[],
    work: (until: (words: RegExp) => Promise<void>) => Promise<void>,
  ): Promise<void> {
    const child = spawn(process.execPath, [script, 'check', '-q', '--watch', ...args], {
      cwd: folder,
      env: environmentIn(folder),
    });
    let said = '';
    let heard: () => void = () => undefined;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        said += data;
        heard();
      });
    const ended = new Promise((resolve) => child.on('close', resolve));
    try {
      await work(async (words) => {
        while (!words.test(said))
          await new Promise<void>((resolve) => {
            heard = resolve;
          });
        said = '';
      });
    } finally {
      child.kill();
    }
    await ended;
  }

  it('checks again when a file is changed, added or taken away', async () => {
    write('watched/a.txt', calm);
    await watched(['-f', 'json', 'watched'], async (until) => {
      await until(/Checks again/);
      write('watched/b.txt', doubtful);
      await until(/watched\/b\.txt.*anonymous-source[^\n]*\n/);
      write('watched/b.txt', figures);
      await until(/watched\/b\.txt.*casualty-figure[^\n]*\n/);
      rmSync(join(folder, 'watched/b.txt'));
      await until(/^\{"version":1,"files":\[\{"path":"watched\/a\.txt"(?:(?!b\.txt).)*\n/);
    });
  });

  it('goes on after a run that failed, and for what a pattern named', async () => {
    write('pattern/a.txt', calm);
    await watched(['-f', 'json', 'pattern/*.txt'], async (until) => {
      await until(/Checks again/);
      rmSync(join(folder, 'pattern/a.txt'));
      await until(/no file fits this pattern/);
      write('pattern/a.txt', doubtful);
      await until(/pattern\/a\.txt.*anonymous-source[^\n]*\n/);
    });
  });

  it('prints of files that come, go and are renamed what a fresh check prints, also where a pattern names them', async () => {
    write('desk/a.txt', calm);
    const args = ['-f', 'json', 'desk/**/*.txt'];
    await watched(args, async (until) => {
      const untilFresh = () => until(new RegExp(`^${escaped(run(...args).stdout)}$`, 'm'));
      await until(/Checks again/);
      write('desk/deep/b.txt', doubtful);
      await untilFresh();
      renameSync(join(folder, 'desk/deep'), join(folder, 'desk/deeper'));
      await untilFresh();
      write('desk/c.txt', figures);
      rmSync(join(folder, 'desk/a.txt'));
      await untilFresh();
    });
  });

  it('hears of reviews in a folder above that had none', async () => {
    write('team/news/a.txt', doubtful);
    const inTeam = { cwd: join(folder, 'team') };
    runCommand(folder, ['check', '-q', '--write-baseline', 'accepted.jsonl', 'news'], inTeam);
    const accepted = readFileSync(join(folder, 'team/accepted.jsonl'), 'utf8');
    await watched(['-f', 'json', 'team/news'], async (until) => {
      await until(/Checks again/);
      write('team/.secondsource/baseline.jsonl', accepted);
      await until(/"standing":"accepted"/);
    });
  });

  it('takes in another baseline', async () => {
    write('said/a.txt', doubtful);
    const args = ['-f', 'json', '--baseline', 'accepted.jsonl', 'said'];
    run('--write-baseline', 'accepted.jsonl', 'said');
    const accepted = readFileSync(join(folder, 'accepted.jsonl'), 'utf8');
    write('accepted.jsonl', '');
    await watched(args, async (until) => {
      await until(/Checks again/);
      write('accepted.jsonl', accepted);
      await until(/"standing":"accepted"/);
    });
  });
});
