import type { CalendarDate } from '../../../src/kernel/calendar-date.ts';
import type { Uuid } from '../../../src/kernel/message.ts';
import type { DeliveryId } from '../../../src/domain/delivery/ids.ts';
import type { StudentId } from '../../../src/domain/student/ids.ts';
import type { Parameters } from '../accounts/knowledge.ts';
import type { DefinitionNamed, FiguresQuery, FiguresRefusal, FiguresStatus } from '../answers/query.ts';
import type { Filed } from '../known/archive.ts';
import type { EvidenceBox, Reading, RegisterBox } from '../readings/twin.ts';
import type { VsvVerdict } from '../readings/vsv.ts';
import type { Cause } from './causes.ts';

export interface BridgeQuery extends Pick<FiguresQuery, 'year' | 'at' | 'parameters'> {
  /** The two days as known on which the same year is read. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Where one student stands in the readings of a year; null: in no population. */
export type Standing = null | {
  readonly register: RegisterBox;
  readonly evidence: EvidenceBox;
  readonly verdict: VsvVerdict['verdict'];
  readonly step: VsvVerdict['step'];
};

export interface BridgeMove extends Cause {
  readonly trajectory: StudentId;
}

/** All students who went from one standing to another. */
export interface BridgeStep {
  readonly from: Standing;
  readonly to: Standing;
  readonly count: number;
  readonly moves: readonly BridgeMove[];
}

/** One total of the report on both days: the second is the first, and what came, and what went. */
export interface BridgeLine {
  readonly part: 'population' | 'register' | 'evidence' | 'verdict';
  readonly value: string;
  readonly before: number;
  readonly came: number;
  readonly went: number;
  readonly after: number;
}

/** By what one of the two days is read: a setting may have changed between them. */
export interface DayRead {
  readonly status: FiguresStatus;
  readonly parameters: Parameters;
  readonly definitions: readonly DefinitionNamed[];
}

export interface BridgeReport {
  readonly schoolYear: number;
  readonly peildata: readonly [CalendarDate, CalendarDate];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly ordinal: number;
  /** As known on the first day and on the second. */
  readonly read: readonly [DayRead, DayRead];
  /** What is not certain of the definition of VSV. */
  readonly reservation?: string;
  readonly lines: readonly BridgeLine[];
  readonly steps: readonly BridgeStep[];
  /** Deliveries of the register recorded between the two days. */
  readonly deliveries: readonly DeliveryId[];
}

export type BridgeAnswer =
  | { readonly answered: true; readonly report: BridgeReport }
  | {
      readonly answered: false;
      readonly refusal:
        | FiguresRefusal
        | { readonly code: 'BridgeBackwards'; readonly from: CalendarDate; readonly to: CalendarDate };
    };

/** One student as read on both days. */
export interface TwiceRead {
  readonly filed: Filed;
  readonly before: Reading | undefined;
  readonly after: Reading | undefined;
}

const standingOf = (reading: Reading | undefined): Standing =>
  reading
    ? {
        register: reading.register,
        evidence: reading.evidence,
        verdict: reading.vsv.verdict,
        step: reading.vsv.step,
      }
    : null;

const keyOf = (standing: Standing): string =>
  standing === null
    ? 'out'
    : `${standing.register} ${standing.evidence} ${standing.verdict} ${standing.step}`;

type Part = readonly [part: BridgeLine['part'], value: string];
const partsOf = (standing: Standing): readonly Part[] =>
  standing === null
    ? []
    : [
        ['population', 'all'],
        ['register', standing.register],
        ['evidence', standing.evidence],
        ['verdict', standing.verdict],
      ];

interface Growing {
  before: number;
  came: number;
  went: number;
}

const linesOf = (all: readonly TwiceRead[]): readonly BridgeLine[] => {
  const lines = new Map<string, Growing & { readonly part: Part }>();
  const lineOf = (part: Part): Growing => {
    const key = part.join(' ');
    const known = lines.get(key);
    if (known) return known;
    const made = { part, before: 0, came: 0, went: 0 };
    lines.set(key, made);
    return made;
  };
  for (const { before, after } of all) {
    const [was, is] = [partsOf(standingOf(before)), partsOf(standingOf(after))];
    const has = (parts: readonly Part[], [part, value]: Part): boolean =>
      parts.some(([otherPart, other]) => otherPart === part && other === value);
    for (const part of was) {
      const line = lineOf(part);
      line.before += 1;
      if (!has(is, part)) line.went += 1;
    }
    for (const part of is) if (!has(was, part)) lineOf(part).came += 1;
  }
  const order: readonly BridgeLine['part'][] = ['population', 'register', 'evidence', 'verdict'];
  return [...lines.values()]
    .map(({ part: [part, value], before, came, went }) => ({
      part,
      value,
      before,
      came,
      went,
      after: before + came - went,
    }))
    .sort(
      (one, other) =>
        order.indexOf(one.part) - order.indexOf(other.part) || (one.value < other.value ? -1 : 1),
    );
};

/** What stands between the same year as known on two days: every step with the events that make it. */
export const bridgeOf = (
  all: readonly TwiceRead[],
  causeOf: (filed: Filed, rests: Iterable<Uuid>) => Cause,
): Pick<BridgeReport, 'lines' | 'steps'> => {
  const moved = all.filter(({ before, after }) => keyOf(standingOf(before)) !== keyOf(standingOf(after)));
  const groups = Map.groupBy(
    moved,
    ({ before, after }) => `${keyOf(standingOf(before))} > ${keyOf(standingOf(after))}`,
  );
  return {
    lines: linesOf(all),
    steps: [...groups]
      .sort(([one, these], [other, those]) => those.length - these.length || (one < other ? -1 : 1))
      .flatMap(([, of]): readonly BridgeStep[] => {
        const [first] = of;
        if (!first) return [];
        return [
          {
            from: standingOf(first.before),
            to: standingOf(first.after),
            count: of.length,
            moves: of.map(({ filed, before, after }) => ({
              trajectory: filed.id,
              ...causeOf(filed, [...(before?.events ?? []), ...(after?.events ?? [])]),
            })),
          },
        ];
      }),
  };
};
