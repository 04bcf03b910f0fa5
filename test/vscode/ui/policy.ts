import assert from 'node:assert/strict';
import type { Workbench } from '../workbench.js';

/** What a page of ours may load, should words of an article ever become markup in it: nothing. */
export function describePolicy(workbench: Workbench): void {
  describe('The policy of our pages', () => {
    afterEach(() => workbench.command('View: Close All Editors'));

    const pages = [
      ['the panel', 'Second Source: Show Corroboration', '.claim'],
      ['the figure table', 'Second Source: Compare Casualty Figures', 'table'],
    ] as const;
    for (const [page, command, shown] of pages)
      it(`lets ${page} run no script and fetch nothing but its own`, async () => {
        const article = 'pellworth-observer.md';
        await workbench.openArticle(article);
        await workbench.mark(article).waitFor();
        await workbench.command(command);
        await workbench.panel().locator(shown).first().waitFor();
        const refused = await workbench.panel().locator('body').evaluate(inject);
        assert.deepEqual(refused.sort(), [
          'connect-src',
          'font-src',
          'frame-src',
          'img-src',
          'media-src',
          'object-src',
          'script-src-attr',
          'script-src-elem',
          'script-src-elem',
          'style-src-attr',
          'style-src-elem',
          'style-src-elem',
        ]);
      });
  });
}

/** Puts everything into a page that might act; resolves with what the page's policy refused, when it has refused all. */
function inject(body: Element): Promise<string[]> {
  const attempts = 12;
  const { document } = globalThis;
  const refused: string[] = [];
  const done = new Promise<string[]>((resolve) =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      refused.push(effectiveDirective);
      if (refused.length === attempts) resolve(refused);
    }),
  );
  const add = (name: string, attributes: Record<string, string>, text = ''): void => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    body.append(element);
  };
  add('script', {}, 'document.body.remove()');
  add('script', { src: 'https://evil.example/a.js' });
  add('style', {}, '* { display: none }');
  add('link', { rel: 'stylesheet', href: 'https://evil.example/a.css' });
  add('p', { style: 'display: none' });
  add('button', { onclick: 'document.body.remove()' });
  (body.lastElementChild as HTMLElement).click();
  add('img', { src: 'https://evil.example/a.png' });
  add('iframe', { src: 'https://evil.example/' });
  add('object', { data: 'https://evil.example/a' });
  add('video', { src: 'https://evil.example/a.mp4' });
  void new FontFace('evil', 'url(https://evil.example/a.woff2)').load().catch(() => undefined);
  void fetch('https://evil.example/').catch(() => undefined);
  return done;
}
