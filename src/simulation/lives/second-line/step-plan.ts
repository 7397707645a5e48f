import type { StepAsked } from '../../../domain/sab-case/commands.ts';
import { type Consulted, waitingFor } from '../../../domain/sab-case/events.ts';
import { dateText } from '../../diary.ts';
import { shares } from '../../school/shares.ts';
import type { Care } from '../care.ts';
import { dated } from '../life.ts';
import { goneBefore } from './case-ends.ts';
import type { SabCase } from './case.ts';
import { offerTraining } from './trainings.ts';
import { referring, steps } from './words.ts';

/** A conversation of the second line; the adviser keeps for himself what was told in confidence. */
export const meet = (care: Care, work: SabCase, on: number): void => {
  const { chance } = care;
  if (goneBefore(care, work, on)) return;
  const words = chance.pick(referring);
  work.ask(on, work.adviser(on), {
    type: 'RecordSabConversation',
    ...dated(on),
    faceToFace: chance.happens(0.85),
    present: ['student', 'adviser', ...(chance.happens(0.2) ? ['ouders'] : [])],
    ...(chance.happens(0.75) && { forCoach: words.forCoach }),
    ...(chance.happens(0.6) && { confidential: words.confidential }),
  });
};

/** What comes of a plan: it is over when its steps are done, or when nobody waits for the rest any more. */
type WhenDone = (on: number) => void;

const asked = (care: Care, on: number, count: number): readonly StepAsked[] =>
  Array.from({ length: count }, () => {
    const { days } = care.life.world;
    return { ...care.chance.pick(steps), by: dateText(days.after(on, care.chance.between(8, 45))) };
  });

/** Drafted and talked over; where somebody says no there is another draft. */
export const draft = (
  care: Care,
  work: SabCase,
  on: number,
  starts: boolean,
  done: WhenDone,
  again = false,
): void => {
  const { chance } = care;
  if (goneBefore(care, work, on)) return;
  const planned = asked(care, on, chance.between(2, 4));
  const first = work.lastStep + 1;
  work.lastStep += planned.length;
  work.ask(on, work.adviser(on), { type: 'DraftStepPlan', ...dated(on), steps: planned });
  const withParents = care.under16(on) || (care.age(on) < 18 && chance.happens(0.4));
  const whom: readonly Consulted[] = withParents ? ['coach', 'student', 'parents'] : ['coach', 'student'];
  const saysNo = !again && chance.happens(shares.planNotAgreed) ? chance.pick(whom) : undefined;
  let last = on;
  for (const one of starts ? whom : whom.slice(0, 1)) {
    last = care.life.world.days.after(last, chance.between(0, 4));
    care.plan(last, (held) => consult(care, work, held, one, one !== saysNo));
  }
  if (!starts) stalls(care, work, last, done);
  else if (saysNo)
    care.planAfter(last, chance.between(2, 6), (redrafted) =>
      draft(care, work, redrafted, starts, done, true),
    );
  else
    care.planAfter(last, chance.between(0, 3), (begun) =>
      start(
        care,
        work,
        begun,
        planned.map(({ who }, index) => ({ who, number: first + index })),
        done,
      ),
    );
};

const consult = (care: Care, work: SabCase, on: number, whom: Consulted, agreed: boolean): void => {
  if (goneBefore(care, work, on)) return;
  work.ask(on, work.adviser(on), {
    type: 'RecordConsultation',
    ...dated(on),
    with: whom,
    agreed,
    under16: care.under16(on),
    ...((!agreed || care.chance.happens(0.3)) && {
      remarks: agreed ? 'Vindt het een haalbaar plan' : 'Wil eerst met de stage beginnen en dan pas met hulp',
    }),
  });
};

/** It is never talked over with everybody: the coordinator hears of it, and in the end somebody lets it go. */
const stalls = (care: Care, work: SabCase, on: number, done: WhenDone): void => {
  const { chance } = care;
  care.planAfter(on, chance.between(12, 25), (late) => {
    if (goneBefore(care, work, late)) return;
    work.ask(late, work.adviser(late), {
      type: 'EscalateCase',
      ...dated(late),
      to: 'sabCoordinator',
      why: 'De student komt niet op afspraken; het plan ligt stil',
    });
    const review = (times: number) => (reviewed: number) => {
      if (goneBefore(care, work, reviewed)) return;
      if (times === 0 || chance.happens(0.25)) done(reviewed);
      else care.planAfter(reviewed, 40, review(times - 1));
    };
    care.planAfter(late, 40, review(3));
  });
};

interface OpenStep {
  readonly who: StepAsked['who'];
  readonly number: number;
}

const start = (care: Care, work: SabCase, on: number, planned: readonly OpenStep[], done: WhenDone): void => {
  const { chance } = care;
  if (goneBefore(care, work, on)) return;
  work.ask(on, work.adviser(on), { type: 'StartStepPlan', ...dated(on) });
  if (chance.happens(shares.workskillsInPlan)) offerTraining(care, on, 'workskills');
  if (chance.happens(shares.paused))
    care.planAfter(on, chance.between(3, 12), (halted) => pause(care, work, halted));
  care.planAfter(on, chance.between(8, 18), (met) => meet(care, work, met));
  carryOut(care, work, on, planned, done, chance.happens(shares.planRevised));
};

/** Step by step, most on time; where it does not work out, other steps take their place. */
const carryOut = (
  care: Care,
  work: SabCase,
  from: number,
  planned: readonly OpenStep[],
  done: WhenDone,
  revised: boolean,
): void => {
  const { chance } = care;
  let on = from;
  for (const [index, { who, number }] of planned.entries()) {
    on = care.life.world.days.after(on, chance.between(4, 13));
    if (revised && index > 0) {
      care.plan(on, (changed) => revise(care, work, changed, done));
      return;
    }
    if (index > 0 && chance.happens(shares.stepForgotten)) continue;
    care.plan(on, (completed) => {
      if (goneBefore(care, work, completed)) return;
      const actor =
        (who === 'student' ? care.student : who === 'coach' ? work.coach(completed) : undefined) ??
        work.adviser(completed);
      work.ask(completed, actor, {
        type: 'CompleteStep',
        ...dated(completed),
        step: number,
        ...(chance.happens(0.6) && { result: 'Gedaan; het geeft rust' }),
      });
    });
  }
  care.planAfter(on, chance.between(1, 8), done);
};

const revise = (care: Care, work: SabCase, on: number, done: WhenDone): void => {
  if (goneBefore(care, work, on)) return;
  const planned = asked(care, on, care.chance.between(1, 3));
  const first = work.lastStep + 1;
  work.lastStep += planned.length;
  work.ask(on, work.adviser(on), {
    type: 'ReviseStepPlan',
    ...dated(on),
    steps: planned,
    why: 'De eerste stappen waren te groot; kleiner verder',
  });
  carryOut(
    care,
    work,
    on,
    planned.map(({ who }, index) => ({ who, number: first + index })),
    done,
    false,
  );
};

const pause = (care: Care, work: SabCase, on: number): void => {
  const { chance } = care;
  if (goneBefore(care, work, on)) return;
  work.ask(on, work.adviser(on), {
    type: 'PauseClock',
    ...dated(on),
    waitingFor: chance.pick(waitingFor),
    ...(chance.happens(0.6) && { why: 'Wacht op een intake bij de gemeente' }),
  });
  care.planAfter(on, chance.between(5, 25), (resumed) => {
    if (!goneBefore(care, work, resumed))
      work.ask(resumed, work.adviser(resumed), { type: 'ResumeClock', ...dated(resumed) });
  });
};
