// Pictures of the samples for people who do not have the extension yet: node scripts/run.mjs test/vscode/screenshots.ts
import { Workbench } from './workbench.js';
