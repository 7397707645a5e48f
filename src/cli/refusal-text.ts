import { unknownValue } from '../app/figures/compare-query.ts';
import { yearNotTogether } from '../app/figures/inspection-query.ts';
import type { AnyRefusal } from '../app/figures/refusals.ts';
import type { Parsed } from '../app/figures/query.ts';
import { BadUsage } from './usage.ts';

/** Why a question about figures is not answered, in the words of the options that mend it. */
export const refusalText = (refusal: AnyRefusal): string => {
  switch (refusal.code) {
    case 'PeildatumNotReached':
      return `PeildatumNotReached: peildatum ${refusal.peildatum} is after ${refusal.knownOn}, the day as known on which you ask; take an earlier --year or a later --known-on`;
    case 'UnknownDefinition':
      return `--definition: ${refusal.definition} is not known; give one of ${refusal.known.join(', ')}`;
    case 'OrdinalNotReached':
      return `--at: the log ends at ${refusal.last}`;
    case 'UnknownTrajectory':
      return `--trajectory: ${refusal.trajectory} is not here`;
    case 'BridgeBackwards':
      return `--to: ${refusal.to} lies before --from ${refusal.from}`;
    case 'UnknownList':
      return `--list: no list of that school year has the SHA-256 ${refusal.list}`;
    case 'UnknownValue':
      return `--${unknownValue(refusal).what}`;
    case 'YearNotTogether':
      return `--${yearNotTogether(refusal.years).what}`;
  }
};

/** A question as it was typed; what is wrong with it is said of each option. */
export const askedRight = <Query>(query: Parsed<Query>): Query => {
  if (!query.ok) throw new BadUsage(query.wrong.map(({ what }) => `--${what}`).join('\n'));
  return query.value;
};
