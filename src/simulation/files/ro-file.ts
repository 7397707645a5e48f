import { type CalendarDate, yearOf } from '../../kernel/calendar-date.ts';
import type { Niveau, Programme } from '../../domain/institution/ids.ts';
import type { Enrolment, Reported } from './register-account.ts';

/** Somebody in a delivery, as it names and describes him. */
export interface Named {
  readonly bsn: string;
  readonly onderwijsnummer: string;
  readonly name: string;
  readonly birthDate: string;
  readonly gender: string;
}

export interface Delivered {
  readonly person: Named;
  readonly reported: Reported;
}

type NiveauOf = (programme: Pick<Programme, 'opleidingscode' | 'niveau'>) => Niveau | undefined;

export interface DeliveryHeader {
  readonly brin: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Of the records that a registratieoverzicht counts in its last line, in that order, those that are written here. */
const counted = ['PER', 'ISG', 'ISP', 'ISE', 'BPV', 'DIP', 'AMO', 'GEO', 'KZD'] as const;

const line = (...cells: readonly (string | number | undefined)[]): string =>
  cells.map((cell) => cell ?? '').join('|');

export const roName = ({ brin, from, to }: DeliveryHeader): string =>
  `RO_${brin}_${from.replaceAll('-', '')}_${to.replaceAll('-', '')}.csv`;

const plannedEnd = ({ from, periods }: Enrolment, niveauOf: NiveauOf): string => {
  const years = niveauOf(periods[0].programme) ?? 3;
  return `${yearOf(from) + (from.slice(5) < '08-01' ? 0 : 1) + years - 1}-07-31`;
};

/** The registratieoverzicht (RO) of a school: who was enrolled in what from when until when, and which diplomas. */
export function* roLines(
  header: DeliveryHeader,
  delivered: readonly Delivered[],
  niveauOf: NiveauOf,
): Generator<string> {
  const counts = new Map<string, number>(counted.map((record) => [record, 0]));
  const record = (
    name: (typeof counted)[number],
    ...cells: readonly (string | number | undefined)[]
  ): string => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return line(name, ...cells);
  };
  let result = 100_000;
  yield line('VLP', header.brin, header.from, header.to, header.to);
  for (const { person, reported } of delivered) {
    const key = [person.bsn, person.onderwijsnummer] as const;
    yield record('PER', ...key, person.birthDate, person.gender);
    for (const [index, enrolment] of reported.enrolments.entries()) {
      const number = index + 1;
      const { from, until, reason, periods } = enrolment;
      yield record('ISG', ...key, number, from, plannedEnd(enrolment, niveauOf), until, until && reason);
      for (const { from: begins, programme } of periods)
        yield record(
          'ISP',
          ...key,
          number,
          begins,
          programme.opleidingscode,
          programme.leerweg,
          niveauOf(programme),
          'J',
        );
    }
    for (const { on, programme } of reported.diplomas) {
      result++;
      const number = reported.enrolments.findLastIndex(({ from }) => from <= on) + 1;
      yield record('DIP', ...key, result, programme.opleidingscode, on, '', 'J', number > 0 ? number : '');
    }
  }
  yield line('SLR', ...counted.map((name) => counts.get(name)));
}
