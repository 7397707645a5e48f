import { type CalendarDate, dateOf } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import { schoolYearOf } from '../../../src/domain/institution/calendar.ts';
import type { Catalogue } from '../../../src/domain/institution/catalogue.ts';
import type { Programme } from '../../../src/domain/institution/ids.ts';
import { dimensionsOf } from '../../../src/domain/trajectory/dimensions.ts';
import type { Dimension, Initiative } from '../../../src/domain/trajectory/events.ts';
import type { SwitchId } from '../../../src/domain/trajectory/ids.ts';
import type { Fact } from '../known/facts.ts';
import type { History } from '../known/history.ts';
import { enrolledAtSchoolOn, schoolAccountOf, type SchoolAccount } from '../accounts/school-account.ts';

/** When in the path a switch falls; all that hold. */
export const moments = [
  'beforeDefinitive',
  'insideStartProgramme',
  'onOrBefore1Oct',
  'after1Oct',
  'firstYear',
  'later',
] as const;
export type Moment = (typeof moments)[number];

export interface SwitchMade {
  readonly id: SwitchId;
  readonly on: CalendarDate;
  readonly from: Programme;
  readonly to: Programme;
  readonly dimensions: readonly Dimension[];
  readonly moment: readonly Moment[];
  readonly initiative?: Initiative;
  readonly fact: Fact<'Switched'>;
  readonly events: readonly Uuid[];
}

export interface StartProgramme {
  readonly on: CalendarDate;
  /** As extended. */
  readonly endsOn: CalendarDate;
  /** First day of the placement that it belongs to. */
  readonly placedOn: CalendarDate;
  readonly facts: readonly Fact[];
}

/** The one that no other is later than. */
export const lastBy = <Each>(
  all: readonly Each[],
  isLater: (one: Each, other: Each) => boolean,
): Each | undefined =>
  all.reduce<Each | undefined>(
    (last, each) => (last === undefined || isLater(each, last) ? each : last),
    undefined,
  );

/** Start programmes with the extensions that fall to each of them. */
export const startProgrammesOf = (history: History): readonly StartProgramme[] => {
  const started = history.of('StartProgrammeStarted');
  return started.map((fact, index) => {
    const next = started[index + 1];
    const extensions = history
      .of('StartProgrammeExtended')
      .filter(({ ordinal }) => ordinal > fact.ordinal && (next === undefined || ordinal < next.ordinal));
    const placement = lastBy(
      history.of('PlacedProvisionally').filter(({ data }) => data.on <= fact.data.on),
      (one, other) => one.data.on >= other.data.on,
    );
    return {
      on: fact.data.on,
      endsOn: extensions.at(-1)?.data.endsOn ?? fact.data.endsOn,
      placedOn: placement?.data.on ?? fact.data.on,
      facts: [fact, ...extensions],
    };
  });
};

/** On or before its extended end, since the placement that it belongs to. */
export const fallsInside = ({ placedOn, endsOn }: StartProgramme, day: CalendarDate): boolean =>
  placedOn <= day && day <= endsOn;

const programmesWereCorrected = ({ corrected }: Fact): boolean =>
  corrected !== undefined && (corrected.has('from') || corrected.has('to')) && !corrected.has('dimensions');

/**
 * The first mbo year as the year-1 definitions have it: the first enrolment began after 1 October of the year
 * before. A placement may be of spring or summer, so it only tells where there is no enrolment.
 */
const inFirstYear = ({ stretches, placedFrom }: SchoolAccount, schoolYear: number): boolean => {
  const begun = stretches.find(({ definitive }) => definitive)?.from ?? placedFrom;
  return begun === undefined || begun > dateOf(schoolYear - 1, 10, 1);
};

const momentOf = (
  on: CalendarDate,
  school: SchoolAccount,
  startProgrammes: readonly StartProgramme[],
): readonly Moment[] => {
  const schoolYear = schoolYearOf(on);
  const firstYear = inFirstYear(school, schoolYear);
  const holds: Record<Moment, boolean> = {
    beforeDefinitive: enrolledAtSchoolOn(school, on) === undefined,
    insideStartProgramme: startProgrammes.some((each) => fallsInside(each, on)),
    onOrBefore1Oct: on <= dateOf(schoolYear, 10, 1),
    after1Oct: on > dateOf(schoolYear, 10, 1),
    firstYear,
    later: !firstYear,
  };
  return moments.filter((moment) => holds[moment]);
};

/** Every switch that was made, with its dimensions and moment as known. */
export const switchesMade = (
  history: History,
  school: SchoolAccount,
  catalogue: Catalogue,
): readonly SwitchMade[] => {
  const startProgrammes = startProgrammesOf(history);
  return history.of('Switched').map((fact) => {
    const { switch: id, on, from, to } = fact.data;
    const request = history.of('SwitchRequested').findLast(({ data }) => data.switch === id);
    return {
      id,
      on,
      from,
      to,
      dimensions: programmesWereCorrected(fact) ? dimensionsOf(from, to, catalogue) : fact.data.dimensions,
      moment: momentOf(on, school, startProgrammes),
      ...(request === undefined ? {} : { initiative: request.data.initiative }),
      fact,
      events: [...(request ? [request.id] : []), fact.id],
    };
  });
};

/** As `switchesMade`, for whoever has a history and no account of it yet. */
export const switchesOf = (history: History, catalogue: Catalogue): readonly SwitchMade[] =>
  switchesMade(history, schoolAccountOf(history), catalogue);
