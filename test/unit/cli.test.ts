import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './commandLine.js';

/** The command line as it is built: `npm run test:unit` builds first. */
const folder = mkdtempSync(join(tmpdir(), 'second-source-cli-'));
const rest = ` The ferry will run every hour from the northern pier to the island and back, and the market opens on Friday with music in the square. The harvest festival begins in the evening, and the school choir of the lower town will sing.`;

const marked = `The mayor opened the pier on Monday.${rest}\n\nThe contract for the new harbour cranes was never signed, a source said.`;

const run = (...args: string[]) => runCommand(folder, args);

beforeAll(() => {
  if (!existsSync('dist/cli.js')) throw new Error('There is no dist/cli.js yet: run `npm run build` first.');
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'calm'));
  write('calm/ferry.txt', `The mayor opened the pier on Monday.${rest}`);
  write('marked.txt', marked);
  write('requirements.txt', 'numpy==1.0\n');
  write('=1+1.txt', marked);
  write('hostile.md', `The mayor opened the pier.${rest}\n\n“\u001b[31mIt is over,\u001b[0m” a source said.`);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('second-source check', () => {
  it('exits with 0 where nothing warns, 1 where something does', () => {
    expect(run('check', join(folder, 'calm')).status).toBe(0);
    expect(run('check', join(folder, 'marked.txt')).status).toBe(1);
  });

  it.each([
    ['a path that is not there', ['check', 'nowhere'], /^second-source: nowhere: no such file or folder\n$/],
    [
      'a folder without articles',
      ['check', 'empty'],
      /^second-source: no articles in empty: .*second-source import”\.\n$/,
    ],
    ['no path', ['check'], /missing required argument 'path'\n\(second-source check --help says/],
    ['a format that there is not', ['check', '-f', 'poem', 'calm'], /Allowed choices are text, json/],
    ['an option that there is not', ['check', '--frob', 'calm'], /'--frob'\n\(second-source check --help says/],
    ['a command that there is not', ['chek', 'calm'], /'chek'.*\(second-source --help says/s],
    [
      'no archive to load',
      ['archive', 'add', 'calm'],
      /'--archive <url>' not specified\n\(second-source archive add --help says/,
    ],
    ['no claim to look for', ['find', ' ', 'calm'], /say what to look for/],
    [
      'a folder that cannot be made',
      ['import', 'saved/page.html', '--to', 'marked.txt/in'],
      /^second-source: marked\.txt\/in: not a directory\n$/,
    ],
  ])('says what to do where it is given %s, and exits with 2', (_, args, words) => {
    for (const name of ['empty', 'saved']) mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'saved/page.html'), '');
    const { status, stdout, stderr } = runCommand(folder, args, { cwd: folder });
    expect(stderr).toMatch(words);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('says of files none of which is an article why, and not that there is nothing to question', () => {
    const { stdout } = run('check', join(folder, 'requirements.txt'));
    expect(stdout).toMatch(/^0 articles; 1 file skipped\n/);
    expect(stdout).toContain('project file');
  });

  it('prints a report whose offsets cut the marked words out of the file', () => {
    const { stdout, stderr } = run('check', '--quick', '--format', 'json', folder);
    const report = JSON.parse(stdout);
    expect(stderr).toBe('');
    const file = report.files.find(({ path }: { path: string }) => path.endsWith('marked.txt'));
    const [finding] = file.findings.filter(({ rule }: { rule: string }) => rule === 'anonymous-source');
    expect(marked.slice(finding.start, finding.end)).toBe('a source');
    const skipped = report.files.find(({ path }: { path: string }) => path.endsWith('requirements.txt'));
    expect(skipped.skipped).toMatch(/project file/);
  });

  it('prints a table with a row for each finding, in which no formula of an article is one', () => {
    const { stdout } = spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', '-f', 'csv', '=1+1.txt'], {
      encoding: 'utf8',
      cwd: folder,
    });
    const [head, row, ...more] = stdout.split('\r\n');
    expect(head).toMatch(/^"path","line","column","rule","severity","words"/);
    expect(row).toMatch(/^"'=1\+1\.txt",3,59,"anonymous-source","[a-z]+","a source"/);
    expect(more).toEqual(['']);
  });

  it('lets no control character of an article reach the terminal', () => {
    for (const options of [[], ['--details']]) {
      const { stdout } = run('check', ...options, join(folder, 'hostile.md'));
      expect(stdout).toContain('a source');
      expect(stdout).not.toContain('\u001b');
    }
  });
});

describe('what cannot be read', () => {
  const place = mkdtempSync(join(tmpdir(), 'second-source-unread-'));
  afterAll(() => rmSync(place, { recursive: true }));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), text);
  };
  const article = `The mayor opened the pier on Monday.${rest}`;
  const report = (stdout: string): { path: string; skipped: string | null }[] => JSON.parse(stdout).files;

  it('is skipped and said, and the rest is read', () => {
    write('large/ferry.txt', article);
    write('large/long.txt', article.repeat(6000));
    const { status, stdout, stderr } = run('check', '--quick', '--format', 'json', join(place, 'large'));
    expect(status).toBe(3);
    expect(stderr).toContain('long.txt: The file has');
    expect(report(stdout).map(({ skipped }) => skipped?.includes('are not read') ?? null)).toEqual([null, true]);
  });

  it('is what the settings of the folder leave out, as in the editor', () => {
    write(
      'set/.vscode/settings.json',
      '{ "secondSource.exclude": ["**/old/**"], "secondSource.rules.anonymous-source": "off", }',
    );
    write('set/old/ferry.txt', article);
    write('set/.hidden/ferry.txt', article);
    write('set/ferry.txt', `${article}\n\nThe contract for the cranes was never signed, a source said.`);
    const { status, stdout } = run('check', '--quick', '--format', 'json', join(place, 'set'));
    expect(status).toBe(0);
    expect(report(stdout).map(({ path }) => path)).toEqual([`${place}/set/ferry.txt`.replaceAll('\\', '/')]);
    write('set/.vscode/settings.json', '{ "secondSource.limits.files": "many" }');
    const wrong = run('check', '--quick', '--format', 'json', join(place, 'set'));
    expect(wrong.stderr).toContain('secondSource.limits.files must be a number from 1');
    expect(wrong.status).toBe(3);
    write(
      'set/.vscode/settings.json',
      '{\n  "secondSource.rules.anonymous-source": "off",\n  "secondSource.exclude": [',
    );
    const torn = run('check', '--quick', '--format', 'json', join(place, 'set'));
    expect(torn.stderr).toMatch(/settings\.json:3: the settings are read only in part: it is no JSON/);
    expect(torn.status).toBe(3);
    expect(report(torn.stdout).map(({ path }) => path)).toContain(`${place}/set/old/ferry.txt`.replaceAll('\\', '/'));
  });

  it('is what the project file of the folder says, whatever else is wrong in it', () => {
    write('project/one.txt', `${article}\n\nThe contract for the cranes was never signed, a source said.`);
    write('project/two.txt', article);
    write(
      'project/.secondsource.json',
      '{\n  // shared\n  "rules": { "anonymous-source": "off" },\n  "articles": { "two.txt": { "outlet": "Bay\\u001b[31m Courier", "date": "31 April" } }\n}',
    );
    const { status, stdout, stderr } = run('check', '--quick', '--format', 'json', join(place, 'project'));
    expect(stderr).toMatch(
      /\.secondsource\.json:4: not read, and left as it is: “articles\.two\.txt\.date” must be a day/,
    );
    expect(status).toBe(3);
    expect(stdout).toContain('Courier');
    expect(stdout).not.toContain('anonymous-source');
    const { stdout: text } = run('check', '--quick', '--details', '--reading', 'everything', join(place, 'project'));
    expect(text).toContain('Courier');
    expect(text).not.toContain('\u001b');
  });

  it('is read once, by whatever spelling or link it is named', () => {
    write('twice/ferry.txt', article);
    symlinkSync(join(place, 'twice'), join(place, 'link'), 'junction');
    const { stdout } = run(
      'check',
      '--quick',
      '--format',
      'json',
      join(place, 'twice'),
      `${place}/./twice/ferry.txt`,
      join(place, 'link'),
    );
    expect(report(stdout)).toHaveLength(1);
  });

  it.runIf(process.platform !== 'win32')('is read once where a folder holds links to it', () => {
    write('linked/sub/ferry.txt', article);
    symlinkSync(join(place, 'linked/sub/ferry.txt'), join(place, 'linked/link.txt'));
    linkSync(join(place, 'linked/sub/ferry.txt'), join(place, 'linked/sub/hard.txt'));
    symlinkSync(join(place, 'linked'), join(place, 'linked/sub/loop'));
    const { status, stdout } = run('check', '--format', 'json', join(place, 'linked'));
    expect(report(stdout).map(({ path }) => path)).toEqual([`${place}/linked/sub/ferry.txt`]);
    expect(status).toBe(0);
  });

  it('may be in Windows-1252, which is said', () => {
    mkdirSync(join(place, 'latin'));
    const latin = Buffer.from(`${article}\n\nThe caf\u00e9 was never paid for, a source said.`, 'latin1');
    writeFileSync(join(place, 'latin', 'ferry.txt'), latin);
    const { status, stdout, stderr } = run('check', '--format', 'json', join(place, 'latin'));
    expect(stderr).toMatch(/ferry\.txt is not in UTF-8 and was read as Windows-1252\.\n$/);
    expect(status).not.toBe(3);
    expect(report(stdout)).toMatchObject([{ skipped: null }]);
  });

  it.runIf(process.platform === 'linux')('may have any name, and leads to no other file', () => {
    write('names/secret.txt', article);
    write('names/in/..\\secret.txt', article);
    write('names/in/back\\slash.txt', article);
    write('names/in/\u001b[31m\u202e.txt', article);
    writeFileSync(
      Buffer.concat([Buffer.from(`${place}/names/in/caf`), Buffer.from([0xe9]), Buffer.from('.txt')]),
      article,
    );
    mkdirSync(Buffer.concat([Buffer.from(`${place}/names/in/d`), Buffer.from([0xe9])]));
    execFileSync('mkfifo', [join(place, 'names/in/pipe.txt')]);
    const inside = join(place, 'names/in');
    const { status, stdout, stderr } = run(
      'check',
      '--quick',
      '--format',
      'json',
      inside,
      `${inside}/..\\secret.txt`,
      `${inside}/pipe.txt`,
    );
    expect(status).toBe(3);
    const read = report(stdout).filter(({ skipped }) => skipped === null);
    expect(read.map(({ path }) => path)).toEqual(
      ['\u001b[31m\u202e.txt', '..\\secret.txt', 'back\\slash.txt'].map((name) => `${inside}/${name}`),
    );
    for (const words of ['its name is not UTF-8', 'it is not a file', 'could not be read: no such file'])
      expect(stderr).toContain(words);
    const printed = run('check', '--quick', inside).stdout;
    for (const sign of ['\u001b', '\u202e']) expect(printed).not.toContain(sign);
  });

  it.runIf(process.platform !== 'win32')('may be locked, one file or a whole folder, or larger than memory', () => {
    write('locked/ferry.txt', article);
    write('locked/secret.txt', article);
    write('locked/closed/ferry.txt', article);
    write('locked/huge.txt', '');
    truncateSync(join(place, 'locked/huge.txt'), 2 ** 33);
    for (const [name, mode] of [
      ['', 0o755],
      ['locked/secret.txt', 0],
      ['locked/closed', 0],
    ] as const)
      chmodSync(join(place, name), mode);
    // nothing is locked for root
    const person = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve('dist/cli.js'), 'check', '--quick', '--format', 'json', join(place, 'locked')],
      { encoding: 'utf8', ...person },
    );
    chmodSync(join(place, 'locked/closed'), 0o755);
    expect(status).toBe(3);
    for (const words of [
      /secret\.txt: .*permission denied/,
      /closed\/ could not be read: permission denied/,
      /huge\.txt: The file has \d+ KB/,
    ])
      expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/ at .*:\d+:\d+/);
    const read = report(stdout).filter(({ skipped }) => skipped === null);
    expect(read.map(({ path }) => path)).toEqual([`${place}/locked/ferry.txt`]);
  });

  it('is no fault where nobody listens to the end, as with `| head`', async () => {
    const args = ['dist/cli.js', 'check', '--quick', '--format', 'json', 'samples'];
    const child = spawn(process.execPath, args);
    child.stdout.destroy();
    const words: string[] = [];
    child.stderr.on('data', (data) => words.push(String(data)));
    const status = await new Promise((ended) => child.on('close', ended));
    expect(words.join('')).toBe('');
    expect(status).toBe(1);
  });

  it.runIf(process.platform === 'linux')('nor written, is said in one line', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', 'check', '--quick', 'samples'], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^second-source: the output could not be written: .*\n$/);
  });
});

