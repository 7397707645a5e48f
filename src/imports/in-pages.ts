import type { DeliveryCommand } from '../domain/delivery/commands.ts';
import { mostNamed } from '../domain/delivery/events.ts';
import { deliverySubject } from '../domain/delivery/subject.ts';
import type { Asked, Asking } from './asking.ts';

/** Records who is named in a delivery, behind the pages that are there already. */
export const inPages = async <Named>(
  asking: Asking,
  pagesBefore: number,
  named: readonly Named[],
  command: (page: number, some: readonly Named[]) => DeliveryCommand,
): Promise<Asked> => {
  let events = 0;
  for (let index = 0; index < named.length; index += mostNamed) {
    const page = pagesBefore + index / mostNamed;
    const asked = await asking.ask(
      deliverySubject,
      asking.delivery,
      command(page, named.slice(index, index + mostNamed)),
      asking.idOn(`page/${page}`),
    );
    if (!asked.ok) return asked;
    events += asked.events;
  }
  return { ok: true, events };
};
