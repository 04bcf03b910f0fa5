// A real Neovim with the configuration that its page gives: node scripts/run.mjs test/editors/neovim.ts
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Unavailable } from '../vscode/lockedInstall.js';
import { runMocha } from '../vscode/mocha.js';
import { conclude } from '../vscode/outcome.js';
import { Newsroom } from './commandLine.js';
import { Expected, type Marks } from './marks.js';

/** Neovim without a screen, driven by Lua. */
class Neovim {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly answers = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  private asked = 0;
  private errors = '';
  private wake = (): void => undefined;
  private ended = false;

  constructor({ folder, env }: Newsroom, configuration: string) {
    const driver = resolve('test/editors/driver.lua');
    const start = ['filetype on', `luafile ${driver}`, `luafile ${configuration}`].flatMap((line) => ['-c', line]);
    this.process = spawn('nvim', ['--headless', '--clean', ...start], { cwd: folder, env });
    this.process.stderr.on('data', (chunk: Buffer) => {
      this.errors += chunk.toString();
    });
    this.process.once('exit', () => {
      this.ended = true;
      for (const { reject } of this.answers.values()) reject(new Error(`Neovim ended: ${this.errors}`));
      this.wake();
    });
    createInterface(this.process.stdout).on('line', (line) => this.hear(line));
  }

  /** Runs Lua and returns what it returns. */
  lua<T>(lua: string): Promise<T> {
    const id = ++this.asked;
    return new Promise<T>((resolve, reject) => {
      this.answers.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.process.stdin.write(`${JSON.stringify({ id, lua })}\n`);
    });
  }

  /** The marks of all open articles, as the editor has them. */
  marks(): Promise<Marks> {
    return this.lua(`
      local marks = {}
      for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
        local name = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':t')
        if name ~= '' then
          marks[name] = {}
          for _, mark in ipairs(vim.diagnostic.get(buffer)) do
            table.insert(marks[name], {
              line = mark.lnum, column = mark.col, severity = mark.severity, message = mark.message,
              rule = mark.user_data.lsp.code,
            })
          end
        end
      end
      return marks`);
  }

  /** Waits until the marks are as wanted: looks whenever Neovim says that some have changed. */
  async untilMarked(wanted: (marks: Marks) => boolean): Promise<void> {
    for (;;) {
      const changed = new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      if (wanted(await this.marks())) return;
      await changed;
      if (this.ended) throw new Error(`Neovim ended: ${this.errors}`);
    }
  }

  async end(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.stdin.end();
    await gone;
  }

  private hear(line: string): void {
    const heard = JSON.parse(line) as { id?: number; result?: unknown; failed?: string };
    if (heard.id === undefined) {
      this.wake();
      return;
    }
    const answer = this.answers.get(heard.id);
    this.answers.delete(heard.id);
    if (heard.failed === undefined) answer?.resolve(heard.result);
    else answer?.reject(new Error(heard.failed));
  }
}

/** The lines of the page for this version of Neovim, as people copy them; all that is found is to be marked. */
function configuration(): string {
  const page = readFileSync('docs/editors/neovim.md', 'utf8');
  const block = [...page.matchAll(/```lua\n(.*?)```/gs)]
    .map(([, lua]) => lua ?? '')
    .find((lua) => lua.includes('start_client'));
  const standard = "reading = 'standard'";
  if (!block?.includes(standard)) throw new Error('docs/editors/neovim.md has no lines for this Neovim');
  return block.replace(standard, "reading = 'everything'");
}

const article = 'northwire-sarvino-market.txt';

