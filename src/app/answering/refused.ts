import type { FiguresRefusal } from '../../../projections/figures/index.ts';
import { problem } from '../../http/problem.ts';

/** Why a figure is not answered, as a problem. */
export const refused = (refusal: FiguresRefusal): Error => {
  const { code, ...about } = refusal;
  return code === 'PeildatumNotReached'
    ? problem('PeildatumNotReached', about)
    : problem('InvalidQuery', {
        ...about,
        wrong: [{ path: code === 'OrdinalNotReached' ? 'at' : 'definition', what: code }],
      });
};
