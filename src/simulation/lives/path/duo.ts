import { trajectorySubject } from '../../../domain/trajectory/subject.ts';
import { day, peildatum } from '../../days.ts';
import { step } from '../../diary.ts';
import { isTooOld, type Life } from '../life.ts';
import { quality } from '../../school/school.ts';

/** Whether DUO will find that somebody who was enrolled on one 1 October dropped out before the next. */
const droppedOut = (life: Life, year: number): boolean => {
  const next = peildatum(year + 1);
  const gone = life.truths.findLast(({ leftOn }) => leftOn < next);
  if (!gone || life.stands === 'enrolled' || isTooOld(life, year)) return false;
  if (life.startQualification || life.qualified || gone.exempt) return false;
  if (['deceased', 'emigrated', 'pro', 'vso'].includes(gone.destination)) return false;
  if (gone.elsewhereFrom !== undefined && gone.elsewhereFrom <= next) return false;
  return !(life.hasEntree && gone.paidJob);
};

/**
 * DUO names the VSV'ers of a school year provisionally in March of the year after, and definitively in
 * November; one in twenty is off the list by then.
 */
export const hearFromDuo = (lives: readonly Life[], year: number): void => {
  for (const life of lives) {
    if (!droppedOut(life, year)) continue;
    const { days, diary, school } = life.world;
    const tell = (on: number, status: 'provisional' | 'definitive', verdict: 'vsv' | 'notVsv'): void =>
      diary.note(
        days.onOrAfter(on),
        step(
          trajectorySubject,
          life.id,
          {
            type: 'RecordDuoVerdict',
            countYear: year,
            status,
            verdict,
            delivery: `NenR${year + 1}${status === 'definitive' ? 'D' : 'V'}`,
          },
          quality(school),
        ),
      );
    tell(day(year + 2, 3, 10), 'provisional', 'vsv');
    tell(day(year + 2, 11, 5), 'definitive', life.chance.happens(0.05) ? 'notVsv' : 'vsv');
  }
};
