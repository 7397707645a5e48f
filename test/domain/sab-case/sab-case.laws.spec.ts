import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideSabCase } from '../../../src/domain/sab-case/decider.ts';
import type { SabCaseEvent } from '../../../src/domain/sab-case/events.ts';
import { isOpen, sabCaseReadable } from '../../../src/domain/sab-case/state.ts';
import { decideTrajectory } from '../../../src/domain/trajectory/decider.ts';
import { sabNoteOf } from '../../../src/domain/trajectory/sab-notes.ts';
import { accept } from '../../../src/kernel/decider.ts';
import { paths } from '../../support/arbitraries.ts';
import { dirk, cem, fact as ofTrajectory } from '../../support/people.ts';
import { askedKinds } from '../../support/sab/commands.ts';
import { fact } from '../../support/sab/people.ts';
import { sabRefusalCodes } from '../../support/sab/refusal-codes.ts';
import { fieldsForWords } from '../../support/sab/laws.ts';
import { type Rules, SabTally, walkCases } from '../../support/sab/walk.ts';

const steps = 70;
const runs = Number(process.env['LAW_PATHS'] ?? 700);

const rules: Rules = {
  decideCase: decideSabCase,
  foldCase: sabCaseReadable.evolve,
  noteOf: sabNoteOf,
  decideTrajectory,
};

const walkMany = (held: Rules, howMany: number, tally = new SabTally()): void => {
  fc.assert(
    fc.property(paths(steps), (path) => {
      walkCases(path, held, tally);
    }),
    { numRuns: howMany, seed: 20_261_101, endOnFailure: true, includeErrorInReport: true },
  );
};

const table = (title: string, counts: ReadonlyMap<string, number>): string =>
  [title, ...[...counts].sort().map(([name, count]) => `  ${String(count).padStart(7)}  ${name}`)].join('\n');

test('on more than 30,000 commands every promise holds, every command is accepted and every refusal is reached', () => {
  const tally = new SabTally();
  walkMany(rules, runs, tally);
  process.stdout.write(
    [
      `${tally.commands} commands on ${runs} paths`,
      table('accepted with new facts', tally.accepted),
      table('refused', tally.refused),
      table('facts told', tally.told),
      '',
    ].join('\n'),
  );
  expect(tally.commands).toBeGreaterThanOrEqual(30_000);
  expect([...askedKinds, 'VoidCase'].filter((kind) => !tally.accepted.has(kind))).toEqual([]);
  expect(sabRefusalCodes.filter((code) => !tally.refused.has(code))).toEqual([]);
  expect(fieldsForWords.filter((field) => !tally.sung.has(field))).toEqual([]);
}, 120_000);

const { decideCase, foldCase, noteOf } = rules;

