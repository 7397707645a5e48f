import type { Place } from '../app/log-place.ts';
import { RehearsalRefused } from '../app/workflows/player.ts';
import { type NowAndThen, rehearse, type Rehearsed, type TaskOtherwise } from '../app/workflows/rehearse.ts';
import { developmentHashing, playground, systemClock } from '../app/wiring.ts';
import { institutionStream } from '../domain/institution/ids.ts';
import { type InstitutionEvent } from '../domain/institution/events.ts';
import { institution } from '../domain/institution/state.ts';
import { isOurs } from '../engine/chain.ts';
import { told } from '../engine/codec.ts';
import { readTerms } from '../imports/institution/index.ts';
import { amsterdamDate } from '../kernel/instant.ts';
import type { Recorded } from '../kernel/message.ts';
import type { AskedOf } from '../kernel/workflow.ts';
import type { EventStore } from '../ports/event-store.ts';
import { workflows } from '../../workflows/index.ts';
import { withLog } from './reading.ts';
import { textOf } from './text-file.ts';
import { BadUsage, day, type Io, parsed } from './usage.ts';

export const rehearseUsage = `wissel workflows rehearse --rules FILE --from DATE --to DATE [--json]

  Plays the log twice, by the terms as they are and by those in FILE from --from on, and writes nothing. Says which
  tasks and escalations would have come, not come, or come on another day, and what comes to each role in each week.
  FILE is a YAML list: - {setting: scoutgesprekPlanned, value: 3}, with landschap: CODE where it is for one.
`;

const page = 2_000;

async function* eventsOf(log: Pick<EventStore, 'readAll'>): AsyncGenerator<Recorded> {
  for (let at: bigint | undefined; ;) {
    const events: readonly Recorded[] = await log.readAll(at, page);
    at = events.at(-1)?.position;
    if (at === undefined) return;
    for (const event of events) if (isOurs(event.stream)) yield event;
  }
}

export const askedText = ({ role, person, landschap }: AskedOf): string =>
  [role, landschap, person].filter((part) => part !== undefined).join(' ');

const days = ({ now, then }: NowAndThen): string =>
  now === then ? (now ?? '') : `${now ?? '-'} → ${then ?? '-'}`;

const taskText = ({ workflow, key, does, of, askedOn, due, escalations }: TaskOtherwise): string =>
  [
    `  ${does} of ${askedText(of)}: asked ${days(askedOn)}, due ${days(due)} (${workflow} ${key})\n`,
    ...escalations.map((each) => `    climbs to ${askedText(each.to)} ${days(each)}\n`),
  ].join('');

const asText = ({ tasks, escalations, otherwise, load, parked }: Rehearsed): string =>
  [
    `tasks: ${tasks.now} → ${tasks.then}; escalations: ${escalations.now} → ${escalations.then}\n`,
    `otherwise: ${otherwise.length}\n`,
    ...otherwise.map(taskText),
    'load per week and role, asked + climbed:\n',
    ...load.map(
      ({ week, role, now, then }) =>
        `  ${week} ${role}: ${now.asked} + ${now.climbed} → ${then.asked} + ${then.climbed}\n`,
    ),
    ...(parked.length > 0 ? ['could not be played:\n'] : []),
    ...parked.map(({ key, error }) => `  ${key}: ${error}\n`),
  ].join('');

const asked = (values: Readonly<Record<string, string | boolean | undefined>>, cwd: string) => {
  const [rules, from, to] = (['rules', 'from', 'to'] as const).map((name) => {
    const value = values[name];
    if (typeof value !== 'string' || value === '')
      throw new BadUsage(`workflows rehearse: --${name} missing`);
    return value;
  }) as [string, string, string];
  const [first, last] = [day('--from', from), day('--to', to)];
  if (last < first) throw new BadUsage(`--to: ${last} is before --from, ${first}`);
  const today = amsterdamDate(systemClock.now());
  if (last > today) throw new BadUsage(`--to: ${last} lies ahead; today is ${today}`);
  return { rules, first, last, text: textOf(rules, cwd, 'give fewer terms') };
};

export const workflowsRehearse = async (argv: readonly string[], place: Place, io: Io): Promise<number> => {
  const text = { type: 'string' } as const;
  const { values } = parsed(argv, { rules: text, from: text, to: text, json: { type: 'boolean' } });
  const { rules, first, last, text: given } = asked(values, io.cwd);
  return withLog(place, async (log) => {
    const school = (await log.readStream(institutionStream)).reduce(
      (now, event) => institution.evolve(now, told<InstitutionEvent>(institution.events, event)),
      institution.initial,
    );
    const { terms, placeOf, problems } = readTerms(given, school);
    for (const { line, column, path, what } of problems)
      io.err(`${rules}:${line}:${column}: ${path === '' ? '' : `${path}: `}${what}\n`);
    if (problems.length > 0) return 2;
    const changed = terms.map((each) => ({ ...each, from: first }));
    try {
      const found = await rehearse({
        events: () => eventsOf(log),
        workflows,
        playground,
        hashing: developmentHashing,
        changed,
        from: first,
        until: last,
      });
      await io.out(
        values.json
          ? `${JSON.stringify({ from: first, to: last, terms, ...toldOf(found) })}\n`
          : asText(found),
      );
      return found.parked.length > 0 ? 1 : 0;
    } catch (error) {
      if (!(error instanceof RehearsalRefused)) throw error;
      const { line, column } = placeOf(changed.findIndex((each) => each === error.terms));
      io.err(`${rules}:${line}:${column}: ${error.terms.setting}: is refused on ${first} (${error.code})\n`);
      return 1;
    }
  });
};

/** Positions are the store's own, and of a store that is gone. */
const toldOf = ({ parked, ...found }: Rehearsed) => ({
  ...found,
  parked: parked.map(({ key, type, error }) => ({ key, type, error })),
});
