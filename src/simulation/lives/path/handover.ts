import { absenceOn, as } from '../../school/school.ts';
import { type Life, dated } from '../life.ts';

/** Handed over outside a switch: nobody moves before the other coach says yes. */
export const handOver = (life: Life, wished: number): void => {
  const { chance, world } = life;
  const { days, school } = world;
  const now = life.coach;
  if (!now) return;
  const ask = (to: NonNullable<typeof now>, on: number): number => {
    life.tell(on, life.responsible, { type: 'OfferResponsibility', ...dated(on), to });
    return days.after(life.recorded, chance.between(1, 4));
  };
  const standIn = (coach: NonNullable<typeof now>, on: number) =>
    as('coach', absenceOn(school, coach, on)?.deputy ?? coach);
  const soon = days.after(Math.max(wished, life.recorded), 2);
  const away = life.landschap.coaches.filter((coach) => coach !== now && absenceOn(school, coach, soon));
  // Whoever is away is asked as often as others: his deputy answers.
  let asked = away.length > 0 && chance.happens(0.7) ? chance.pick(away) : life.coachOtherThan(now);
  let on = ask(asked, Math.max(days.onOrAfter(wished), life.recorded));
  if (asked === now) return;
  if (chance.happens(0.12)) {
    life.tell(on, standIn(asked, on), {
      type: 'DeclineResponsibility',
      ...dated(on),
      reason: 'Heeft al een volle groep',
    });
    asked = life.coachOtherThan(
      now,
      life.landschap.coaches.filter((each) => each !== asked),
    );
    on = ask(asked, days.after(life.recorded, 1));
  }
  life.tell(on, standIn(asked, on), { type: 'AcceptResponsibility', ...dated(on) });
  life.coach = asked;
};
