import type { Initiative } from '../../../domain/trajectory/events.ts';
import { switchId } from '../../../domain/trajectory/ids.ts';
import type { StaffId } from '../../../domain/staff/ids.ts';
import { dateText } from '../../diary.ts';
import { absenceOn, as, type Offered } from '../../school/school.ts';
import { madeUp } from '../../school/shares.ts';
import { dated, type Life, remember } from '../life.ts';
import { talk } from './start-programme.ts';

/** How a switch that is asked for ends. */
export type SwitchEnds = 'made' | 'withdrawn' | 'refused';

export interface SwitchPlan {
  /** About when it is asked for. */
  readonly on: number;
  /** A day on or before which the new programme must have begun. */
  readonly begunBy: number;
  readonly to: Offered;
  readonly ends: SwitchEnds;
}

const initiatives: Readonly<Record<Initiative, number>> = {
  student: 62,
  coach: 22,
  sab: 6,
  bsa: 8,
  fixus: 2,
};

/** A programme in another domein, of a niveau not far from the present one. */
export const inOtherDomein = (life: Life): Offered | undefined => {
  const { offered, world, chance } = life;
  if (!offered) return undefined;
  const others = world.school.offered.filter(
    (each) =>
      each.domein !== undefined &&
      each.domein !== offered.domein &&
      each.programme.leerweg === offered.programme.leerweg &&
      Math.abs(each.niveau - offered.niveau) <= 1,
  );
  return others.length === 0
    ? undefined
    : chance.weightedOf(others, (each) => each.students * (each.niveau === offered.niveau ? 6 : 1));
};

/** Another code, leerweg or niveau, without leaving the domein. */
export const nearby = (life: Life): Offered | undefined => {
  const { offered, world, chance } = life;
  if (!offered) return undefined;
  const others = world.school.offered.filter(
    (each) =>
      each.domein === offered.domein &&
      Math.abs(each.niveau - offered.niveau) <= 1 &&
      (each.programme.opleidingscode !== offered.programme.opleidingscode ||
        each.programme.leerweg !== offered.programme.leerweg) &&
      each.programme.opleidingscode !== offered.dossier &&
      each.dossier !== offered.programme.opleidingscode,
  );
  return others.length === 0 ? undefined : chance.weightedOf(others, ({ students }) => students);
};

/** From the conversation to the landing; gives the day on which the new programme begins, or nothing. */
export const switchProgramme = (life: Life, { on, begunBy, to, ends }: SwitchPlan): number | undefined => {
  const { chance, world } = life;
  const { days } = world;
  const old = life.landschap;
  // One in eighteen is written down weeks after it was agreed, as it happens around 1 October.
  const late = chance.happens(0.055) ? chance.between(8, 35) : 0;
  const asked = Math.max(days.onOrAfter(on), days.onOrAfter(life.recorded));
  if (asked > begunBy - 3 && ends === 'made') return undefined;
  const known = life.lastConversation;
  const conversation = remember('ConversationHeld');
  const talked = known === undefined || known < life.placedOn || chance.happens(0.85);
  if (talked) talk(life, asked, 'switch', conversation);
  const over = life.startProgramme !== undefined && asked > life.startProgramme.ends;
  const exception = over || life.startProgramme?.due.length === 0;
  const id = switchId(chance.uuid());
  const initiative = chance.weighted(initiatives);
  life.tell(
    asked,
    life.responsible,
    {
      type: 'RequestSwitch',
      ...dated(asked),
      switch: id,
      to: to.programme,
      initiative,
      ...(chance.happens(0.93) && { motive: motives[initiative] }),
      ...(exception && { exception: { agreedBy: old.teamLeader } }),
    },
    { late },
  );
  const scout = as('scout', chance.pick(to.landschap.scouts));
  const answered = days.after(asked, ends === 'made' ? chance.between(1, 3) : chance.between(1, 9));
  if (ends === 'withdrawn') {
    life.tell(answered, life.responsible, {
      type: 'WithdrawSwitch',
      ...dated(answered),
      switch: id,
      reason: 'Blijft toch',
    });
    return undefined;
  }
  if (ends === 'refused') {
    life.tell(answered, scout, {
      type: 'RefusePlace',
      ...dated(answered),
      switch: id,
      reason: 'Geen plek meer dit jaar',
    });
    return undefined;
  }
  const same = to.landschap === old && chance.happens(0.6);
  let coach: StaffId =
    same && life.coach ? life.coach : life.coachOtherThan(life.coach, to.landschap.coaches);
  let offeredOn = answered;
  const begins = Math.max(Math.min(days.after(offeredOn, chance.between(0, 8)), begunBy), asked, life.since);
  const offer = (): void => {
    life.tell(
      offeredOn,
      scout,
      {
        type: 'OfferPlace',
        ...dated(offeredOn),
        switch: id,
        from: dateText(begins),
        coach,
      },
      { late },
    );
  };
  offer();
  const { coach: before } = life;
  if (coach !== before) {
    let acceptedOn = days.after(offeredOn, chance.between(0, 3));
    if (to.landschap.coaches.length > 2 && chance.happens(0.06)) {
      life.tell(
        acceptedOn,
        answering(life, coach, acceptedOn + late),
        { type: 'DeclineStudent', ...dated(acceptedOn), switch: id, reason: 'De groep is vol' },
        { late },
      );
      const declined = coach;
      coach = life.coachOtherThan(
        before,
        to.landschap.coaches.filter((each) => each !== declined),
      );
      offeredOn = days.after(acceptedOn, 1);
      offer();
      acceptedOn = days.after(offeredOn, chance.between(0, 2));
    }
    if (coach !== before)
      life.tell(
        acceptedOn,
        answering(life, coach, acceptedOn + late),
        { type: 'AcceptStudent', ...dated(acceptedOn), switch: id },
        { late },
      );
  }
  life.offered = to;
  life.since = begins;
  life.coach = coach;
  // What is not confirmed shows as evidence that is missing.
  const landing = days.after(Math.max(begins, life.recorded), chance.between(3, 19));
  if (chance.happens(0.82))
    life.tell(landing, as('coach', coach), {
      type: 'ConfirmLanding',
      ...dated(landing),
      switch: id,
      wellReceived: chance.happens(0.9),
    });
  if (talked && chance.happens(madeUp.conversationNever)) {
    life.lastConversation = undefined;
    life.correct(
      days.after(life.recorded, 2),
      as('coach', coach),
      conversation.id,
      { never: true },
      'Dit gesprek is afgezegd en niet ingehaald',
    );
  }
  return begins;
};

/** The asked coach, or whoever stands in for him on that day. */
const answering = (life: Life, coach: StaffId, on: number) => {
  const absence = absenceOn(life.world.school, coach, life.world.days.onOrAfter(Math.max(on, life.recorded)));
  return as('coach', absence?.deputy ?? coach);
};

const motives: Readonly<Record<Initiative, string>> = {
  student: 'Het vak is anders dan verwacht',
  coach: 'Laat meer zien in een andere richting',
  sab: 'Na gesprekken bij het SAB',
  bsa: 'Negatief studieadvies; wel gemotiveerd',
  fixus: 'Geen plaats in de eerste keuze',
};
