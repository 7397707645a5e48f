import type { LogEntry } from '../../projections/figures/index.ts';
import { readAgain } from './recomputed.ts';

/**
 * Who is in the population of each definition of a switch, and whether he counts, once more by the sentences of FIGURES.md
 * §7, from exported events alone: written apart from the figures, so that a slip in one of the two shows.
 */
export interface SwitchAgain {
  readonly definition: string;
  readonly trajectory: string;
  readonly switch: string | null;
  readonly counted: boolean | string;
}

type Student = NonNullable<ReturnType<ReturnType<typeof readAgain>['studentOf']>>;
type Enrolled = NonNullable<ReturnType<Student['inRegister']>>;
/** A recorded event. */
type Line = Student['mine'][number];

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** 1 August begins a school year. */
const yearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);

/** Every day that any of his events or any delivery names, and the day after: only then an account can turn. */
const turnsOf = ({ mine, lines }: Student, until: string): readonly string[] => {
  const deliveries = lines.filter(({ type }) => type === 'DeliveryRecorded');
  const named = JSON.stringify([...mine, ...deliveries].map(({ d }) => d)).match(/\d{4}-\d\d-\d\d/g) ?? [];
  return [...new Set(named.flatMap((day) => [day, dayAfter(day)]))].filter((day) => day <= until).sort();
};

/** First day of the first enrolment here that is known on any day up to one. */
const beganHere = (student: Student, until: string): string | undefined =>
  [...turnsOf(student, until), until].flatMap((day) => student.inRegister(day)?.since ?? []).sort()[0];

const kindOf = (line: Line | undefined): string => (line ? String(line.d['kind']) : '');
const isVmbo = (line: Line | undefined): boolean => kindOf(line).startsWith('vmbo-');

export const switchesAgain = (
  entries: readonly LogEntry[],
  year: number,
  knownOn: string,
): readonly SwitchAgain[] => {
  const [t, t2] = [`${year}-10-01`, `${year + 1}-10-01`];
  const { ids, studentOf } = readAgain(entries, knownOn);

  /** Undefined where it cannot be said. */
  const isFirstYear = (student: Student): boolean | undefined => {
    const bound = `${year - 1}-10-01`;
    const began = beganHere(student, t);
    if (began === undefined || began <= bound) return false;
    const mbo = student.of('PriorEducationRecorded').filter((line) => kindOf(line).startsWith('mbo-'));
    if (mbo.some((line) => student.on(line) <= bound)) return false;
    return mbo.length > 0 ? undefined : true;
  };
  const priorOf = (student: Student): Line | undefined =>
    student
      .dated('PriorEducationRecorded')
      .filter((line) => student.on(line) <= t)
      .at(-1);
  const changedDomein = (student: Student, p: Enrolled, q: Enrolled | undefined): boolean =>
    q !== undefined && student.not(student.domein(p), student.domein(q));

  return ids.flatMap((trajectory): SwitchAgain[] => {
    const student = studentOf(trajectory);
    if (!student) return [];
    const { inRegister, niveau, of, on } = student;
    const [p, q] = [inRegister(t), inRegister(t2)];
    const row = (definition: string, counted: boolean | string, made: Line | null = null): SwitchAgain => ({
      definition,
      trajectory,
      switch: made && String(made.d['switch']),
      counted,
    });
    const switched = student.dated('Switched');
    const rows: SwitchAgain[] = switched
      .filter((line) => yearOf(on(line)) === year)
      .map((line) => row('all', true, line));

    const starts = of('StartProgrammeStarted');
    starts.forEach((start, index) => {
      if (yearOf(on(start)) !== year) return;
      const next = starts[index + 1];
      const extended = of('StartProgrammeExtended')
        .filter(({ n }) => n > start.n && (next === undefined || n < next.n))
        .at(-1);
      const end = String((extended ?? start).d['endsOn']);
      const placed = of('PlacedProvisionally')
        .map(on)
        .filter((day) => day <= on(start))
        .sort()
        .at(-1);
      const made = switched.find(
        (line) =>
          (line.d['dimensions'] as string[]).includes('domein') &&
          on(line) <= end &&
          on(line) >= (placed ?? on(start)),
      );
      rows.push(row('D7', made !== undefined, made));
    });

    if (q) rows.push(row('D6', p?.code !== q.code));
    if (!p) return rows;
    const [low, high] = [niveau(p), q && niveau(q)];
    rows.push(
      row(
        'D5',
        !q
          ? 'uitstromer'
          : low !== undefined && high !== undefined && high > low
            ? 'opstromer'
            : 'doorstromer',
      ),
    );
    const prior = priorOf(student);
    const isFirst = isFirstYear(student);
    if (isFirst === true && isVmbo(prior) && prior?.d['school'] !== undefined)
      rows.push(row('D3', !q || student.not(p.code, q.code)));
    const straight =
      prior !== undefined &&
      (isVmbo(prior) || ['havo', 'vwo'].includes(kindOf(prior))) &&
      yearOf(on(prior)) === year - 1;
    if (p.leerweg === 'BOL' && isFirst === true && straight && low !== undefined && low >= 2)
      rows.push(row('D1', changedDomein(student, p, q)));
    const hasVmbo = of('PriorEducationRecorded').some((line) => isVmbo(line) && line.d['diploma'] === 'yes');
    if (p.leerweg === 'BOL' && low === 4 && hasVmbo) {
      const from = yearOf(beganHere(student, t) ?? t);
      const before = Array.from({ length: Math.max(0, year - from + 1) }, (_, index) => year - 1 - index);
      if (!before.some((each) => inRegister(`${each}-10-01`)))
        rows.push(
          row(
            'D2',
            turnsOf(student, knownOn).some((day) => day > t && changedDomein(student, p, inRegister(day))),
          ),
        );
    }
    return rows;
  });
};
