import { institutionStream, type Training } from '../../domain/institution/ids.ts';
import { institutionSubject } from '../../domain/institution/subject.ts';
import { type StaffId, staffStream } from '../../domain/staff/ids.ts';
import type { SessionId } from '../../domain/trajectory/ids.ts';
import type { Chance } from '../chance.ts';
import { day, type SchoolDays } from '../days.ts';
import { dateText, type Diary, step } from '../diary.ts';
import { isAway, staffSubject } from './founding.ts';
import { absenceOn, as, type School, type Session } from './school.ts';

/** Students of the school to one group of a training in a term: made up. */
const perGroup = 1_800;

interface Term {
  /** Months; those before August are of the next calendar year. */
  readonly begins: readonly number[];
  readonly weeks: number;
}
const terms: Readonly<Record<Training, Term>> = {
  workskills: { begins: [11, 2, 4], weeks: 8 },
  careerskills: { begins: [12, 3], weeks: 6 },
  leerdoor: { begins: [3], weeks: 4 },
};
const named = { workskills: 'Workskills', careerskills: 'Careerskills', leerdoor: 'Leerdoor' } as const;

/** The advisers beside the one whom every school has. */
export const hireAdvisers = (
  { secondLine, simulator }: School,
  chance: Chance,
  diary: Diary,
  on: number,
): void => {
  for (const [index, id] of secondLine.advisers.entries()) {
    if (index === 0) continue;
    const say = (command: Parameters<typeof staffSubject.decide>[0]): void =>
      diary.note(
        on,
        step(staffSubject, id, command, simulator, { lane: staffStream(id), commandId: chance.uuid() }),
      );
    say({ type: 'RegisterStaff', on: dateText(on), name: `Adviseur ${index + 1}` });
    say({ type: 'AssignRole', role: 'adviser', from: dateText(on) });
  }
};

const session = (chance: Chance, on: number): Session => ({ on, session: chance.uuid() as SessionId });

/** Once a week, where school is open. */
const weekly = (chance: Chance, days: SchoolDays, first: number, sessions: number): readonly Session[] => {
  const found: Session[] = [];
  for (let on = first; found.length < sessions; on += 7) if (days.isOpen(on)) found.push(session(chance, on));
  return found;
};

interface Year {
  readonly school: School;
  readonly chance: Chance;
  readonly diary: Diary;
  readonly days: SchoolDays;
  readonly year: number;
}

/** What is known beforehand of a school year: groups, sessions, and which adviser is away. */
export const secondLineYear = (of: Year, students: number): void => {
  defineGroups(of, Math.max(1, Math.round(students / perGroup)));
  planTogether(of);
  advisersAway(of);
};

const defineGroups = ({ school, chance, diary, days, year }: Year, inEachTerm: number): void => {
  const { groups, advisers, coordinator } = school.secondLine;
  const definedOn = days.onOrAfter(day(year, 10, 12));
  for (const [training, { begins, weeks }] of Object.entries(terms) as [Training, Term][])
    for (const [term, month] of begins.entries())
      for (let number = 1; number <= inEachTerm; number++) {
        const first = day(month > 9 ? year : year + 1, month, chance.between(4, 14));
        const sessions = weekly(chance, days, days.onOrAfter(first), weeks);
        const code = `${training}-${year}-${term + 1}-${number}`;
        groups.push({ code, training, definedOn, adviser: chance.pick(advisers), sessions });
        diary.note(
          definedOn,
          step(
            institutionSubject,
            institutionStream,
            {
              type: 'DefineTrainingGroup',
              group: code,
              training,
              name: `${named[training]} ${year}-${year + 1}, groep ${(term + 1) * 10 + number}`,
              from: dateText(sessions[0]?.on ?? first),
              until: dateText(sessions.at(-1)?.on ?? first),
            },
            as('sabCoordinator', coordinator),
            { commandId: chance.uuid() },
          ),
        );
      }
};

const planTogether = ({ school, chance, days, year }: Year): void => {
  const { loopbaanbox, advisers, groupTalks } = school.secondLine;
  for (const { code: landschap, coaches } of school.landschappen) {
    for (const about of [day(year, 11, 16), day(year + 1, 3, 9)]) {
      const on = days.onOrAfter(about + chance.between(0, 11));
      loopbaanbox.push({ ...session(chance, on), landschap, adviser: chance.pick(advisers) });
    }
    for (const coach of coaches) {
      const on = days.onOrAfter(days.firstLesson(year + 1) + chance.between(8, 22));
      groupTalks.set(coach, [...(groupTalks.get(coach) ?? []), session(chance, on)]);
    }
  }
};

/** Every year one of them is away so long that the cases must go to somebody else. */
const advisersAway = ({ school, chance, diary, days, year }: Year): void => {
  const { advisers, coordinator } = school.secondLine;
  for (const [index, adviser] of advisers.entries()) {
    const long = index === year % advisers.length;
    if (!long && !chance.happens(0.5)) continue;
    const from = days.onOrAfter(
      long
        ? chance.between(day(year, 12, 1), day(year + 1, 2, 10))
        : chance.between(day(year, 10, 20), day(year + 1, 6, 20)),
    );
    const to = from + (long ? chance.between(50, 85) : chance.between(7, 28));
    const there = advisers.filter((each) => each !== adviser && !absenceOn(school, each, from + 1));
    if (there.length > 0)
      isAway(
        school,
        diary,
        adviser,
        { from, to, deputy: chance.pick(there) },
        as('sabCoordinator', coordinator),
        chance.uuid(),
      );
  }
};

/** Somebody of the second line, or who stands in for him on a day. */
export const adviserOn = (school: School, adviser: StaffId, on: number) =>
  as('adviser', absenceOn(school, adviser, on)?.deputy ?? adviser);
