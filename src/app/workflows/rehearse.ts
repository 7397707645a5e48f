import type { TaskShown } from '../../../projections/tasks.ts';
import type { ChangeSetting } from '../../domain/institution/commands.ts';
import type { AnyWorkflow } from '../../domain/workflow/known.ts';
import {
  addDays,
  type CalendarDate,
  dateOf,
  daysBetween,
  weekdayOf,
  yearOf,
} from '../../kernel/calendar-date.ts';
import type { Recorded, Role } from '../../kernel/message.ts';
import type { AskedOf } from '../../kernel/workflow.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { Hashing } from '../../ports/hashing.ts';
import type { Parked, ViewStore } from '../../ports/view-store.ts';
import { play, type Played } from './player.ts';
import { checkpointIn } from './checkpoint.ts';

/** A day as it is by the terms of today, and as it would be by the others; what is not there does not come. */
export interface NowAndThen {
  readonly now?: CalendarDate;
  readonly then?: CalendarDate;
}

export interface TaskOtherwise {
  readonly workflow: string;
  readonly key: string;
  readonly does: string;
  readonly of: AskedOf;
  readonly askedOn: NowAndThen;
  readonly due: NowAndThen;
  /** Those that come, do not come, or come on another day. */
  readonly escalations: readonly (NowAndThen & { readonly rung: number; readonly to: AskedOf })[];
}

interface Arriving {
  readonly asked: number;
  readonly climbed: number;
}

/** What comes to a role in a week: what is asked of it, and what climbs to it. */
export interface WeekOfRole {
  readonly week: string;
  readonly role: Role;
  readonly now: Arriving;
  readonly then: Arriving;
}

export interface Rehearsed {
  readonly tasks: { readonly now: number; readonly then: number };
  readonly escalations: { readonly now: number; readonly then: number };
  readonly otherwise: readonly TaskOtherwise[];
  readonly load: readonly WeekOfRole[];
  /** Keys of which a workflow broke off; of these nothing later is told. */
  readonly parked: readonly Parked[];
}

/** The ISO week of a day: it belongs to the year in which its Thursday falls. */
export const isoWeek = (day: CalendarDate): string => {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = yearOf(thursday);
  const number = Math.floor(daysBetween(dateOf(year, 1, 1), thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
};

/** A step that was asked anew is another task: the n-th of its step is compared with the n-th. */
const named = (tasks: readonly TaskShown[]): ReadonlyMap<string, TaskShown> => {
  const counts = new Map<string, number>();
  return new Map(
    tasks.map((task) => {
      const step = `${task.workflow}/${task.key}/${task.step}`;
      const count = (counts.get(step) ?? 0) + 1;
      counts.set(step, count);
      return [`${step}#${count}`, task];
    }),
  );
};

const nowAndThen = (now: CalendarDate | undefined, then: CalendarDate | undefined): NowAndThen => ({
  ...(now !== undefined && { now }),
  ...(then !== undefined && { then }),
});

const otherwise = (
  now: TaskShown | undefined,
  then: TaskShown | undefined,
  from: CalendarDate,
): TaskOtherwise | undefined => {
  const task = now ?? then;
  if (!task) return undefined;
  const rungs = new Set([...(now?.escalations ?? []), ...(then?.escalations ?? [])].map(({ rung }) => rung));
  const escalations = [...rungs].sort().flatMap((rung) => {
    const [is, would] = [now, then].map((each) => each?.escalations.find((found) => found.rung === rung));
    const to = (is ?? would)?.to;
    return to && is?.on !== would?.on ? [{ rung, to, ...nowAndThen(is?.on, would?.on) }] : [];
  });
  const same = now && then && now.due === then.due && now.askedOn === then.askedOn;
  const days = [
    now?.askedOn,
    then?.askedOn,
    now?.due,
    then?.due,
    ...escalations.flatMap((each) => [each.now, each.then]),
  ];
  if ((same && escalations.length === 0) || !days.some((day) => day !== undefined && day >= from))
    return undefined;
  const { workflow, key, does, of } = task;
  return {
    workflow,
    key,
    does,
    of,
    askedOn: nowAndThen(now?.askedOn, then?.askedOn),
    due: nowAndThen(now?.due, then?.due),
    escalations,
  };
};

interface Came {
  readonly on: CalendarDate;
  readonly role: Role;
  readonly as: keyof Arriving;
}

const comings = (tasks: readonly TaskShown[], from: CalendarDate): readonly Came[] =>
  tasks
    .flatMap(({ askedOn, of, escalations }): readonly Came[] => [
      { on: askedOn, role: of.role, as: 'asked' },
      ...escalations.map(({ on, to }): Came => ({ on, role: to.role, as: 'climbed' })),
    ])
    .filter(({ on }) => on >= from);

const loads = (now: readonly Came[], then: readonly Came[]): readonly WeekOfRole[] => {
  const inWeek = ({ on, role }: Came): string => `${isoWeek(on)} ${role}`;
  const [ofNow, ofThen] = [Map.groupBy(now, inWeek), Map.groupBy(then, inWeek)];
  const arriving = (came: readonly Came[] = []): Arriving => {
    const asked = came.filter(({ as }) => as === 'asked').length;
    return { asked, climbed: came.length - asked };
  };
  return [...new Set([...ofNow.keys(), ...ofThen.keys()])].sort().map((each) => {
    const [week = '', role] = each.split(' ');
    return { week, role: role as Role, now: arriving(ofNow.get(each)), then: arriving(ofThen.get(each)) };
  });
};

/** What would have been otherwise from a day on. */
export const compare = (now: Played, then: Played, from: CalendarDate): Rehearsed => {
  const [is, would] = [named(now.tasks), named(then.tasks)];
  const [came, wouldCome] = [comings(now.tasks, from), comings(then.tasks, from)];
  const count = (all: readonly Came[], as: keyof Arriving): number =>
    all.filter((each) => each.as === as).length;
  const first = ({ due, askedOn }: TaskOtherwise): string =>
    `${due.then ?? due.now ?? ''} ${askedOn.then ?? askedOn.now ?? ''}`;
  return {
    tasks: { now: count(came, 'asked'), then: count(wouldCome, 'asked') },
    escalations: { now: count(came, 'climbed'), then: count(wouldCome, 'climbed') },
    otherwise: [...new Set([...is.keys(), ...would.keys()])]
      .flatMap((each) => otherwise(is.get(each), would.get(each), from) ?? [])
      .sort((one, other) => (first(one) < first(other) ? -1 : 1)),
    load: loads(came, wouldCome),
    parked: [...now.parked, ...then.parked],
  };
};

export interface Rehearsing {
  /** The log, from its first event on, each time it is asked for. */
  readonly events: () => AsyncIterable<Recorded>;
  readonly workflows: readonly AnyWorkflow[];
  /** Each time another empty store. */
  readonly playground: () => { readonly store: EventStore; readonly views: ViewStore };
  readonly hashing: Hashing;
  readonly changed: readonly Omit<ChangeSetting, 'type'>[];
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** Plays a log twice, by the terms as they are and by others; writes nothing. */
export const rehearse = async ({
  events,
  workflows,
  playground,
  hashing,
  changed,
  from,
  until,
}: Rehearsing): Promise<Rehearsed> => {
  const played = async (terms: Rehearsing['changed']): Promise<Played> => {
    const { store, views } = playground();
    return play({
      events: events(),
      workflows,
      store,
      checkpoint: checkpointIn(views),
      hashing,
      changed: terms,
      until,
    });
  };
  const now = await played([]);
  return compare(now, await played(changed), from);
};
