import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { TrajectoryCommand } from '../../../src/domain/trajectory/commands.ts';
import { switchId } from '../../../src/domain/trajectory/ids.ts';
import type { Trajectory } from '../../../src/domain/trajectory/state.ts';
import type { Draws } from '../draws.ts';
import { carla, cem, dirk, kapper, timmerman } from '../people.ts';

const coaches = [carla, cem, dirk];

/** What happens to the student while the second line works: talks, another coach, a switch, leaving and coming back. */
export const nextOfStudent = (draw: Draws, now: Trajectory, on: CalendarDate): TrajectoryCommand => {
  const talk = (kind: 'support' | 'switch'): TrajectoryCommand => ({
    type: 'RecordConversation',
    on,
    kind,
    faceToFace: true,
    present: ['student', 'coach'],
  });
  if (now.left) return { type: 'Return', on };
  if (!now.placement)
    return {
      type: 'Place',
      on,
      programme: draw.of([kapper, timmerman, timmerman]),
      coach: draw.of(coaches),
    };
  if (now.offer && draw.chance(50)) return { type: 'AcceptResponsibility', on };
  const { openSwitch } = now;
  if (openSwitch !== undefined && draw.chance(50))
    return now.switches.get(openSwitch)?.stage === 'offered'
      ? { type: 'AcceptStudent', on, switch: openSwitch }
      : { type: 'OfferPlace', on, switch: openSwitch, from: on, coach: draw.of(coaches) };
  if (draw.chance(55)) return talk('support');
  return draw.of<TrajectoryCommand>([
    talk('switch'),
    {
      type: 'RequestSwitch',
      on,
      switch: switchId(`5c000000-0000-4000-8000-${String(now.switches.size).padStart(12, '0')}`),
      to: draw.of([kapper, timmerman]),
      initiative: 'sab',
    },
    { type: 'OfferResponsibility', on, to: draw.of(coaches) },
    { type: 'OfferResponsibility', on, to: draw.of(coaches) },
    { type: 'Leave', on, reason: '4', destination: { kind: 'unknown', confirmed: false } },
  ]);
};
