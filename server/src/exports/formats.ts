import { figureCsv, phrase } from '../../../protocol/src/index.js';
import { tableOf } from '../features/figures.js';
import { annotations } from './annotations/write.js';
import type { Checked } from './checked.js';
import { claims } from './claims.js';
import { csv } from './csv.js';
import { page } from './html/page.js';
import { markdown } from './markdown.js';
import { report } from './report.js';
import { sarif } from './sarif.js';

const figures = (checked: Checked): string =>
  figureCsv(tableOf(checked.workspace, checked.incidents()), ({ place }) => checked.nameOf(place.uri));

/** One way to hand on what was checked. */
export interface Format {
  /** What it is for, as `--help` says it. */
  readonly use: string;
  /** How names of its files end. */
  readonly ending: string;
  readonly print: (checked: Checked) => string;
}

/** Every format in which what was checked is handed on, by its name on the command line and in the editor. */
export const formats = {
  json: {
    use: phrase`for programs: docs/report.md`,
    ending: 'json',
    print: (checked) => `${JSON.stringify(report(checked))}\n`,
  },
  sarif: {
    use: phrase`for services and editors that show findings of many programs (SARIF 2.1.0)`,
    ending: 'sarif',
    print: sarif,
  },
  csv: { use: phrase`for a spreadsheet: a row for each finding`, ending: 'csv', print: csv },
  'csv-figures': { use: phrase`for a spreadsheet: a row for each casualty figure`, ending: 'csv', print: figures },
  html: { use: phrase`one page to read, print and send on`, ending: 'html', print: page },
  markdown: { use: phrase`for a ticket, a mail or a wiki`, ending: 'md', print: markdown },
  annotations: {
    use: phrase`for annotation tools: a W3C Web Annotation collection, findings and reviews`,
    ending: 'json',
    print: annotations,
  },
  claims: {
    use: phrase`for the web: claims and signed checks in the vocabulary of schema.org`,
    ending: 'jsonld',
    print: claims,
  },
} as const satisfies Readonly<Record<string, Format>>;
