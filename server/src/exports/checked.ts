import type { Skipped } from '../core/article/article.js';
import type { Reading } from '../core/reading.js';
import { isMarkedAt, type ReadingLevel } from '../core/rules/attention.js';
import type { ToldFinding } from '../core/rules/spots.js';
import type { Span } from '../core/span.js';
import { incidentsAmong, type ToldIncident } from '../features/figures.js';
import type { FiledIncidentReview } from '../reviews/incidents.js';
import type { Remark, Review } from '../reviews/review.js';
import { type ReviewedFinding, review, standingFindings } from '../reviews/reviewed.js';
import { type Settings, shownFindings } from '../settings/settings.js';
import type { Claim, CrossReference, Workspace } from '../workspace/workspace.js';

/** All articles of some folders, and what settings and people say of each. */
export interface Checkable {
  readonly workspace: Workspace;
  /** Why a file was not even read. */
  readonly unread: ReadonlyMap<string, string>;
  settings(file: string): Settings;
  /** What people said of a file in the sidecar of its folder. */
  remarks(file: string): readonly Remark[];
  /** Everything that people said in the sidecars, each with the file of its article; `null` where that is gone. */
  reviews(): readonly ReviewOf[];
  /** What people said of incidents of casualty figures. */
  incidentReviews(): readonly FiledIncidentReview[];
  /** How a file is named where it is handed on: its path. */
  nameOf(file: string): string;
}

interface ReviewOf {
  readonly review: Review;
  readonly file: string | null;
}

/** What a person said, of whatever article, finding or none. */
export interface CheckedReview extends ReviewOf {
  /** Where its words stand now, if there is one such place. */
  readonly place: Span | null;
}

export interface CheckedFile {
  readonly file: string;
  readonly reading: Reading | Skipped;
  /** The file that speaks for its many copies, of which this is one: all that is said of it holds here. */
  readonly copyOf: string | null;
  /** The file that leads its many near copies, of which this is one: what is said of it is not said here once more. */
  readonly nearCopyOf: string | null;
  /** In order of place, as settings and people let them stand; empty for a skipped file and a copy. */
  readonly findings: readonly ToldFinding[];
  /** The same with those that people dismissed or accepted, and what is said of each. */
  readonly reviewed: readonly ReviewedFinding[];
  /** How much of it a person wants to see. */
  readonly level: ReadingLevel;
}

/** Everything a format may print about some folders, asked of the workspace once. */
export interface Checked {
  /** For what a feature of the editor tells, too. */
  readonly workspace: Workspace;
  /** How a file is named where it is handed on: its path. */
  readonly nameOf: (file: string) => string;
  /** In order of path. */
  readonly files: readonly CheckedFile[];
  readonly crossReferences: readonly CrossReference[];
  /** What only may be related, for the few formats that tell of it. */
  readonly possible: () => readonly CrossReference[];
  readonly claims: readonly Claim[];
  /** The incidents that casualty figures tell of, for formats with a table of them. */
  readonly incidents: () => readonly ToldIncident[];
  /** Files with one text under one name and outlet, in order of path. */
  readonly copies: readonly (readonly string[])[];
  /** Articles of which an archive has not said all: others may say the same, or the opposite. */
  readonly incomplete: readonly string[];
  /** Oldest first. */
  readonly reviews: readonly CheckedReview[];
  readonly incidentReviews: readonly FiledIncidentReview[];
}

