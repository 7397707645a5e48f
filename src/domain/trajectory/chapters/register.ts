import { addDays, calendarDate, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { accept, nothing, refuse } from '../../../kernel/decider.ts';
import { sameData } from '../../../kernel/data.ts';
import type { DeliveryId } from '../../delivery/ids.ts';
import type { RecordDuoVerdict, RecordRegisterFacts } from '../commands.ts';
import type { TrajectoryEvent } from '../events.ts';
import type { Delivered, TrajectoryFacts } from '../facts.ts';
import { keyOf, namingOf, type RegisterEntry, type RegisterFact } from '../register-entries.ts';
import { fact, type Said, unless } from '../said.ts';
import { isTold, type Trajectory } from '../state.ts';

interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}
type Stated = ReadonlyMap<string, RegisterFact>;

const withoutEnd = calendarDate('9999-12-31');
const touch = (one: Days, other: Days): boolean => one.from <= other.to && other.from <= one.to;

const asFact = <Type extends RegisterFact['type']>(
  ...[type, data]: Parameters<typeof fact<Type>>
): RegisterFact => fact(type, data) as RegisterFact;

/** What one delivery says of one person, in the order in which it is recorded: what rests on another comes after it. */
const statedBy = ({ delivery, enrolments, diplomas }: RecordRegisterFacts, brin: string): Stated => {
  const source = { delivery, brin };
  const facts = [
    ...enrolments.flatMap(({ enrolment, from, plannedUntil, until, reason, periods }) => [
      asFact('RegisterEnrolmentRecorded', { ...source, enrolment, from, plannedUntil }),
      ...periods
        .toSorted((one, other) => (one.from < other.from ? -1 : 1))
        .map((period) => asFact('RegisterPeriodRecorded', { ...source, enrolment, ...period })),
      ...(until === undefined
        ? []
        : [asFact('RegisterEnrolmentEnded', { ...source, enrolment, until, reason })]),
    ]),
    ...diplomas.map((diploma) => asFact('RegisterDiplomaRecorded', { ...source, ...diploma })),
  ];
  return new Map(facts.map((each) => [keyOf(namingOf(each)), each]));
};

/** From which to which day a fact holds, by what else is stated: a period until the next one, an enrolment until its end. */
const daysOf = (stated: RegisterFact, all: Stated): Days => {
  const { type, data } = stated;
  if (type === 'RegisterDiplomaRecorded') return { from: data.on, to: data.on };
  if (type === 'RegisterEnrolmentEnded') return { from: data.until, to: data.until };
  const end = all.get(keyOf({ brin: data.brin, fact: 'end', enrolment: data.enrolment }));
  const until = end?.type === 'RegisterEnrolmentEnded' ? end.data.until : withoutEnd;
  if (type === 'RegisterEnrolmentRecorded') return { from: data.from, to: until };
  const next = [...all.values()]
    .filter((each) => each.type === 'RegisterPeriodRecorded')
    .filter((each) => each.data.enrolment === data.enrolment && each.data.from > data.from)
    .map((each) => each.data.from)
    .toSorted()[0];
  return { from: data.from, to: next === undefined ? until : addDays(next, -1) };
};

const saysTheSame = (one: RegisterFact, other: RegisterFact): boolean =>
  sameData({ ...one.data, delivery: '' }, { ...other.data, delivery: '' });

const enrolmentKey = (stated: RegisterFact): string | undefined => {
  const { brin, fact: kind, enrolment } = namingOf(stated);
  return kind === 'period' || kind === 'end' ? keyOf({ brin, fact: 'enrolment', enrolment }) : undefined;
};

const withdrawal = (stated: RegisterFact, { delivery }: RecordRegisterFacts): TrajectoryEvent => {
  const { brin, fact: kind, enrolment, from, result } = namingOf(stated);
  return fact('RegisterFactWithdrawn', {
    delivery,
    brin,
    fact: kind,
    enrolment: kind === 'diploma' ? undefined : enrolment,
    from: kind === 'period' ? from : undefined,
    result,
  });
};

/** What no later delivery could have said. Without the facts after it a fact holds for longer, so it is looked at again. */
const stillNews = (
  known: Stated,
  stated: Stated,
  spokenLater: (key: string, days: Days) => boolean,
): Stated => {
  const news = new Map(stated);
  for (let before = news.size + 1; before > news.size;) {
    before = news.size;
    const together = new Map([...known, ...news]);
    for (const [key, each] of news) if (spokenLater(key, daysOf(each, together))) news.delete(key);
  }
  return news;
};