/** Rules broken on purpose: the laws must notice each of them. */
const broken: readonly (readonly [string, RegExp, Partial<Rules>])[] = [
  [
    'a plan that starts though the coach has not agreed',
    /a plan started without the yes of: coach/,
    {
      decideCase: (command, now, facts) => {
        const { on } = command;
        const yes = { on, with: 'coach', agreed: true, under16: false } as const;
        return decideCase(
          command,
          command.type === 'StartStepPlan' ? { ...now, consultations: [...now.consultations, yes] } : now,
          facts,
        );
      },
    },
  ],
  [
    'a plan that starts without the parents of a student who is under 16',
    /a plan started without the yes of: parents/,
    {
      foldCase: (now, event) => {
        const after = foldCase(now, event);
        return { ...after, consultations: after.consultations.map((each) => ({ ...each, under16: false })) };
      },
    },
  ],
  [
    'a consultation that is recorded late and counts as the newest',
    /a plan started without the yes of/,
    {
      foldCase: (now, event) => {
        const after = foldCase(now, event);
        const days = after.consultations.map(({ on }) => on).toSorted();
        return {
          ...after,
          consultations: after.consultations.map((each, index) => ({ ...each, on: days[index] ?? each.on })),
        };
      },
    },
  ],
  [
    'a note that carries the question',
    /content of a case has come to the trajectory/,
    {
      noteOf: (id, event) => {
        const note = noteOf(id, event);
        return note && event.type === 'CaseOpened' ? { ...note, ...{ question: event.data.question } } : note;
      },
    },
  ],
  [
    'a conversation that writes what was said in confidence among who was there',
    /words of a case stand in a structural field/,
    {
      decideCase: (command, now, facts) =>
        decideCase(
          command.type === 'RecordSabConversation' && command.confidential !== undefined
            ? { ...command, present: [...command.present, command.confidential] }
            : command,
          now,
          facts,
        ),
    },
  ],
  [
    'a revision that forgets which steps were done',
    /a done step was forgotten/,
    {
      foldCase: (now, event) => {
        const after = foldCase(now, event);
        if (event.type !== 'StepPlanRevised' || !after.plan) return after;
        const steps = [...after.plan.steps].map(
          ([step, each]) => [step, { ...each, doneOn: undefined }] as const,
        );
        return { ...after, plan: { ...after.plan, steps: new Map(steps) } };
      },
    },
  ],
  [
    'a revision that does not keep the steps of the plan before',
    /a step of an earlier plan can be read no more/,
    {
      foldCase: (now, event) =>
        foldCase(
          event.type === 'StepPlanRevised' && now.plan
            ? { ...now, plan: { ...now.plan, steps: new Map() } }
            : now,
          event,
        ),
    },
  ],
  [
    'a plan that counts its steps from one again',
    /a step number was given twice/,
    {
      decideCase: (command, now, facts) =>
        decideCase(
          command,
          command.type === 'DraftStepPlan' && now.plan
            ? { ...now, plan: { ...now.plan, steps: new Map() } }
            : now,
          facts,
        ),
    },
  ],
  [
    'a pause that is written down each time it is asked',
    /the clock stands still twice|asked again at once, told twice/,
    {
      decideCase: (command, now, facts) =>
        command.type === 'PauseClock' && isOpen(now)
          ? accept(fact('ClockPaused', { on: command.on, waitingFor: command.waitingFor }))
          : decideCase(command, now, facts),
    },
  ],
  [
    'a pause that begins anew when it is asked again after it was over',
    /asked again late, told twice/,
    {
      decideCase: (command, now, facts) =>
        command.type === 'PauseClock' && !now.paused
          ? decideCase(command, { ...now, told: [], resumedOn: undefined }, facts)
          : decideCase(command, now, facts),
    },
  ],
  [
    'a pause that begins in the middle of the one before',
    /two pauses overlap/,
    {
      foldCase: (now, event) => ({ ...foldCase(now, event), resumedOn: undefined }),
    },
  ],
  [
    'two cases that are open at once',
    /two cases of a student are open/,
    {
      decideTrajectory: (command, now, facts) =>
        decideTrajectory(
          command,
          command.type === 'NoteSab'
            ? { ...now, secondLine: { ...now.secondLine, openCase: undefined } }
            : now,
          facts,
        ),
    },
  ],
  [
    'a referral that goes on though the trajectory never heard of it',
    /two cases of a student are open|the trajectory holds another case for the open one/,
    {
      decideCase: (command, now, facts) =>
        command.type === 'VoidCase' ? accept() : decideCase(command, now, facts),
    },
  ],
  [
    'a trajectory that tells of the work on a case that was void',
    /the trajectory has heard of what never was/,
    {
      decideTrajectory: (command, now, facts) =>
        command.type === 'NoteSab' &&
        command.step === 'accepted' &&
        !now.told.some(({ data }) => 'case' in data && data.case === command.case)
          ? accept(ofTrajectory('SabReferralAccepted', { on: command.on, case: command.case }))
          : decideTrajectory(command, now, facts),
    },
  ],
  [
    'a trajectory that hears of a plan and does not say so',
    /the trajectory has not heard the whole story/,
    { noteOf: (id, event) => (event.type === 'StepPlanStarted' ? undefined : noteOf(id, event)) },
  ],
  [
    'a referral that makes somebody else responsible',
    /the coach changed by what the second line did/,
    {
      decideTrajectory: (command, now, facts) => {
        const said = decideTrajectory(command, now, facts);
        if (command.type !== 'NoteSab' || command.step !== 'referred' || !said.accepted || !now.coach)
          return said;
        const [from, { on }] = [now.coach.id, command];
        const to = from === cem ? dirk : cem;
        return accept(
          ...said.events,
          ofTrajectory('ResponsibilityMoved', { on, from, to, because: 'handover' }),
        );
      },
    },
  ],
  [
    'a step that is done without a day',
    /not storable/,
    {
      decideCase: (command, now, facts) => {
        const said = decideCase(command, now, facts);
        return command.type === 'CompleteStep' && said.accepted && said.events.length > 0
          ? accept({ type: 'StepCompleted', data: { step: command.step } } as SabCaseEvent)
          : said;
      },
    },
  ],
];

test.each(broken)('the laws notice %s', (_name, law, part) => {
  expect(() => {
    walkMany({ ...rules, ...part }, 300);
  }).toThrow(law);
});
