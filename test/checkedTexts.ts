import type { Finding } from '../server/src/core/rules/rule.js';
import { type Checked, check } from '../server/src/exports/checked.js';
import type { Remark } from '../server/src/reviews/review.js';
import { aboutOf } from '../server/src/reviews/reviewed.js';
import { defaultSettings, shownFindings } from '../server/src/settings/settings.js';
import { Workspace } from '../server/src/workspace/workspace.js';

/** What somebody said of a finding. */
interface Said {
  readonly kind: Remark['kind'];
  readonly text: string;
  readonly creator: string;
}

/** What is handed on about texts, by file, without a disk; `saidOf` gives what was said of the finding at `i` of its file. */
export function checkedTexts(
  texts: Readonly<Record<string, string>>,
  saidOf: (finding: Finding, i: number) => Said | null = () => null,
  workspace = new Workspace(),
): Checked {
  for (const [file, text] of Object.entries(texts)) workspace.set(file, text);
  const remarks = (file: string): Remark[] =>
    shownFindings(workspace.findings(file), defaultSettings).flatMap((finding, i): Remark[] => {
      const [said, about] = [saidOf(finding, i), aboutOf(workspace, file, file, finding)];
      if (said === null || about === null) return [];
      const { kind, ...words } = said;
      if (kind === 'accepted') return [{ kind, ...about }];
      return [{ id: `${i}`, kind, ...words, created: '2031-04-02T10:20:30Z', ...about }];
    });
  const whole = { workspace, unread: new Map(), settings: () => defaultSettings, remarks };
  return check({ ...whole, reviews: () => [], incidentReviews: () => [], nameOf: (file) => file }, 'everything');
}
