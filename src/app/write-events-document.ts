import { writeFileSync } from 'node:fs';
import { eventsDocument } from './events-document.ts';

/** `npm run docs`: writes the documents that are generated from the code. */
writeFileSync(new URL('../../docs/events.md', import.meta.url), eventsDocument());
