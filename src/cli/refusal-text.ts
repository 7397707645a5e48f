import type { FiguresRefusal } from '../../projections/figures/index.ts';
import type { Parsed } from '../app/figures/query.ts';
import { BadUsage } from './usage.ts';

/** Why a question about figures is not answered, in the words of the options that mend it. */
export const refusalText = (refusal: FiguresRefusal): string => {
  switch (refusal.code) {
    case 'PeildatumNotReached':
      return `PeildatumNotReached: peildatum ${refusal.peildatum} is after ${refusal.knownOn}, the day as known on which you ask; take an earlier --year or a later --known-on`;
    case 'UnknownDefinition':
      return `--definition: ${refusal.definition} is not known; give one of ${refusal.known.join(', ')}`;
    case 'OrdinalNotReached':
      return `--at: the log ends at ${refusal.last}`;
  }
};

/** A question as it was typed; what is wrong with it is said of each option. */
export const askedRight = <Query>(query: Parsed<Query>): Query => {
  if (!query.ok) throw new BadUsage(query.wrong.map(({ what }) => `--${what}`).join('\n'));
  return query.value;
};
