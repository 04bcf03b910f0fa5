/// <reference lib="dom" />
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { openBrowser } from './browser.js';
import { results } from './outcome.js';
import { pack, packagedExtension, unpack } from './package.js';
import type { Profile } from './profile.js';
import { makeProfile } from './profile.js';
import type { Server } from './server.js';
import { installExtension, startServer, vscodeBuild } from './server.js';
import { loadWebExtension } from './webExtension.js';

declare global {
  interface Window {
    /** Put into a panel by `panelFaults`. */
    axe: typeof axe;
  }
}

/** Where the cursor may be put, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The workbench of a server with the profile's articles open. */
export function addressOf(server: Server, profile: Profile, payload: [string, string][] = []): string {
  const url = new URL(server.url);
  url.searchParams.set('folder', profile.workspace);
  url.searchParams.set('payload', JSON.stringify([['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...payload]));
  return url.href;
}

/** A folder that lies on no disk, and the extension, unpacked, that knows what is in it. */
export interface Elsewhere {
  readonly uri: string;
  readonly extension: string;
}

/** The same with a second folder beside that of the articles. */
function addressOfBoth(server: Server, profile: Profile, { uri }: Elsewhere): string {
  const url = new URL(addressOf(server, profile));
  const workspace = join(profile.folder, 'newsroom.code-workspace');
  writeFileSync(workspace, JSON.stringify({ folders: [{ path: profile.workspace }, { uri }] }));
  url.searchParams.delete('folder');
  url.searchParams.set('workspace', workspace);
  return url.href;
}

/**
 * Colour themes by their name in the list, with the class of their own that the workbench has once their colours are
 * there. The class of their kind (`vs`) says nothing: the theme before may be of that kind, too.
 */
export const themes = {
  'Light 2026': 'vscode-theme-defaults-themes-2026-light-json',
  'Dark 2026': 'vscode-theme-defaults-themes-2026-dark-json',
  'Dark High Contrast': 'vscode-theme-defaults-themes-hc_black-json',
  'Light High Contrast': 'vscode-theme-defaults-themes-hc_light-json',
} as const;
export type Theme = keyof typeof themes;

/** VS Code with Second Source installed from its package, as a person sees and handles it. */
export class Workbench {
  private constructor(
    readonly profile: Profile,
    readonly page: Page,
    private readonly browser: Browser,
    private readonly server: Server,
    private readonly address: string,
  ) {}

  /**
   * Opens a copy of the folder `articles`, with the extension installed on the server’s machine or, as vscode.dev has it,
   * running in the browser alone; with a folder from elsewhere beside it, if one is given. Throws Unavailable where this
   * machine cannot.
   */
  static async open(
    articles: string,
    viewport = { width: 1600, height: 900 },
    where: 'machine' | 'browser' = 'machine',
    elsewhere?: Elsewhere,
  ): Promise<Workbench> {
    const vsix = packagedExtension();
    const build = vscodeBuild();
    const browser = await openBrowser();
    const profile = makeProfile(articles);
    if (where === 'machine') installExtension(build, profile, vsix);
    if (elsewhere) installExtension(build, profile, pack(elsewhere.extension, profile.folder));
    const server = await startServer(build, profile);
    const context = await browser.newContext({ viewport });
    context.setDefaultTimeout(60_000);
    const page = await context.newPage();
    if (where === 'browser') await loadWebExtension(page, server, unpack(vsix, profile.folder));
    const address = elsewhere ? addressOfBoth(server, profile, elsewhere) : addressOf(server, profile);
    return new Workbench(profile, page, browser, server, address).opens();
  }

  /** A second window whose person chose another display language. VS Code's own words stay English: its packs are no part of it. */
  async inLanguage(code: string): Promise<Workbench> {
    const page = await this.page.context().newPage();
    await page.addInitScript((chosen) => {
      const language = { get: () => chosen, set: () => undefined };
      Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', language);
    }, code);
    return new Workbench(this.profile, page, this.browser, this.server, this.address).opens();
  }

  private async opens(): Promise<Workbench> {
    await this.page.goto(this.address);
    await this.ready();
    return this;
  }

  /** Loads the window anew, once VS Code has put away a layout in which `kept` occurs; it does so every few seconds. */
  async reload(kept: string): Promise<void> {
    await this.page.evaluate(untilPutAway, kept);
    await this.page.reload();
    await this.ready();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    this.profile.remove();
  }

  /** Opens an article for good. */
  async openArticle(name: string): Promise<void> {
    await this.explorerRow(name).dblclick();
    await this.opened(name);
  }

  /** Opens a file that the explorer may not show yet, as a person who knows its name. */
  async openByName(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.empty();
    await this.type(name);
    await this.choose(name);
    await this.opened(name);
  }

  /** Runs a command as a person finds it: by its title in the palette. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.empty('>');
    await this.type(`>${title}`);
    await this.choose(title);
  }

  /** Types into the open list. */
  async type(text: string): Promise<void> {
    await this.page.locator('.quick-input-widget input.input').fill(text);
  }

  /** Takes the entry of the open list that shows this text. */
  async choose(label: string): Promise<void> {
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first().click();
  }

  /** The editor that shows a file. */
  editor(name: string): Locator {
    return this.page.locator(`.monaco-editor[data-uri$="/${name}"]`).first();
  }

  /** The first mark in an editor. */
  mark(name: string): Locator {
    return this.editor(name).locator('.squiggly-warning, .squiggly-info').first();
  }

  /** The line above the headline. It comes after the marks and moves the text down, so wait for it before pointing. */
  lens(name: string): Locator {
    return this.editor(name).locator('.codelens-decoration').first();
  }

  /** Rests the mouse on some words of an editor and returns what comes up. */
  async hover(name: string, words: string): Promise<Locator> {
    const { x, y } = await this.placeOf(name, words);
    await this.page.mouse.move(x, y);
    await this.page.mouse.move(x + 2, y); // the first move only enters the word
    return this.page.locator('.monaco-hover:not(.hidden) .hover-contents');
  }

  /** Puts the cursor into some words of an editor. */
  async clickOn(name: string, words: string): Promise<void> {
    const { x, y } = await this.placeOf(name, words);
    await this.page.mouse.click(x, y);
  }

  /**
   * An entry of the quick fixes at a place, in the list that the light bulb opens. VS Code looks for fixes by itself a
   * quarter of a second after the cursor came to rest, and then drops what Ctrl+. asked for just before: no list comes.
   * The light bulb knows what was found then; it goes out on the empty line at the end, so that it is lit anew. The line
   * needs an empty one beside it, on which the bulb then is. Between two full lines (a title among the lines above an
   * article) VS Code draws it in the margin, and no more there once a file was closed with the bulb lit: it still holds
   * the decoration of the text that is gone.
   */
  async quickFix(name: string, place: Place, title: string | RegExp): Promise<Locator> {
    const bulb = this.editor(name).locator('.lightBulbWidget.codicon');
    await this.goTo({ line: 99_999, column: 1 });
    await this.editor(name).locator('.active-line-number.dimmed-line-number').waitFor();
    await bulb.waitFor({ state: 'detached' });
    await this.goTo(place);
    await this.lineNumberOfCursor(name, place.line).waitFor();
    await bulb.click();
    return this.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  }

  /** Where the last of these words stand in an article on the disk; the cursor is put into their middle: a mark begins at its edge. */
  placeIn(name: string, words: string): Place {
    const text = readFileSync(join(this.profile.workspace, name), 'utf8');
    const before = text.slice(0, text.lastIndexOf(words) + Math.floor(words.length / 2)).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }

  /** Puts the cursor of the editor in front to a place, by keyboard: the hover that comes under a mouse may lie over the place. */
  private async goTo({ line, column }: Place): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.empty();
    await this.type(`:${line}:${column}`);
    await this.page
      .locator('.quick-input-list .monaco-list-row', { hasText: /\bline\b/ })
      .first()
      .click();
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** The content of the one panel that is shown. */
  panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** What axe-core finds in the panel that is shown and that keeps people from using it, in a line each. */
  async panelFaults(): Promise<string[]> {
    const body = await this.panel().locator('body').elementHandle();
    const frame = await body?.ownerFrame();
    if (!frame) throw new Error('No panel is shown.');
    await frame.evaluate(axe.source);
    const violations = await frame.evaluate(async () => (await window.axe.run()).violations);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
  }

  /** The entries of the open Problems view; it draws only those that fit, so filter before looking for one. */
  async problems(filter: string): Promise<Locator> {
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    // before there are rows, or the link that clears a filter, the view may be made anew and forget what was typed
    await this.page.locator('.markers-panel').locator('.monaco-list-row, a').first().waitFor();
    await this.page.getByPlaceholder('Filter (e.g. text').fill(filter);
    return rows;
  }

  /** Opens what the status bar tells about the language of the file in front. */
  async languageStatus(): Promise<Locator> {
    await this.page.locator('#status\\.languageStatus').click();
    return this.page.locator('.hover-language-status');
  }

  /** All articles are read and compared: marks that come later would close the quick fixes. */
  async compared(): Promise<void> {
    const status = await this.languageStatus();
    await status.filter({ hasText: 'articles read' }).filter({ hasNotText: 'comparing claims' }).waitFor();
    await this.page.keyboard.press('Escape');
  }

  /** The number of this line in an editor, shown as that of the line with the cursor. */
  lineNumberOfCursor(name: string, line: number): Locator {
    return this.editor(name).locator('.active-line-number', { hasText: new RegExp(`^${line}$`) });
  }

  /** Changes the colours, and waits until they are there and the list of themes, which lies over the editor, is gone. */
  async useTheme(theme: Theme): Promise<void> {
    await this.command('Preferences: Color Theme');
    await this.page.getByPlaceholder('Select Color Theme').waitFor();
    await this.type(theme);
    await this.choose(theme);
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.page.locator(`.monaco-workbench.${themes[theme]}`).waitFor();
  }

  async screenshot(name: string): Promise<void> {
    const folder = join(results, 'screenshots');
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }

  /**
   * Empties the open list by looking for what is not there. VS Code shows the entries that were found last until it has
   * new ones, and draws these in the same rows: a click meant for an entry of the old list would hit another of the new.
   */
  private async empty(prefix = ''): Promise<void> {
    await this.type(`${prefix}¤¤¤`); // words would be answered with similar ones
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: /^No matching/ }).waitFor();
  }

  /** Text and focus have come: the focus late, and what was opened before it came would be closed by it. */
  private async opened(name: string): Promise<void> {
    await this.editor(name).locator('.view-line').first().waitFor();
    await this.page.locator(`.monaco-editor.focused[data-uri$="/${name}"]`).waitFor();
  }

  private async ready(): Promise<void> {
    await this.explorerRow('').first().waitFor();
  }

  private explorerRow(name: string): Locator {
    return this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
  }

  /** The middle of the words where the editor first shows them, in pixels of the page. They must lie on one row. */
  private async placeOf(name: string, words: string): Promise<{ x: number; y: number }> {
    const row = this.editor(name).locator('.view-line', { hasText: words }).first();
    await row.waitFor();
    return row.evaluate((line, wanted) => {
      const range = document.createRange();
      const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ');
      let start = plain(line.textContent).indexOf(wanted) + Math.floor(wanted.length / 2); // into the middle: a mark begins at its edge
      while (texts.nextNode()) {
        const length = plain(texts.currentNode.textContent).length;
        if (start < length) {
          range.setStart(texts.currentNode, start);
          range.setEnd(texts.currentNode, start + 1);
          break;
        }
        start -= length;
      }
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, words);
  }
}

/** Runs in the page: waits until a text occurs in the state of the editors that VS Code keeps in the browser. */
async function untilPutAway(text: string): Promise<void> {
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const isPutAway = async (): Promise<boolean> => {
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith('vscode-web-state-db')) continue;
      const database = await answer(indexedDB.open(name));
      const kept = await answer(database.transaction('ItemTable').objectStore('ItemTable').getAll());
      database.close();
      if (kept.map(String).some((value) => value.includes('editorpart.state') && value.includes(text))) return true;
    }
    return false;
  };
  while (!(await isPutAway())) await new Promise(requestAnimationFrame);
}
