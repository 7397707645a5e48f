import {
  attendances,
  type ConversationKind,
  portfolioAreas,
  raters,
  trajectoryEvents,
  type TrajectoryData,
  type TrajectoryEvent,
} from '../../src/domain/trajectory/events.ts';
import {
  type LandschapCode,
  type Leerweg,
  type Opleidingscode,
  type Programme,
  trainings,
} from '../../src/domain/institution/ids.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import type { StudentId } from '../../src/domain/student/ids.ts';
import type { CaseId } from '../../src/domain/sab-case/ids.ts';
import type { GoalId, PortfolioItemId, SessionId, SwitchId } from '../../src/domain/trajectory/ids.ts';
import { addDays, type CalendarDate, calendarDate } from '../../src/kernel/calendar-date.ts';
import { instant } from '../../src/kernel/instant.ts';
import type { Role, Uuid } from '../../src/kernel/message.ts';
import type { NewEvent } from '../../src/ports/event-store.ts';
import type { Random } from '../../src/ports/random.ts';

/** What one command of a made-up life writes. */
export interface Batch {
  readonly stream: string;
  readonly first: number;
  readonly events: readonly NewEvent[];
}

export interface School {
  readonly random: Random;
  readonly landschappen: readonly LandschapCode[];
  readonly staff: readonly StaffId[];
}

const programmes: readonly { readonly code: string; readonly landschap: number }[] = [
  { code: '25655', landschap: 0 },
  { code: '25656', landschap: 0 },
  { code: '25480', landschap: 1 },
  { code: '25491', landschap: 1 },
  { code: '25604', landschap: 2 },
  { code: '25605', landschap: 2 },
  { code: '25187', landschap: 3 },
  { code: '79050', landschap: 3 },
];

export const madeSchool = (random: Random): School => ({
  random,
  landschappen: ['techniek', 'zorg-welzijn', 'economie', 'ict-media'] as LandschapCode[],
  staff: Array.from({ length: 60 }, () => random.uuid() as string as StaffId),
});

