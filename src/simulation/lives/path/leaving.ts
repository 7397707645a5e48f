import type { Destination } from '../../../domain/trajectory/events.ts';
import { day } from '../../days.ts';
import { dateText } from '../../diary.ts';
import { dropOutReasons, dropOutTo, rareEnds } from '../../school/shares.ts';
import { type Life, type Truth, dated, remember } from '../life.ts';

/** Made-up schools next door. */
export const schools = ['98XA', '98XB', '98XC'] as const;

export type Leaving = 'dropOut' | 'otherSchool' | 'adult' | 'qualified' | 'rare';

interface Going {
  readonly reason: string;
  readonly destination: Destination;
  readonly truth: Omit<Truth, 'leftOn'>;
  /** What is found out later. */
  readonly later?: Destination;
  readonly exempt?: boolean;
}

export const centralRegister = 'Centraal centralRegister';

const goingTo = (life: Life, kind: Leaving, leftOn: number, next: number): Going => {
  const { chance } = life;
  switch (kind) {
    case 'otherSchool': {
      const to = chance.weighted({ mbo: 72, vavo: 10, vo: 6, hbo: 10, wo: 2 });
      const gap = chance.happens(0.1);
      const from = gap
        ? chance.between(next + 20, next + 120)
        : chance.between(Math.min(leftOn + 1, next), next);
      const destination: Destination = {
        kind: to,
        brin: chance.pick(schools),
        from: dateText(from),
        confirmed: false,
      };
      const confirmed: Destination = { ...destination, confirmed: true, confirmedBy: centralRegister };
      const known = chance.weighted({ atOnce: 35, later: 45, never: 20 });
      const really = known !== 'never' || chance.happens(0.8);
      return {
        reason: '4',
        destination: known === 'atOnce' ? confirmed : destination,
        ...(known === 'later' && { later: confirmed }),
        truth: { destination: to, ...(really && { elsewhereFrom: from }) },
      };
    }
    case 'rare':
      return rarely(life, leftOn);
    case 'adult':
    case 'qualified':
    case 'dropOut': {
      const to = chance.weighted(dropOutTo as Record<Destination['kind'], number>);
      const paidJob = to === 'work';
      return {
        reason: chance.weighted(dropOutReasons),
        destination: {
          kind: chance.happens(0.3) ? 'unknown' : to,
          confirmed: false,
        },
        ...(chance.happens(0.25) && {
          later: {
            kind: to,
            ...(paidJob && { paid: true, from: dateText(leftOn + 1) }),
            confirmed: to !== 'unknown' && chance.happens(0.6),
          },
        }),
        truth: { destination: to, ...(paidJob && { paidJob }) },
      };
    }
  }
};

const rarely = (life: Life, leftOn: number): Going => {
  const { chance } = life;
  const end = chance.weighted(rareEnds);
  const from = dateText(leftOn + 1);
  const confirmed = chance.happens(0.75);
  const known = { confirmed, ...(confirmed && { confirmedBy: 'Gemeente' }) };
  switch (end) {
    case 'deceased':
      return {
        reason: '1',
        destination: { kind: 'deceased', confirmed: true },
        truth: { destination: 'deceased' },
      };
    case 'emigrated':
      return {
        reason: '1',
        destination: { kind: 'emigrated', from, outOfBrp: true, ...known },
        truth: { destination: 'emigrated' },
      };
    case 'pro':
    case 'vso':
      return {
        reason: '2',
        destination: { kind: end, brin: schools[0], from, ...known },
        truth: { destination: end },
      };
    case 'exempt':
      return {
        reason: '2',
        destination: { kind: 'care', confirmed: false },
        truth: { destination: 'care', exempt: true },
        exempt: true,
      };
    case 'schoolAbroad':
      return {
        reason: '1',
        destination: { kind: 'schoolAbroad', from, ...known },
        truth: { destination: 'schoolAbroad' },
      };
  }
};

/** Goes without a diploma; the coach's responsibility ends. */
export const leave = (life: Life, kind: Leaving, wished: number, next: number): void => {
  const { chance, world } = life;
  const { days } = world;
  const on = Math.max(wished, life.placedOn);
  const { reason, destination, truth, later, exempt } = goingTo(life, kind, on, next);
  const coach = life.responsible;
  const late = chance.happens(0.12) ? chance.between(10, 50) : chance.between(0, 6);
  const left = remember('Left');
  const typed = chance.happens(0.015) ? on - chance.between(1, 5) : on;
  const told = life.tell(
    on,
    coach,
    {
      type: 'Leave',
      ...dated(Math.max(typed, life.placedOn)),
      reason,
      destination,
    },
    { late, ...left },
  );
  if (typed < on && typed >= life.placedOn)
    life.correct(
      days.after(told, 3),
      coach,
      left.id,
      { values: { on: dateText(on) } },
      'Laatste schooldag was later',
    );
  life.stands = 'no';
  life.leftOn = on;
  life.startProgramme = undefined;
  life.truths.push({ leftOn: on, ...truth });
  if (exempt)
    life.tell(days.after(life.recorded, 10), coach, {
      type: 'RecordExemption',
      ...dated(on + 1),
      kind: 'leerplicht',
      from: dateText(on + 1),
      confirmed: chance.happens(0.8),
    });
  if ((kind === 'dropOut' || kind === 'qualified') && chance.happens(0.3)) {
    const issued = days.after(life.recorded, chance.between(2, 15));
    life.tell(issued, coach, { type: 'IssueMboVerklaring', ...dated(issued) });
  }
  if (later) {
    const found = days.after(life.recorded, chance.between(10, 70));
    life.tell(found, coach, {
      type: 'RecordDestination',
      ...dated(found),
      destination: later,
      source: later.confirmed ? centralRegister : 'telefoongesprek',
    });
  }
  // A diploma after all, within the three months of grace.
  const year = Number(dateText(next).slice(0, 4));
  if (kind === 'dropOut' && life.offered?.level === 'kwalificatie' && chance.happens(0.02)) {
    const awarded = chance.between(day(year, 10, 6), day(year, 12, 18));
    if (awarded > life.recorded) {
      life.qualified ||= life.offered.niveau > 1;
      life.tell(awarded, coach, {
        type: 'AwardDiploma',
        ...dated(awarded),
        opleidingscode: life.offered.programme.opleidingscode,
      });
    }
  }
};
