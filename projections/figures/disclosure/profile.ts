import { type IndicatorId, indicatorIds } from '../outcomes/indicators.ts';
import type { Outcome, OutcomeMembership } from '../outcomes/reading.ts';
import type { EvidenceBox, Reading, RegisterBox } from '../readings/twin.ts';
import type { VsvStep, VsvVerdict } from '../readings/vsv.ts';
import { isOut } from '../answers/report.ts';
import type { Asked } from './classes.ts';

/** Where one student stands in the readings and in the verdict. */
export interface Boxes {
  readonly register: RegisterBox;
  readonly evidence: EvidenceBox;
  readonly verdict: VsvVerdict['verdict'];
  readonly step: VsvStep;
}

/** Where one student stands in an indicator of study success. */
export type OutcomeStanding = 'counted' | 'notCounted' | 'notKnown' | 'out';

export const boxesOf = ({ register, evidence, vsv: { verdict, step } }: Reading): Boxes => ({
  register,
  evidence,
  verdict,
  step,
});

export const keyOf = ({ register, evidence, verdict, step }: Boxes): string =>
  `${register} ${evidence} ${verdict} ${step}`;

const standingOf = (found: OutcomeMembership): OutcomeStanding =>
  found === 'out' ? 'out' : 'notKnown' in found ? 'notKnown' : found.counted ? 'counted' : 'notCounted';

export const standingsOf = (outcomes: Outcome): Readonly<Record<IndicatorId, OutcomeStanding>> =>
  Object.fromEntries(indicatorIds.map((id) => [id, standingOf(outcomes[id])])) as Readonly<
    Record<IndicatorId, OutcomeStanding>
  >;

/** What the reports ask of the boxes: a VSV figure is missed before a box of either reading, and that before a flow. */
export const askedOfBoxes = (all: readonly Boxes[]): readonly Asked<Boxes>[] => {
  const each = (weight: number, of: (boxes: Boxes) => string): readonly Asked<Boxes>[] =>
    [...new Set(all.map(of))].map((value) => ({ weight, is: (boxes) => of(boxes) === value }));
  return [
    { weight: 100, is: ({ verdict }) => verdict === 'presumed' },
    { weight: 50, is: ({ verdict }) => verdict !== 'no' },
    { weight: 50, is: (boxes) => !isOut(boxes) },
    { weight: 60, is: ({ register }) => register === 'leftWithDiploma' || register === 'leftWithout' },
    ...each(30, ({ register }) => register),
    ...each(15, ({ evidence }) => evidence),
    ...each(4, ({ verdict, step }) => `${verdict} ${step}`),
    ...each(2, ({ register, evidence }) => `${register} ${evidence}`),
  ];
};

export const outcomeStandings: readonly OutcomeStanding[] = ['counted', 'notCounted', 'notKnown', 'out'];

export const askedOfStandings: readonly Asked<OutcomeStanding>[] = [
  { weight: 2, is: (standing) => standing === 'counted' || standing === 'notCounted' },
  { weight: 2, is: (standing) => standing === 'counted' },
  { weight: 1, is: (standing) => standing === 'notKnown' },
];
