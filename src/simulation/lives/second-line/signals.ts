import type { SignalRule } from '../../../domain/trajectory/events.ts';
import type { SignalId } from '../../../domain/trajectory/ids.ts';
import type { Actor, Uuid } from '../../../kernel/message.ts';
import { dated } from '../life.ts';
import type { Care, EventNamed } from '../care.ts';

const system: Actor = { id: 'system', role: 'system' };

/** A rule that everybody can read has fired, because of these events. */
export const raise = (care: Care, on: number, rule: SignalRule, because: readonly EventNamed[]): void => {
  const placed = care.placed(on);
  if (!placed) return;
  const signal = care.chance.uuid() as SignalId;
  care.signalledIn = placed.stay;
  if (!care.life.world.raisesSignals) return;
  care.say(
    on,
    system,
    () => {
      const events = because.map((name) => name()).filter((id): id is Uuid => id !== undefined);
      return events.length === because.length
        ? { type: 'RaiseSignal', ...dated(on), signal, rule, ruleVersion: 1, events }
        : undefined;
    },
    { source: 'workflow' },
  );
};
