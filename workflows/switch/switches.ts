import type { Switch } from '../../src/domain/trajectory/state.ts';
import type { TrajectoryKnown } from '../../src/domain/workflow/known.ts';
import { type Fact, factsOf, guided, type Guided, lastOf } from '../standing.ts';

export interface OpenSwitch {
  readonly now: Guided;
  readonly asked: Switch;
  readonly requested: Fact<'SwitchRequested'>;
}

export const openSwitch = (known: TrajectoryKnown): OpenSwitch | undefined => {
  const { openSwitch: id, switches } = known.trajectory;
  const now = guided(known);
  const asked = id === undefined ? undefined : switches.get(id);
  const requested =
    now && factsOf(now.stay, 'SwitchRequested').findLast(({ data }) => data.switch === asked?.id);
  return now && asked && requested ? { now, asked, requested } : undefined;
};

/** Where the student came to last, and whether it was said how he landed there. */
export interface LastSwitch {
  readonly now: Guided;
  readonly switched: Fact<'Switched'>;
  readonly landing: Fact<'LandingConfirmed'> | undefined;
}

/** Of a switch that was followed by another nobody asks any more how it landed. */
export const lastSwitch = (known: TrajectoryKnown): LastSwitch | undefined => {
  const now = guided(known);
  const switched = now && lastOf(now.stay, 'Switched');
  return switched
    ? {
        now,
        switched,
        landing: factsOf(now.stay, 'LandingConfirmed').findLast(
          ({ data }) => data.switch === switched.data.switch,
        ),
      }
    : undefined;
};
