import { speak } from '../../../l10n/say.js';
import type { OpenArchive } from '../sync/archive.js';
import { Collection } from './collection.js';
import { NewsroomArchive } from './newsroomArchive.js';

/** What the bundle gives to whoever loads it. `speak`: it has sentences for people, and is told their language for itself. */
const openArchive: OpenArchive = (address, wishes) => new NewsroomArchive(address, wishes);

export { Collection, openArchive, speak };
