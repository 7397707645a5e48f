import type { CaseOutcome } from '../../../domain/sab-case/events.ts';
import { sabFates, shares } from '../../school/shares.ts';
import { day } from '../../days.ts';
import { dated } from '../life.ts';
import { SabCase } from './case.ts';
import type { Care } from '../care.ts';
import { close, giveBack, goneBefore } from './case-ends.ts';
import { draft, meet } from './step-plan.ts';
import { talk } from '../guidance/talks.ts';
import { referring } from './words.ts';

/** About one in twenty of the students in a year, more of those who are about to go. */
export const planSab = (care: Care, year: number): void => {
  const { chance, life } = care;
  const goes = life.stays.endsAfter(day(year, 10, 1));
  const soon = goes !== undefined && goes < day(year + 1, 9, 30) && !life.qualified;
  if (!chance.happens(soon ? shares.referredBeforeLeaving : shares.referred)) return;
  const latest = soon ? Math.max(day(year, 10, 20), goes - 30) : day(year + 1, 6, 12);
  planReferral(
    care,
    chance.between(day(year, 10, 20), Math.max(latest, day(year, 10, 20))),
    soon ? 'leaves' : undefined,
  );
};

/** The coach talks about support first, unless it is urgent, and asks when he cannot do it alone. */
export const planReferral = (care: Care, on: number, outcome?: CaseOutcome): void => {
  const { chance } = care;
  const urgent = chance.happens(shares.urgent);
  if (urgent) {
    care.plan(on, (referred) => refer(care, referred, urgent, outcome));
    return;
  }
  care.plan(on, (talked) => {
    if (care.caseOpen || !care.placed(talked)) return;
    // On another day when they talked already on this one.
    if (care.lastTalk?.on === talked) care.planAfter(talked, 1, (next) => supported(care, next, outcome));
    else supported(care, talked, outcome);
  });
};

const supported = (care: Care, on: number, outcome: CaseOutcome | undefined): void => {
  if (care.lastTalk?.on === on || !care.placed(on)) return;
  talk(care, on, 'support');
  care.planAfter(on, care.chance.between(1, 7), (referred) => refer(care, referred, false, outcome));
};

const refer = (care: Care, on: number, urgent: boolean, outcome: CaseOutcome | undefined): void => {
  const { chance, life } = care;
  const placed = care.placed(on);
  if (!placed || care.caseOpen) return;
  const about = chance.pick(referring);
  const work = new SabCase(care);
  care.caseOpen = true;
  work.ask(on, care.coach(placed, on), {
    type: 'ReferToSab',
    ...dated(on),
    student: life.id,
    question: about.question,
    tried: about.tried,
    urgent,
  });
  // The switch that came of it is on the path already.
  const fate = outcome === 'switches' ? 'works' : chance.weighted(sabFates);
  const days = (least: number, most: number) => (urgent ? chance.between(0, 1) : chance.between(least, most));
  switch (fate) {
    case 'returned':
      care.planAfter(on, days(1, 6), (answered) => giveBack(care, work, answered, about.returned));
      return;
    case 'waits':
    case 'forgotten':
      care.planAfter(on, chance.between(7, 10), (late) => {
        if (goneBefore(care, work, late)) return;
        work.ask(late, work.coordinator, {
          type: 'EscalateCase',
          ...dated(late),
          to: 'programmeManager',
          why: 'Geen adviseur beschikbaar; de aanmelding ligt al langer dan een week',
        });
        if (fate === 'waits')
          care.planAfter(late, chance.between(6, 20), (taken) => takeOn(care, work, taken, 'works', outcome));
        else
          care.planAfter(late, chance.between(40, 80), (old) =>
            giveBack(care, work, old, 'Inmiddels loopt het weer; te laat opgepakt'),
          );
      });
      return;
    default:
      care.planAfter(on, days(1, 5), (taken) => takeOn(care, work, taken, fate, outcome));
  }
};

const takeOn = (
  care: Care,
  work: SabCase,
  on: number,
  fate: 'works' | 'short' | 'neverStarts',
  outcome: CaseOutcome | undefined,
): void => {
  const { chance } = care;
  if (goneBefore(care, work, on)) return;
  work.accept(on);
  care.planAfter(on, chance.between(1, 6), (met) => meet(care, work, met));
  if (chance.happens(shares.loopbaanboxAlone))
    care.planAfter(on, chance.between(5, 14), (used) => {
      if (goneBefore(care, work, used)) return;
      work.ask(used, work.adviser(used), {
        type: 'UseLoopbaanbox',
        ...dated(used),
        ...(chance.happens(0.7) && { remarks: 'Kiest drie kaarten: zorgen voor, buiten, zelf bepalen' }),
      });
    });
  if (fate === 'short') {
    care.planAfter(on, chance.between(9, 25), (done) => {
      if (!goneBefore(care, work, done))
        close(care, work, done, outcome ?? chance.pick(['goesOn', 'other', 'careElsewhere']));
    });
    return;
  }
  care.planAfter(on, chance.between(5, 11), (drafted) => {
    draft(care, work, drafted, fate === 'works', (ends) => {
      if (!goneBefore(care, work, ends)) close(care, work, ends, outcome ?? chance.weighted(outcomes));
    });
  });
};

const outcomes = {
  goesOn: 62,
  training: 8,
  careElsewhere: 14,
  contactLost: 5,
  switches: 4,
  other: 7,
} as const;
