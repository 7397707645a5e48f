import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workflowStream } from '../../src/domain/workflow/ids.ts';
import { instant } from '../../src/kernel/instant.ts';
import { uuid } from '../../src/kernel/message.ts';
import { done, found, people } from '../e2e/school.ts';
import { RunningService } from '../e2e/service.ts';
import { Keyboard } from './at-the-keyboard.ts';

const rule = 'an-application-gets-a-scoutgesprek';

describe('workflows through the running service', () => {
  const service = new RunningService();
  const keyboard = new Keyboard(join(service.folder, 'data'));
  const [known, later] = [uuid(randomUUID()), uuid(randomUUID())];
  const { infoshop } = people;
  const write = (name: string, text: string): string => {
    writeFileSync(join(keyboard.folder, name), text);
    return name;
  };
  const written = async () => (await service.service.writing.store.readAll(undefined, 10_000)).length;

  beforeAll(async () => {
    await service.start();
    await found(service);
    const { store } = service.service.writing;
    // Of this student a build to come began the workflow already.
    const id = uuid(randomUUID());
    await store.append(workflowStream({ workflow: rule, key: later }), 'none', [
      {
        id,
        type: 'WorkflowBegun',
        version: 1,
        data: { version: 99 },
        meta: {
          commandId: id,
          commandHash: '',
          actor: { id: 'system', role: 'system' },
          causationId: id,
          correlationId: id,
          recordedAt: instant('2024-06-03T08:00:00.000Z'),
          source: 'workflow',
        },
      },
    ]);
    for (const student of [known, later]) {
      await done(service, `/api/students/${student}/register-student`, infoshop, { name: 'Sam' });
      const path = `/api/trajectories/${student}`;
      await done(service, `${path}/open-trajectory`, infoshop, { on: '2024-06-03' });
      await done(service, `${path}/apply`, infoshop, { on: '2024-06-03', landschap: 'zorg', wish: 'zorgen' });
    }
    await service.service.workflows.settle();
  });
  afterAll(async () => {
    await service.stop();
    keyboard.remove();
  });

  test('say how far they are and what is parked, and so does health', async () => {
    const said = await keyboard.type('workflows');
    expect(said).toMatchObject({ exit: 1, err: '' });
    expect(said.out).toBe(
      `0 behind, 1 parked\n  ${rule} ${later}: ScoutAssigned: Error: ${rule} version 99 is not known to this build; keep it or migrate\n`,
    );
    expect((await service.get('/health/ready')).body).toMatchObject({
      status: 'behind',
      workflows: { lag: 0, parked: 1, clockBelieved: true },
    });
    expect(JSON.parse((await keyboard.type('workflows', '--json')).out)).toMatchObject({
      lag: 0,
      clockBelieved: true,
      parked: [{ key: `${rule} ${later}`, type: 'ScoutAssigned' }],
    });
    expect(JSON.parse((await keyboard.type('workflows', 'parked', '--json')).out)).toMatchObject([
      { key: `${rule} ${later}` },
    ]);
  });

  test('are tried again by name, and what cannot go on stays parked', async () => {
    expect(await keyboard.type('workflows', 'retry')).toMatchObject({ exit: 1 });
    expect(await keyboard.type('workflows', 'retry', rule, later)).toMatchObject({ exit: 1 });
    const none = await keyboard.type('workflows', 'retry', 'nobody-knows-this');
    expect(none).toMatchObject({ exit: 2, out: '' });
    expect(none.err).toContain('nothing is parked under nobody-knows-this');
  });

  test('go on by the latest version where there is one, and leave alone what a later build began', async () => {
    const before = await written();
    const dry = await keyboard.type('workflows', 'migrate', '--dry-run');
    expect(dry).toMatchObject({ exit: 0, err: '' });
    expect(dry.out).toContain(': 0 (dry run: nothing was written)');
    expect(JSON.parse((await keyboard.type('workflows', 'migrate', '--json')).out)).toEqual({
      dryRun: false,
      migrated: [],
    });
    expect(await written()).toBe(before);
  });

  test('are rehearsed by other terms, beside the service and without writing', async () => {
    const before = await written();
    const rules = write('rules.yaml', '- setting: scoutgesprekPlanned\n  value: 2\n');
    const asked = ['workflows', 'rehearse', '--rules', rules, '--from', '2024-06-01', '--to', '2024-06-28'];
    const said = await keyboard.type(...asked, '--json');
    expect(said).toMatchObject({ err: '' });
    // The one whom a build to come began is played as anybody else: of workflows nothing is taken over.
    const both = { does: 'plan-scoutgesprek', due: { now: '2024-06-10', then: '2024-06-05' } };
    expect(JSON.parse(said.out)).toMatchObject({
      from: '2024-06-01',
      to: '2024-06-28',
      terms: [{ setting: 'scoutgesprekPlanned', value: '2' }],
      tasks: { now: 4, then: 4 },
      otherwise: [
        {
          ...both,
          escalations: [
            { rung: 1, to: { role: 'teamLeader' }, now: '2024-06-14', then: '2024-06-11' },
            { rung: 2, to: { role: 'programmeManager' }, now: '2024-06-19', then: '2024-06-14' },
          ],
        },
        both,
      ],
      load: expect.arrayContaining([
        { week: '2024-W23', role: 'scout', now: { asked: 4, climbed: 0 }, then: { asked: 4, climbed: 0 } },
        {
          week: '2024-W24',
          role: 'programmeManager',
          now: { asked: 0, climbed: 0 },
          then: { asked: 0, climbed: 2 },
        },
      ]),
    });
    const text = await keyboard.type(...asked);
    expect(text.exit).toBe(0);
    expect(text.out).toContain('due 2024-06-10 → 2024-06-05');
    expect(text.out).toContain('climbs to teamLeader zorg 2024-06-14 → 2024-06-11');
    expect(await written()).toBe(before);
  });

  test('are not rehearsed by terms that cannot be so: where, and how to mend it', async () => {
    const rules = write(
      'wrong.yaml',
      [
        '- {setting: scoutgesprekPlanned, value: soon}',
        '- {setting: lunch, value: 3}',
        '- {setting: scoutgesprekHeld, value: 3, landschap: nergens}',
        '- {setting: vsvForeignSchool, value: out, landschap: zorg}',
        '- {setting: placeAnswered, value: 3, from: 2024-06-01}',
        '- {setting: scoutgesprekHeld, value: 4, landschap: nergens}',
        '',
      ].join('\n'),
    );
    const said = await keyboard.type(
      'workflows',
      'rehearse',
      '--rules',
      rules,
      '--from',
      '2024-06-01',
      '--to',
      '2024-06-28',
    );
    expect(said).toMatchObject({ exit: 2, out: '' });
    expect(said.err).toMatch(
      /^wrong\.yaml:1:\d+: \[0\]\.value: soon is not possible; give a whole number from 1 to 999$/m,
    );
    expect(said.err).toMatch(/^wrong\.yaml:2:\d+: \[1\]\.setting: is not/m);
    expect(said.err).toMatch(
      /^wrong\.yaml:3:\d+: \[2\]\.landschap: nergens is not known; known are zorg, ict$/m,
    );
    expect(said.err).toMatch(
      /^wrong\.yaml:4:\d+: \[3\]\.landschap: this setting holds for the whole school/m,
    );
    expect(said.err).toMatch(/^wrong\.yaml:5:\d+: \[4\]\.from: is not known here/m);
    expect(said.err).toMatch(/^wrong\.yaml:6:\d+: \[5\]: scoutgesprekHeld nergens is on line 3 already/m);
    for (const [text, says] of [
      ['', 'is not a list'],
      ['[]', 'names no setting'],
      ['- {setting: [', 'broken.yaml:1:'],
    ] as const) {
      write('broken.yaml', text);
      const broken = await keyboard.type(
        'workflows',
        'rehearse',
        '--rules',
        'broken.yaml',
        '--from',
        '2024-06-01',
        '--to',
        '2024-06-28',
      );
      expect(broken).toMatchObject({ exit: 2, out: '' });
      expect(broken.err).toContain(says);
    }
  });
});

describe('workflows where no service runs', () => {
  const keyboard = new Keyboard();
  afterAll(() => keyboard.remove());

  test('are told and rehearsed all the same', async () => {
    expect(
      await keyboard.type(
        'simulate',
        '--students',
        '4',
        '--years',
        '1',
        '--seed',
        'werklijst',
        '--until',
        '2026-10-02',
      ),
    ).toMatchObject({ exit: 0 });
    expect(await keyboard.type('workflows', '--json')).toMatchObject({ exit: 0, err: '' });
    writeFileSync(join(keyboard.folder, 'rules.yaml'), '- {setting: firstConversation, value: 2}\n');
    const said = await keyboard.type(
      'workflows',
      'rehearse',
      '--rules',
      'rules.yaml',
      '--from',
      '2025-09-01',
      '--to',
      '2026-06-30',
      '--json',
    );
    expect(said).toMatchObject({ exit: 0, err: '' });
    const told = JSON.parse(said.out) as {
      readonly tasks: { readonly now: number };
      readonly parked: readonly object[];
    };
    expect(told.tasks.now).toBeGreaterThan(0);
    expect(told.parked).toEqual([]);
  });
});
