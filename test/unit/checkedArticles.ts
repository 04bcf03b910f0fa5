import { type Checkable, type Checked, check } from '../../server/src/exports/checked.js';
import type { IncidentReview, Review, Target } from '../../server/src/reviews/review.js';
import { aboutOf } from '../../server/src/reviews/reviewed.js';
import { defaultSettings } from '../../server/src/settings/settings.js';
import { Workspace } from '../../server/src/workspace/workspace.js';

/** Articles by path, as they are checked with what people said of them. */
export interface CheckedArticles {
  readonly workspace: Workspace;
  readonly articles: Readonly<Record<string, string>>;
  checked(reviews?: readonly Review[], ofIncidents?: readonly IncidentReview[]): Checked;
  /** What a person says of the first finding of a rule in a file. */
  said(kind: Review['kind'], file: string, rule: Review['rule'], more?: Partial<Review>): Review;
}

export function checkedArticles(articles: Readonly<Record<string, string>>): CheckedArticles {
  const workspace = new Workspace();
  for (const [path, text] of Object.entries(articles)) workspace.set(path, text);
  let number = 0;
  return {
    workspace,
    articles,
    checked: (reviews = [], ofIncidents = []) => {
      const fileOf = ({ source }: Target): string | null => (source in articles ? source : null);
      const checkable: Checkable = {
        workspace,
        unread: new Map(),
        settings: () => defaultSettings,
        remarks: (file) => reviews.filter(({ target }) => target.source === file),
        reviews: () => reviews.map((review) => ({ review, file: fileOf(review.target) })),
        incidentReviews: () =>
          ofIncidents.map((review) => ({
            folder: '',
            review,
            file: fileOf(review.target),
            otherFile: review.other === undefined ? null : fileOf(review.other),
          })),
        nameOf: (file) => file,
      };
      return check(checkable, 'everything');
    },
    said: (kind, file, rule, more = {}) => {
      const finding = workspace.findings(file).find((one) => one.rule === rule);
      const about = finding && aboutOf(workspace, file, file, finding);
      if (!about) throw new Error(`${file} has no ${rule} to speak of`);
      return {
        id: `20310402T10203${number++}Z-3f0c`,
        kind,
        text: 'Asked the harbour office by telephone',
        creator: 'Mara Voss',
        created: '2031-04-02T10:20:30Z',
        ...about,
        ...more,
      };
    },
  };
}
