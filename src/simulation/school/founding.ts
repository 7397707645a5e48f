import type { InstitutionCommand } from '../../domain/institution/commands.ts';
import { institutionStream } from '../../domain/institution/ids.ts';
import { institutionSubject } from '../../domain/institution/subject.ts';
import type { StaffCommand } from '../../domain/staff/commands.ts';
import { type StaffId, staffStream } from '../../domain/staff/ids.ts';
import { staffSubjectWith } from '../../domain/staff/subject.ts';
import { weekdayOf } from '../../kernel/calendar-date.ts';
import type { Actor, Role, Uuid } from '../../kernel/message.ts';
import type { Chance } from '../chance.ts';
import { day, type SchoolDays } from '../days.ts';
import { dateText, type Diary, step } from '../diary.ts';
import { type Absence, as, leerwegenOf, onItsDomein, type School } from './school.ts';
import { lwpsOf } from '../lives/path/start-programme.ts';

/** In a simulation only people leave on whom nobody depends. */
export const staffSubject = staffSubjectWith(async () => []);

const institutionCommands = (school: School, first: number): readonly InstitutionCommand[] => [
  ...school.landschappen.flatMap(
    ({ code, name, variant, meeloopdag, buddystage, offered }): InstitutionCommand[] => [
      {
        type: 'DefineStartProgrammeVariant',
        variant,
        name: `Startprogramma ${name}`,
        weeks: 10,
        lwps: [...lwpsOf(code)],
        emphasis: 'Ontdekken of het past',
      },
      { type: 'DefineLandschap', landschap: code, name, meeloopdag, buddystage, variant },
      ...[
        ...new Set(
          offered.flatMap((each) => {
            const domein = onItsDomein(each);
            return domein
              ? [each.programme.opleidingscode, domein.programme.opleidingscode]
              : [each.programme.opleidingscode];
          }),
        ),
      ].map((opleidingscode): InstitutionCommand => {
        const leerwegen = leerwegenOf(offered, opleidingscode);
        return {
          type: 'DefineProgramme',
          opleidingscode,
          landschap: code,
          leerwegen: leerwegen.length > 0 ? [...leerwegen] : ['BOL', 'BBL'],
        };
      }),
    ],
  ),
  ownCalendar(Number(dateText(first).slice(0, 4))),
  ...school.landschappen
    .filter(({ weeks }) => weeks === 'calendar')
    .map(({ code, weeks }): InstitutionCommand => ({
      type: 'ChangeSetting',
      setting: 'startProgrammeWeeks',
      landschap: code,
      value: weeks,
      from: dateText(first),
    })),
];

/** In its first year the school has holidays of its own: an mbo institution sets them itself. */
const ownCalendar = (year: number): InstitutionCommand => {
  const saturdays = (name: string, onOrAfter: number, weeks: number) => {
    const from = onOrAfter + ((6 - weekdayOf(dateText(onOrAfter)) + 7) % 7);
    return { name, from: dateText(from), until: dateText(from + 7 * weeks + 1) };
  };
  return {
    type: 'SetCalendar',
    schoolYear: year,
    holidays: [
      saturdays('Herfstvakantie', day(year, 10, 17), 1),
      saturdays('Kerstvakantie', day(year, 12, 19), 2),
      saturdays('Voorjaarsvakantie', day(year + 1, 2, 14), 1),
      saturdays('Meivakantie', day(year + 1, 4, 24), 2),
      saturdays('Zomervakantie', day(year + 1, 7, 9), 6),
    ],
  };
};

/** What the school offers, said on its first day. */
export const found = (school: School, diary: Diary, first: number): void => {
  for (const command of institutionCommands(school, first))
    diary.note(first, step(institutionSubject, institutionStream, command, school.simulator));
};

/** The people who work there, with their roles, before the first student comes. */
export const hireStaff = (school: School, diary: Diary, first: number): void => {
  let count = 0;
  const hire = (id: StaffId, role: Role, landschap?: School['landschappen'][number]): void => {
    count++;
    const say = (command: StaffCommand): void =>
      diary.note(first, step(staffSubject, id, command, school.simulator, { lane: staffStream(id) }));
    say({ type: 'RegisterStaff', on: dateText(first), name: `Medewerker ${count}` });
    say({
      type: 'AssignRole',
      role,
      ...(landschap && { landschap: landschap.code }),
      from: dateText(first),
    });
  };
  for (const landschap of school.landschappen) {
    hire(landschap.teamLeader, 'teamLeader', landschap);
    for (const id of landschap.scouts) hire(id, 'scout', landschap);
    for (const id of landschap.coaches) hire(id, 'coach', landschap);
  }
  for (const id of school.infoshop) hire(id, 'infoshop');
  for (const { id, role } of school.others) hire(id, role);
};

/** What happens to the staff in a school year: illness, with a deputy; somebody who goes. */
export const staffYear = (
  school: School,
  chance: Chance,
  diary: Diary,
  days: SchoolDays,
  year: number,
): void => {
  for (const { coaches, teamLeader } of school.landschappen)
    for (const coach of coaches) {
      if (!chance.happens(0.25)) continue;
      const from = days.onOrAfter(chance.between(day(year, 10, 12), day(year + 1, 9, 20)));
      const to = from + chance.between(14, 60);
      const deputy = chance.pick(coaches.filter((each) => each !== coach));
      isAway(school, diary, coach, { from, to, deputy }, as('teamLeader', teamLeader));
    }
};

/** Written down on its first day, unless he was to be away then already. */
export const isAway = (
  school: School,
  diary: Diary,
  who: StaffId,
  absence: Absence,
  by: Actor,
  commandId?: Uuid,
): void => {
  const { from, to, deputy } = absence;
  const known = school.absences.get(who) ?? [];
  if (known.some((each) => each.from <= to && from <= each.to)) return;
  school.absences.set(who, [...known, absence]);
  diary.note(
    from,
    step(
      staffSubject,
      who,
      { type: 'RecordStaffAbsence', from: dateText(from), to: dateText(to), deputy },
      by,
      commandId && { commandId },
    ),
  );
};

/** Somebody of the infoshop who was only there for the first months. */
export const someoneGoes = (school: School, id: StaffId, diary: Diary, from: number, until: number): void => {
  const say = (on: number, command: StaffCommand): void =>
    diary.note(on, step(staffSubject, id, command, school.simulator));
  say(from, { type: 'RegisterStaff', on: dateText(from), name: 'Medewerker voor een tijd' });
  say(from, { type: 'AssignRole', role: 'infoshop', from: dateText(from), until: dateText(until) });
  say(until, { type: 'RecordStaffLeft', on: dateText(until) });
};
