/**
 * What the client, the server and the panel say to each other besides the Language Server Protocol: types and method
 * names, nothing else.
 */

export * from '../../l10n/say.js';
export * from './archive.js';
export * from './clientFiles.js';
export * from './commands.js';
export * from './corroboration.js';
export * from './csv.js';
export * from './escaped.js';
export * from './exports.js';
export * from './figureCsv.js';
export * from './figures.js';
export * from './find.js';
export * from './imports.js';
export * from './initialization.js';
export * from './names.js';
export * from './panel.js';
export * from './places.js';
export * from './project.js';
export * from './reviews.js';
export * from './sourceGraph.js';
export * from './sources.js';
export * from './status.js';
export * from './workers.js';