void conclude('neovim', async () => {
  if (spawnSync('nvim', ['--version']).status !== 0)
    throw new Unavailable('Neovim is not installed (in Debian: apt-get install neovim).');
  const newsroom = new Newsroom();
  const report = newsroom.report();
  const expected = new Expected(report, newsroom.folder);
  const neovim = new Neovim(newsroom, newsroom.write('second-source.lua', configuration()));
  /** At the first words of a kind of mark in the article, 0-based. */
  const markOf = async (rule: string) => {
    const mark = (await neovim.marks())[article]?.find((one) => one.rule === rule);
    assert(mark, `no mark of ${rule} in ${article}`);
    return mark;
  };
  const request = <T>(method: string, line: number, column: number, more = '') =>
    neovim.lua<T>(`
      vim.cmd('buffer ${article}')
      vim.api.nvim_win_set_cursor(0, { ${line + 1}, ${column} })
      local params = vim.lsp.util.make_position_params()
      ${more}
      local answers = assert(vim.lsp.buf_request_sync(0, '${method}', params, 60000))
      for _, answer in pairs(answers) do return answer.result end`);
  try {
    return await runMocha(
      async () => {
        describe('Neovim, set up as its page says', () => {
          it('marks in every sample what the command line reports', async () => {
            for (const file of expected.files) await neovim.lua(`vim.cmd('edit ${file}')`);
            await neovim.untilMarked((marks) => expected.differences(marks).length === 0);
          });

          it('is given the report of the command line by the server, to the byte', async () => {
            const { text } = await neovim.lua<{ text: string }>(`
              local client = vim.lsp.get_active_clients()[1]
              return client.request_sync('secondSource/export', { format = 'json', folder = vim.NIL }, 60000).result`);
            assert.equal(text, report);
          });

          it('says on hover why something is marked, and who else says it', async () => {
            const { line, column, message } = await markOf('repeated-claim');
            const hover = await request<{ contents: { value: string } }>('textDocument/hover', line, column);
            assert.match(hover.contents.value, /repeated-claim/);
            assert.match(hover.contents.value, /file:\/\/.*samples\//);
            assert(message.length > 0);
          });

          it('lists the same claim in other articles', async () => {
            const { line, column } = await markOf('repeated-claim');
            const others = await request<{ uri: string }[]>(
              'textDocument/references',
              line,
              column,
              'params.context = { includeDeclaration = false }',
            );
            assert(others.length > 0);
            assert(others.every(({ uri }) => !uri.endsWith(article)));
          });

          it('carries out a quick fix that a person chooses, and keeps it beside the articles', async () => {
            const { line, column } = await markOf('anonymous-source');
            const isThere = (marks: Marks) =>
              marks[article]?.some(
                (mark) => mark.rule === 'anonymous-source' && mark.line === line && mark.column === column,
              );
            await neovim.lua(`
              vim.ui.select = function(actions, options, choose)
                for _, action in ipairs(actions) do
                  if options.format_item(action):match('^Dismiss this finding.*anonymous.*Known background') or
                    options.format_item(action):match('^Dismiss this finding %(Known background') then
                    return choose(action)
                  end
                end
                error('no such action')
              end
              vim.cmd('buffer ${article}')
              vim.api.nvim_win_set_cursor(0, { ${line + 1}, ${column} })
              vim.lsp.buf.code_action()`);
            await neovim.untilMarked((marks) => !isThere(marks));
            const [review, ...others] = readdirSync(join(newsroom.folder, '.secondsource', 'reviews'));
            assert(review !== undefined && others.length === 0);
            const kept = JSON.parse(readFileSync(join(newsroom.folder, '.secondsource', 'reviews', review), 'utf8'));
            assert.equal(kept.rule, 'anonymous-source');
            assert.equal(kept.text, 'Known background');
            assert.equal(kept.target.source, article);
          });

          it('takes it back when asked to', async () => {
            await neovim.lua(`vim.lsp.buf.execute_command({ command = 'secondSource.undoReview' })`);
            await neovim.untilMarked((marks) => expected.differences(marks).length === 0);
            assert.deepEqual(readdirSync(join(newsroom.folder, '.secondsource', 'reviews')), []);
            assert(existsSync(join(newsroom.folder, article)));
          });
        });
      },
      {
        print: console.log,
        timeout: 240_000,
        stopAtFailure: true,
        failed: async () => console.error(expected.differences(await neovim.marks()).join('\n')),
      },
    );
  } finally {
    await neovim.end();
    newsroom.remove();
  }
});
