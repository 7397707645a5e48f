import type { Membership } from '../readings/membership.ts';
import { type EvidenceBox, evidenceBoxes, type RegisterBox, registerBoxes } from '../readings/twin.ts';
import type { DefinitionNamed, SwitchRow } from './query.ts';

/** Where a definition of a switch has a student: counted or not, out of its population, or nobody can say. */
export type StandsBy = SwitchRow['counted'] | 'out' | 'notKnown';

/** A third reading beside the two: from which box to which, and how the definition counts them. */
export interface Alongside {
  readonly definition: DefinitionNamed;
  readonly flows: readonly {
    readonly register: RegisterBox;
    readonly evidence: EvidenceBox;
    readonly counted: StandsBy;
    readonly count: number;
  }[];
}

/** Of a definition that counts switches a student is counted when one of his is. */
export const standsBy = (membership: Membership): StandsBy => {
  if ('notKnown' in membership) return 'notKnown';
  if ('leftOut' in membership) return 'out';
  const counted = membership.members.map((member) => member.counted);
  return counted.find((each) => each !== false) ?? (counted.length === 0 ? 'out' : false);
};

export interface Stands {
  readonly register: RegisterBox;
  readonly evidence: EvidenceBox;
  readonly counted: StandsBy;
}

export const alongsideFigures = (definition: DefinitionNamed, all: readonly Stands[]): Alongside => ({
  definition,
  flows: [
    ...Map.groupBy(all, ({ register, evidence, counted }) => `${register} ${evidence} ${String(counted)}`),
  ]
    .flatMap(([, group]) => {
      const [first] = group;
      return first ? [{ ...first, count: group.length }] : [];
    })
    .sort(
      (one, other) =>
        registerBoxes.indexOf(one.register) - registerBoxes.indexOf(other.register) ||
        evidenceBoxes.indexOf(one.evidence) - evidenceBoxes.indexOf(other.evidence) ||
        (String(one.counted) < String(other.counted) ? -1 : 1),
    ),
});
