import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLedger } from '../../projections/figures/index.ts';
import { deliveryReadable } from '../../src/domain/delivery/state.ts';
import { deliveryEvents } from '../../src/domain/delivery/events.ts';
import { institutionEvents } from '../../src/domain/institution/events.ts';
import { institution } from '../../src/domain/institution/state.ts';
import { numberEvents } from '../../src/domain/number/events.ts';
import { numberReadable } from '../../src/domain/number/state.ts';
import { sabCaseEvents } from '../../src/domain/sab-case/events.ts';
import { sabCaseReadable } from '../../src/domain/sab-case/state.ts';
import { staffEvents } from '../../src/domain/staff/events.ts';
import { staffReadable } from '../../src/domain/staff/state.ts';
import { studentEvents } from '../../src/domain/student/events.ts';
import { studentReadable } from '../../src/domain/student/state.ts';
import { trajectoryEvents } from '../../src/domain/trajectory/events.ts';
import { trajectoryReadable } from '../../src/domain/trajectory/state.ts';
import { workflowEvents } from '../../src/domain/workflow/events.ts';
import { workflowReadable } from '../../src/domain/workflow/state.ts';
import { Chain } from '../../src/engine/chain.ts';
import { told } from '../../src/engine/codec.ts';
import { calendarDate } from '../../src/kernel/calendar-date.ts';
import type { Happening, Recorded } from '../../src/kernel/message.ts';
import { wrongFields } from '../../src/kernel/schema.ts';
import type { Readable } from '../../src/kernel/subject.ts';

/** What each release recorded of its own history, when it was released. A later build must say the same. */
const releases = [
  {
    file: '0.1.0.ndjson',
    chain: 'ca28039966dc1ba205efb3c9a83b0a03460d501da3091536beb2ff48f9e270a6',
    stand: {
      placed: 24,
      enrolled: 24,
      withCoach: 24,
      left: 11,
      merged: 2,
      switchesMade: 8,
      switchesOpen: 0,
    },
    year: 2025,
    knownOn: calendarDate('2026-11-22'),
    register: { diplomaAndOn: 1, same: 20, otherDomain: 1, leftWithDiploma: 2, leftWithout: 3 },
    evidence: {
      diplomaAndOn: 1,
      guidedSwitch: 1,
      stayed: 20,
      leftWithDiploma: 2,
      toOtherSchool: 1,
      presumedVsv: 2,
    },
  },
  {
    file: '0.2.0.ndjson',
    chain: 'f1607cd71ead83775f6920eaa138945f5787f1600c1917a3699f13032946af7f',
    stand: {
      placed: 59,
      enrolled: 58,
      withCoach: 59,
      left: 20,
      merged: 2,
      switchesMade: 12,
      switchesOpen: 1,
    },
    year: 2025,
    knownOn: calendarDate('2026-11-23'),
    register: {
      diplomaAndOn: 4,
      leftWithDiploma: 13,
      leftWithout: 5,
      otherDomain: 5,
      same: 30,
      specified: 3,
    },
    evidence: {
      diplomaAndOn: 4,
      guidedSwitch: 5,
      leftWithDiploma: 13,
      presumedVsv: 3,
      stayed: 31,
      switchedBack: 2,
      toOtherSchool: 1,
      toOtherSchoolGap: 1,
    },
  },
] as const;

const fold = <State, Event extends Happening>(
  readable: Readable<State, Event>,
  events: readonly Recorded[],
): State =>
  events.reduce(
    (state, event) => readable.evolve(state, told<Event>(readable.events, event)),
    readable.initial,
  );

type Replay = (events: readonly Recorded[]) => unknown;
const replayOf =
  <State, Event extends Happening>(readable: Readable<State, Event>): Replay =>
  (events) =>
    fold(readable, events);

