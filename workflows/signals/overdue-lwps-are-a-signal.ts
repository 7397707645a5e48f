import { addDays, type CalendarDate } from '../../src/kernel/calendar-date.ts';
import type { TrajectoryKnown, TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { nothingToAsk, type Sign, signalling } from '../asking.ts';
import { changesOfGuidance } from '../standing.ts';
import { type Running, startProgrammeOf } from '../start/start-programme.ts';

/** So many at once, of those that no signal was about yet. */
const together = 2;

interface Due {
  readonly lwp: string;
  readonly due: CalendarDate;
}

/**
 * A variant names its LWPs and its weeks, and no days: they are spread evenly. With five of them in ten weeks one is
 * due at the end of every second week; the last one always is at the end of the last week. An extension does not
 * move them.
 */
const dueDays = (known: TrajectoryKnown, { started }: Running): readonly Due[] => {
  const { on, variant, variantVersion, weeks: counting } = started.data;
  const found = known.institution.variants
    .get(variant)
    ?.find(({ version }: { readonly version: number }) => version === variantVersion);
  if (!found) return [];
  const { lwps, weeks } = found;
  return lwps.map(({ code }, index) => ({
    lwp: code,
    due: known.calendar.endOfWeeks(on, Math.ceil(((index + 1) * weeks) / lwps.length), counting),
  }));
};

const signsOf = (dues: readonly Due[], { programme, started }: Running): readonly Sign[] => {
  const signs: Sign[] = [];
  const signalled = new Set<string>();
  for (const due of new Set(dues.map((each) => each.due))) {
    const on = addDays(due, 1);
    if (programme.completed && programme.completed.on < on) break;
    const overdue = dues.filter((each) => {
      const handedInOn = programme.handedIn.get(each.lwp);
      return each.due <= due && !signalled.has(each.lwp) && (handedInOn === undefined || handedInOn > due);
    });
    if (overdue.length < together) continue;
    signs.push({ on, step: `lwps/${due}/${started.id}`, events: [started] });
    for (const { lwp } of overdue) signalled.add(lwp);
  }
  return signs;
};

/** Two LWPs overdue at once; the next two are another signal. */
export const overdueLwpsAreASignal: TrajectoryWorkflow = {
  name: 'overdue-lwps-are-a-signal',
  about: 'trajectory',
  hears: [...changesOfGuidance, 'StartProgrammeStarted', 'StartProgrammeCompleted', 'LwpHandedIn'],
  versions: {
    1: (known) => {
      const running = startProgrammeOf(known);
      if (!running) return nothingToAsk;
      return signalling('lwpsOverdue', 1, known, signsOf(dueDays(known, running), running));
    },
  },
};
