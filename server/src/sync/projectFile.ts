import type { Damage } from '../settings/damage.js';
import { emptyProject, type Project, parseProject } from '../settings/project.js';
import { type Files, messageOf } from './files.js';

/** The file, in a workspace folder, with what colleagues share: settings, and what they know of articles. */
export const projectName = '.secondsource.json';

/** Largest that is read, in bytes: chosen, far above what people write. */
const largest = 1 << 22;

/** The project file of one workspace folder. What is damaged is told and left as it is. */
export class ProjectFile {
  /** What it says; while it is no JSON, what it said before. */
  project: Project = emptyProject;
  damages: readonly Damage[] = [];
  /** Changes with each reading: of two at once the later counts, whichever is answered first. */
  private reading = 0;

  /** `uri` of the file itself. */
  constructor(
    private readonly files: Files,
    readonly uri: string,
  ) {}

  /** Never rejects: what cannot be read is a damage. */
  async load(): Promise<void> {
    const reading = ++this.reading;
    const text = await this.files.read(this.uri, largest).then(
      (found) => (typeof found === 'number' ? new Error(`it has more than ${largest} bytes`) : (found?.text ?? '')),
      (error: unknown) => new Error(messageOf(error)),
    );
    if (reading !== this.reading) return;
    const told =
      typeof text === 'string' ? parseProject(text) : { project: null, damages: [{ line: 0, reason: text.message }] };
    this.project = told.project ?? this.project;
    this.damages = told.damages;
  }
}
