import { type SabCaseData, sabCaseEvents } from '../../src/domain/sab-case/events.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import { addDays, type CalendarDate, calendarDate } from '../../src/kernel/calendar-date.ts';
import { instant } from '../../src/kernel/instant.ts';
import type { NewEvent } from '../../src/ports/event-store.ts';
import type { Batch, School } from './made-histories.ts';

type Fact = {
  [Type in keyof SabCaseData]: {
    readonly type: Type;
    readonly data: Omit<SabCaseData[Type], 'on'>;
  };
}[keyof SabCaseData];

const said = 'Slaapt slecht sinds de scheiding en wil daar op school niet over praten.';

/** A life of a case by the rules of the office: voided, returned, or worked on until it is closed, or not yet. */
const factsOf = ({ random, landschappen, staff }: School): readonly Fact[] => {
  const pick = <T>(values: readonly T[]): T => {
    const found = values[Math.floor(random.number() * values.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  };
  const chance = (share: number): boolean => random.number() < share;
  const adviser = pick(staff.slice(0, 6));
  const opened: Fact = {
    type: 'CaseOpened',
    data: {
      student: random.uuid() as string as StudentId,
      coach: pick(staff),
      landschap: pick(landschappen),
      urgent: chance(0.2),
      question: said,
      tried: said,
    },
  };
  if (chance(0.1)) return [opened, { type: 'CaseVoided', data: { why: 'CaseAlreadyOpen' } }];
  if (chance(0.1)) return [opened, { type: 'ReferralReturned', data: { why: said } }];
  const whats = (n: number): string[] => Array.from({ length: n }, () => said);
  const steps = (first: number, n: number, by: CalendarDate) =>
    Array.from({ length: n }, (_, index) => ({
      step: first + index,
      who: pick(['student', 'coach', 'adviser'] as const),
      by,
    }));
  const due = calendarDate('2025-03-03');
  const paused: readonly Fact[] = chance(0.4)
    ? [
        { type: 'ClockPaused', data: { waitingFor: pick(['student', 'parents'] as const), why: said } },
        ...(chance(0.7) ? [{ type: 'ClockResumed', data: {} } as const] : []),
      ]
    : [];
  const all: readonly Fact[] = [
    opened,
    { type: 'ReferralAccepted', data: { adviser } },
    {
      type: 'SabConversationHeld',
      data: { faceToFace: true, present: ['student'], forCoach: said, confidential: said },
    },
    ...paused,
    { type: 'StepPlanDrafted', data: { version: 1, steps: steps(1, 2, due), whats: whats(2) } },
    { type: 'ConsultationHeld', data: { with: 'student', agreed: true, under16: false, remarks: said } },
    { type: 'ConsultationHeld', data: { with: 'coach', agreed: true, under16: false } },
    { type: 'StepPlanStarted', data: { version: 1 } },
    { type: 'StepCompleted', data: { step: 1, result: said } },
    ...(chance(0.3) ? [{ type: 'CaseAssigned', data: { adviser: pick(staff.slice(0, 6)) } } as const] : []),
    {
      type: 'StepPlanRevised',
      data: { version: 2, steps: steps(3, 1, addDays(due, 21)), whats: whats(1), why: said },
    },
    { type: 'CaseEscalated', data: { to: 'sabCoordinator', why: said } },
    { type: 'LoopbaanboxUsed', data: { remarks: said } },
    { type: 'CaseClosed', data: { outcome: pick(['goesOn', 'switches'] as const), feedback: said } },
    { type: 'ThankedForReferral', data: { from: 'adviser', words: said } },
  ];
  return all.slice(0, 1 + Math.floor(random.number() * all.length * 1.5));
};

/** Cases that go on beside each other, an event of each that is still open at a time. */
export function* madeCases(
  school: School,
  { cases, from = '2024-09-02' }: { readonly cases: number; readonly from?: string },
): Generator<readonly Batch[]> {
  const { random } = school;
  const going = Array.from({ length: cases }, () => ({ id: random.uuid(), facts: factsOf(school) }));
  for (let at = 0; going.some(({ facts }) => facts.length > at); at++) {
    const on = addDays(calendarDate(from), at * 4);
    yield going.flatMap(({ id, facts }): readonly Batch[] => {
      const fact = facts[at];
      if (!fact) return [];
      const commandId = random.uuid();
      const event: NewEvent = {
        id: random.uuid(),
        type: fact.type,
        version: sabCaseEvents[fact.type].version,
        data: { on, ...fact.data },
        meta: {
          commandId,
          commandHash: commandId.replaceAll('-', '').repeat(2),
          actor: { id: school.staff[0] ?? '', role: 'adviser' },
          causationId: commandId,
          correlationId: commandId,
          recordedAt: instant(`${on}T09:30:00.000Z`),
          source: 'simulation',
        },
      };
      return [{ stream: `sabCase-${id}`, first: at, events: [event] }];
    });
  }
}

/** No made-up text but this one is said in these cases. */
export const saidInCases = said;
