import type { Training } from '../../../domain/institution/ids.ts';
import type { Attendance } from '../../../domain/trajectory/events.ts';
import { adviserOn } from '../../school/second-line.ts';
import type { TrainingGroup } from '../../school/school.ts';
import { shares } from '../../school/shares.ts';
import { dated } from '../life.ts';
import type { Care } from '../care.ts';

/** The group that begins soon, or is not yet half way. */
const groupFor = (care: Care, on: number, training: Training): TrainingGroup | undefined => {
  const open = care.life.world.school.secondLine.groups.filter((group) => {
    const middle = group.sessions[Math.floor(group.sessions.length / 3)];
    return (
      group.training === training &&
      group.definedOn < on &&
      middle !== undefined &&
      on < middle.on &&
      (group.sessions[0]?.on ?? 0) < on + 75
    );
  });
  return open.length > 0 ? care.chance.pick(open) : undefined;
};

/** Enrols in the next group, where there is one, and goes there week after week. */
export const offerTraining = (care: Care, on: number, training: Training): boolean => {
  const { chance, life } = care;
  const { school } = life.world;
  if (care.trainings.has(training)) return false;
  const group = groupFor(care, on, training);
  if (!group) return false;
  const placed = care.placed(on);
  const adviser = adviserOn(school, group.adviser, on);
  care.trainings.add(training);
  care.say(on, placed && chance.happens(0.4) ? care.coach(placed, on) : adviser, {
    type: 'EnrolInTraining',
    ...dated(on),
    training,
    group: group.code,
  });
  attend(care, on, group, placed !== undefined);
  return true;
};

const attend = (care: Care, enrolled: number, group: TrainingGroup, fromSchool: boolean): void => {
  const { chance, life } = care;
  const { training, sessions } = group;
  const coming = sessions.filter(({ on }) => on > enrolled);
  const quitsAt = chance.happens(shares.trainingLeft) ? chance.between(1, coming.length) : undefined;
  const regular = chance.between(70, 98);
  let over = false;
  const adviser = (on: number) => adviserOn(life.world.school, group.adviser, on);
  const quit = (on: number, actor: typeof care.student, reason: string): void => {
    over = true;
    care.trainings.delete(training);
    care.say(on, actor, { type: 'LeaveTraining', ...dated(on), training, reason });
  };
  for (const [index, { on: held, session }] of coming.entries())
    care.plan(held, (on) => {
      if (over) return;
      if (fromSchool && !care.placed(on)) {
        quit(on, adviser(on), 'Is van school gegaan');
        return;
      }
      if (index + 1 === quitsAt) {
        const himself = care.placed(on) !== undefined && chance.happens(0.5);
        quit(on, himself ? care.student : adviser(on), chance.pick(whyLeft));
        return;
      }
      const attendance: Attendance = chance.happens(regular / 100)
        ? 'present'
        : chance.pick(['excused', 'absent']);
      care.say(on, adviser(on), {
        type: 'RecordTrainingAttendance',
        ...dated(on),
        training,
        session,
        attendance,
      });
    });
  const last = coming.at(-1)?.on;
  if (last === undefined || chance.happens(shares.trainingUnfinished)) return;
  care.planAfter(last, chance.between(0, 4), (on) => {
    if (over) return;
    over = true;
    care.trainings.delete(training);
    care.say(on, adviser(on), { type: 'CompleteTraining', ...dated(on), training });
  });
};

const whyLeft = [
  'Heeft werk gevonden',
  'Past niet meer naast de stage',
  'Komt niet meer en reageert niet',
] as const;

/** Whoever left without a startkwalificatie is offered Workskills. */
export const planWorkskills = (care: Care, since: number, until: number): void => {
  const { life } = care;
  const left = life.stays.endsAfter(since);
  if (
    left === undefined ||
    left > until ||
    life.qualified ||
    !care.chance.happens(shares.workskillsAfterLeaving)
  )
    return;
  care.planAfter(left, care.chance.between(4, 15), (on) => {
    if (care.hasLeft(on)) offerTraining(care, on, 'workskills');
  });
};

/** Who still doubts joins a session with the loopbaanbox, together with others of the landschap. */
export const planLoopbaanbox = (care: Care, from: number, until: number): void => {
  const { chance, life } = care;
  if (!chance.happens(shares.loopbaanboxTogether)) return;
  const { school } = life.world;
  const here = life.offered?.landschap.code;
  const sessions = school.secondLine.loopbaanbox.filter(
    ({ landschap, on }) => landschap === here && from < on && on <= until,
  );
  if (sessions.length === 0) return;
  const { on: held, session, adviser } = chance.pick(sessions);
  care.plan(held, (on) => {
    if (on === held && care.placed(on))
      care.say(on, adviserOn(school, adviser, on), {
        type: 'RecordLoopbaanboxSession',
        ...dated(on),
        session,
      });
  });
};
