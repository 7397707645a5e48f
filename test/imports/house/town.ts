import { memoryEventStore } from '../../../src/adapters/memory/event-store.ts';
import { developmentHashing } from '../../../src/adapters/system/hashing.ts';
import { seededRandom } from '../../../src/adapters/system/seeded-random.ts';
import type { InstitutionEvent } from '../../../src/domain/institution/events.ts';
import { institutionStream } from '../../../src/domain/institution/ids.ts';
import { type Institution, institution } from '../../../src/domain/institution/state.ts';
import { type StaffId, staffId } from '../../../src/domain/staff/ids.ts';
import { type Staff, staffReadable } from '../../../src/domain/staff/state.ts';
import { staffSubjectWith } from '../../../src/domain/staff/subject.ts';
import { Engine } from '../../../src/engine/execute.ts';
import {
  type HouseAnswer,
  houseOf,
  importHouse,
  writeHouse,
} from '../../../src/imports/institution/index.ts';
import type { House } from '../../../src/imports/institution/house.ts';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { instant } from '../../../src/kernel/instant.ts';
import type { Recorded } from '../../../src/kernel/message.ts';
import type { EventStore } from '../../../src/ports/event-store.ts';

/** No two imports give their commands the same ids. */
let towns = 0;

/** A log into which a house is imported, and out of which it is exported. */
export class Town {
  readonly store: EventStore;
  readonly engine: Engine;
  readonly #random = seededRandom(`town ${++towns}`);

  constructor(store: EventStore = memoryEventStore()) {
    this.store = store;
    this.engine = new Engine({
      store,
      clock: { now: () => instant('2026-11-22T09:00:00.000Z') },
      hashing: developmentHashing,
    });
  }

  import(text: string, dryRun = false): Promise<HouseAnswer> {
    return importHouse({ text, engine: this.engine, random: this.#random, dryRun, alone: (work) => work() });
  }

  /** How many events an import recorded; one that was not done ends the test. */
  async recorded(text: string): Promise<number> {
    const answer = await this.import(text);
    if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer, undefined, 1));
    return answer.changes.reduce((sum, { events }) => sum + events.length, 0);
  }

  events(): Promise<readonly Recorded[]> {
    return this.store.readAll(undefined, 1_000_000);
  }

  async house(): Promise<House> {
    const { state } = await this.engine.fold<Institution, InstitutionEvent>(institution, institutionStream);
    const staff = new Map<StaffId, Staff>();
    for (const { stream } of await this.events())
      if (stream.startsWith('staff-'))
        staff.set(staffId(stream.slice(6)), (await this.engine.fold(staffReadable, stream)).state);
    return houseOf(state, staff);
  }

  async export(): Promise<string> {
    return writeHouse(await this.house());
  }

  /** Somebody goes, on whom nobody depends. */
  async leaves(id: string, on: string): Promise<void> {
    const answer = await this.engine.execute(
      staffSubjectWith(async () => []),
      staffId(id),
      { type: 'RecordStaffLeft', on: calendarDate(on) },
      { commandId: this.#random.uuid(), actor: { id: 'x', role: 'operator' }, source: 'test' },
    );
    if (answer.outcome !== 'done') throw new Error(JSON.stringify(answer));
  }
}

export const anna = 'a0000000-0000-4000-8000-000000000001';
export const bram = 'b0000000-0000-4000-8000-000000000002';

/** A small house as somebody types it: nothing is in quotes. */
export const typed = `format: 1
variants:
  - variant: start
    name: Start
    weeks: 10
    emphasis: kiezen
    lwps: []
landschappen:
  - landschap: zorg
    name: Zorg
    variant: start
    meeloopdag: true
    buddystage: false
programmes:
  - { landschap: zorg, opleidingscode: 79140, leerwegen: [BOL, BBL] }
  - { landschap: zorg, opleidingscode: 28001, name: 2026, niveau: 4, leerwegen: [BBL], domein: 79140 }
calendars:
  - schoolYear: 2025
    holidays:
      - { name: zomer, from: 2026-07-11, until: 2026-08-23 }
settings:
  - { setting: populationFundableOnly, value: no, from: 2025-08-01 }
  - { setting: landingTerm, landschap: zorg, value: 15, from: 2025-08-01 }
leermeter:
  name: Onze
  least: 0
  most: 10
  competences:
    - { code: 1, name: Samenwerken }
trainingGroups:
  - { group: ws, training: workskills, name: Najaar, from: 2026-09-07 }
staff:
  - id: ${anna}
    name: Anna
    since: 2025-08-01
    roles:
      - { role: coach, landschap: zorg, from: 2025-08-01, until: 2027-07-31 }
    absences:
      - { from: 2026-10-05, to: 2026-10-16, deputy: ${bram} }
  - id: ${bram}
    name: Bram
    email: bram@school.example
    since: 2025-08-01
norms:
  - { norm: vsv, niveau: 2, schoolYear: 2025, percent: 9.3, source: Stcrt. 2025 }
`;
