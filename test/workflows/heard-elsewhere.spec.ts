import { describe, expect, it } from '@jest/globals';
import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { memoryViewStore } from '../../src/adapters/memory/view-store.ts';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { hearersOf } from '../../src/app/workflows/hearers.ts';
import { tasksIn } from '../../src/app/workflows/player.ts';
import { checkpointIn } from '../../src/app/workflows/checkpoint.ts';
import type { LandschapCode } from '../../src/domain/institution/ids.ts';
import { sabCaseStream } from '../../src/domain/sab-case/ids.ts';
import { studentStream } from '../../src/domain/student/ids.ts';
import { trajectoryStream } from '../../src/domain/trajectory/ids.ts';
import { Engine } from '../../src/engine/execute.ts';
import { RunWorkflows } from '../../src/engine/run-workflows.ts';
import { instant } from '../../src/kernel/instant.ts';
import type { Happening } from '../../src/kernel/message.ts';
import { workflows } from '../../workflows/index.ts';
import { appendFacts } from '../support/appended.ts';
import { d, fact, mila, tineke, uptoPlaced } from '../support/people.ts';
import { gone } from './facts.ts';
import { caseFact, theCase } from './school.ts';

const running = () => {
  const store = memoryEventStore();
  const clock = { now: () => instant('2025-09-03T10:00:00.000Z') };
  const engine = new Engine({ store, clock, hashing: developmentHashing });
  const run = new RunWorkflows({
    log: store,
    view: checkpointIn(memoryViewStore()),
    hearers: hearersOf(engine, workflows, async () => []),
  });
  return {
    tells: async (stream: string, ...facts: readonly Happening[]) => {
      await appendFacts(store, stream, facts);
      await run.catchUp();
    },
    open: async (workflow: string) =>
      (await tasksIn(store)).filter((task) => task.workflow === workflow && task.state === 'open'),
  };
};

describe('a workflow hears what its rule looks at in another stream', () => {
  it('a case asks nothing more of the second line when the student has left', async () => {
    const { tells, open } = running();
    await tells(trajectoryStream(mila), ...uptoPlaced.flat());
    await tells(
      sabCaseStream(theCase),
      caseFact('CaseOpened', {
        on: d('09-02'),
        student: mila,
        coach: tineke,
        landschap: 'bouw' as LandschapCode,
        urgent: false,
        question: 'vraag',
        tried: 'geprobeerd',
      }),
    );
    await tells(
      trajectoryStream(mila),
      fact('ReferredToSab', { on: d('09-02'), case: theCase, urgent: false }),
    );
    expect(await open('a-referral-is-answered')).toHaveLength(1);
    await tells(trajectoryStream(mila), gone('09-03'));
    expect(await open('a-referral-is-answered')).toEqual([]);
  });

  it('nobody is followed who turns out to be too old to be a drop-out', async () => {
    const { tells, open } = running();
    await tells(trajectoryStream(mila), ...uptoPlaced.flat(), gone('09-03'));
    expect(await open('who-leaves-without-startkwalificatie-is-followed')).not.toEqual([]);
    await tells(studentStream(mila), {
      type: 'StudentCorrected',
      data: { birthBand: { year: 1990, part: 'to1Aug' } },
    });
    expect(await open('who-leaves-without-startkwalificatie-is-followed')).toEqual([]);
  });
});
