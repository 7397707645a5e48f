import type { IndicatorId } from '../outcomes/indicators.ts';
import { indicatorIds } from '../outcomes/indicators.ts';
import type { OutcomeMembership } from '../outcomes/reading.ts';
import type { EvidenceBox, Reading, RegisterBox } from '../readings/twin.ts';
import type { VsvStep, VsvVerdict } from '../readings/vsv.ts';

export type OutcomeStanding = 'counted' | 'notCounted' | 'notKnown' | 'out';

/** All of one student that a figure which leaves the team can be about, his splits apart. */
export interface Profile {
  readonly register: RegisterBox;
  readonly evidence: EvidenceBox;
  readonly verdict: VsvVerdict['verdict'];
  readonly step: VsvStep;
  readonly outcomes: Readonly<Record<IndicatorId, OutcomeStanding>>;
}

export const standingOf = (found: OutcomeMembership): OutcomeStanding =>
  found === 'out' ? 'out' : 'notKnown' in found ? 'notKnown' : found.counted ? 'counted' : 'notCounted';

export const profileOf = (
  { register, evidence, vsv: { verdict, step } }: Reading,
  outcomes: Readonly<Record<IndicatorId, OutcomeMembership>>,
): Profile => ({
  register,
  evidence,
  verdict,
  step,
  outcomes: Object.fromEntries(
    indicatorIds.map((id) => [id, standingOf(outcomes[id])]),
  ) as Profile['outcomes'],
});

export const keyOf = ({ register, evidence, verdict, step, outcomes }: Profile): string =>
  [register, evidence, verdict, step, ...indicatorIds.map((id) => outcomes[id])].join(' ');

/** How unlike two are: those who are alike are told together first, so that what matters most stays apart longest. */
export const distance = (one: Profile, other: Profile): number =>
  (one.verdict === other.verdict ? 0 : 16) +
  (one.register === other.register ? 0 : 8) +
  (one.evidence === other.evidence ? 0 : 6) +
  (one.step === other.step ? 0 : 1) +
  indicatorIds.filter((id) => one.outcomes[id] !== other.outcomes[id]).length * 2;
