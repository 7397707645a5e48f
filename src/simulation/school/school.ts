import type { Catalogue } from '../../domain/institution/catalogue.ts';
import type {
  LandschapCode,
  Leerweg,
  Niveau,
  Opleidingscode,
  Programme,
  Training,
} from '../../domain/institution/ids.ts';
import { staffId, type StaffId } from '../../domain/staff/ids.ts';
import type { SessionId } from '../../domain/trajectory/ids.ts';
import type { Actor, Role } from '../../kernel/message.ts';
import type { Chance } from '../chance.ts';
import { publishedMix } from './published-mix.ts';

/** A programme that the made-up school offers, with how many students of the published school it had. */
export interface Offered {
  readonly programme: Programme;
  readonly niveau: Niveau;
  readonly landschap: Landschap;
  readonly level: 'kwalificatie' | 'dossier' | 'domein';
  readonly dossier: string | undefined;
  readonly domein: string | undefined;
  readonly students: number;
}

export interface Absence {
  readonly from: number;
  readonly to: number;
  readonly deputy: StaffId;
}

export interface Landschap {
  readonly code: LandschapCode;
  readonly name: string;
  readonly variant: string;
  readonly meeloopdag: boolean;
  readonly buddystage: boolean;
  readonly weeks: 'school' | 'calendar';
  readonly offered: Offered[];
  readonly coaches: readonly StaffId[];
  readonly scouts: readonly StaffId[];
  readonly teamLeader: StaffId;
  /** How many students of the published school. */
  readonly students: number;
}

export interface Session {
  readonly on: number;
  readonly session: SessionId;
}

export interface TrainingGroup {
  readonly code: string;
  readonly training: Training;
  /** Nobody can be enrolled in it before. */
  readonly definedOn: number;
  readonly adviser: StaffId;
  readonly sessions: readonly Session[];
}

/** The second line of the school, and what is done with several students together. */
export interface SecondLine {
  readonly coordinator: StaffId;
  readonly advisers: readonly StaffId[];
  readonly groups: TrainingGroup[];
  readonly loopbaanbox: (Session & { readonly landschap: LandschapCode; readonly adviser: StaffId })[];
  /** What a coach does with all his newcomers in the first weeks of a school year. */
  readonly groupTalks: Map<StaffId, Session[]>;
}

export interface School {
  readonly landschappen: readonly Landschap[];
  readonly offered: readonly Offered[];
  readonly infoshop: readonly StaffId[];
  readonly others: readonly { readonly id: StaffId; readonly role: Role }[];
  readonly absences: Map<StaffId, Absence[]>;
  readonly secondLine: SecondLine;
  readonly simulator: Actor;
}

const names: Readonly<Record<string, string>> = {
  zorg: 'Zorg',
  welzijn: 'Welzijn en onderwijs',
  'sport-veiligheid': 'Sport en veiligheid',
  'economie-handel': 'Economie en handel',
  'ict-media': 'ICT en media',
  'techniek-logistiek': 'Techniek en logistiek',
  'gastvrij-uiterlijk': 'Gastvrijheid en uiterlijke verzorging',
  groen: 'Groen',
  entree: 'Entree',
};

/** Students that one coach and one scout look after: made up. */
const perCoach = 24;
const perScout = 160;
const perAdviser = 500;