const replays: Readonly<Record<string, Replay>> = {
  trajectory: replayOf(trajectoryReadable),
  student: replayOf(studentReadable),
  number: replayOf(numberReadable),
  staff: replayOf(staffReadable),
  delivery: replayOf(deliveryReadable),
  institution: replayOf(institution),
  sabCase: replayOf(sabCaseReadable),
  workflow: replayOf(workflowReadable),
};
const definitions = {
  ...trajectoryEvents,
  ...studentEvents,
  ...numberEvents,
  ...staffEvents,
  ...deliveryEvents,
  ...institutionEvents,
  ...sabCaseEvents,
  ...workflowEvents,
};

const read = (file: string): readonly Recorded[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line, index) => ({ ...(JSON.parse(line) as Omit<Recorded, 'position'>), position: BigInt(index + 1) }));

const byStream = (events: readonly Recorded[]): ReadonlyMap<string, Recorded[]> => {
  const streams = new Map<string, Recorded[]>();
  for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return streams;
};

/** Where everybody stands, in words that outlive the shape of a state. */
const standOf = (streams: ReadonlyMap<string, readonly Recorded[]>): Readonly<Record<string, number>> => {
  const stand = { placed: 0, enrolled: 0, withCoach: 0, left: 0, merged: 0, switchesMade: 0, switchesOpen: 0 };
  for (const [stream, events] of streams) {
    if (!stream.startsWith('trajectory-')) continue;
    const now = fold(trajectoryReadable, events);
    stand.placed += now.placement ? 1 : 0;
    stand.enrolled += now.placement?.enrolledOn === undefined ? 0 : 1;
    stand.withCoach += now.coach ? 1 : 0;
    stand.left += now.left ? 1 : 0;
    stand.merged += now.mergedInto === undefined ? 0 : 1;
    stand.switchesMade += [...now.switches.values()].filter(({ stage }) => stage === 'switched').length;
    stand.switchesOpen += now.openSwitch === undefined ? 0 : 1;
  }
  return stand;
};

const counts = <Name extends string>(
  boxes: readonly ({ readonly count: number } & Readonly<Record<Name, string>>)[],
  name: Name,
): Readonly<Record<string, number>> => Object.fromEntries(boxes.map((box) => [box[name], box.count]));

/** New since the last release; the next one records them in its history, and then none of them stands here. */
const notReleasedYet: readonly string[] = ['NormSet', 'VsvListNamed', 'VsvListRecorded'];

describe('old stories', () => {
  it('are kept for every release', () => {
    const kept = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ndjson'));
    expect(kept).toEqual(releases.map(({ file }) => file));
  });

  it('have every event that can happen in the latest', () => {
    const types = new Set(read(releases[releases.length - 1]?.file ?? '').map(({ type }) => type));
    expect([...types, ...notReleasedYet].sort()).toEqual(Object.keys(definitions).sort());
  });

  describe.each(releases)('$file', ({ file, chain, stand, year, knownOn, register, evidence }) => {
    const events = read(file);

    it('is as it was recorded: the same chain', () => {
      const found = new Chain();
      for (const event of events) found.add(event);
      expect(found.hash).toBe(chain);
    });

    it('holds what its definitions allow', () => {
      for (const { type, data, stream, revision } of events)
        expect(
          wrongFields(definitions[type as keyof typeof definitions].fields, data, `${stream}/${revision}`),
        ).toBeUndefined();
    });

    it('folds, every stream of it, and everybody stands where they stood', () => {
      const streams = byStream(events);
      for (const [stream, of] of streams) expect(replays[stream.split('-')[0] ?? '']?.(of)).toBeDefined();
      expect(standOf(streams)).toEqual(stand);
    });

    it('gives the figures of then', () => {
      const ledger = createLedger();
      ledger.add(events.map((event, index) => ({ ordinal: index + 1, event })));
      const answer = ledger.report({ report: 'twin', year, knownOn });
      if (!answer.answered) throw new Error(answer.refusal.code);
      expect(counts(answer.report.twin?.register ?? [], 'register')).toEqual(register);
      expect(counts(answer.report.twin?.evidence ?? [], 'evidence')).toEqual(evidence);
    });
  });
});
