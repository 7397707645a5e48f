import type { ToldEvent } from '../src/domain/trajectory/state.ts';
import type { TrajectoryWorkflow } from '../src/domain/workflow/known.ts';
import { asking, days, firstLine, schoolDaysAfter } from './asking.ts';

/** Planned or held, or not shown up for: the day on which it was to be is over for that plan. */
const since = (history: readonly ToldEvent[], landschap: string, applied: number, type: ToldEvent['type']) =>
  history.findLast(
    (event, index) =>
      index > applied &&
      event.type === type &&
      'landschap' in event.data &&
      event.data.landschap === landschap,
  );

/** Applied: a scoutgesprek is planned within 5 school days and held within 15; by the scout, climbs after 3 (DOMAIN.md §4). */
export const anApplicationGetsAScoutgesprek: TrajectoryWorkflow = {
  name: 'an-application-gets-a-scoutgesprek',
  about: 'trajectory',
  hears: [
    'Applied',
    'ApplicationRedirected',
    'ApplicationWithdrawn',
    'ScoutgesprekPlanned',
    'ScoutgesprekMissed',
    'ScoutgesprekHeld',
    'PlacedProvisionally',
    'Left',
    'TrajectoryMerged',
    'Corrected',
  ],
  versions: {
    1: (known) => {
      const { history, applications, mergedInto } = known.trajectory;
      if (mergedInto !== undefined) return asking();
      return asking(
        ...[...applications].flatMap(([landschap, { on, scout, open }]) => {
          const applied = history.findLastIndex(
            ({ type, data }) =>
              (type === 'Applied' && data.landschap === landschap) ||
              (type === 'ApplicationRedirected' && data.to === landschap),
          );
          const cause = history[applied];
          if (!open || !cause || since(history, landschap, applied, 'ScoutgesprekHeld')) return [];
          const planned = since(history, landschap, applied, 'ScoutgesprekPlanned');
          const missed = since(history, landschap, applied, 'ScoutgesprekMissed');
          const stands = planned && (!missed || history.indexOf(missed) < history.indexOf(planned));
          const term = {
            asksOn: on,
            of: { role: 'scout' as const, landschap, ...(scout !== undefined && { person: scout }) },
            climbs: days(known, 'scoutgesprekClimb', on, landschap),
            ladder: firstLine(landschap),
            causes: [cause.id],
          };
          return [
            !stands && {
              ...term,
              step: `planned/${landschap}/${cause.id}`,
              due: schoolDaysAfter(known, on, 'scoutgesprekPlanned', landschap),
              does: 'plan-scoutgesprek',
            },
            {
              ...term,
              step: `held/${landschap}/${cause.id}`,
              due: schoolDaysAfter(known, on, 'scoutgesprekHeld', landschap),
              does: 'record-scoutgesprek',
            },
          ];
        }),
      );
    },
  },
};
