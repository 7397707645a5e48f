import { memoryEventStore } from '../../src/adapters/memory/event-store.ts';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { LogReader } from '../../src/app/figures/log-reader.ts';
import { type Checked, checkBundle } from '../../src/app/sealing/check.ts';
import type { Finding } from '../../src/app/sealing/findings.ts';
import type { SealQuestion } from '../../src/app/sealing/make.ts';
import { type AgainstLog, againstLog } from '../../src/app/sealing/recompute.ts';
import { type Sealed, sealBundle } from '../../src/app/sealing/seal.ts';
import type { Manifest } from '../../src/app/sealing/shapes.ts';
import type { Recorded } from '../../src/kernel/message.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import type { Hashing } from '../../src/ports/hashing.ts';
import { aSchool, day, delivery, programmes, type School, student } from '../figures/history.ts';

export type Whole = Extract<Sealed, { readonly made: true }>;

export const question: SealQuestion = {
  year: 2024,
  knownOn: day('2025-12-01'),
  reports: ['twin', 'vsv', 'switches'],
  definitions: {},
};
/** Long after everything that these schools tell of. */
export const today = day('2026-02-01');

const { verpleegkunde, apotheek, software, kok } = programmes;

/** A few students of every kind: who stays, switches, leaves, is named by the register, stands beside it. */
export const aMixedSchool = (): School => {
  const school = aSchool();
  for (let n = 1; n <= 6; n++)
    school
      .student(n)
      .born({ year: 2004 + (n % 3), part: 'later' })
      .placed('2024-08-20', n % 2 === 0 ? verpleegkunde : software)
      .enrolled('2024-09-01');
  school.student(1).switched(1, '2024-12-02', software, kok);
  school.student(2).switched(2, '2025-02-03', verpleegkunde, apotheek, { motive: false });
  school.student(3).left('2025-03-14', { kind: 'work' });
  school.student(4).diploma('2025-07-04', '25655', 4).left('2025-07-10', { kind: 'hbo', confirmed: true });
  school.student(7).born({ year: 2006, part: 'later' }).placed('2024-08-26', kok);
  school
    .student(8)
    .born({ year: 2005, part: 'later' })
    .register(1, { from: '2024-08-01', periods: [['2024-08-01', '25180']] }, '2025-11-02');
  school.delivered(1, { madeOn: day('2025-11-01') }, [student(8)]);
  return school;
};

export const storeOf = async (events: Iterable<Recorded>): Promise<EventStore> => {
  const store = memoryEventStore();
  await fill(store, events);
  return store;
};

export const fill = async (store: EventStore, events: Iterable<Recorded>): Promise<void> => {
  for (const { id, stream, revision, type, version, data, meta } of events)
    await store.append(stream, revision === 0 ? 'none' : revision - 1, [{ id, type, version, data, meta }]);
};

export const eventsOf = (school: School): readonly Recorded[] => school.entries().map(({ event }) => event);

export const seal = async (
  store: EventStore,
  asked: Partial<SealQuestion> = {},
  hashing: Hashing = developmentHashing,
): Promise<Whole> => {
  const answer = await sealBundle(
    { reader: new LogReader(store), log: store, hashing, version: '0.2.0' },
    { ...question, ...asked },
  );
  if (!answer.made) throw new Error(JSON.stringify(answer.refusal));
  return answer;
};

const withManifest = (checked: Checked): Checked & { readonly manifest: Manifest } => {
  const { manifest } = checked;
  if (!manifest) throw new Error('the manifest cannot be read');
  return { ...checked, manifest };
};

export const against = (
  store: EventStore,
  bytes: Uint8Array,
  hashing: Hashing = developmentHashing,
): Promise<AgainstLog> =>
  againstLog(
    { reader: new LogReader(store), log: store, hashing, version: '0.2.0' },
    withManifest(checkBundle(bytes)),
    today,
  );

export const codes = ({ findings }: { readonly findings: readonly Finding[] }): readonly string[] =>
  findings.map(({ code }) => code);

export { delivery };
