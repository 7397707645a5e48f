import { openSqliteEventStore } from '../../../src/adapters/sqlite/event-store.ts';
import { instant } from '../../../src/kernel/instant.ts';
import { uuid } from '../../../src/kernel/message.ts';

/**
 * Appends eight at a time to the log that is named, until it fails; writes a line per answer, and then what
 * the store still does. Without an end it goes on until it is killed.
 */
const file = process.argv[2];
if (file === undefined) throw new Error('which log?');
const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

let fatal = 0;
const store = await openSqliteEventStore({ file, onFatal: () => fatal++ });
say({ opened: true });

const id = (number: number) => uuid(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
const append = (number: number) =>
  store.append(`s-${number}`, 'none', [
    {
      id: id(number),
      type: 'Happened',
      version: 1,
      data: { text: 'x'.repeat(200) },
      meta: {
        commandId: id(number),
        commandHash: '',
        actor: { id: 'a', role: 'system' },
        causationId: id(number),
        correlationId: id(number),
        recordedAt: instant('2026-10-01T08:30:00.000Z'),
        source: 'test',
      },
    },
  ]);
const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'no error');

for (let first = 0; ; first += 8) {
  const numbers = Array.from({ length: 8 }, (_, index) => first + index);
  const answers = await Promise.allSettled(numbers.map(append));
  const failed = answers.flatMap((answer) => (answer.status === 'rejected' ? [nameOf(answer.reason)] : []));
  if (failed.length === 0) {
    say({ acknowledged: numbers });
    continue;
  }
  const next = await append(first + 8).then(() => 'taken', nameOf);
  say({ failed, next, fatal, readable: (await store.readAll(undefined, 1_000_000)).length });
  break;
}
