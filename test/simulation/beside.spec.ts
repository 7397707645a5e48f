import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryViewStore } from '../../src/adapters/memory/view-store.ts';
import { openSqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { developmentHashing } from '../../src/adapters/system/hashing.ts';
import { hearersOf } from '../../src/app/workflows/hearers.ts';
import { tasksIn } from '../../src/app/workflows/player.ts';
import { checkpointIn } from '../../src/app/workflows/checkpoint.ts';
import { Engine } from '../../src/engine/execute.ts';
import { RunWorkflows } from '../../src/engine/run-workflows.ts';
import type { SignalId } from '../../src/domain/trajectory/ids.ts';
import { workflows } from '../../workflows/index.ts';
import { recordedSchool } from '../support/recorded-school.ts';
import { eventsOf, linesOf } from './made-school.ts';

describe('a simulated school with its workflows beside it', () => {
  it('is the same to the byte in every store', async () => {
    const lines = await linesOf(await recordedSchool({ years: 1 }));
    const folder = mkdtempSync(join(tmpdir(), 'wissel-beside-'));
    const sqlite = await openSqliteEventStore({ file: join(folder, 'log.sqlite') });
    try {
      expect(await linesOf(await recordedSchool({ years: 1 }, sqlite))).toEqual(lines);
    } finally {
      await sqlite.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('has tasks that are done, in time, overdue and escalated, and each signal from a rule that found it', async () => {
    const store = await recordedSchool();
    const tasks = await tasksIn(store);
    expect(tasks.filter(({ state }) => state === 'ended').length).toBeGreaterThan(100);
    const open = tasks.filter(({ state }) => state === 'open');
    expect(open.filter(({ due }) => due >= '2026-11-22')).not.toEqual([]);
    expect(open.filter(({ due }) => due < '2026-11-22')).not.toEqual([]);
    expect(open.filter(({ escalations }) => escalations.length > 0)).not.toEqual([]);
    const events = await eventsOf(store);
    const found = new Set<string>(events.filter(({ type }) => type === 'SignalFound').map(({ id }) => id));
    const raised = events
      .filter(({ type }) => type === 'SignalRaised')
      .map(({ data }) => (data as { readonly signal: SignalId }).signal);
    expect(raised.length).toBeGreaterThan(10);
    expect(raised.filter((signal) => !found.has(signal))).toEqual([]);
  });

  it('leaves a service that hears it all from the beginning nothing to do', async () => {
    const store = await recordedSchool({ years: 1 });
    const before = await linesOf(store);
    const last = (await eventsOf(store)).at(-1)?.meta.recordedAt;
    if (last === undefined) throw new Error('nothing happened');
    const engine = new Engine({ store, clock: { now: () => last }, hashing: developmentHashing });
    const run = new RunWorkflows({
      log: store,
      view: checkpointIn(memoryViewStore()),
      hearers: hearersOf(engine, workflows, () => Promise.resolve([])),
    });
    expect(await run.catchUp()).toBe(before.length);
    expect(run.parked()).toEqual([]);
    expect(await linesOf(store)).toEqual(before);
  });
});
