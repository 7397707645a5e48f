import type { StaffId } from '../../../domain/staff/ids.ts';
import { dateText } from '../../diary.ts';
import { type Offered, as } from '../../school/school.ts';
import { type Life, dated, remember } from '../life.ts';

/** How long a programme takes: shorter with work beside it. */
export const yearsOf = ({ niveau, programme }: Offered, roll: boolean): number => {
  if (niveau === 1) return 1;
  if (niveau === 2) return 2;
  if (niveau === 3) return programme.leerweg === 'BBL' ? 2 : 3;
  return roll ? 4 : 3;
};

/** Placed, with a coach, in a programme; not yet enrolled. */
export const place = (life: Life, on: number, offered: Offered, coach?: StaffId): void => {
  const { chance } = life;
  const { landschap } = offered;
  const chosen = coach ?? chance.pick(landschap.coaches);
  life.offered = offered;
  life.coach = chosen;
  life.stands = 'placed';
  life.lastConversation = undefined;
  life.startProgramme = undefined;
  life.placedOn = life.tell(on, as('scout', chance.pick(landschap.scouts)), {
    type: 'Place',
    ...dated(on),
    programme: offered.programme,
    coach: chosen,
  });
  life.since = life.placedOn;
};

/** Definitively enrolled from a day; told beforehand, at once or late, and sometimes with a wrong day first. */
export const enrol = (life: Life, from: number, tellOn: number): void => {
  const { chance } = life;
  life.stands = 'enrolled';
  // A slip of the pen, noticed within weeks: only where that is before the simulation ends.
  if (!chance.happens(0.006) || tellOn + 60 > life.world.diary.last) {
    life.tell(tellOn, life.responsible, { type: 'EnrolDefinitively', ...dated(from) });
    return;
  }
  const enrolled = remember('EnrolledDefinitively');
  const typed = Math.max(from + chance.between(3, 45), life.placedOn);
  const told = life.tell(tellOn, life.responsible, { type: 'EnrolDefinitively', ...dated(typed) }, enrolled);
  const noticed = life.world.days.after(told, chance.between(3, 15));
  life.correct(
    noticed,
    life.responsible,
    enrolled.id,
    { values: { on: dateText(from) } },
    'Verkeerde ingangsdatum overgenomen',
  );
};

/** The registration comes after the fact, while the rest of the path goes on. */
export const enrolAside = (life: Life, from: number, late: number): void => {
  life.stands = 'enrolled';
  const told = life.tell(
    from,
    life.responsible,
    { type: 'EnrolDefinitively', ...dated(from) },
    { late, aside: true },
  );
  life.registeredOn = told;
};

export const cancel = (life: Life, on: number, reason: string): void => {
  const actor = life.responsible;
  const told = life.world.days.onOrAfter(Math.max(on, life.recorded));
  life.tell(told, actor, { type: 'CancelPlacement', ...dated(told), reason });
  life.stands = 'no';
  life.coach = undefined;
  life.startProgramme = undefined;
};

/** From the dossier or domein on which somebody was enrolled to a kwalificatie inside it. */
export const specify = (life: Life, wished: number, to: Offered): void => {
  const on = Math.max(wished, life.since);
  life.tell(on, life.responsible, {
    type: 'SpecifyProgramme',
    ...dated(on),
    opleidingscode: to.programme.opleidingscode,
  });
  life.offered = to;
  life.since = on;
};
