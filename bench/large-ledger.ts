import { openSqliteEventStore } from '../src/adapters/sqlite/event-store.ts';
import type { CalendarDate } from '../src/kernel/calendar-date.ts';
import type { Recorded } from '../src/kernel/message.ts';
import { createLedger, type LogEntry } from '../projections/figures/index.ts';

/**
 * A process that reads the log of a school as if it were many schools of the same students, and answers how long figures
 * over all of them take (ms): first, and again.
 */
const [file = '', copies = '15', knownOn = ''] = process.argv.slice(2);
const digits = '0123456789abcdef';
const student = /^(trajectory|student)-([0-9a-f])(.*)$/;

/** The same event of another student: the first digit of the id is another one. */
const copyOf = (event: Recorded, copy: number): Recorded => {
  const [, subject = '', digit = '', rest = ''] = student.exec(event.stream) ?? [];
  const other = digits[(digits.indexOf(digit) + copy) % digits.length] ?? '';
  return { ...event, stream: `${subject}-${other}${rest}` };
};

const ledger = createLedger();
const log = await openSqliteEventStore({ file, readOnly: true });
let ordinal = 0;
for (let at: bigint | undefined; ;) {
  const page = await log.readAll(at, 2_000);
  at = page.at(-1)?.position;
  if (at === undefined) break;
  const entries: LogEntry[] = [];
  for (const event of page) {
    const times = student.test(event.stream) ? Number(copies) : 1;
    for (let copy = 0; copy < times; copy += 1) {
      ordinal += 1;
      entries.push({ ordinal, event: copy === 0 ? event : copyOf(event, copy) });
    }
  }
  ledger.add(entries);
}
await log.close();

const on = knownOn as CalendarDate;
const questions: Readonly<Record<string, (year: number) => unknown>> = {
  twin: (year) => ledger.report({ report: 'twin', year, knownOn: on }),
  vsv: (year) => ledger.report({ report: 'vsv', year, knownOn: on }),
  switches: (year) => ledger.report({ report: 'switches', year, knownOn: on }),
  outcomes: (year) => ledger.outcomes({ year, knownOn: on }),
  near: () => ledger.near({ knownOn: on }),
};
const took = (work: () => unknown): number => {
  const from = performance.now();
  work();
  return performance.now() - from;
};
for (const [name, of] of Object.entries(questions)) {
  const first = took(() => of(2025));
  const again = [1, 2, 3].map(() => took(() => of(2025)));
  process.stdout.write(`${JSON.stringify({ name, first, again, events: ordinal })}\n`);
}
