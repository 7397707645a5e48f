import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { DeliveryId } from '../delivery/ids.ts';
import type { TrajectoryData } from './events.ts';

type Registered<Type extends keyof TrajectoryData> = {
  readonly type: Type;
  readonly data: TrajectoryData[Type];
};
/** A fact as a register states it. */
export type RegisterFact =
  | Registered<'RegisterEnrolmentRecorded'>
  | Registered<'RegisterPeriodRecorded'>
  | Registered<'RegisterEnrolmentEnded'>
  | Registered<'RegisterDiplomaRecorded'>;

export type RegisterKind = TrajectoryData['RegisterFactWithdrawn']['fact'];

/** What a register last said of one fact: it is so, or it is so no longer. */
export interface RegisterEntry {
  readonly kind: RegisterKind;
  readonly brin: string;
  readonly enrolment: string | undefined;
  /** Absent when it was withdrawn here and stated in a trajectory that was merged into this one. */
  readonly stated: RegisterFact | undefined;
  readonly withdrawn: boolean;
  readonly delivery: DeliveryId;
}

const kinds = {
  RegisterEnrolmentRecorded: 'enrolment',
  RegisterPeriodRecorded: 'period',
  RegisterEnrolmentEnded: 'end',
  RegisterDiplomaRecorded: 'diploma',
} as const satisfies Record<RegisterFact['type'], RegisterKind>;

interface Naming {
  readonly brin: string;
  readonly fact: RegisterKind;
  readonly enrolment?: string | undefined;
  readonly from?: CalendarDate | undefined;
  readonly result?: string | undefined;
}
/** Names one fact of one school: the same key is the same fact, whatever it says. */
export const keyOf = ({ brin, fact, enrolment, from, result }: Naming): string =>
  fact === 'diploma'
    ? `${brin}|diploma|${result ?? ''}`
    : `${brin}|${fact}|${enrolment ?? ''}|${fact === 'period' ? (from ?? '') : ''}`;

export const namingOf = ({ type, data }: RegisterFact): Naming => ({
  brin: data.brin,
  fact: kinds[type],
  enrolment: 'enrolment' in data ? data.enrolment : undefined,
  from: 'from' in data ? data.from : undefined,
  result: 'result' in data ? data.result : undefined,
});

export const registerAfter = (
  register: ReadonlyMap<string, RegisterEntry>,
  said: RegisterFact | Registered<'RegisterFactWithdrawn'>,
): ReadonlyMap<string, RegisterEntry> => {
  const after = new Map(register);
  if (said.type === 'RegisterFactWithdrawn') {
    const { data } = said;
    const key = keyOf(data);
    after.set(key, {
      kind: data.fact,
      brin: data.brin,
      enrolment: data.enrolment,
      stated: register.get(key)?.stated,
      withdrawn: true,
      delivery: data.delivery,
    });
    return after;
  }
  const naming = namingOf(said);
  after.set(keyOf(naming), {
    kind: naming.fact,
    brin: naming.brin,
    enrolment: naming.enrolment,
    stated: said,
    withdrawn: false,
    delivery: said.data.delivery,
  });
  return after;
};
