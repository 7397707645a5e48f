import { addDays } from '../../src/kernel/calendar-date.ts';
import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOfCoach, asking, days, nothingToAsk } from '../asking.ts';
import { changesOfGuidance, factsOf, guided, latestOf } from '../standing.ts';

/** A period of school weeks without a leermetergesprek, since the last one or since the placement (DOMAIN.md §4). */
export const aLeermetergesprekIsHeldEveryPeriod: TrajectoryWorkflow = {
  name: 'a-leermetergesprek-is-held-every-period',
  about: 'trajectory',
  hears: [...changesOfGuidance, 'ConversationHeld'],
  versions: {
    1: (known) => {
      const now = guided(known);
      if (!now) return nothingToAsk;
      const held = factsOf(now.stay, 'ConversationHeld').filter(({ data }) => data.kind === 'leermeter');
      const last = latestOf(held) ?? now.placed;
      const weeks = days(known, 'leermeterPeriod', last.data.on, now.landschap);
      const since = known.calendar.endOfWeeks(last.data.on, weeks, 'school');
      return asking(
        askedOfCoach(known, now, {
          step: `leermeter/${last.id}`,
          since,
          asksOn: addDays(since, 1),
          due: 'leermeterHeld',
          climbs: 'leermeterClimb',
          causes: [last],
          does: 'record-conversation',
        }),
      );
    },
  },
};
