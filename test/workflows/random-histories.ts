import { addDays, type CalendarDate, calendarDate } from '../../src/kernel/calendar-date.ts';
import type { LandschapCode, Programme } from '../../src/domain/institution/ids.ts';
import {
  absenceKinds,
  conversationKinds,
  destinationKinds,
  scoutgesprekOutcomes,
  signalRules,
  type TrajectoryEvent,
} from '../../src/domain/trajectory/events.ts';
import { type SignalId, type SwitchId, switchId } from '../../src/domain/trajectory/ids.ts';
import { brokenIn } from '../../src/domain/trajectory/soundness.ts';
import { type ToldEvent, type Trajectory, trajectoryReadable } from '../../src/domain/trajectory/state.ts';
import type { Draws } from '../support/draws.ts';
import * as at from '../support/people.ts';
import { numbered } from './school.ts';

const { fact } = at;
type Breath = readonly TrajectoryEvent[];

const landschappen = [at.bouw, at.uiterlijk];
const coaches = [at.carla, at.cem, at.dirk];
const programmes: readonly Programme[] = [at.timmerman, at.allroundTimmerman, at.kapper];
const scoutOf = (landschap: LandschapCode) => (landschap === at.bouw ? at.sanne : at.samir);
const about = 'woorden';

type Maker = (draw: Draws, now: Trajectory, on: CalendarDate) => Breath | undefined;
/** What could come next, each as it is told in one breath, by its first fact. */
const makers = {
  TrajectoryOpened: (_, __, on) => [fact('TrajectoryOpened', { on })],
  InfoshopVisited: (_, __, on) => [fact('InfoshopVisited', { on, about, conversation: true })],
  MeeloopdagAttended: (draw, _, on) => [fact('MeeloopdagAttended', { on, landschap: draw.of(landschappen) })],
  BuddystageStarted: (_, __, on) => [fact('BuddystageStarted', { on, field: about })],
  Applied: (draw, _, on) => {
    const landschap = draw.of(landschappen);
    return [
      fact('Applied', { on, landschap, wish: about }),
      ...(draw.chance(80) ? [fact('ScoutAssigned', { on, landschap, scout: scoutOf(landschap) })] : []),
    ];
  },
  ScoutAssigned: (draw, _, on) => [
    fact('ScoutAssigned', { on, landschap: at.bouw, scout: draw.of([at.sanne, at.samir]) }),
  ],
  ScoutgesprekPlanned: (draw, _, on) => [
    fact('ScoutgesprekPlanned', { on, landschap: draw.of(landschappen), plannedFor: on }),
  ],
  ScoutgesprekMissed: (draw, _, on) => [fact('ScoutgesprekMissed', { on, landschap: draw.of(landschappen) })],
  ScoutgesprekHeld: (draw, _, on) => [
    fact('ScoutgesprekHeld', {
      on,
      landschap: draw.of(landschappen),
      outcome: draw.of(scoutgesprekOutcomes),
      reasons: about,
    }),
  ],
  ApplicationRedirected: (draw, _, on) => {
    const [from, to] = draw.of([
      [at.bouw, at.uiterlijk],
      [at.uiterlijk, at.bouw],
    ] as const);
    return [fact('ApplicationRedirected', { on, from, to, scout: scoutOf(to) })];
  },
  ApplicationWithdrawn: (draw, _, on) => [
    fact('ApplicationWithdrawn', { on, landschap: draw.of(landschappen) }),
  ],
  PlacedProvisionally: (draw, _, on) => [
    fact('PlacedProvisionally', { on: addDays(on, draw.below(10)), programme: draw.of(programmes) }),
    fact('CoachAssigned', { on, coach: draw.of(coaches) }),
  ],
  EnrolledDefinitively: (draw, _, on) => [fact('EnrolledDefinitively', { on: addDays(on, draw.below(20)) })],
  PlacementCancelled: (_, __, on) => [fact('PlacementCancelled', { on })],
  ResponsibilityOffered: (draw, _, on) => [fact('ResponsibilityOffered', { on, to: draw.of(coaches) })],
  ResponsibilityMoved: (_, now, on) =>
    now.coach && now.offer
      ? [fact('ResponsibilityMoved', { on, from: now.coach.id, to: now.offer.to, because: 'handover' })]
      : undefined,
  ResponsibilityDeclined: (_, now, on) =>
    now.offer && [fact('ResponsibilityDeclined', { on, by: now.offer.to, reason: about })],
  StartProgrammeStarted: (draw, _, on) => [
    fact('StartProgrammeStarted', {
      on,
      endsOn: addDays(on, 75),
      variant: 'tien',
      variantVersion: draw.of([1, 2] as const),
      weeks: draw.of(['school', 'calendar'] as const),
    }),
  ],
  LwpHandedIn: (draw, _, on) => [
    fact('LwpHandedIn', { on, lwp: draw.of(['een', 'twee', 'drie', 'vier'] as const) }),
  ],
  StartProgrammeExtended: (draw, now, on) =>
    now.startProgramme && [
      fact('StartProgrammeExtended', {
        on,
        endsOn: addDays(now.startProgramme.endsOn, 1 + draw.below(20)),
        reason: about,
        agreedBy: at.tineke,
      }),
    ],
  StartProgrammeCompleted: (draw, now, on) =>
    now.startProgramme && !now.startProgramme.completed && draw.chance(40)
      ? [
          fact('StartProgrammeCompleted', {
            on,
            choice: draw.of(['stay', 'switch', 'stop'] as const),
            reasons: about,
          }),
        ]
      : undefined,
  SwitchRequested: (draw, now, on) => [
    fact('SwitchRequested', {
      on,
      switch: switchId(numbered('b', now.switches.size + 1)),
      to: draw.of(programmes),
      initiative: 'student',
      motiveGiven: false,
    }),
  ],
  PlaceOffered: (draw, now, on) =>
    inSwitch(now, (id) =>
      fact('PlaceOffered', { on, switch: id, from: addDays(on, draw.below(20)), coach: draw.of(coaches) }),
    ),
  PlaceRefused: (draw, now, on) =>
    draw.chance(60)
      ? inSwitch(now, (id) => fact('PlaceRefused', { on, switch: id, reason: about }))
      : undefined,
  StudentDeclined: (draw, now, on) =>
    draw.chance(50)
      ? inSwitch(now, (id) => fact('StudentDeclined', { on, switch: id, reason: about }))
      : undefined,
  SwitchWithdrawn: (draw, now, on) =>
    draw.chance(60)
      ? inSwitch(now, (id) => fact('SwitchWithdrawn', { on, switch: id, reason: about }))
      : undefined,
  Switched: (_, now, on) => {
    const asked = now.openSwitch === undefined ? undefined : now.switches.get(now.openSwitch);
    const { coach, placement } = now;
    if (!asked?.offer || !coach || !placement) return undefined;
    const { offer, id, to } = asked;
    return [
      fact('Switched', {
        on: offer.from,
        switch: id,
        from: placement.programme,
        to,
        dimensions: ['crebo'],
        acceptedOn: on,
      }),
      ...(offer.coach === coach.id
        ? []
        : [
            fact('ResponsibilityMoved', {
              on: offer.from,
              from: coach.id,
              to: offer.coach,
              because: 'switch',
            }),
          ]),
    ];
  },
  LandingConfirmed: (draw, now, on) => {
    const made = [...now.switches.values()].filter(({ switchedOn }) => switchedOn !== undefined);
    return made.length === 0
      ? undefined
      : [fact('LandingConfirmed', { on, switch: draw.of(made).id, wellReceived: draw.chance(60) })];
  },
  ConversationHeld: (draw, _, on) => [
    fact('ConversationHeld', { on, kind: draw.of(conversationKinds), faceToFace: true, present: [] }),
  ],
  FinalPhaseEntered: (_, __, on) => [fact('FinalPhaseEntered', { on })],
  AbsenceReportRecorded: (draw, _, on) => [
    fact('AbsenceReportRecorded', { on, kind: draw.of(absenceKinds), from: on, hours: 4 + draw.below(8) }),
  ],
  BsaWarningRecorded: (_, __, on) => [fact('BsaWarningRecorded', { on })],
  BsaRecorded: (draw, _, on) => [
    fact('BsaRecorded', { on, advice: draw.of(['positive', 'negative'] as const) }),
  ],
  SignalRaised: (draw, now, on) => [
    fact('SignalRaised', {
      on,
      signal: numbered('5', now.secondLine.signals.size + 1) as SignalId,
      rule: draw.of(signalRules),
      ruleVersion: 1,
      events: [],
    }),
  ],
  TrainingEnrolled: (draw, _, on) => [
    fact('TrainingEnrolled', { on, training: draw.of(['workskills', 'careerskills', 'leerdoor'] as const) }),
  ],
  TrainingCompleted: (draw, _, on) => [
    fact('TrainingCompleted', { on, training: draw.of(['workskills', 'careerskills', 'leerdoor'] as const) }),
  ],
  TrainingLeft: (_, __, on) => [fact('TrainingLeft', { on, training: 'workskills', reason: about })],
  PriorEducationRecorded: (draw, _, on) =>
    draw.chance(10)
      ? [
          fact('PriorEducationRecorded', {
            on,
            kind: 'havo',
            diploma: draw.of(['yes', 'no'] as const),
            source: about,
          }),
        ]
      : undefined,
  DiplomaAwarded: (draw, now, on) =>
    now.firstPlacedOn === undefined || draw.chance(50)
      ? undefined
      : [fact('DiplomaAwarded', { on, opleidingscode: at.code('25128'), niveau: draw.chance(20) ? 2 : 1 })],
  FollowOnStarted: (draw, _, on) => [fact('FollowOnStarted', { on, programme: draw.of(programmes) })],
  Left: (draw, _, on) =>
    draw.chance(40)
      ? [
          fact('Left', {
            on,
            reason: '4',
            destination: { kind: draw.of(destinationKinds), confirmed: false },
          }),
        ]
      : undefined,
  DestinationRecorded: (draw, _, on) => [
    fact('DestinationRecorded', {
      on,
      destination: { kind: draw.of(destinationKinds), confirmed: true },
      source: about,
    }),
  ],
  Returned: (_, __, on) => [fact('Returned', { on })],
  TrajectoryMerged: (draw, __, on) =>
    draw.chance(5) ? [fact('TrajectoryMerged', { on, into: at.milaAgain })] : undefined,
  RegisterEnrolmentRecorded: (draw) => [
    fact('RegisterEnrolmentRecorded', {
      delivery: at.deliveryId(draw.of(['a', 'b'] as const)),
      brin: '21CY',
      enrolment: '1',
      from: at.d('09-01'),
    }),
    fact('RegisterPeriodRecorded', {
      delivery: at.deliveryId('a'),
      brin: '21CY',
      enrolment: '1',
      from: at.d('09-01'),
      opleidingscode: at.code('25118'),
      leertraject: 'BOL',
    }),
  ],
  RegisterPeriodRecorded: (draw) => [
    fact('RegisterPeriodRecorded', {
      delivery: at.deliveryId('b'),
      brin: '21CY',
      enrolment: '1',
      from: at.d('09-01'),
      opleidingscode: at.code(draw.of(['25128', '25118', '25400'] as const)),
      leertraject: 'BOL',
    }),
  ],
  RegisterEnrolmentEnded: () => [
    fact('RegisterEnrolmentEnded', {
      delivery: at.deliveryId('b'),
      brin: '21CY',
      enrolment: '1',
      until: at.d('09-20'),
    }),
  ],
  RegisterDiplomaRecorded: (draw, _, on) => [
    fact('RegisterDiplomaRecorded', {
      delivery: at.deliveryId('a'),
      brin: '21CY',
      result: draw.of(['1', '2'] as const),
      opleidingscode: draw.chance(20) ? at.code('25128') : at.code('99999'),
      on,
    }),
  ],
  RegisterFactWithdrawn: (draw) => [
    fact('RegisterFactWithdrawn', {
      delivery: at.deliveryId('b'),
      brin: '21CY',
      ...(draw.chance(50)
        ? { fact: 'diploma', result: draw.of(['1', '2'] as const) }
        : { fact: 'enrolment', enrolment: '1' }),
    }),
  ],
  Corrected: (draw, now, on) => {
    if (now.history.length === 0) return undefined;
    const { id, data } = draw.of(now.history.slice(-12));
    return [
      fact('Corrected', {
        event: id,
        why: about,
        ...('on' in data && draw.chance(50)
          ? { values: { on: addDays(on, -draw.below(9)) } }
          : { never: true }),
      }),
    ];
  },
} satisfies Partial<Record<TrajectoryEvent['type'], Maker>>;

