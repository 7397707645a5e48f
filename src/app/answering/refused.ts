import { problem } from '../../http/problem.ts';
import { unknownValue } from '../figures/compare-query.ts';
import { yearNotTogether } from '../figures/inspection-query.ts';
import type { AnyRefusal } from '../figures/refusals.ts';

/** Why a figure is not answered, as a problem. */
export const refused = (refusal: AnyRefusal): Error => {
  switch (refusal.code) {
    case 'PeildatumNotReached': {
      const { code, ...about } = refusal;
      return problem(code, about);
    }
    case 'OrdinalNotReached':
    case 'UnknownDefinition': {
      const { code, ...about } = refusal;
      return problem('InvalidQuery', {
        ...about,
        wrong: [{ path: code === 'OrdinalNotReached' ? 'at' : 'definition', what: code }],
      });
    }
    case 'UnknownTrajectory':
    case 'UnknownList':
      return problem('NotFound');
    case 'BridgeBackwards':
      return problem('InvalidQuery', {
        wrong: [{ path: 'to', what: 'to: lies before from; give the earlier day as from' }],
      });
    case 'UnknownValue':
      return problem('InvalidQuery', { wrong: [unknownValue(refusal)] });
    case 'YearNotTogether':
      return problem('InvalidQuery', { wrong: [yearNotTogether(refusal.years)] });
  }
};
