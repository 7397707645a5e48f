import { addDays, type CalendarDate, earliest, latest } from '../../src/kernel/calendar-date.ts';
import type { TrajectoryKnown, TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { days, nothingToAsk, signalling } from '../asking.ts';
import { changesOfGuidance, factsOf, guided, type Guided, latestOf } from '../standing.ts';

/** The day on which the weeks inside the start programme are full, if that is before it ends. */
const inStartProgramme = (
  { trajectory: { startProgramme }, ...known }: TrajectoryKnown,
  { landschap }: Guided,
  last: CalendarDate,
): readonly CalendarDate[] => {
  if (!startProgramme) return [];
  const { on, endsOn, completed } = startProgramme;
  const since = latest(last, on);
  const full = known.calendar.endOfWeeks(since, days(known, 'signalSilentStart', since, landschap), 'school');
  return full <= (completed ? earliest(endsOn, completed.on) : endsOn) ? [addDays(full, 1)] : [];
};

/** No conversation for so many school weeks, of which the start programme allows fewer. */
export const aLongSilenceIsASignal: TrajectoryWorkflow = {
  name: 'a-long-silence-is-a-signal',
  about: 'trajectory',
  hears: [
    ...changesOfGuidance,
    'ConversationHeld',
    'StartProgrammeStarted',
    'StartProgrammeExtended',
    'StartProgrammeCompleted',
  ],
  versions: {
    1: (known) => {
      const now = guided(known);
      if (!now) return nothingToAsk;
      const last = latestOf(factsOf(now.stay, 'ConversationHeld')) ?? now.placed;
      const { on } = last.data;
      const weeks = days(known, 'signalSilentLater', on, now.landschap);
      const full = addDays(known.calendar.endOfWeeks(on, weeks, 'school'), 1);
      return signalling('noConversation', 1, known, [
        {
          on: earliest(full, ...inStartProgramme(known, now, on)),
          step: `silent/${last.id}`,
          events: [last],
        },
      ]);
    },
  },
};
