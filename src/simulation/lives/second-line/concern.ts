import type { AbsenceKind } from '../../../domain/trajectory/events.ts';
import { day } from '../../days.ts';
import { dateText } from '../../diary.ts';
import { as } from '../../school/school.ts';
import { absenceShare, shares } from '../../school/shares.ts';
import { dated } from '../life.ts';
import type { Care } from '../care.ts';
import { raise } from './signals.ts';
import { answer, talk } from '../guidance/talks.ts';
import { concerns } from './words.ts';

/** Absence, worry and the advice of the first year; whoever is about to go shows it more often. */
export const planConcern = (care: Care, year: number, first: boolean): void => {
  const { chance, life } = care;
  const goes = life.stays.endsAfter(day(year, 10, 1));
  const latest = Math.min(day(year + 1, 6, 25), (goes ?? Number.POSITIVE_INFINITY) - 3);
  const somewhere = (from: number): number => chance.between(Math.min(from, latest), latest);
  const niveau = life.offered?.niveau ?? 4;
  const trouble = goes !== undefined && goes < day(year + 1, 9, 30) && !life.qualified;
  if (chance.happens(trouble ? shares.absenceBeforeLeaving : absenceShare[niveau]))
    care.plan(somewhere(day(year, 10, 20)), (on) => absence(care, on, true));
  if (chance.happens(shares.otherAbsence))
    care.plan(somewhere(day(year, 10, 8)), (on) => absence(care, on, false));
  if (chance.happens(trouble ? shares.concernBeforeLeaving : shares.concern))
    care.plan(somewhere(day(year, 10, 12)), (on) => concern(care, on));
  if (first && !life.takenOver) planAdvice(care, year);
};

const absence = (care: Care, on: number, unauthorised: boolean): void => {
  const { chance, life } = care;
  const placed = care.placed(on);
  if (!placed || on < placed.since) return;
  const age = care.age(on);
  const kind: AbsenceKind = unauthorised
    ? age < 18
      ? 'V3'
      : age < 23 && chance.happens(0.35)
        ? 'RMC'
        : 'V4'
    : chance.weighted({ LRV: 4, L: 3, O: 3 });
  const from = Math.max(life.world.days.onOrBefore(on - chance.between(6, 26)), placed.since);
  const report = care.say(
    on,
    chance.happens(0.6) ? care.coach(placed, on) : as('teamLeader', care.landschap(placed).teamLeader),
    {
      type: 'RecordAbsenceReport',
      ...dated(on),
      kind,
      from: dateText(from),
      ...(chance.happens(kind === 'LRV' ? 0.2 : 0.7) && { to: dateText(on) }),
      ...(unauthorised && { hours: chance.between(16, 44) }),
    },
  );
  if (!unauthorised) return;
  care.planAfter(on, 1, (next) => {
    raise(care, next, 'absence16Hours', [report]);
    answer(care, next);
  });
};

const concern = (care: Care, on: number): void => {
  const { chance } = care;
  const placed = care.placed(on);
  if (!placed) return;
  const { coaches, teamLeader } = care.landschap(placed);
  const by = chance.weighted({ student: 25, coach: 35, colleague: 30, teamLeader: 10 });
  const actor = {
    student: () => care.student,
    coach: () => care.coach(placed, on),
    colleague: () => as('coach', chance.pick(coaches.filter((each) => each !== placed.coach))),
    teamLeader: () => as('teamLeader', teamLeader),
  }[by]();
  care.say(on, actor, {
    type: 'RaiseConcern',
    ...dated(on),
    what: chance.pick(concerns[by]),
    seenBy: actor.role,
  });
  answer(care, on);
};

/** The bindend studieadvies: a warning in time, and at the end of the first year a yes or a no. */
const planAdvice = (care: Care, year: number): void => {
  const { chance, life } = care;
  const asked = life.stays.told.find(
    ({ command, recorded }) =>
      command.type === 'RequestSwitch' && command.initiative === 'bsa' && recorded > day(year, 11, 5),
  );
  if (asked) {
    const negative = life.world.days.onOrBefore(asked.recorded - chance.between(3, 8));
    care.plan(negative - chance.between(12, 20), (on) => warn(care, on));
    care.plan(negative, (on) => advise(care, on, 'negative'));
    return;
  }
  const warned = chance.happens(shares.bsaWarning);
  if (warned) care.plan(chance.between(day(year + 1, 1, 18), day(year + 1, 3, 12)), (on) => warn(care, on));
  const on = chance.between(day(year + 1, 5, 25), day(year + 1, 7, 2));
  const leaves = life.stays.endsAfter(on);
  const goes = leaves !== undefined && leaves < on + 90 && !life.qualified;
  const advice = warned && goes && chance.happens(0.5) ? 'negative' : 'positive';
  if (chance.happens(shares.bsa)) care.plan(on, (said) => advise(care, said, advice));
};

const warn = (care: Care, on: number): void => {
  const placed = care.placed(on);
  if (!placed) return;
  const warning = care.say(on, care.coach(placed, on), { type: 'RecordBsaWarning', ...dated(on) });
  care.planAfter(on, 1, (next) => {
    raise(care, next, 'bsaWarning', [warning]);
    answer(care, next);
  });
};

const advise = (care: Care, on: number, advice: 'positive' | 'negative'): void => {
  const placed = care.placed(on);
  if (!placed) return;
  care.say(on, as('teamLeader', care.landschap(placed).teamLeader), {
    type: 'RecordBsa',
    ...dated(on),
    advice,
  });
  // Another programme is talked over.
  if (advice === 'negative')
    care.planAfter(on, care.chance.between(1, 7), (talked) => talk(care, talked, 'career'));
};
