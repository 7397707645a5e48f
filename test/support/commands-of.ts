import { addDays, type CalendarDate, calendarDate } from '../../src/kernel/calendar-date.ts';
import type { Destination } from '../../src/domain/trajectory/events.ts';
import type { Programme } from '../../src/domain/institution/ids.ts';
import type { Delivered } from '../../src/domain/trajectory/facts.ts';
import type { RegisterEnrolment, TrajectoryCommand } from '../../src/domain/trajectory/commands.ts';
import { destinationKinds, initiatives, priorEducationKinds } from '../../src/domain/trajectory/events.ts';
import { switchId } from '../../src/domain/trajectory/ids.ts';
import type { Trajectory } from '../../src/domain/trajectory/state.ts';
import { guidanceCommands } from './commands/guidance.ts';
import { type MakersOf, words } from './commands/maker.ts';
import { secondLineCommands } from './commands/second-line.ts';
import { Draws } from './draws.ts';
import * as at from './people.ts';
import { factId } from './scenario.ts';

const landschappen = [at.bouw, at.uiterlijk, at.bouw, at.uiterlijk, at.bouw, at.uiterlijk, at.nowhere];
const coaches = [at.carla, at.cem, at.dirk, at.carla, at.cem, at.dirk, at.gea, at.sanne, at.nobody];
const scouts = [at.sanne, at.samir, at.sanne, at.samir, at.cem];
const teamLeaders = [at.tineke, at.teun, at.tineke, at.teun, at.cem];
const programmes: readonly Programme[] = [
  at.timmerman,
  at.timmermanBbl,
  at.allroundTimmerman,
  at.dossierTimmeren,
  at.domeinBouw,
  at.kapper,
];
const odd: readonly Programme[] = [
  at.unknownProgramme,
  { ...at.timmerman, niveau: 4 },
  { ...at.kapper, landschap: at.nowhere },
];
const codes = ['25128', '25118', '23057', '79000', '25400', '99999'].map(at.code);
const switches = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => switchId(`b0000000-0000-4000-8000-00000000000${n}`));

/** Three files of one school and one of another, each made on a day of its own. */
export const deliveries: ReadonlyMap<ReturnType<typeof at.deliveryId>, Delivered> = new Map(
  [
    ['a', '21CY', '2024-08-01', '2025-07-31', '2025-08-01'],
    ['b', '21CY', '2025-08-01', '2025-10-31', '2025-11-01'],
    ['c', '21CY', '2024-08-01', '2025-12-31', '2026-01-05'],
    ['d', '01AA', '2025-08-01', '2025-12-31', '2026-01-06'],
  ].map(([name = '', brin = '', from = '', to = '', madeOn = '']) => [
    at.deliveryId(name),
    { brin, from: calendarDate(from), to: calendarDate(to), madeOn: calendarDate(madeOn) },
  ]),
);

const destination = (draw: Draws): Destination => ({
  kind: draw.of(destinationKinds),
  confirmed: draw.chance(50),
  ...draw.maybe({ from: at.d('12-01') }),
});

const enrolment = (draw: Draws): RegisterEnrolment => ({
  enrolment: draw.of(['1', '2']),
  from: draw.of(['2024-08-01', '2025-08-01', '2025-09-15'].map(calendarDate)),
  ...draw.maybe({ plannedUntil: calendarDate('2028-07-31') }),
  ...draw.maybe({ until: draw.of(['2025-07-31', '2025-11-30'].map(calendarDate)), reason: '4' }),
  periods: ['2024-08-01', '2025-08-01', '2025-10-01']
    .filter(() => draw.chance(60))
    .map((from) => ({
      from: calendarDate(from),
      opleidingscode: draw.of(codes),
      leertraject: 'BOL' as const,
      ...draw.maybe({ niveau: 2 as const }),
    })),
});

/** New values for a fact: most of them fit it, some do not. */
const valuesFor = (draw: Draws, data: Readonly<Record<string, unknown>>, on: CalendarDate) => {
  const fields = Object.keys(data);
  const name = draw.chance(50) && 'on' in data ? 'on' : draw.of([...fields, 'unheardOf']);
  const value: unknown = data[name];
  const fresh = (): unknown => {
    if (typeof value === 'boolean') return !value;
    if (typeof value === 'number') return value;
    if (name === 'on' || name === 'from' || name === 'endsOn') return addDays(on, -draw.below(20));
    if (['coach', 'scout', 'to', 'by', 'agreedBy'].includes(name))
      return draw.of([...coaches, ...programmes]);
    if (name === 'programme') return draw.of(programmes);
    if (name === 'landschap') return draw.of(landschappen);
    return draw.of(words);
  };
  return { [name]: fresh() };
};

