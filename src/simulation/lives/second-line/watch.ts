import { addDays } from '../../../kernel/calendar-date.ts';
import { lwpsOf } from '../path/start-programme.ts';
import type { Told } from '../stays.ts';
import type { Care } from '../care.ts';
import { planReferral } from './referral.ts';
import { raise } from './signals.ts';
import { answer, startProgrammeEnds, talked } from '../guidance/talks.ts';

/** What the path holds since it was looked at last: its conversations count too, and rules fire on it. */
export const watchPath = (care: Care): void => {
  const { told } = care.life.stays;
  for (const each of told.slice(care.seen)) watch(care, each);
  care.seen = told.length;
};

const watch = (care: Care, each: Told): void => {
  const { recorded, command } = each;
  switch (command.type) {
    case 'RecordConversation':
      care.plan(recorded, (on) => talked(care, on, () => each.idOf('ConversationHeld')));
      return;
    case 'StartStartProgramme':
      care.plan(recorded, (on) =>
        care.plan(startProgrammeEnds(care, on) + 1, (ended) => lwpsOverdue(care, ended, each)),
      );
      return;
    case 'RequestSwitch':
      secondRequest(care, each);
      return;
    case 'OfferPlace':
    case 'AcceptStudent':
      if (each.switchedFrom !== undefined)
        care.plan(Math.max(recorded, each.switchedFrom), (on) =>
          care.planAfter(on, 22, (late) => notLanded(care, late, each)),
        );
      return;
    case 'ConfirmLanding':
      if (!command.wellReceived)
        care.plan(recorded + 1, (on) => {
          raise(care, on, 'landingNotWell', [() => each.idOf('LandingConfirmed')]);
          answer(care, on);
        });
      return;
    default:
      return;
  }
};

const lwpsOverdue = (care: Care, on: number, begun: Told): void => {
  const placed = care.placed(on);
  if (!placed || placed.stay !== care.placed(begun.recorded)?.stay) return;
  const handedIn = care.life.stays.told.filter(
    ({ recorded, command }) => recorded >= begun.recorded && recorded <= on && command.type === 'HandInLwp',
  );
  if (lwpsOf('').length - handedIn.length < 2) return;
  raise(care, on, 'lwpsOverdue', [() => begun.idOf('StartProgrammeStarted')]);
  answer(care, on);
};

const secondRequest = (care: Care, again: Told): void => {
  const { recorded, command } = again;
  if (command.type !== 'RequestSwitch') return;
  if (command.initiative === 'sab') planReferral(care, recorded - care.chance.between(28, 45), 'switches');
  const earlier = care.life.stays.told.findLast(
    (each) =>
      each.recorded < recorded &&
      each.command.type === 'RequestSwitch' &&
      each.command.on > addDays(command.on, -365),
  );
  if (!earlier) return;
  care.plan(recorded + 1, (on) => {
    raise(care, on, 'secondSwitchRequest', [
      () => earlier.idOf('SwitchRequested'),
      () => again.idOf('SwitchRequested'),
    ]);
    answer(care, on);
  });
};

/** Nobody said how the student landed, four school weeks after the new programme began. */
const notLanded = (care: Care, on: number, made: Told): void => {
  const { stays } = care.life;
  const landed = stays.told.some(
    ({ recorded, command }) =>
      command.type === 'ConfirmLanding' &&
      'switch' in made.command &&
      command.switch === made.command.switch &&
      recorded <= on,
  );
  if (landed || care.placed(on)?.stay !== care.placed(made.recorded)?.stay) return;
  raise(care, on, 'landingNotWell', [() => made.idOf('Switched')]);
  answer(care, on);
};
