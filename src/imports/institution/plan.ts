import type { InstitutionCommand } from '../../domain/institution/commands.ts';
import type { StaffCommand } from '../../domain/staff/commands.ts';
import type { StaffId } from '../../domain/staff/ids.ts';
import type { House, SectionName } from './house.ts';

/** One command of the file, with the place that asks for it. */
export type Step = {
  readonly section: SectionName | 'leermeter';
  readonly path: string;
  /** What it is about, for whoever reads what was done. */
  readonly about: string;
  /** What others may refer to when this is accepted, and what this refers to. */
  readonly makes?: string;
  readonly needs: readonly string[];
} & (
  | { readonly of: 'institution'; readonly command: InstitutionCommand }
  | {
      readonly of: 'staff';
      readonly id: StaffId;
      readonly command: Exclude<StaffCommand, { readonly type: 'RecordStaffLeft' }>;
    }
);

const landschapOf = (code: string | undefined): readonly string[] =>
  code === undefined ? [] : [`landschap ${code}`];

/** The commands that a house comes to, in an order in which each can be accepted. */
export const planOf = (house: House): readonly Step[] => {
  const arrange = <Name extends SectionName>(
    section: Name,
    step: (each: House[Name][number]) => {
      readonly about: string;
      readonly command: InstitutionCommand;
      readonly makes?: string;
      readonly needs?: readonly string[];
    },
  ): readonly Step[] =>
    (house[section] as readonly House[Name][number][]).map((each, index) => ({
      of: 'institution',
      section,
      path: `${section}[${index}]`,
      needs: [],
      ...step(each),
    }));

  const ofStaff = (
    steps: (
      member: House['staff'][number],
      path: string,
    ) => readonly Omit<Extract<Step, { of: 'staff' }>, 'of' | 'section' | 'id'>[],
  ): readonly Step[] =>
    house.staff.flatMap((member, index) =>
      steps(member, `staff[${index}]`).map((step): Step => ({
        of: 'staff',
        section: 'staff',
        id: member.id,
        ...step,
      })),
    );

  return [
    ...arrange('variants', (each) => ({
      about: each.variant,
      command: { type: 'DefineStartProgrammeVariant', ...each },
      makes: `variant ${each.variant}`,
    })),
    ...arrange('landschappen', (each) => ({
      about: each.landschap,
      command: { type: 'DefineLandschap', ...each },
      makes: `landschap ${each.landschap}`,
      needs: [`variant ${each.variant}`],
    })),
    ...arrange('programmes', (each) => ({
      about: `${each.landschap} ${each.opleidingscode}`,
      command: { type: 'DefineProgramme', ...each },
      needs: landschapOf(each.landschap),
    })),
    ...arrange('calendars', (each) => ({
      about: `${each.schoolYear}-${each.schoolYear + 1}`,
      command: { type: 'SetCalendar', ...each },
    })),
    ...arrange('settings', (each) => ({
      about: [each.setting, each.landschap, each.from].filter((part) => part !== undefined).join(' '),
      command: { type: 'ChangeSetting', ...each },
      needs: landschapOf(each.landschap),
    })),
    ...arrange('norms', (each) => ({
      about: `${each.norm} niveau ${each.niveau} ${each.schoolYear}-${each.schoolYear + 1}`,
      command: { type: 'SetNorm', ...each },
    })),
    ...(house.leermeter === undefined
      ? []
      : [
          {
            of: 'institution',
            section: 'leermeter',
            path: 'leermeter',
            about: house.leermeter.name,
            command: { type: 'DefineLeermeter', ...house.leermeter },
            needs: [],
          } as const,
        ]),
    ...arrange('trainingGroups', (each) => ({
      about: each.group,
      command: { type: 'DefineTrainingGroup', ...each },
    })),
    // Everybody first: a deputy may come later in the file.
    ...ofStaff(({ id, name, email, since }, path) => [
      {
        path,
        about: name,
        command: { type: 'RegisterStaff', on: since, name, ...(email === undefined ? {} : { email }) },
        makes: `staff ${id}`,
        needs: [],
      },
    ]),
    ...ofStaff(({ id, name, roles = [] }, path) =>
      roles.map((role, index) => ({
        path: `${path}.roles[${index}]`,
        about: [name, role.role, role.landschap].filter((part) => part !== undefined).join(' '),
        command: { type: 'AssignRole', ...role },
        needs: [`staff ${id}`, ...landschapOf(role.landschap)],
      })),
    ),
    ...ofStaff(({ id, name, absences = [] }, path) =>
      absences.map((absence, index) => ({
        path: `${path}.absences[${index}]`,
        about: `${name} ${absence.from}`,
        command: { type: 'RecordStaffAbsence', ...absence },
        needs: [`staff ${id}`, `staff ${absence.deputy}`],
      })),
    ),
  ];
};
