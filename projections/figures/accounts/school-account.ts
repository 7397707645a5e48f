import { addDays, type CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Leerweg, LandschapCode, Niveau, Opleidingscode } from '../../../src/domain/institution/ids.ts';
import type { Fact, FactType } from '../known/facts.ts';
import type { History } from '../known/history.ts';

/** A programme as far as an account knows it: a register knows no landschap, and sometimes not even a code. */
export interface ProgrammeKnown {
  readonly opleidingscode?: Opleidingscode;
  readonly niveau?: Niveau;
  readonly leerweg?: Leerweg;
  readonly landschap?: LandschapCode;
}

/** A stretch of days in the school's account during which nothing changed; both ends belong to it. */
export interface Stretch {
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
  readonly programme?: ProgrammeKnown;
  readonly definitive: boolean;
  /** First day of the definitive enrolment that goes on in it, whatever changed since. */
  readonly definitiveFrom?: CalendarDate;
  /** What made it so. */
  readonly facts: readonly Fact[];
}

export interface SchoolAccount {
  readonly stretches: readonly Stretch[];
  /** The first day of the first placement. */
  readonly placedFrom?: CalendarDate;
}

const starting = [
  'PlacedProvisionally',
  'EnrolledDefinitively',
  'ProgrammeSpecified',
  'Switched',
  'FollowOnStarted',
] as const;
const ending = ['PlacementCancelled', 'Left'] as const;
type Moving = Fact<(typeof starting)[number] | (typeof ending)[number]>;

const moving: ReadonlySet<FactType> = new Set<FactType>([...starting, ...ending]);
const isMoving = (fact: Fact): fact is Moving => moving.has(fact.type);
const isEnding = (fact: Moving): boolean => fact.type === 'Left' || fact.type === 'PlacementCancelled';

/**
 * A beginning may lie ahead (DOMAIN.md §3 of the specification). When the student leaves, or the placement is
 * cancelled, on an earlier day and recorded later, it never comes.
 */
const neverComes = (fact: Moving, all: readonly Moving[]): boolean =>
  !isEnding(fact) &&
  all.some(
    (other) =>
      isEnding(other) &&
      other.trajectory === fact.trajectory &&
      other.ordinal > fact.ordinal &&
      other.data.on < fact.data.on,
  );

interface Open {
  readonly from: CalendarDate;
  readonly placed?: Fact;
  readonly enrolled?: Fact<'EnrolledDefinitively'>;
  readonly changed?: Fact;
  readonly programme?: ProgrammeKnown;
}

/** The trajectory's own events as stretches of days: placed in which programme, and definitively or not yet. */
export const schoolAccountOf = (history: History): SchoolAccount => {
  const all = history.facts.filter(isMoving);
  const inOrder = all
    .filter((fact) => !neverComes(fact, all))
    .toSorted((one, other) =>
      one.data.on === other.data.on ? one.ordinal - other.ordinal : one.data.on < other.data.on ? -1 : 1,
    );
  const stretches: Stretch[] = [];
  let open: Open | undefined;
  const close = (until: CalendarDate): void => {
    if (open && open.from <= until) stretches.push({ ...stretchOf(open), until });
    open = undefined;
  };
  const go = (next: Open): void => {
    close(addDays(next.from, -1));
    open = next;
  };
  for (const fact of inOrder) {
    const { on } = fact.data;
    switch (fact.type) {
      case 'PlacedProvisionally':
        go({ ...open, from: on, placed: fact, changed: fact, programme: fact.data.programme });
        break;
      case 'EnrolledDefinitively':
        go({ ...open, from: on, enrolled: open?.enrolled ?? fact });
        break;
      case 'ProgrammeSpecified':
        if (open) {
          const { niveau: _, ...stays } = open.programme ?? {};
          const { opleidingscode, niveau } = fact.data;
          go({
            ...open,
            from: on,
            changed: fact,
            programme: { ...stays, opleidingscode, ...(niveau === undefined ? {} : { niveau }) },
          });
        }
        break;
      case 'Switched':
        if (open) go({ ...open, from: on, changed: fact, programme: fact.data.to });
        break;
      case 'FollowOnStarted':
        if (open) go({ ...open, from: on, changed: fact, programme: fact.data.programme });
        break;
      case 'PlacementCancelled':
        if (open && !open.enrolled) close(addDays(on, -1));
        break;
      case 'Left':
        close(on);
        break;
    }
  }
  if (open) stretches.push(stretchOf(open));
  const placedFrom = history
    .of('PlacedProvisionally')
    .reduce<CalendarDate | undefined>(
      (first, { data }) => (first === undefined || data.on < first ? data.on : first),
      undefined,
    );
  return { stretches, ...(placedFrom === undefined ? {} : { placedFrom }) };
};

const stretchOf = ({ from, placed, enrolled, changed, programme }: Open): Stretch => ({
  from,
  ...(programme === undefined ? {} : { programme }),
  definitive: enrolled !== undefined,
  ...(enrolled === undefined ? {} : { definitiveFrom: enrolled.data.on }),
  facts: [...new Set([placed, enrolled, changed].filter((fact) => fact !== undefined))],
});

/** Where the school has him on a day; of two stretches that share the day the later one speaks. */
export const schoolOn = ({ stretches }: SchoolAccount, day: CalendarDate): Stretch | undefined =>
  stretches.findLast(({ from, until }) => from <= day && (until === undefined || day <= until));

/** As `schoolOn`, when the enrolment is definitive. */
export const enrolledAtSchoolOn = (account: SchoolAccount, day: CalendarDate): Stretch | undefined => {
  const found = schoolOn(account, day);
  return found?.definitive === true ? found : undefined;
};

/** Whether the school's account has a placement of him on or before a day. */
export const isPlacedBy = ({ placedFrom }: SchoolAccount, day: CalendarDate): boolean =>
  placedFrom !== undefined && placedFrom <= day;
