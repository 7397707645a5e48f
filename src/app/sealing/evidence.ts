import type { BesideProof, Proof } from '../../../projections/figures/index.ts';
import { canonical } from '../../engine/canonical.ts';
import type { Hashing } from '../../ports/hashing.ts';
import type { ReportId } from '../../domain/report/ids.ts';
import { pseudonymsOf } from '../pseudonyms.ts';
import type { BesideLine, StudentLine, SwitchLine } from './shapes.ts';

/** What stands in a bundle for a student, for a switch and for an event. */
export interface Names {
  readonly student: (trajectory: string) => string;
  readonly switch: (id: string) => string;
  readonly event: (id: string) => string;
}

/**
 * Names that hold in one bundle: with the school's key and the log anybody can make them again; without, nobody can
 * tell who it is, nor that a row in another bundle is about the same student or rests on the same event.
 */
export const namesFor = (hashing: Hashing, report: ReportId, events: ReadonlyMap<string, string>): Names => {
  const { of, hash } = pseudonymsOf(hashing, report);
  const known = new Map<string, string>();
  return {
    student: (trajectory) => of('student', trajectory),
    switch: (id) => of('switch', id),
    event: (id) => {
      const before = known.get(id);
      if (before !== undefined) return before;
      const text = events.get(id);
      if (text === undefined) throw new Error(`a figure rests on ${id}, which the log does not hold`);
      const made = hash('event', text);
      known.set(id, made);
      return made;
    },
  };
};

export const lineOf = (
  { row, events: ids, delivered, group, switchesBefore, niveau, duo, trajectory }: Proof,
  names: Names,
): StudentLine | SwitchLine => {
  const student = names.student(trajectory);
  const events = ids.map(names.event);
  const grouped = group === undefined ? {} : { group };
  if ('register' in row) {
    const { register, evidence, accountsDiffer, missing, vsv } = row;
    return {
      student,
      register,
      evidence,
      accountsDiffer,
      missing,
      vsv,
      delivered,
      ...grouped,
      ...(switchesBefore === undefined ? {} : { switchesBefore }),
      ...(niveau === undefined ? {} : { niveau }),
      ...(duo === undefined ? {} : { duo }),
      events,
    };
  }
  const { counted, dimensions, moment, initiative } = row;
  return {
    student,
    ...(row.switch === null ? {} : { switch: names.switch(row.switch) }),
    counted,
    dimensions,
    moment,
    ...(initiative === null ? {} : { initiative }),
    delivered,
    ...grouped,
    events,
  };
};

export const besideLineOf = ({ trajectory, beside, events }: BesideProof, names: Names): BesideLine => ({
  student: names.student(trajectory),
  beside,
  events: events.map(names.event),
});

/** In the order of their text: that of the ids would say of two bundles which rows are about the same student. */
export const evidenceText = (lines: readonly (StudentLine | SwitchLine | BesideLine)[]): string =>
  lines
    .map((line) => `${canonical(line)}\n`)
    .sort()
    .join('');