const correction = (draw: Draws, now: Trajectory, on: CalendarDate): TrajectoryCommand => {
  const target = draw.chance(95) && now.told.length > 0 ? draw.of(now.told) : undefined;
  return {
    type: 'Correct',
    event: target?.id ?? factId(999_999),
    change: draw.chance(35) ? { never: true } : { values: valuesFor(draw, target?.data ?? {}, on) },
    why: 'verkeerd ingevoerd',
  };
};

const someSwitch = (draw: Draws, now: Trajectory) =>
  draw.chance(95) && now.openSwitch !== undefined
    ? now.openSwitch
    : draw.of([...now.switches.keys(), ...switches]);
const applicationOf = (draw: Draws, now: Trajectory) =>
  draw.of([
    ...[...now.applications].filter(([, { open }]) => open).map(([each]) => each),
    draw.of(landschappen),
  ]);
const scoutFor = (draw: Draws, landschap: string) =>
  draw.chance(90) ? (landschap === at.uiterlijk ? at.samir : at.sanne) : draw.of(scouts);
const wanted = (draw: Draws, now: Trajectory): Programme => {
  const welcome = programmes.filter(({ landschap }) => now.everWelcome.has(landschap));
  return draw.chance(85) && welcome.length > 0 ? draw.of(welcome) : draw.of([...programmes, ...odd]);
};

