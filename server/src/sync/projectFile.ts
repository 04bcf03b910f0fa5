import type { Damage } from '../settings/damage.js';
import { emptyProject, type Project, parseProject } from '../settings/project.js';
import { type Files, messageOf } from './files.js';

/** The file, in a workspace folder, with what colleagues share: settings, and what they know of articles. */
export const projectName = '.secondsource.json';

/** Largest that is read, in bytes: chosen, far above what people write. */
const largest = 1 << 22;

/** Changes that are remembered; more than anybody takes back. */
export const mostSteps = 100;

/** The project file of one workspace folder. What is damaged is told and left as it is. */
export class ProjectFile {
  /** What it says; while it is no JSON, what it said before. */
  project: Project = emptyProject;
  damages: readonly Damage[] = [];
  readonly uri: string;
  /** Changes with each reading: of two at once the later counts, whichever is answered first. */
  private reading = 0;
  /** Changes come one after the other. */
  private changing: Promise<unknown> = Promise.resolve();
  /** What it said before and after each change that was made here. */
  private readonly done: { readonly before: string; readonly after: string }[] = [];

  /** `folder` is a URI that ends in a slash. */
  constructor(
    private readonly files: Files,
    private readonly folder: string,
  ) {
    this.uri = folder + projectName;
  }

  /** Never rejects: what cannot be read is a damage. */
  async load(): Promise<void> {
    const reading = ++this.reading;
    const text = await this.text().catch((error: unknown) => new Error(messageOf(error)));
    if (reading !== this.reading) return;
    const told =
      typeof text === 'string' ? parseProject(text) : { project: null, damages: [{ line: 0, reason: text.message }] };
    this.project = told.project ?? this.project;
    this.damages = told.damages;
  }

  /**
   * Changes what stands in it now. Resolves when it is on the disk, with whether anything changed; rejects where it is
   * damaged.
   */
  change(edit: (text: string) => string): Promise<boolean> {
    return this.oneByOne(async () => {
      const before = await this.text();
      const after = edit(before);
      if (after === before) return false;
      await this.files.write(this.uri, after, this.folder);
      this.done.push({ before, after });
      if (this.done.length > mostSteps) this.done.shift();
      await this.load();
      return true;
    });
  }

  /** Takes the last change back. Rejects where the file says something else by now, which nothing may overwrite. */
  undo(): Promise<void> {
    return this.oneByOne(async () => {
      const last = this.done.at(-1);
      if (last === undefined) return;
      if ((await this.text()) !== last.after)
        throw new Error(`${projectName} was changed by others since: it is left as it is`);
      if (last.before === '') await this.files.remove(this.uri, this.folder);
      else await this.files.write(this.uri, last.before, this.folder);
      this.done.pop();
      await this.load();
    });
  }

  private oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const done = this.changing.then(work);
    this.changing = done.catch(() => undefined);
    return done;
  }

  private async text(): Promise<string> {
    const found = await this.files.read(this.uri, largest);
    if (typeof found === 'number') throw new Error(`it has more than ${largest} bytes`);
    return found?.text ?? '';
  }
}
