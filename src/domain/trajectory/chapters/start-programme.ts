import { nothing, refuse } from '../../../kernel/decider.ts';
import { calendarOf } from '../../institution/calendar.ts';
import { settingOf } from '../../institution/settings.ts';
import { currentVariant } from '../../institution/state.ts';
import type {
  AssessLwp,
  CompleteStartProgramme,
  ExtendStartProgramme,
  HandInLwp,
  StartStartProgramme,
} from '../commands.ts';
import { notAs, type TrajectoryFacts } from '../facts.ts';
import { before, missing } from '../order.ts';
import { fact, type Said, unless } from '../said.ts';
import { isToldHere, type Trajectory } from '../state.ts';

/** The end is worked out by the calendar, the variant and the setting of that moment, and stored with them. */
export const startStartProgramme = (
  { on, variant }: StartStartProgramme,
  { placement, startProgramme }: Trajectory,
  { institution }: TrajectoryFacts,
): Said => {
  if (!placement) return refuse({ code: 'NotPlaced' });
  if (startProgramme)
    return startProgramme.on === on && (variant === undefined || variant === startProgramme.variant)
      ? nothing
      : refuse({ code: 'AlreadyStarted', on: startProgramme.on });
  const { landschap } = placement.programme;
  const code = variant ?? institution.landschappen.get(landschap)?.variant ?? '';
  const found = currentVariant(institution, code);
  if (!found) return refuse({ code: 'UnknownVariant', variant: code });
  const weeks = settingOf(institution, 'startProgrammeWeeks', on, landschap);
  return unless(
    [before(on, 'PlacedProvisionally', placement.on)],
    fact('StartProgrammeStarted', {
      on,
      endsOn: calendarOf(institution).endOfWeeks(on, found.weeks, weeks),
      variant: code,
      variantVersion: found.version,
      weeks,
    }),
  );
};

export const handInLwp = ({ on, lwp }: HandInLwp, now: Trajectory): Said => {
  const { startProgramme } = now;
  if (!startProgramme) return refuse(missing('StartProgrammeStarted'));
  return isToldHere(now, 'LwpHandedIn', { on, lwp })
    ? nothing
    : unless([before(on, 'StartProgrammeStarted', startProgramme.on)], fact('LwpHandedIn', { on, lwp }));
};

export const assessLwp = ({ on, lwp, verdict, remarks }: AssessLwp, now: Trajectory): Said => {
  const { startProgramme } = now;
  if (!startProgramme) return refuse(missing('StartProgrammeStarted'));
  const data = { on, lwp, verdict, remarks };
  const handedInOn = startProgramme.handedIn.get(lwp);
  return isToldHere(now, 'LwpAssessed', data)
    ? nothing
    : unless(
        [handedInOn === undefined && missing('LwpHandedIn'), before(on, 'LwpHandedIn', handedInOn)],
        fact('LwpAssessed', data),
      );
};

export const extendStartProgramme = (
  { on, endsOn, reason, agreedBy }: ExtendStartProgramme,
  now: Trajectory,
  facts: TrajectoryFacts,
): Said => {
  const { startProgramme } = now;
  if (!startProgramme) return refuse(missing('StartProgrammeStarted'));
  const data = { on, endsOn, reason, agreedBy };
  return isToldHere(now, 'StartProgrammeExtended', data)
    ? nothing
    : unless(
        [
          startProgramme.completed && { code: 'AlreadyCompleted', on: startProgramme.completed.on },
          before(on, 'StartProgrammeStarted', startProgramme.on),
          endsOn <= startProgramme.endsOn && { code: 'NoExtension', endsOn: startProgramme.endsOn },
          notAs(facts, agreedBy, 'teamLeader', on),
        ],
        fact('StartProgrammeExtended', data),
      );
};

/** `stay` needs no more than a coach; it does not enrol by itself. */
export const completeStartProgramme = (
  { on, choice, reasons }: CompleteStartProgramme,
  now: Trajectory,
): Said => {
  const { startProgramme } = now;
  if (!startProgramme) return refuse(missing('StartProgrammeStarted'));
  const data = { on, choice, reasons };
  return isToldHere(now, 'StartProgrammeCompleted', data)
    ? nothing
    : unless(
        [
          startProgramme.completed && { code: 'AlreadyCompleted', on: startProgramme.completed.on },
          before(on, 'StartProgrammeStarted', startProgramme.on),
        ],
        fact('StartProgrammeCompleted', data),
      );
};
