import { existsSync, writeFileSync } from 'node:fs';
import { eventsDocument } from './events-document.ts';

/** `npm run docs`: writes the documents that are generated from the code. Runs in the folder of the project. */
const file = 'docs/events.md';
if (!existsSync('docs'))
  throw new Error(`there is no folder for ${file} here; run npm run docs in the project`);
writeFileSync(file, eventsDocument());