export const makeSchool = (
  chance: Chance,
  ofSecondLine: Chance,
  catalogue: Catalogue,
  students: number,
): School => {
  const all = Object.values(publishedMix).flat();
  const total = all.reduce((sum, row) => sum + row.students, 0);
  const person = (): StaffId => staffId(chance.uuid());
  const people = (count: number): StaffId[] => Array.from({ length: Math.ceil(count) }, person);

  const landschappen = Object.entries(publishedMix).map(([code, rows]): Landschap => {
    const here = rows.reduce((sum, row) => sum + row.students, 0);
    const share = (students * here) / total;
    const landschap: Landschap = {
      code: code as LandschapCode,
      name: names[code] ?? code,
      variant: `start-${code}`,
      meeloopdag: !['economie-handel', 'entree'].includes(code),
      buddystage: ['zorg', 'welzijn', 'techniek-logistiek', 'groen'].includes(code),
      weeks: code === 'groen' ? 'calendar' : 'school',
      offered: [],
      coaches: people(Math.max(3, share / perCoach)),
      scouts: people(Math.max(1, share / perScout)),
      teamLeader: person(),
      students: here,
    };
    for (const { opleidingscode, niveau, leerweg, students: count } of rows) {
      const entry = catalogue.entry(opleidingscode);
      landschap.offered.push({
        programme: {
          opleidingscode: opleidingscode as Opleidingscode,
          ...(entry?.level === 'kwalificatie' ? {} : { niveau }),
          leerweg,
          landschap: landschap.code,
        },
        niveau,
        landschap,
        level: entry?.level === 'dossier' ? 'dossier' : 'kwalificatie',
        dossier: entry?.dossier ?? (entry?.level === 'dossier' ? opleidingscode : undefined),
        domein: entry?.domein,
        students: count,
      });
    }
    return landschap;
  });

  const infoshop = people(Math.max(2, students / 1_500));
  const others = (
    ['sabCoordinator', 'adviser', 'programmeManager', 'quality', 'operator', 'inspector'] as const
  ).map((role) => ({ id: person(), role }));
  const holders = (role: Role): StaffId[] => others.filter((each) => each.role === role).map(({ id }) => id);
  const [coordinator] = holders('sabCoordinator');
  if (!coordinator) throw new Error('a school without a SAB coordinator');
  const more = Math.max(2, Math.ceil(students / perAdviser)) - 1;

  return {
    landschappen,
    offered: landschappen.flatMap(({ offered }) => offered),
    infoshop,
    others,
    absences: new Map(),
    secondLine: {
      coordinator,
      advisers: [...holders('adviser'), ...Array.from({ length: more }, () => staffId(ofSecondLine.uuid()))],
      groups: [],
      loopbaanbox: [],
      groupTalks: new Map(),
    },
    simulator: { id: 'simulator', role: 'simulator' },
  };
};

/** The enrolment on the whole domein of a programme, to be specified later (S-BB: against administrative drop-out). */
export const onItsDomein = (offered: Offered): Offered | undefined =>
  offered.domein === undefined
    ? undefined
    : {
        ...offered,
        programme: {
          opleidingscode: offered.domein as Opleidingscode,
          niveau: offered.niveau,
          leerweg: offered.programme.leerweg,
          landschap: offered.landschap.code,
        },
        level: 'domein',
        dossier: undefined,
      };

/** Kwalificaties inside a dossier or domein that somebody enrolled on it can go on with, in the same leerweg. */
export const specificationsOf = (offered: Offered): readonly Offered[] =>
  offered.landschap.offered.filter(
    (each) =>
      each.level === 'kwalificatie' &&
      each.niveau === offered.niveau &&
      each.programme.leerweg === offered.programme.leerweg &&
      (offered.level === 'dossier' ? each.dossier === offered.dossier : each.domein === offered.domein),
  );

/** An absence is written down on its first day, so the deputy answers from the next. */
export const absenceOn = (school: School, coach: StaffId, on: number): Absence | undefined =>
  school.absences.get(coach)?.find(({ from, to }) => from < on && on <= to);

export const as = (role: Role, id: StaffId): Actor => ({ id, role });

export const leerwegenOf = (offered: readonly Offered[], code: string): readonly Leerweg[] => [
  ...new Set(
    offered
      .filter(({ programme }) => programme.opleidingscode === code)
      .map(({ programme }) => programme.leerweg),
  ),
];

export const quality = (school: School): Actor => {
  const found = school.others.find(({ role }) => role === 'quality');
  if (!found) throw new Error('a school without a kwaliteitsmedewerker');
  return found;
};