const everything = Object.values<Maker>(makers);

/** What is likely here: otherwise the end of a path is seldom reached. */
const likely = (now: Trajectory): readonly (keyof typeof makers)[] => {
  if (now.left)
    return [
      'DestinationRecorded',
      'TrainingEnrolled',
      'TrainingCompleted',
      'TrainingLeft',
      'PriorEducationRecorded',
      'DiplomaAwarded',
      'RegisterDiplomaRecorded',
      'RegisterFactWithdrawn',
      'Corrected',
      'Returned',
    ];
  if (!now.placement)
    return [
      'Applied',
      'ScoutgesprekHeld',
      'ScoutgesprekHeld',
      'ApplicationRedirected',
      'PlacedProvisionally',
    ];
  const asked = now.openSwitch === undefined ? undefined : now.switches.get(now.openSwitch);
  if (asked)
    return asked.stage === 'offered'
      ? ['Switched', 'Switched', 'StudentDeclined', 'SwitchWithdrawn', 'PlaceRefused', 'BsaRecorded']
      : ['PlaceOffered', 'PlaceOffered', 'SwitchWithdrawn', 'PlaceRefused'];
  return [...now.switches.values()].some(({ stage, landedOn }) => stage === 'switched' && !landedOn)
    ? ['LandingConfirmed', 'Left', 'Corrected', 'SwitchRequested']
    : [
        'SwitchRequested',
        'StartProgrammeStarted',
        'StartProgrammeExtended',
        'BsaRecorded',
        'ConversationHeld',
        'TrainingEnrolled',
        'RegisterEnrolmentRecorded',
      ];
};