const pick = <T>({ random }: School, values: readonly T[]): T => {
  const found = values[Math.floor(random.number() * values.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};

const programmeOf = (school: School): Programme => {
  const { code, landschap } = pick(school, programmes);
  return {
    opleidingscode: code as Opleidingscode,
    niveau: pick(school, [2, 3, 4] as const),
    leerweg: pick(school, ['BOL', 'BOL', 'BBL'] as readonly Leerweg[]),
    landschap: school.landschappen[landschap] ?? ('techniek' as LandschapCode),
  };
};

const happened = <Type extends keyof TrajectoryData>(
  type: Type,
  data: TrajectoryData[Type],
): TrajectoryEvent => ({ type, data }) as TrajectoryEvent;

const said = 'Wil liever met mensen werken dan met machines, en weet dat sinds de meeloopdag.';

interface Step {
  /** Days since the step before. */
  readonly after: number;
  readonly events: readonly TrajectoryEvent[];
}

/** A life at school by the rules of the office; the shares are made up, the order of the steps is not. */
function* life(
  school: School,
  from: CalendarDate,
  known: readonly Uuid[],
  others: readonly StudentId[],
  guided: boolean,
): Generator<Step, void, CalendarDate> {
  const { random } = school;
  const chance = (share: number): boolean => random.number() < share;
  let on = from;
  let programme = programmeOf(school);
  let coach = pick(school, school.staff);
  const step = function* (after: number, ...events: TrajectoryEvent[]): Generator<Step, void, CalendarDate> {
    on = yield { after, events };
  };
  const make = (after: number): CalendarDate => addDays(on, after);

  yield* step(0, happened('TrajectoryOpened', { on }));
  if (chance(0.5)) {
    const day = make(5);
    yield* step(5, happened('InfoshopVisited', { on: day, about: said, conversation: chance(0.5) }));
  }
  if (chance(0.3)) {
    const day = make(9);
    yield* step(9, happened('MeeloopdagAttended', { on: day, landschap: programme.landschap }));
  }
  yield* step(
    14,
    happened('Applied', { on: make(14), landschap: programme.landschap, wish: said }),
    happened('ScoutAssigned', {
      on: make(14),
      landschap: programme.landschap,
      scout: pick(school, school.staff),
    }),
  );
  yield* step(
    4,
    happened('ScoutgesprekPlanned', { on: make(4), landschap: programme.landschap, plannedFor: make(9) }),
  );
  if (chance(0.1))
    yield* step(5, happened('ScoutgesprekMissed', { on: make(5), landschap: programme.landschap }));
  yield* step(
    5,
    happened('ScoutgesprekHeld', {
      on: make(5),
      landschap: programme.landschap,
      outcome: 'place',
      reasons: said,
    }),
  );
  if (chance(0.05)) {
    yield* step(3, happened('ApplicationWithdrawn', { on: make(3), landschap: programme.landschap }));
    return;
  }
  yield* step(
    7,
    happened('PriorEducationRecorded', {
      on: make(-30),
      kind: 'vmbo-t',
      diploma: 'yes',
      source: 'diploma gezien',
    }),
  );
  yield* step(
    1,
    happened('PlacedProvisionally', { on: make(1), programme }),
    happened('CoachAssigned', { on: make(1), coach }),
  );
  yield* step(20, happened('EnrolledDefinitively', { on: make(20) }));
  yield* step(
    5,
    happened('StartProgrammeStarted', {
      on: make(5),
      endsOn: make(80),
      variant: 'basis',
      variantVersion: 1,
      weeks: 'school',
    }),
  );
  for (let week = 0; week < 5; week++) {
    yield* step(7, happened('LwpHandedIn', { on: make(7), lwp: `lwp-${week + 1}` }));
    yield* step(
      3,
      happened('LwpAssessed', { on: make(3), lwp: `lwp-${week + 1}`, verdict: 'sufficient', remarks: said }),
    );
  }
  const conversation = (after: number, kind: ConversationKind): Generator<Step, void, CalendarDate> =>
    step(
      after,
      happened('ConversationHeld', {
        on: make(after),
        kind,
        faceToFace: true,
        agreements: said,
        goals: said,
        present: ['student', 'coach'],
      }),
    );
  yield* conversation(4, 'reflection');
  const guidance = function* (): Generator<Step, void, CalendarDate> {
    const goal = random.uuid() as string as GoalId;
    const [rater, area] = [pick(school, raters), pick(school, portfolioAreas)];
    const score = 1 + Math.floor(random.number() * 5);
    yield* step(
      1,
      happened('LeermeterRated', {
        on: make(1),
        rater,
        leermeter: 0,
        scores: [{ competence: pick(school, ['motieven', 'werk']), score }],
        remarks: said,
      }),
    );
    yield* step(
      1,
      happened('PortfolioItemAdded', {
        on: make(1),
        item: random.uuid() as string as PortfolioItemId,
        area,
        kind: chance(0.5) ? 'product' : 'reflection',
        title: said,
      }),
    );
    yield* step(1, happened('GoalAgreed', { on: make(1), goal, what: said }));
    if (chance(0.6)) yield* step(3, happened('GoalReached', { on: make(3), goal }));
    if (chance(0.1)) {
      const id = random.uuid() as string as CaseId;
      yield* step(2, happened('ReferredToSab', { on: make(2), case: id, urgent: false }));
      if (chance(0.7)) yield* step(3, happened('SabReferralAccepted', { on: make(3), case: id }));
    }
  };
  const years = 1 + Math.floor(random.number() * 3);
  const trySwitch = function* (): Generator<Step, void, CalendarDate> {
    yield* conversation(6, 'switch');
    const id = random.uuid() as string as SwitchId;
    const to = programmeOf(school);
    yield* step(
      2,
      happened('SwitchRequested', {
        on: make(2),
        switch: id,
        to,
        initiative: 'student',
        motiveGiven: true,
        motive: said,
      }),
    );
    if (chance(0.1)) {
      yield* step(6, happened('PlaceRefused', { on: make(6), switch: id, reason: said }));
      return;
    }
    const next = pick(school, school.staff);
    yield* step(5, happened('PlaceOffered', { on: make(5), switch: id, from: make(12), coach: next }));
    if (chance(0.1)) {
      yield* step(2, happened('SwitchWithdrawn', { on: make(2), switch: id, reason: said }));
      return;
    }
    yield* step(
      3,
      happened('Switched', {
        on: make(9),
        switch: id,
        from: programme,
        to,
        dimensions: ['crebo', 'domein', 'landschap'],
        acceptedOn: make(3),
      }),
      happened('ResponsibilityMoved', { on: make(9), from: coach, to: next, because: 'switch' }),
    );
    programme = to;
    coach = next;
    if (chance(0.8))
      yield* step(20, happened('LandingConfirmed', { on: make(20), switch: id, wellReceived: chance(0.9) }));
  };
  if (chance(0.25)) yield* trySwitch();
  yield* step(10, happened('StartProgrammeCompleted', { on: make(10), choice: 'stay', reasons: said }));
  if (chance(0.04)) {
    const wrong = known.at(-1);
    if (wrong !== undefined)
      yield* step(
        2,
        happened('Corrected', {
          event: wrong,
          why: said,
          ...(chance(0.5) ? { never: true } : { values: { on: make(-3) } }),
        }),
      );
  }
  if (chance(0.02)) {
    const into = others[Math.floor(random.number() * others.length)];
    if (into !== undefined) {
      yield* step(2, happened('TrajectoryMerged', { on: make(2), into }));
      return;
    }
  }
  for (let year = 0; year < years; year++) {
    for (const kind of ['leermeter', 'reflection', 'career'] as const) {
      yield* conversation(80, kind);
      if (guided) yield* guidance();
    }
    if (chance(0.3))
      yield* step(
        3,
        happened('PortfolioItemAdded', {
          on: make(3),
          item: random.uuid() as string as PortfolioItemId,
          area: pick(school, portfolioAreas),
          kind: 'reflection',
          title: 'Mijn stage',
          words: said,
        }),
      );
    if (chance(0.06)) yield* trySwitch();
    if (chance(0.1)) {
      const to = pick(school, school.staff);
      yield* step(8, happened('ResponsibilityOffered', { on: make(8), to }));
      yield* step(2, happened('ResponsibilityMoved', { on: make(2), from: coach, to, because: 'handover' }));
      coach = to;
    }
    yield* step(
      90,
      happened('DuoVerdictRecorded', {
        countYear: 2023,
        status: 'provisional',
        verdict: 'notVsv',
        delivery: 'A14',
      }),
    );
  }
  if (chance(0.2)) {
    const training = pick(school, trainings);
    yield* conversation(5, 'support');
    if (training !== 'workskills') yield* step(4, happened('FinalPhaseEntered', { on: make(4) }));
    yield* step(4, happened('TrainingEnrolled', { on: make(4), training }));
    for (let week = 0; week < 2; week++)
      yield* step(
        7,
        happened('TrainingAttendanceRecorded', {
          on: make(7),
          training,
          session: random.uuid() as string as SessionId,
          attendance: pick(school, attendances),
        }),
      );
    yield* step(
      7,
      chance(0.8)
        ? happened('TrainingCompleted', { on: make(7), training })
        : happened('TrainingLeft', { on: make(7), training, reason: said }),
    );
  }
  const diploma = chance(0.75);
  const last = make(20);
  yield* step(
    20,
    ...(diploma ? [happened('DiplomaAwarded', { on: last, opleidingscode: programme.opleidingscode })] : []),
    happened('Left', {
      on: last,
      reason: diploma ? '01' : '05',
      destination: { kind: diploma ? 'hbo' : 'unknown', confirmed: diploma },
    }),
  );
  if (!diploma)
    yield* step(
      40,
      happened('DestinationRecorded', {
        on: make(40),
        destination: { kind: 'work', confirmed: false },
        source: 'gebeld',
      }),
    );
}

interface Going {
  readonly id: StudentId;
  readonly steps: Generator<Step, void, CalendarDate>;
  readonly ids: Uuid[];
  next: Step;
}

/**
 * Lives that go on beside each other, in the order in which they would have been recorded; about 36 events
 * each. `started` trajectories begin on each day from the first one on.
 */
export function* madeHistories(
  school: School,
  {
    trajectories,
    perDay,
    from = '2021-03-01',
    guided = false,
  }: {
    readonly trajectories: number;
    readonly perDay: number;
    readonly from?: string;
    /** With ratings, portfolio, goals and referrals between the conversations. */
    readonly guided?: boolean;
  },
): Generator<readonly Batch[]> {
  const { random } = school;
  const byDay = new Map<number, Going[]>();
  const begun: StudentId[] = [];
  let going = 0;
  const put = (day: number, each: Going): void => {
    const there = byDay.get(day);
    if (there) there.push(each);
    else byDay.set(day, [each]);
  };
  for (let day = 0; going > 0 || begun.length < trajectories; day++) {
    const date = addDays(calendarDate(from), day);
    for (let starting = 0; starting < perDay && begun.length < trajectories; starting++) {
      const id = random.uuid() as string as StudentId;
      const ids: Uuid[] = [];
      const steps = life(school, date, ids, begun, guided);
      const first = steps.next();
      begun.push(id);
      if (first.done) continue;
      put(day, { id, steps, ids, next: first.value });
      going++;
    }
    const batches: Batch[] = [];
    for (const each of byDay.get(day) ?? []) {
      const first = each.ids.length;
      const commandId = random.uuid();
      const recordedAt = instant(`${date}T${String(7 + (batches.length % 10)).padStart(2, '0')}:30:00.000Z`);
      const events = each.next.events.map(({ type, data }): NewEvent => ({
        id: random.uuid(),
        type,
        version: trajectoryEvents[type].version,
        data,
        meta: {
          commandId,
          commandHash: commandId.replaceAll('-', '').repeat(2),
          actor: {
            id: pick(school, school.staff),
            role: pick(school, ['coach', 'scout'] as readonly Role[]),
          },
          causationId: commandId,
          correlationId: commandId,
          recordedAt,
          source: 'simulation',
        },
      }));
      each.ids.push(...events.map(({ id }) => id));
      batches.push({ stream: `trajectory-${each.id}`, first, events });
      const next = each.steps.next(date);
      if (next.done) going--;
      else put(day + Math.max(1, next.value.after), { ...each, next: next.value });
    }
    byDay.delete(day);
    if (batches.length > 0) yield batches;
  }
}
