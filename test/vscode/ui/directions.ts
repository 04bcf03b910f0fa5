import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from '../workbench.js';

/** Words that are written from right to left: an outlet of that name, and a quotation. */
export function describeDirections(workbench: Workbench): void {
  const article = 'pellworth-observer.md';
  const outlet = 'صحيفة الميناء';
  const paper = join(workbench.profile.workspace, 'harbour-paper.txt');
  const quotation = 'لم يصل أحد في 2031';

  describe('Words from right to left', () => {
    before(async () => {
      const folder = workbench.profile.workspace;
      const text = readFileSync(join(folder, 'tressel-evening-mail.txt'), 'utf8');
      const [sentence] = /Shells struck[^.]*\./.exec(text) ?? [];
      writeFileSync(
        paper,
        `---\ntitle: Night at the terminal\noutlet: ${outlet}\ndate: 2031-03-05\n---\nNight at the terminal\n\n${sentence}\n\nA nurse on the pier said “${quotation}” to the men who came with lanterns. Nobody answered her, and the boats stayed where they were until the morning came.\n`,
      );
      await workbench.openArticle(article);
      await workbench.mark(article).waitFor();
      await workbench.command('Second Source: Show Corroboration');
    });
    after(async () => {
      await workbench.command('View: Close All Editors');
      rmSync(paper);
    });

    it('leave the date behind their outlet where it is', async () => {
      const who = workbench.panel().locator('.who', { hasText: outlet }).first();
      await who.waitFor();
      const [name, rest] = await who.evaluate((line) =>
        [...line.childNodes].map((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          const { left, right } = range.getBoundingClientRect();
          return { left, right };
        }),
      );
      assert(name !== undefined && rest !== undefined);
      assert(name.right <= rest.left + 1, 'the date stands to the right of the name');
      await workbench.screenshot('directions');
    });
  });
}
