import { addDays, type CalendarDate, earliest } from '../../src/kernel/calendar-date.ts';
import type { StartProgramme } from '../../src/domain/trajectory/state.ts';
import type { TrajectoryWorkflow } from '../../src/domain/workflow/known.ts';
import { askedOfCoach, asking, nothingToAsk } from '../asking.ts';
import { changesOfGuidance } from '../standing.ts';
import { startProgrammeOf } from '../start/start-programme.ts';
import { openSwitch } from './switches.ts';

/** Its (extended) end, or the day of a choice to stay or to stop: whoever chose `switch` has until the end. */
const overOn = ({ endsOn, completed }: StartProgramme): CalendarDate =>
  completed && completed.choice !== 'switch' ? earliest(endsOn, completed.on) : endsOn;

/** The end of the start programme does not withdraw an open switch (DOMAIN.md §3.5); somebody has to decide. */
export const anOpenSwitchIsDecidedWhenTheStartProgrammeIsOver: TrajectoryWorkflow = {
  name: 'an-open-switch-is-decided-when-the-start-programme-is-over',
  about: 'trajectory',
  hears: [
    ...changesOfGuidance,
    'StartProgrammeStarted',
    'StartProgrammeExtended',
    'StartProgrammeCompleted',
    'SwitchRequested',
    'PlaceRefused',
    'SwitchWithdrawn',
  ],
  versions: {
    1: (known) => {
      const [running, open] = [startProgrammeOf(known), openSwitch(known)];
      if (!running || !open) return nothingToAsk;
      const over = overOn(running.programme);
      // One that was asked for later was agreed to by the team leader as it is.
      if (open.asked.requestedOn > over) return nothingToAsk;
      return asking(
        askedOfCoach(known, open.now, {
          step: `decided/${open.requested.id}`,
          since: over,
          asksOn: addDays(over, 1),
          due: 'openSwitchDecided',
          climbs: 'openSwitchClimb',
          causes: [running.started, open.requested],
          does: 'withdraw-switch',
        }),
      );
    },
  },
};
