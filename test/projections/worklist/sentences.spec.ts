import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { taskSentence, taskSentences } from '../../../projections/worklist/sentences.ts';
import { linkOf } from '../../../src/http/views/tasks.ts';
import { uuid } from '../../../src/kernel/message.ts';
import { workflows } from '../../../workflows/index.ts';

const folder = new URL('../../../workflows/', import.meta.url).pathname;

/** What each workflow asks, by the text of its file: a rule asks some things only of a path that nobody walks in a test. */
const asked: readonly (readonly [workflow: string, does: string])[] = readdirSync(folder, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const name = /\n {2}name: '([a-z-]+)'/.exec(text)?.[1];
    return name === undefined
      ? []
      : [...new Set([...text.matchAll(/does: '([a-z-]+)'/g)].map(([, does = '']) => does))].map(
          (does) => [name, does] as const,
        );
  });

describe('what a workflow asks', () => {
  test('is found in the files of all workflows that ask anything', () => {
    const names = new Set(workflows.map(({ name }) => name));
    expect(asked.length).toBeGreaterThanOrEqual(24);
    for (const [name] of asked) expect(names).toContain(name);
  });

  test.each(asked)('%s: %s has a sentence', (workflow, does) => {
    expect(Object.keys(taskSentences[workflow] ?? {})).toContain(does);
    expect(taskSentence(workflow, does, 'step')).toMatch(/^[A-Z].*\.$/);
  });

  test('has no sentence that nobody asks for', () => {
    const said = Object.entries(taskSentences).flatMap(([name, ofName]) =>
      Object.keys(ofName).map((does) => `${name} ${does}`),
    );
    expect(said.sort()).toEqual(asked.map((each) => each.join(' ')).sort());
  });

  test('names the week of the start programme, and what is to be chosen', () => {
    const rule = 'the-start-programme-has-its-conversations';
    expect(taskSentence(rule, 'record-conversation', 'conversation-week-3/x')).toBe(
      'Voer het gesprek van week 3 van het startprogramma.',
    );
    expect(taskSentence(rule, 'record-conversation', 'choice-week-8/x')).toContain('in week 8');
  });

  test('of a rule that is gone is told by its command', () => {
    expect(taskSentence('gone', 'take-a-walk', 'x')).toBe('Doe wat gevraagd is: take-a-walk.');
  });

  /** Not recorded yet: until then the operator says that it was done by withdrawing the task. */
  const doneElsewhere = ['erase-data'];

  test.each(asked.filter(([, does]) => !doneElsewhere.includes(does)))(
    '%s: %s is done by a command that there is',
    (workflow, does) => {
      const kind = workflows.find(({ name }) => name === workflow)?.about ?? 'sabCase';
      const id = uuid('a0000000-0000-4000-8000-000000000001');
      expect(linkOf({ kind, id }, does)).toMatchObject({ method: 'POST' });
    },
  );
});
