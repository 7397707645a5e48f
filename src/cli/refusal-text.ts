import type { FiguresRefusal } from '../../projections/figures/index.ts';

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