const inSwitch = (now: Trajectory, made: (id: SwitchId) => TrajectoryEvent): Breath | undefined =>
  now.openSwitch === undefined ? undefined : [made(now.openSwitch)];

export interface Step<Event> {
  readonly today: CalendarDate;
  readonly events: readonly Event[];
}

/** The files in which the register says it, for who asks what they are. */
export const deliveries = new Map(
  [
    ['a', '2025-10-15'],
    ['b', '2025-11-01'],
  ].map(([name = '', madeOn = '']) => [
    at.deliveryId(name),
    { brin: '21CY', from: at.d('08-01'), to: calendarDate(madeOn), madeOn: calendarDate(madeOn), kind: 'RO' },
  ]),
);

/** Where a path may begin, so that what lies far along it is reached too. */
const beginnings: readonly (readonly Breath[])[] = [
  [],
  at.uptoPlaced,
  [...at.uptoPlaced, at.startProgramme],
  at.uptoSwitched,
  [...at.uptoPlaced, at.left],
];

/** A trajectory that could have been: every fact rests on what it must, in an order that nobody would plan. */
export const someTrajectory = (draw: Draws, length: number): readonly Step<ToldEvent>[] => {
  const steps: Step<ToldEvent>[] = [];
  let now: Trajectory = trajectoryReadable.initial;
  let today = at.d('08-20');
  const tell = (events: Breath): void => {
    const told = events.map((event, index): ToldEvent => ({
      ...event,
      id: numbered('f', now.told.length + 1 + index),
      commandId: numbered('c', steps.length + 1),
    }));
    const after = told.reduce(trajectoryReadable.evolve, now);
    if (brokenIn(after.history)) return;
    now = after;
    steps.push({ today, events: told });
  };
  for (const breath of draw.of(beginnings)) tell(breath);
  if (now.told.length > 0) today = at.d('11-24');
  for (let tries = 0; steps.length < length && tries < length * 40; tries++) {
    const maker = draw.chance(25)
      ? makers[draw.of(likely(now))]
      : draw.chance(12)
        ? makers.Corrected
        : draw.of(everything);
    const before = now;
    const events = maker(draw, now, addDays(today, draw.chance(80) ? 0 : -draw.below(12)));
    if (events && now.mergedInto === undefined) tell(events);
    if (now !== before) today = addDays(today, draw.below(9));
  }
  return steps;
};