/** `level` instead of what the settings of each folder say. */
export function check(checkable: Checkable, level?: ReadingLevel): Checked {
  const steps = checking(checkable, level);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps, a file each: an editor lets others have their turn in between. */
export function* checking(checkable: Checkable, level?: ReadingLevel): Generator<void, Checked> {
  const { workspace, unread, settings, remarks } = checkable;
  const crossReferences = workspace.crossReferences();
  const ofFile = new Map(workspace.files().map((file): [string, CrossReference[]] => [file, []]));
  for (const reference of crossReferences)
    for (const { file } of [reference.a, reference.b]) ofFile.get(file)?.push(reference);
  const said = new SaidOfLeaders();
  const checkFile = (file: string, references: readonly CrossReference[]): CheckedFile => {
    const reading = workspace.get(file) ?? { skipped: 'It was not read.' };
    const about = { file, reading, level: level ?? settings(file).reading };
    const voice = workspace.voiceOf(file);
    if (voice !== file && workspace.textOf(voice) === workspace.textOf(file))
      return { ...about, copyOf: voice, nearCopyOf: null, ...nothing };
    const leader = workspace.leaderOf(file);
    const told = voice === file && leader === null ? references : workspace.crossReferences(file);
    const shown = shownFindings(workspace.findings(file, told), settings(file));
    const reviewed = review(workspace, file, shown, remarks(file)).findings;
    const findings = standingFindings(reviewed).map(({ finding }) => finding);
    const checked = { ...about, copyOf: null, nearCopyOf: leader, findings, reviewed };
    return leader === null ? said.add(checked) : said.without(leader, checked);
  };
  const read: CheckedFile[] = [];
  for (const [file, references] of ofFile) {
    read.push(checkFile(file, references));
    yield;
  }
  const skipped = [...unread].map(([file, reason]): CheckedFile => {
    const about = { file, reading: { skipped: reason }, level: level ?? settings(file).reading };
    return { ...about, copyOf: null, nearCopyOf: null, ...nothing };
  });
  return {
    workspace,
    nameOf: checkable.nameOf,
    files: [...read, ...skipped].sort((a, b) => (a.file < b.file ? -1 : 1)),
    crossReferences,
    possible: () => workspace.possible(),
    claims: workspace.claims(),
    incidents: () => incidentsAmong(workspace, checkable.incidentReviews(), crossReferences),
    copies: workspace.copies(),
    incomplete: workspace.articles().filter((file) => workspace.named(file) !== 'complete'),
    reviews: placedReviews(checkable),
    incidentReviews: checkable.incidentReviews(),
  };
}

/** Each review with the place where its words stand now. */
function placedReviews({ workspace, reviews }: Checkable): CheckedReview[] {
  const all = reviews();
  const places = new Map<Remark, Span>();
  for (const file of new Set(all.map((one) => one.file))) {
    if (file === null) continue;
    const own = all.filter((one) => one.file === file).map((one) => one.review);
    for (const { remark, place } of review(workspace, file, [], own).placed)
      if (typeof place === 'object') places.set(remark, place);
  }
  return all.map((one) => ({ ...one, place: places.get(one.review) ?? null }));
}

const nothing = { findings: [], reviewed: [] };

/** What is said of the files that lead near copies, which come before these. */
class SaidOfLeaders {
  private readonly files = new Map<string, CheckedFile>();
  private readonly said = new Map<string, ReadonlySet<string>>();

  /** Remembers a file that may lead others. */
  add(checked: CheckedFile): CheckedFile {
    this.files.set(checked.file, checked);
    return checked;
  }

  /**
   * A near copy without the findings that say the same of the same words as one of its leader's that stands: what people
   * dismissed there is not dismissed here.
   */
  without(leader: string, near: CheckedFile): CheckedFile {
    const said = this.said.get(leader) ?? new Set(sayingsOf(this.files.get(leader)!));
    this.said.set(leader, said);
    const own = sayingsOf(near);
    const findings = near.findings.filter((_, at) => !said.has(own[at]!));
    const ownReviewed = sayingsOf({ ...near, findings: near.reviewed.map(({ finding }) => finding) });
    return { ...near, findings, reviewed: near.reviewed.filter((_, at) => !said.has(ownReviewed[at]!)) };
  }
}

/** Names what each finding says of which words of which sentence: the same in all articles that have the sentence. */
function sayingsOf({ reading, findings }: Pick<CheckedFile, 'reading' | 'findings'>): string[] {
  if (!isArticle(reading)) return [];
  const { text, sentences } = reading.article;
  return findings.map(({ rule, start, end }) => {
    const sentence = sentences.find((one) => one.start <= start && start < one.end) ?? { start, end };
    return `${rule} ${start - sentence.start} ${end - start} ${text.slice(sentence.start, sentence.end)}`;
  });
}

/** The findings that are marked at the level a person wants to see. */
export const markedIn = ({ findings, level }: CheckedFile): readonly ToldFinding[] =>
  findings.filter(({ reading }) => isMarkedAt(reading, level));

export const isArticle = (reading: Reading | Skipped): reading is Reading => !('skipped' in reading);
