import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accept } from '../../../src/kernel/decider.ts';
import { trainings } from '../../../src/domain/institution/ids.ts';
import type { TrajectoryCommand } from '../../../src/domain/trajectory/commands.ts';
import { decideTrajectory } from '../../../src/domain/trajectory/decider.ts';
import type { Invitation } from '../../../src/domain/trajectory/guidance.ts';
import type { Trajectory } from '../../../src/domain/trajectory/state.ts';
import { kinds, paths } from '../../support/arbitraries.ts';
import * as at from '../../support/people.ts';
import { refusalCodes } from '../../support/refusal-codes.ts';
import { type Decide, Tally, walkPath } from '../../support/walk.ts';

const steps = 60;
const runs = Number(process.env['LAW_PATHS'] ?? 2_400);

const walkMany = (decide: Decide, howMany: number, tally = new Tally()): void => {
  fc.assert(
    fc.property(paths(steps), (path) => {
      walkPath(path, decide, tally);
    }),
    { numRuns: howMany, seed: 20_261_001, endOnFailure: true, includeErrorInReport: true },
  );
};

const table = (title: string, counts: ReadonlyMap<string, number>): string =>
  [title, ...[...counts].sort().map(([name, count]) => `  ${String(count).padStart(7)}  ${name}`)].join('\n');

test('on more than 100,000 commands every promise holds, every command is accepted and every refusal is reached', () => {
  const tally = new Tally();
  walkMany(decideTrajectory, runs, tally);
  process.stdout.write(
    [
      `${tally.commands} commands on ${runs} paths`,
      table('accepted with new facts', tally.accepted),
      table('refused', tally.refused),
      table('facts told', tally.told),
      '',
    ].join('\n'),
  );
  expect(tally.commands).toBeGreaterThanOrEqual(100_000);
  expect(kinds.filter((kind) => !tally.accepted.has(kind))).toEqual([]);
  expect(refusalCodes.filter((code) => !tally.refused.has(code))).toEqual([]);
}, 120_000);

type Kind = TrajectoryCommand['type'];
/** The right rules, of a trajectory that is taken for another one. */
const takenFor =
  (kind: Kind, another: (now: Trajectory) => Partial<Trajectory>): Decide =>
  (command, now, facts) =>
    decideTrajectory(command, command.type === kind ? { ...now, ...another(now) } : now, facts);

const withInvitations = (change: Partial<Invitation>) =>
  takenFor('RateLeermeter', ({ guidance }) => ({
    guidance: {
      ...guidance,
      invitations: new Map([...guidance.invitations].map(([id, each]) => [id, { ...each, ...change }])),
    },
  }));

/** Decisions broken on purpose: the laws must notice each of them. */
const broken: readonly (readonly [string, RegExp, Decide])[] = [
  [
    'a switch that moves the student when the place is offered, before the new coach has accepted',
    /I2: the coach changed without acceptance/,
    (command, now, facts) => {
      const said = decideTrajectory(command, now, facts);
      if (command.type !== 'OfferPlace' || !said.accepted || !now.coach || now.coach.id === command.coach)
        return said;
      const [to, on] = [command.coach, command.on];
      return accept(
        ...said.events,
        at.fact('ResponsibilityMoved', { on, from: now.coach.id, to, because: 'switch' }),
      );
    },
  ],
  [
    'a handover that leaves two coaches responsible',
    /I1: not exactly one responsible coach/,
    (command, now, facts) => {
      const said = decideTrajectory(command, now, facts);
      return said.accepted && command.type === 'AcceptResponsibility' && said.events.length > 0
        ? accept(
            at.fact('CoachAssigned', { on: command.on, coach: now.coach?.id === at.cem ? at.dirk : at.cem }),
          )
        : said;
    },
  ],
  [
    'a placement without a coach',
    /I1: not exactly one responsible coach/,
    (command, now, facts) => {
      const said = decideTrajectory(command, now, facts);
      return said.accepted && command.type === 'Place' ? accept(...said.events.slice(0, 1)) : said;
    },
  ],
  [
    'a conversation that is written down each time it is asked',
    /asked again at once, told twice/,
    (command, now, facts) =>
      command.type === 'RecordConversation' && now.coach
        ? accept(
            at.fact('ConversationHeld', {
              on: command.on,
              kind: command.kind,
              faceToFace: true,
              present: [],
            }),
          )
        : decideTrajectory(command, now, facts),
  ],
  [
    'a diploma that is forgotten as soon as something else happens',
    /asked again late, told twice/,
    (command, now, facts) =>
      command.type === 'AwardDiploma' &&
      command.leavesOn === undefined &&
      now.firstPlacedOn !== undefined &&
      now.history.at(-1)?.type !== 'DiplomaAwarded'
        ? accept(at.fact('DiplomaAwarded', { on: command.on, opleidingscode: command.opleidingscode }))
        : decideTrajectory(command, now, facts),
  ],
  [
    'a switch that rests on a conversation of support alone',
    /a switch without a conversation about it/,
    takenFor('RequestSwitch', ({ conversations, secondLine }) => ({
      conversations: [...conversations, ...secondLine.support],
    })),
  ],
  [
    'a switch that rests on a conversation of an earlier placement',
    /a switch without a conversation about it/,
    takenFor('RequestSwitch', ({ history }) => ({
      conversations: history.flatMap(({ type, data }) =>
        type === 'ConversationHeld' && (data.kind === 'switch' || data.kind === 'reflection')
          ? [at.d('12-31')]
          : [],
      ),
    })),
  ],
  [
    'attendance of somebody who is in no training',
    /attendance beyond enrolment/,
    takenFor('RecordTrainingAttendance', ({ secondLine }) => ({
      secondLine: {
        ...secondLine,
        trainings: new Map(trainings.map((each) => [each, { on: at.d('08-01'), endedOn: undefined }])),
      },
    })),
  ],
  [
    'attendance before the enrolment',
    /attendance beyond enrolment/,
    takenFor('RecordTrainingAttendance', ({ secondLine }) => ({
      secondLine: {
        ...secondLine,
        trainings: new Map(
          [...secondLine.trainings].map(([training, each]) => [training, { ...each, on: at.d('08-01') }]),
        ),
      },
    })),
  ],
  [
    'two attendances of one student at one session',
    /attendance beyond enrolment/,
    takenFor('RecordTrainingAttendance', ({ secondLine }) => ({
      secondLine: { ...secondLine, sessions: new Set() },
    })),
  ],
  [
    'a second referral while a case is open',
    /more than one SAB case open/,
    takenFor('NoteSab', ({ secondLine }) => ({ secondLine: { ...secondLine, openCase: undefined } })),
  ],
  [
    'an invitation that can be used again and again',
    /an invitation was used twice/,
    withInvitations({ usedOn: undefined }),
  ],
  [
    'an invitation that never expires',
    /an invitation was used after its last day/,
    withInvitations({ expiresOn: at.d('07-31') }),
  ],
  [
    'a fact with a field that its definition does not have',
    /not storable/,
    (command, now, facts) => {
      const said = decideTrajectory(command, now, facts);
      return command.type === 'HandInLwp' && said.accepted && said.events.length > 0
        ? accept({ type: 'LwpHandedIn', data: { on: command.on, lwp: '' } })
        : said;
    },
  ],
];

test.each(broken)('the laws notice %s', (_name, law, decide) => {
  expect(() => walkMany(decide, 1_200)).toThrow(law);
});
