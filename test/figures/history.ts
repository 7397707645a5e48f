import { addDays, calendarDate, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import { instant } from '../../src/kernel/instant.ts';
import { type Recorded, uuid, type Uuid } from '../../src/kernel/message.ts';
import type { DeliveryData } from '../../src/domain/delivery/events.ts';
import type { DeliveryId } from '../../src/domain/delivery/ids.ts';
import type { InstitutionData } from '../../src/domain/institution/events.ts';
import type { LandschapCode, Opleidingscode, Programme } from '../../src/domain/institution/ids.ts';
import { shippedTables } from '../../src/domain/institution/tables/shipped.ts';
import type { StaffId } from '../../src/domain/staff/ids.ts';
import type { BirthBand } from '../../src/domain/student/events.ts';
import { type StudentId, studentId } from '../../src/domain/student/ids.ts';
import type { Destination, TrajectoryData } from '../../src/domain/trajectory/events.ts';
import type { SwitchId } from '../../src/domain/trajectory/ids.ts';
import type { LogEntry } from '../../projections/figures/index.ts';

export const day = calendarDate;
export const code = (text: string): Opleidingscode => text as Opleidingscode;
export const landschap = (text: string): LandschapCode => text as LandschapCode;

const idOf = (kind: number, n: number): string =>
  `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export const coach = (n: number): StaffId => uuid(idOf(0xc0, n)) as StaffId;
export const student = (n: number): StudentId => studentId(idOf(0x51, n));
export const switching = (n: number): SwitchId => uuid(idOf(0x5c, n)) as SwitchId;
export const delivery = (n: number): DeliveryId => n.toString(16).padStart(64, '0') as DeliveryId;

/** Programmes of the catalogue that ships: what they share and what not is the point of each. */
export const programmes = {
  verpleegkunde: programme('25655', 'zorg'),
  /** In the same domein as verpleegkunde, another dossier. */
  apotheek: programme('25650', 'zorg'),
  verzorgende: programme('25656', 'zorg'),
  zorgDomein: programme('79140', 'zorg'),
  verpleegkundeDossier: programme('23267', 'zorg'),
  software: programme('25604', 'techniek'),
  kok: programme('25180', 'horeca'),
  entree: programme('25251', 'zorg'),
  /** A name and nothing else is known of it. */
  dakdekker: programme('27050', 'techniek'),
} as const;

export function programme(
  opleidingscode: string,
  where: string,
  leerweg: Programme['leerweg'] = 'BOL',
): Programme {
  return { opleidingscode: code(opleidingscode), leerweg, landschap: landschap(where) };
}

interface Pending {
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
  readonly recordedAt: string;
  readonly id: Uuid;
  readonly commandId: Uuid;
}

/** What is told of one trajectory; each line is recorded on the day that it is about, or on the day that is said. */
export interface Story {
  readonly id: StudentId;
  readonly tell: <Type extends keyof TrajectoryData>(
    type: Type,
    data: TrajectoryData[Type],
    recorded: CalendarDate,
  ) => Uuid;
  /** What is known of the birth from then on; `undefined`: nothing. */
  readonly born: (band: BirthBand | undefined, recorded?: string) => Story;
  readonly placed: (on: string, programme: Programme, recorded?: string) => Story;
  readonly enrolled: (on: string, recorded?: string) => Story;
  readonly specified: (on: string, opleidingscode: string, recorded?: string) => Story;
  readonly cancelled: (on: string, recorded?: string) => Story;
  readonly left: (on: string, destination?: Partial<Destination>, recorded?: string) => Story;
  readonly wentTo: (on: string, destination: Partial<Destination>, recorded?: string) => Story;
  readonly returned: (on: string, recorded?: string) => Story;
  readonly diploma: (on: string, opleidingscode: string, niveau?: 1 | 2 | 3 | 4, recorded?: string) => Story;
  readonly followOn: (on: string, programme: Programme, recorded?: string) => Story;
  readonly prior: (
    kind: TrajectoryData['PriorEducationRecorded']['kind'],
    diploma: 'yes' | 'no' | 'unknown',
    on?: string,
    school?: string,
  ) => Story;
  readonly exempt: (from: string, confirmed: boolean, to?: string) => Story;
  readonly startProgramme: (on: string, endsOn: string, extendedTo?: string) => Story;
  readonly switched: (
    n: number,
    on: string,
    from: Programme,
    to: Programme,
    told?: Partial<SwitchTold>,
  ) => Story;
  readonly mergedInto: (into: StudentId, on: string, recorded?: string) => Story;
  readonly corrected: (event: Uuid, values: Readonly<Record<string, unknown>>, recorded: string) => Story;
  readonly neverWas: (event: Uuid, recorded: string) => Story;
  /** The id of the last event of a type that was told. */
  readonly last: (type: keyof TrajectoryData) => Uuid;
  readonly register: (delivered: number, enrolment: RegisterTold, recorded?: string) => Story;
  readonly registerDiploma: (delivered: number, result: string, opleidingscode: string, on: string) => Story;
  readonly withdrawn: (
    delivered: number,
    fact: Omit<TrajectoryData['RegisterFactWithdrawn'], 'delivery' | 'brin'>,
  ) => Story;
}

/** What of a switch is told; everything, unless it is left out. */
export interface SwitchTold {
  readonly conversation: boolean;
  readonly motive: boolean;
  readonly place: boolean;
  readonly acceptance: boolean;
  readonly landing: boolean;
  readonly landingOn: string;
  readonly dimensions: TrajectoryData['Switched']['dimensions'];
  readonly initiative: TrajectoryData['SwitchRequested']['initiative'];
  readonly requestedOn: string;
}

export interface RegisterTold {
  readonly enrolment?: string;
  readonly from: string;
  readonly until?: string;
  readonly periods: readonly (readonly [
    from: string,
    opleidingscode: string,
    more?: Partial<TrajectoryData['RegisterPeriodRecorded']>,
  ])[];
}

/** A school's log, told event by event, in the order of recording. */
export interface School {
  readonly student: (n: number) => Story;
  readonly delivered: (
    n: number,
    data: Partial<DeliveryData['DeliveryRecorded']>,
    named: readonly StudentId[],
    recorded?: string,
  ) => School;
  readonly institution: <Type extends keyof InstitutionData>(
    type: Type,
    data: InstitutionData[Type],
    recorded: string,
  ) => School;
  readonly entries: () => readonly LogEntry[];
}

const brin = '21CY';

/** `adopted`: the day on which the tables that ship take effect; `never`: no catalogue and no calendar. */
export const aSchool = (adopted = '2015-08-01'): School => {
  const pending: Pending[] = [];
  let count = 0;
  const record = (stream: string, type: string, data: unknown, recorded: string, commandId?: Uuid): Uuid => {
    count += 1;
    const id = uuid(idOf(0xe0, count));
    pending.push({
      stream,
      type,
      data,
      recordedAt: `${recorded}T10:00:00.000Z`,
      id,
      commandId: commandId ?? uuid(idOf(0xcd, count)),
    });
    return id;
  };
  if (adopted !== 'never')
    for (const table of shippedTables()) record('institution', 'TableAdopted', table, adopted);

  const school: School = {
    student: (n) => storyOf(student(n)),
    delivered: (n, data, named, recorded) => {
      const madeOn = data.madeOn ?? day('2025-11-01');
      const all = { brin, from: madeOn, to: madeOn, madeOn, kind: 'RO', ...data };
      const stream = `delivery-${delivery(n)}`;
      record(stream, 'DeliveryRecorded', all, recorded ?? madeOn);
      record(stream, 'DeliveryNamed', { page: 0, trajectories: named }, recorded ?? madeOn);
      return school;
    },
    institution: (type, data, recorded) => {
      record('institution', type, data, recorded);
      return school;
    },
    entries: () => {
      const revisions = new Map<string, number>();
      return pending
        .toSorted((one, other) =>
          one.recordedAt < other.recordedAt ? -1 : one.recordedAt > other.recordedAt ? 1 : 0,
        )
        .map(({ stream, type, data, recordedAt, id, commandId }, index): LogEntry => {
          const revision = revisions.get(stream) ?? 0;
          revisions.set(stream, revision + 1);
          const event: Recorded = {
            id,
            stream,
            revision,
            type,
            version: 1,
            data,
            meta: {
              commandId,
              commandHash: '',
              actor: { id: 'system', role: 'system' },
              causationId: commandId,
              correlationId: commandId,
              recordedAt: instant(recordedAt),
              source: 'test',
            },
            position: BigInt(index + 1),
          };
          return { ordinal: index + 1, event };
        });
    },
  };

  const storyOf = (id: StudentId): Story => {
    const stream = `trajectory-${id}`;
    const told = new Map<string, Uuid>();
    let isRegistered = false;
    const tell: Story['tell'] = (type, data, recorded) => {
      const event = record(stream, type, data, recorded);
      told.set(type, event);
      return event;
    };
    const destinationOf = (given: Partial<Destination>): Destination => ({
      kind: 'unknown',
      confirmed: false,
      ...given,
    });
    const also = (): Story => story;
    const story: Story = {
      id,
      tell,
      born: (birthBand, recorded = '2015-08-02') => {
        const known = birthBand === undefined ? { numbers: [] } : { birthBand, numbers: [] };
        record(`student-${id}`, isRegistered ? 'StudentCorrected' : 'StudentRegistered', known, recorded);
        isRegistered = true;
        return story;
      },
      placed: (on, into, recorded = on) => {
        tell('PlacedProvisionally', { on: day(on), programme: into }, day(recorded));
        tell('CoachAssigned', { on: day(on), coach: coach(1) }, day(recorded));
        return also();
      },
      enrolled: (on, recorded = on) => (tell('EnrolledDefinitively', { on: day(on) }, day(recorded)), story),
      specified: (on, opleidingscode, recorded = on) => (
        tell('ProgrammeSpecified', { on: day(on), opleidingscode: code(opleidingscode) }, day(recorded)),
        story
      ),
      cancelled: (on, recorded = on) => (tell('PlacementCancelled', { on: day(on) }, day(recorded)), story),
      left: (on, destination = {}, recorded = on) => (
        tell('Left', { on: day(on), reason: '7', destination: destinationOf(destination) }, day(recorded)),
        story
      ),
      wentTo: (on, destination, recorded = on) => (
        tell(
          'DestinationRecorded',
          { on: day(on), destination: destinationOf(destination), source: 'RMC' },
          day(recorded),
        ),
        story
      ),
      returned: (on, recorded = on) => (tell('Returned', { on: day(on) }, day(recorded)), story),
      diploma: (on, opleidingscode, niveau, recorded = on) => (
        tell(
          'DiplomaAwarded',
          { on: day(on), opleidingscode: code(opleidingscode), ...(niveau === undefined ? {} : { niveau }) },
          day(recorded),
        ),
        story
      ),
      followOn: (on, into, recorded = on) => (
        tell('FollowOnStarted', { on: day(on), programme: into }, day(recorded)),
        story
      ),
      prior: (kind, diploma, on = '2024-07-10', from) => (
        tell(
          'PriorEducationRecorded',
          { on: day(on), kind, diploma, source: 'intake', ...(from === undefined ? {} : { school: from }) },
          day('2024-08-20'),
        ),
        story
      ),
      exempt: (from, confirmed, to) => (
        tell(
          'ExemptionRecorded',
          {
            on: day(from),
            kind: 'leerplicht',
            from: day(from),
            confirmed,
            ...(to === undefined ? {} : { to: day(to) }),
          },
          day(from),
        ),
        story
      ),
      startProgramme: (on, endsOn, extendedTo) => {
        const variant = { variant: 'zorg', variantVersion: 1, weeks: 'school' } as const;
        tell('StartProgrammeStarted', { on: day(on), endsOn: day(endsOn), ...variant }, day(on));
        if (extendedTo !== undefined)
          tell(
            'StartProgrammeExtended',
            { on: day(endsOn), endsOn: day(extendedTo), reason: 'meer tijd', agreedBy: coach(9) },
            day(endsOn),
          );
        return story;
      },
      switched: (n, on, from, to, left = {}) => {
        const requestedOn = left.requestedOn ?? addDays(day(on), -7);
        const theSwitch = switching(n);
        if (left.conversation !== false)
          tell(
            'ConversationHeld',
            { on: day(requestedOn), kind: 'switch', faceToFace: true, present: ['coach'] },
            day(requestedOn),
          );
        tell(
          'SwitchRequested',
          {
            on: day(requestedOn),
            switch: theSwitch,
            to,
            initiative: left.initiative ?? 'student',
            motiveGiven: left.motive !== false,
          },
          day(requestedOn),
        );
        if (left.place !== false)
          tell(
            'PlaceOffered',
            { on: day(requestedOn), switch: theSwitch, from: day(on), coach: coach(2) },
            day(requestedOn),
          );
        tell(
          'Switched',
          {
            on: day(on),
            switch: theSwitch,
            from,
            to,
            dimensions: left.dimensions ?? ['crebo', 'kwalificatiedossier', 'domein', 'landschap'],
            acceptedOn: day(requestedOn),
          },
          day(requestedOn),
        );
        if (left.acceptance !== false)
          tell(
            'ResponsibilityMoved',
            { on: day(on), from: coach(1), to: coach(2), because: 'switch' },
            day(requestedOn),
          );
        if (left.landing !== false) {
          const landedOn = day(left.landingOn ?? addDays(day(on), 10));
          tell('LandingConfirmed', { on: landedOn, switch: theSwitch, wellReceived: true }, landedOn);
        }
        return story;
      },
      mergedInto: (into, on, recorded = on) => (
        tell('TrajectoryMerged', { on: day(on), into }, day(recorded)),
        story
      ),
      corrected: (event, values, recorded) => (
        tell('Corrected', { event, values, why: 'verkeerd ingevoerd' }, day(recorded)),
        story
      ),
      neverWas: (event, recorded) => (
        tell('Corrected', { event, never: true, why: 'nooit gebeurd' }, day(recorded)),
        story
      ),
      last: (type) => {
        const found = told.get(type);
        if (!found) throw new Error(`${type} was not told yet`);
        return found;
      },
      register: (n, { enrolment = '1', from, until, periods }, recorded = '2026-01-15') => {
        const common = { delivery: delivery(n), brin, enrolment };
        tell('RegisterEnrolmentRecorded', { ...common, from: day(from) }, day(recorded));
        for (const [begins, opleidingscode, more] of periods)
          tell(
            'RegisterPeriodRecorded',
            {
              ...common,
              from: day(begins),
              opleidingscode: code(opleidingscode),
              leertraject: 'BOL',
              fundable: true,
              ...more,
            },
            day(recorded),
          );
        if (until !== undefined)
          tell('RegisterEnrolmentEnded', { ...common, until: day(until) }, day(recorded));
        return story;
      },
      registerDiploma: (n, result, opleidingscode, on) => (
        tell(
          'RegisterDiplomaRecorded',
          { delivery: delivery(n), brin, result, opleidingscode: code(opleidingscode), on: day(on) },
          day('2026-01-15'),
        ),
        story
      ),
      withdrawn: (n, fact) => (
        tell('RegisterFactWithdrawn', { delivery: delivery(n), brin, ...fact }, day('2026-01-20')),
        story
      ),
    };
    return story;
  };
  return school;
};
