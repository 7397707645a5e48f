import { describe, expect, it } from '@jest/globals';
import { calendarOf } from '../../src/domain/institution/calendar.ts';
import { decideWorkflow } from '../../src/domain/workflow/decider.ts';
import { type WorkflowState, workflowReadable } from '../../src/domain/workflow/state.ts';
import type { WorkflowCommand } from '../../src/domain/workflow/commands.ts';
import { type CalendarDate, calendarDate } from '../../src/kernel/calendar-date.ts';
import type { Term } from '../../src/kernel/workflow.ts';
import { timers } from '../../projections/timers.ts';
import { school, tineke } from '../support/people.ts';
import { numbered } from './school.ts';

const termFrom = (asksOn: CalendarDate): Term => ({
  step: 'choice',
  asksOn,
  due: calendarDate('2026-03-06'),
  of: { role: 'coach' },
  climbs: 3,
  ladder: [{ role: 'programmeManager' }],
  causes: [],
  does: 'complete-start-programme',
});

/** Its rule says day by day which terms are open. */
class Asking {
  state: WorkflowState = workflowReadable.initial;
  readonly events: {
    readonly type: string;
    readonly data: unknown;
    readonly id: ReturnType<typeof numbered>;
  }[] = [];

  hears(today: string, ...terms: readonly Term[]): readonly string[] {
    return this.do(today, { type: 'Hear', cause: numbered('c', 1) }, terms);
  }

  do(today: string, command: WorkflowCommand, terms: readonly Term[]): readonly string[] {
    const reaction = { terms, findings: [] };
    const decision = decideWorkflow(command, this.state, {
      today: calendarDate(today),
      calendar: calendarOf(school),
      reaction,
      version: 1,
      latest: { version: 1, reaction },
      staff: new Map(),
      by: tineke,
    });
    if (!decision.accepted) throw new Error('refused');
    for (const event of decision.events) {
      const id = numbered('d', this.events.length + 1);
      this.events.push({ ...event, id });
      this.state = workflowReadable.evolve(this.state, { ...event, id, commandId: id });
    }
    return decision.events.map(({ type }) => type);
  }

  pending(): readonly unknown[] {
    return (
      timers.rows({
        key: 'w-d0000000-0000-4000-8000-000000000001',
        joined: [],
        events: this.events.map((event, revision) => ({
          ...event,
          key: 'w',
          revision,
          version: 1,
          position: BigInt(revision + 1),
          commandId: event.id,
          recordedAt: '2026-03-01T08:00:00.000Z',
          role: 'system',
        })) as unknown as Parameters<typeof timers.rows>[0]['events'],
      })['timers'] ?? []
    ).map(({ at }) => at);
  }
}

describe('a task that ended, and is to be asked anew from a later day', () => {
  it('waits for that day among the timers, and is asked on it', () => {
    const asking = new Asking();
    expect(asking.hears('2026-03-02', termFrom(calendarDate('2026-03-01')))).toContain('TaskAsked');
    expect(asking.hears('2026-03-03')).toEqual(['TaskEnded']);
    expect(asking.pending()).toEqual([]);
    // The choice never was, and the start programme was made longer: it is to be asked again, but not yet.
    expect(asking.hears('2026-03-04', termFrom(calendarDate('2026-03-20')))).toEqual(['TimerSet']);
    expect(asking.pending()).toEqual(['2026-03-19T23:00:00.000Z']);
    const at = asking.state.steps.get('choice')?.timer?.at;
    if (at === undefined) throw new Error('no timer');
    expect(
      asking.do('2026-03-20', { type: 'Fire', step: 'choice', at }, [termFrom(calendarDate('2026-03-20'))]),
    ).toContain('TaskAsked');
  });

  it('is not asked when it is done by then', () => {
    const asking = new Asking();
    asking.hears('2026-03-02', termFrom(calendarDate('2026-03-01')));
    asking.hears('2026-03-03');
    asking.hears('2026-03-04', termFrom(calendarDate('2026-03-20')));
    const at = asking.state.steps.get('choice')?.timer?.at;
    if (at === undefined) throw new Error('no timer');
    expect(asking.do('2026-03-20', { type: 'Fire', step: 'choice', at }, [])).toEqual(['TimerIgnored']);
    expect(asking.pending()).toEqual([]);
  });
});