/** A command of each kind, with what this trajectory makes likely. */
export const commandOf: MakersOf<TrajectoryCommand> = {
  RecordPriorEducation: (draw, _, on) => ({
    type: 'RecordPriorEducation',
    on: addDays(on, -draw.below(400)),
    kind: draw.of(priorEducationKinds),
    diploma: draw.of(['yes', 'no', 'unknown']),
    source: 'inschrijfformulier',
  }),
  RecordExemption: (draw, _, on) => ({
    type: 'RecordExemption',
    on,
    kind: 'leerplicht',
    from: addDays(on, -draw.below(50)),
    ...draw.maybe({ to: addDays(on, 40 - draw.below(100)) }),
    confirmed: true,
  }),
  OpenTrajectory: (_draw, _now, on) => ({ type: 'OpenTrajectory', on }),
  RecordInfoshopVisit: (draw, _, on) => ({
    type: 'RecordInfoshopVisit',
    on,
    about: draw.of(words),
    conversation: draw.chance(50),
  }),
  RecordMeeloopdag: (draw, _, on) => ({
    type: 'RecordMeeloopdag',
    on,
    landschap: draw.of(landschappen),
    attended: draw.chance(70),
  }),
  StartBuddystage: (draw, _, on) => ({ type: 'StartBuddystage', on, field: draw.of(words) }),
  EndBuddystage: (_draw, _now, on) => ({ type: 'EndBuddystage', on }),
  MergeInto: (draw, _, on) => ({
    type: 'MergeInto',
    on,
    into: draw.of([at.milaAgain, at.milaAgain, at.mila, at.unknownStudent]),
  }),
  Apply: (draw, _, on) => {
    const landschap = draw.of(landschappen);
    return { type: 'Apply', on, landschap, wish: draw.of(words), scout: scoutFor(draw, landschap) };
  },
  PlanScoutgesprek: (draw, now, on) => ({
    type: 'PlanScoutgesprek',
    on,
    landschap: applicationOf(draw, now),
    plannedFor: addDays(on, draw.below(10)),
  }),
  RecordScoutgesprekNoShow: (draw, now, on) => ({
    type: 'RecordScoutgesprekNoShow',
    on,
    landschap: applicationOf(draw, now),
  }),
  RecordScoutgesprek: (draw, now, on) => ({
    type: 'RecordScoutgesprek',
    on,
    landschap: applicationOf(draw, now),
    outcome: draw.of(['place', 'place', 'place', 'orientFurther', 'otherLandschap', 'notYet']),
    reasons: draw.of(words),
  }),
  RedirectApplication: (draw, now, on) => {
    const to = draw.of(landschappen);
    return { type: 'RedirectApplication', on, from: applicationOf(draw, now), to, scout: scoutFor(draw, to) };
  },
  WithdrawApplication: (draw, now, on) => ({
    type: 'WithdrawApplication',
    on,
    landschap: applicationOf(draw, now),
  }),
  Place: (draw, now, on) => ({
    type: 'Place',
    on: draw.chance(80) ? on : addDays(on, draw.below(30)),
    programme: wanted(draw, now),
    coach: draw.of(coaches),
  }),
  EnrolDefinitively: (draw, _, on) => ({
    type: 'EnrolDefinitively',
    on: draw.chance(70) ? on : addDays(on, draw.below(30)),
  }),
  SpecifyProgramme: (draw, _, on) => ({ type: 'SpecifyProgramme', on, opleidingscode: draw.of(codes) }),
  CancelPlacement: (_draw, _now, on) => ({ type: 'CancelPlacement', on }),
  OfferResponsibility: (draw, _, on) => ({ type: 'OfferResponsibility', on, to: draw.of(coaches) }),
  AcceptResponsibility: (_draw, _now, on) => ({ type: 'AcceptResponsibility', on }),
  DeclineResponsibility: (draw, _, on) => ({ type: 'DeclineResponsibility', on, reason: draw.of(words) }),
  StartStartProgramme: (draw, _, on) => ({
    type: 'StartStartProgramme',
    on,
    ...(draw.chance(20) ? { variant: draw.of(['tien', 'zes']) } : {}),
  }),
  HandInLwp: (draw, _, on) => ({ type: 'HandInLwp', on, lwp: draw.of(words) }),
  AssessLwp: (draw, _, on) => ({ type: 'AssessLwp', on, lwp: draw.of(words), verdict: 'sufficient' }),
  ExtendStartProgramme: (draw, now, on) => ({
    type: 'ExtendStartProgramme',
    on,
    endsOn: addDays(now.startProgramme?.endsOn ?? on, draw.below(20) - 3),
    reason: draw.of(words),
    agreedBy: draw.of(teamLeaders),
  }),
  CompleteStartProgramme: (draw, _, on) => ({
    type: 'CompleteStartProgramme',
    on,
    choice: draw.of(['stay', 'switch', 'stop']),
    reasons: draw.of(words),
  }),
  RequestSwitch: (draw, now, on) => ({
    type: 'RequestSwitch',
    on,
    switch: draw.of(switches.filter((each) => draw.chance(3) || !now.switches.has(each)).concat(switches)),
    to: draw.chance(95) ? draw.of(programmes) : draw.of(odd),
    ...draw.maybe({ motive: draw.of(words) }),
    initiative: draw.of(initiatives),
    ...(draw.chance(75) ? { exception: { agreedBy: draw.of(teamLeaders) } } : {}),
  }),
  OfferPlace: (draw, now, on) => ({
    type: 'OfferPlace',
    on,
    switch: someSwitch(draw, now),
    from: addDays(on, draw.below(25) - 4),
    coach: draw.of(coaches),
  }),
  RefusePlace: (draw, now, on) => ({
    type: 'RefusePlace',
    on,
    switch: someSwitch(draw, now),
    reason: draw.of(words),
  }),
  AcceptStudent: (draw, now, on) => ({ type: 'AcceptStudent', on, switch: someSwitch(draw, now) }),
  DeclineStudent: (draw, now, on) => ({
    type: 'DeclineStudent',
    on,
    switch: someSwitch(draw, now),
    reason: draw.of(words),
  }),
  ConfirmLanding: (draw, now, on) => ({
    type: 'ConfirmLanding',
    on,
    switch: draw.of([...now.switches.keys(), draw.of(switches)]),
    wellReceived: draw.chance(80),
  }),
  WithdrawSwitch: (draw, now, on) => ({
    type: 'WithdrawSwitch',
    on,
    switch: someSwitch(draw, now),
    reason: draw.of(words),
  }),
  ...guidanceCommands,
  ...secondLineCommands,
  AwardDiploma: (draw, now, on) => ({
    type: 'AwardDiploma',
    on,
    opleidingscode: draw.chance(80)
      ? (now.lastPlacement?.programme.opleidingscode ?? at.code('25128'))
      : draw.of(codes),
    ...(draw.chance(20) ? { leavesOn: addDays(on, draw.below(3)) } : {}),
  }),
  IssueMboVerklaring: (_draw, _now, on) => ({ type: 'IssueMboVerklaring', on }),
  StartFollowOn: (draw, _, on) => ({
    type: 'StartFollowOn',
    on: addDays(on, draw.below(20)),
    programme: draw.of([...programmes, ...odd]),
  }),
  Leave: (draw, _, on) => ({
    type: 'Leave',
    on,
    reason: draw.of(['1', '4', '5']),
    destination: destination(draw),
  }),
  RecordDestination: (draw, _, on) => ({
    type: 'RecordDestination',
    on,
    destination: destination(draw),
    source: draw.of(words),
  }),
  Return: (_draw, _now, on) => ({ type: 'Return', on }),
  Correct: correction,
  RecordRegisterFacts: (draw) => {
    const delivery = draw.chance(97) ? draw.of([...deliveries.keys()]) : at.deliveryId('f');
    const says = new Draws((draw.path + delivery.charCodeAt(0) * 7_919) % 2_147_483_646 || 1);
    return {
      type: 'RecordRegisterFacts',
      delivery,
      enrolments: says.chance(85) ? [enrolment(says)] : [],
      diplomas: says.chance(30)
        ? [
            {
              result: '1',
              opleidingscode: says.of(codes),
              on: says.of([at.d('10-15'), calendarDate('2025-07-01')]),
            },
          ]
        : [],
    };
  },
  RecordDuoVerdict: (draw) => ({
    type: 'RecordDuoVerdict',
    countYear: 2025,
    status: draw.of(['provisional', 'definitive']),
    verdict: draw.of(['vsv', 'notVsv']),
    delivery: draw.of(['NRSP2025V', 'NRSP2025D']),
  }),
};
