import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { eventsDocument } from '../../src/app/events-document.ts';
import { trajectoryEvents } from '../../src/domain/trajectory/events.ts';

const file = new URL('../../docs/events.md', import.meta.url);

describe('docs/events.md', () => {
  it('says what the definitions of the events say; if not: `npm run docs` writes it again', () => {
    const written = readFileSync(file, 'utf8');
    if (written !== eventsDocument())
      throw new Error('docs/events.md is not what the definitions of the events say. Mend it: npm run docs');
    expect(written).toBe(eventsDocument());
  });

  it('names every event of the trajectory with every field, its classification and who causes it', () => {
    const document = eventsDocument();
    for (const [type, { fields, by, version }] of Object.entries(trajectoryEvents)) {
      const [, section = ''] = document.split(`### ${type}\n`);
      const own = section.split('\n### ')[0] ?? '';
      expect(own).toContain(`Version ${version}. Caused by ${by.map((each) => `\`${each}\``).join(', ')}.`);
      for (const name of Object.keys(fields)) expect(own).toContain(`| \`${name}\` |`);
    }
  });

  it('opens what lies inside a field', () => {
    expect(eventsDocument()).toContain('| `birthBand.part` |');
    expect(eventsDocument()).toContain('| `numbers[].kind` |');
  });

  it('has no line without an end of its table', () => {
    for (const line of eventsDocument().split('\n'))
      if (line.startsWith('|')) expect(line.replaceAll('\\|', '').split('|')).toHaveLength(7);
  });
});