/**
 * Which known facts are no longer so. What belongs to an enrolment goes with it, and where a period or an end
 * goes, the fact before it would hold for longer: so it is looked at again until nothing more goes.
 */
const withdrawnBy = (
  known: Stated,
  news: Stated,
  isMissing: (key: string, days: Days) => boolean,
): ReadonlySet<string> => {
  const gone = new Set<string>();
  for (let before = -1; before < gone.size;) {
    before = gone.size;
    const kept = new Map([...[...known].filter(([key]) => !gone.has(key)), ...news]);
    for (const [key, each] of known) {
      const enrolment = enrolmentKey(each);
      const orphaned = enrolment !== undefined && gone.has(enrolment) && !news.has(key);
      if (!gone.has(key) && (orphaned || isMissing(key, daysOf(each, kept)))) gone.add(key);
    }
  }
  return gone;
};

/** What a register said of a person under all the trajectories that are his: of each fact, what was said last. */
const accountOf = (
  trajectories: readonly Trajectory[],
  deliveries: TrajectoryFacts['deliveries'],
): { readonly register: Trajectory['register']; readonly spoken: ReadonlySet<DeliveryId> } => {
  const madeOn = ({ delivery }: RegisterEntry): string => deliveries.get(delivery)?.madeOn ?? '';
  const register = new Map<string, RegisterEntry>();
  for (const [key, entry] of trajectories.flatMap((each) => [...each.register])) {
    const known = register.get(key);
    if (!known || madeOn(entry) > madeOn(known)) register.set(key, entry);
  }
  return { register, spoken: new Set(trajectories.flatMap((each) => [...each.deliveries])) };
};

/**
 * The register's account: only what differs from what that school's register said before is recorded. The
 * delivery made last has the last word on what its period touches; an older one adds only what no later one
 * could have said.
 */
export const recordRegisterFacts = (
  command: RecordRegisterFacts,
  now: Trajectory,
  { deliveries, registered, student, merged }: TrajectoryFacts,
): Said => {
  const { register, spoken } = accountOf([now, ...merged], deliveries);
  const delivery = deliveries.get(command.delivery);
  if (!registered) return refuse({ code: 'UnknownStudent', student });
  if (!delivery) return refuse({ code: 'UnknownDelivery', delivery: command.delivery });

  const entries = new Map([...register].filter(([, entry]) => entry.brin === delivery.brin));
  const known: Stated = new Map(
    [...entries].flatMap(([key, { stated, withdrawn }]) => (stated && !withdrawn ? [[key, stated]] : [])),
  );
  const stated = statedBy(command, delivery.brin);
  const later = [...spoken]
    .map((id) => deliveries.get(id))
    .filter((each): each is Delivered => each !== undefined && each.brin === delivery.brin)
    .filter(({ madeOn }) => madeOn > delivery.madeOn);
  const spokenLater = (key: string, days: Days): boolean => {
    const last = entries.get(key)?.delivery;
    const lastMade = last === undefined ? undefined : deliveries.get(last)?.madeOn;
    return (lastMade !== undefined && lastMade > delivery.madeOn) || later.some((each) => touch(each, days));
  };

  const news = stillNews(known, stated, spokenLater);
  const gone = withdrawnBy(
    known,
    news,
    (key, days) => !stated.has(key) && touch(days, delivery) && !spokenLater(key, days),
  );
  const standing = new Set([...known.keys()].filter((key) => !gone.has(key)));
  const recorded: TrajectoryEvent[] = [];
  for (const [key, each] of news) {
    const before = known.get(key);
    const enrolment = enrolmentKey(each);
    if (before && saysTheSame(before, each)) continue;
    if (enrolment !== undefined && !standing.has(enrolment)) continue;
    standing.add(key);
    recorded.push(each);
  }
  const withdrawn = [...known].filter(([key]) => gone.has(key)).map(([, each]) => withdrawal(each, command));
  return accept(...recorded, ...withdrawn);
};

/** It stands beside the provisional verdict and never replaces it. */
export const recordDuoVerdict = (
  { countYear, status, verdict, delivery }: RecordDuoVerdict,
  now: Trajectory,
): Said => {
  const data = { countYear, status, verdict, delivery };
  return isTold(now, 'DuoVerdictRecorded', data) ? nothing : unless([], fact('DuoVerdictRecorded', data));
};
