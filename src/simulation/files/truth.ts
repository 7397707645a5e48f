import type { Niveau, Programme } from '../../domain/institution/ids.ts';
import { dateOf } from '../../kernel/calendar-date.ts';
import { peildatum } from '../days.ts';
import { dateText } from '../diary.ts';
import { isTooOld, type Life } from '../lives/life.ts';
import { programmeOn, type Reported } from './register-account.ts';

/** The verdict that DUO would reach, which sees what the school cannot; steps as in FIGURES.md §6. */
export interface TrueVerdict {
  readonly verdict: 'vsv' | 'notVsv';
  readonly step: 'V2' | 'V3' | 'V4' | 'V5' | 'V6' | 'V7' | 'V9';
  readonly why: string;
}

const no = (step: TrueVerdict['step'], why: string): TrueVerdict => ({ verdict: 'notVsv', step, why });

/** Of somebody enrolled on 1 October of a year: whether he counts as a new VSV'er a year later. */
export const trueVerdict = (
  life: Life,
  reported: Reported,
  year: number,
  niveauOf: (programme: Pick<Programme, 'opleidingscode' | 'niveau'>) => Niveau | undefined,
): TrueVerdict => {
  const next = peildatum(year + 1);
  if (isTooOld(life, year)) return no('V2', '23 or older on 1 August');
  const gone = life.truths.findLast(({ leftOn }) => leftOn < next);
  const here = programmeOn(reported, dateText(next)) !== undefined;
  const to = gone?.destination;
  if (!here && (to === 'deceased' || to === 'emigrated' || to === 'pro' || to === 'vso')) return no('V3', to);
  if (!here && gone?.exempt) return no('V3', 'exempt');
  if (here) return no('V4', 'enrolled here');
  if (gone?.elsewhereFrom !== undefined && gone.elsewhereFrom <= next)
    return no('V5', `enrolled elsewhere from ${dateText(gone.elsewhereFrom)}`);
  const grace = dateOf(year + 1, 12, 31);
  const diplomas = reported.diplomas.filter(({ on }) => on <= grace);
  if (life.startQualification) return no('V6', 'startkwalificatie held before');
  if (diplomas.some(({ programme }) => (niveauOf(programme) ?? 0) >= 2))
    return no('V6', 'startkwalificatie obtained here');
  if (gone?.paidJob && diplomas.some(({ programme }) => niveauOf(programme) === 1))
    return no('V7', 'mbo-1 diploma and a paid job');
  return { verdict: 'vsv', step: 'V9', why: to ?? 'unknown' };
};
