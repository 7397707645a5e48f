import { describe, expect, it } from '@jest/globals';
import type { OwnTask } from '../../../projections/own-worklist.ts';
import { calendarFeed } from '../../../src/app/reminders/calendar-feed.ts';
import { calendarDate } from '../../../src/kernel/calendar-date.ts';
import { instant } from '../../../src/kernel/instant.ts';
import { uuid } from '../../../src/kernel/message.ts';
import { entriesOf, textOf } from './i-calendar.ts';

const base = 'https://wissel.school.example';
const task = (number: number, due: string): OwnTask => ({
  climbed: false,
  task: {
    task: uuid(`0b0f4c3e-4a53-4d0c-9a43-00000000000${number}`),
    workflow: 'kanarie',
    key: uuid('c0000000-0000-4000-8000-000000000001'),
    step: 'kanarie',
    does: 'kanarie',
    of: { role: 'coach', person: uuid('a0000000-0000-4000-8000-000000000001'), landschap: 'kanarie' },
    askedOn: calendarDate('2026-09-01'),
    due: calendarDate(due),
    causes: [uuid('d0000000-0000-4000-8000-000000000001')],
    escalations: [],
    changedAt: instant('2026-09-02T08:30:00.123Z'),
    state: 'open',
  },
});
const on = calendarDate('2026-10-26');
const shown = (text: string) =>
  entriesOf(text).map((entry) =>
    Object.fromEntries(
      ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY', 'URL', 'CLASS'].map((name) => [name, entry.get(name)?.value]),
    ),
  );

describe('the calendar of somebody', () => {
  it('has an entry for each task, all day on its due date, late or not', () => {
    const text = calendarFeed(
      [task(1, '2026-10-23'), task(2, '2026-10-26'), task(3, '2027-03-28')],
      on,
      base,
    );
    expect(shown(text)).toEqual([
      {
        UID: '0b0f4c3e-4a53-4d0c-9a43-000000000001',
        DTSTAMP: '20261023T220000Z',
        DTSTART: '20261023',
        SUMMARY: 'Taak in Wissel (te laat)',
        URL: `${base}/taken`,
        CLASS: 'PRIVATE',
      },
      {
        UID: '0b0f4c3e-4a53-4d0c-9a43-000000000002',
        DTSTAMP: '20260902T083000Z',
        DTSTART: '20261026',
        SUMMARY: 'Taak in Wissel',
        URL: `${base}/taken`,
        CLASS: 'PRIVATE',
      },
      expect.objectContaining({ DTSTART: '20270328' }),
    ]);
    for (const entry of entriesOf(text)) {
      expect(entry.get('DTSTART')?.parameters).toEqual({ VALUE: 'DATE' });
      expect(entry.get('TRANSP')?.value).toBe('TRANSPARENT');
      expect(textOf(entry.get('SUMMARY')?.value ?? '')).toMatch(/^Taak in Wissel( \(te laat\))?$/);
    }
  });

  it('is the same text while nothing changed, whatever the time', () => {
    const tasks = [task(1, '2026-10-23'), task(2, '2026-10-26')];
    expect(calendarFeed(tasks, on, base)).toBe(calendarFeed(tasks, on, base));
    expect(calendarFeed(tasks, calendarDate('2026-10-25'), base)).toBe(calendarFeed(tasks, on, base));
    expect(calendarFeed(tasks, calendarDate('2026-10-27'), base)).not.toBe(calendarFeed(tasks, on, base));
  });

  it('says nothing of what the task is or of whom', () => {
    const text = calendarFeed([task(1, '2026-10-26')], on, base);
    expect(text).not.toMatch(/kanarie|coach|[acd]0000000-/i);
  });

  it('is a calendar without entries when there is nothing to do', () => {
    expect(entriesOf(calendarFeed([], on, base))).toEqual([]);
  });

  it('escapes and folds a link that needs it', () => {
    const odd = `${base}/mbo,zorg;wissel/${'lang-'.repeat(30)}`;
    const [entry] = entriesOf(calendarFeed([task(1, '2026-10-26')], on, odd));
    expect(textOf(entry?.get('DESCRIPTION')?.value ?? '')).toBe(`${odd}/taken`);
    const url = entry?.get('URL')?.value ?? '';
    expect(url).not.toContain('\\');
    expect(decodeURIComponent(url)).toBe(`${odd}/taken`);
  });
});