describe('second-source find', () => {
  it('prints where a claim is asserted', () => {
    const { status, stdout } = run('find', 'the contract for the harbour cranes was not signed', folder);
    expect(status).toBe(0);
    expect(stdout).toContain('marked.txt:3:1');
    expect(stdout).toContain('The contract for the new harbour cranes was never signed');
  });

  it('says that nothing was found', () => {
    expect(run('find', 'volcano erupts in the southern desert', folder).stdout).toContain('Nothing found');
  });

  it('refuses a count that is none', () => {
    const { status, stderr } = run('find', 'the contract', folder, '--most', 'many');
    expect(status).toBe(2);
    expect(stderr).toContain('Give a whole number from 1.');
  });
});

describe('reviews of a folder', () => {
  const place = join(folder, 'reviewed');
  const about = (words: string) => ({
    rule: 'anonymous-source',
    target: {
      source: 'news/marked.txt',
      article: { digest: 'unknown' },
      selector: {
        type: 'TextQuoteSelector',
        exact: words,
        prefix: 'The contract for the new harbour cranes was never signed, ',
        suffix: ' said.',
      },
    },
  });
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(place, name)), { recursive: true });
    writeFileSync(join(place, name), text);
  };
  const dismissal = (text: string, words = 'a source'): string =>
    JSON.stringify({
      version: 1,
      kind: 'dismissed',
      text,
      creator: 'Mara Voss',
      created: '2031-04-02T10:20:30Z',
      ...about(words),
    });
  beforeAll(() => write('news/marked.txt', marked));
  afterEach(() => rmSync(join(place, '.secondsource'), { recursive: true, force: true }));

  it('leave what was dismissed out of the text, the table and the exit status, and count it', () => {
    expect(run('check', '--quick', place).status).toBe(1);
    write('.secondsource/reviews/1.json', dismissal('Named in the last paragraph'));
    for (const path of [place, join(place, 'news'), join(place, 'news', 'marked.txt')]) {
      const { status, stdout } = run('check', '--quick', '--details', path);
      expect(stdout).not.toContain('anonymous-source');
      expect(stdout).toContain('1 dismissed');
      expect(status, path).toBe(0);
    }
    expect(run('check', '--quick', '--format', 'csv', place).stdout).not.toContain('anonymous-source');
  });

  it('of incidents of casualty figures count in what is printed, and say who made them', () => {
    const article = (lead: string): string => `${lead}\n\n${rest}\n`;
    const at = (source: string, exact: string, prefix: string, suffix: string) => ({
      source,
      article: { digest: 'unknown' },
      selector: { type: 'TextQuoteSelector', exact, prefix, suffix },
    });
    const split = {
      version: 1,
      kind: 'moved',
      creator: 'Mara Voss',
      created: '2031-04-02T10:20:30Z',
      target: at('tolls/a.txt', '12', 'A blast at a market in Varn killed ', ' people on Monday, police said.'),
    };
    write('tolls/a.txt', article('A blast at a market in Varn killed 12 people on Monday, police said.'));
    write('tolls/b.txt', article('A blast at the depot of Oldport killed 25 people on Monday, police said.'));
    const tolls = join(place, 'tolls');
    expect(run('check', '--quick', tolls).stdout).toContain('2 in 1 incident, 1 of them with figures that differ');
    write('.secondsource/reviews/1.json', JSON.stringify(split));
    expect(run('check', '--quick', tolls).stdout).toContain('2 in 2 incidents');
    for (const format of ['markdown', 'html'])
      expect(run('check', '--quick', '--format', format, tolls).stdout).toMatch(/12.* split off by Mara Voss, 2031/);
    rmSync(tolls, { recursive: true });
  });

  it('are counted in the text with what tells all of them', () => {
    write('.secondsource/reviews/1.json', dismissal('Named in the last paragraph'));
    const { stdout } = run('check', '--quick', place);
    expect(stdout).toMatch(/1 dismissed/);
    expect(stdout).toContain('by whom and why: -f json');
  });

  it('stand in the report with who said it and why', () => {
    write('.secondsource/reviews/1.json', dismissal('Named in the last paragraph'));
    const report = JSON.parse(run('check', '--quick', '--format', 'json', place).stdout);
    expect(report.files[0].findings[0]).toMatchObject({
      rule: 'anonymous-source',
      review: {
        standing: 'dismissed',
        said: [{ kind: 'dismissed', creator: 'Mara Voss', text: 'Named in the last paragraph' }],
      },
    });
  });

  it('leave out what a baseline accepts, and nothing that its words do not fit', () => {
    write('.secondsource/baseline.jsonl', `${JSON.stringify(about('a source'))}\n`);
    expect(run('check', '--quick', place)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('1 in the baseline'),
    });
    write('.secondsource/baseline.jsonl', `${JSON.stringify(about('an official'))}\n`);
    expect(run('check', '--quick', place).status).toBe(1);
  });

  it('that are damaged are told with file and line, and the others hold', () => {
    write('.secondsource/reviews/1.json', dismissal('Named in the last paragraph'));
    write('.secondsource/reviews/2.json', '{\n  "version": 1,\n  "kind": \u001b[31m\n}\n');
    const { status, stdout, stderr } = run('check', '--quick', place);
    expect(stdout).toContain('1 dismissed');
    expect(stderr).toMatch(/2\.json:3: not read, and left as it is: it is no JSON/);
    expect(stderr).not.toContain('\u001b');
    expect(status).toBe(3);
  });

  it.runIf(process.platform !== 'win32')('are not read through a link out of the folder', () => {
    write('elsewhere/reviews/1.json', dismissal('Named in the last paragraph'));
    symlinkSync(join(place, 'elsewhere'), join(place, '.secondsource'));
    expect(run('check', '--quick', join(place, 'news')).status).toBe(1);
    rmSync(join(place, '.secondsource'));
  });
});
