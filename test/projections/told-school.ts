import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { memoryViewStore } from '../../src/adapters/memory/view-store.ts';
import { ProjectionRunner } from '../../src/engine/run-projections.ts';
import type { LandschapCode, Opleidingscode } from '../../src/domain/institution/ids.ts';
import { staffId } from '../../src/domain/staff/ids.ts';
import { studentId } from '../../src/domain/student/ids.ts';
import type { TrajectoryData } from '../../src/domain/trajectory/events.ts';
import { switchId } from '../../src/domain/trajectory/ids.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import { instant } from '../../src/kernel/instant.ts';
import { type Role, type Uuid, uuid } from '../../src/kernel/message.ts';
import { projections } from '../../projections/index.ts';

export const id = (last: string): Uuid => uuid(`00000000-0000-4000-8000-${last.padStart(12, '0')}`);
export const samira = studentId(id('a1'));
export const double = studentId(id('a2'));
export const [joost, fatima, scout] = [staffId(id('c1')), staffId(id('c2')), staffId(id('c3'))];
export const [techniek, zorg] = ['techniek', 'zorg'] as LandschapCode[] as [LandschapCode, LandschapCode];
export const metaal = {
  opleidingscode: '25297' as Opleidingscode,
  niveau: 3,
  leerweg: 'BOL',
  landschap: techniek,
} as const;
export const verpleging = {
  opleidingscode: '25655' as Opleidingscode,
  niveau: 4,
  leerweg: 'BOL',
  landschap: zorg,
} as const;
export const first = switchId(id('e1'));
export const day = calendarDate;

/** What is recorded, day by day, and the read models as they then stand. */
export const toldSchool = async () => {
  const log = memoryEventStore();
  const views = memoryViewStore();
  const runner = new ProjectionRunner({ log, views, projections });
  await runner.start();
  let count = 0;
  const on = async <Type extends keyof TrajectoryData>(
    recorded: string,
    type: Type,
    data: TrajectoryData[Type],
    { who = samira, role = 'coach' }: { who?: typeof samira; role?: Role } = {},
  ): Promise<Uuid> => {
    const event = id(`${++count}`);
    const revision = (await log.readStream(`trajectory-${who}`)).length - 1;
    await log.append(`trajectory-${who}`, revision < 0 ? 'none' : revision, [
      {
        id: event,
        type,
        version: 1,
        data,
        meta: {
          commandId: id(`f${count}`),
          commandHash: 'ab'.repeat(32),
          actor: { id: joost, role },
          causationId: id(`f${count}`),
          correlationId: id(`f${count}`),
          recordedAt: instant(`${recorded}T10:00:00.000Z`),
          source: 'api',
        },
      },
    ]);
    await runner.catchUp();
    return event;
  };
  const read = <T>(name: string, work: Parameters<typeof views.read<T>>[1]): T => {
    const seen = views.read(name, work);
    if (!seen) throw new Error(`${name} is not there`);
    return seen.value;
  };
  return { on, read };
};
