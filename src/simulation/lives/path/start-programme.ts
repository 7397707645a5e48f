import { dateText } from '../../diary.ts';
import { dated, type Life, type remember } from '../life.ts';

/** Something that is to be done in the start programme. */
export interface Work {
  readonly on: number;
  readonly command:
    | { readonly type: 'HandInLwp'; readonly lwp: string }
    | { readonly type: 'AssessLwp'; readonly lwp: string; readonly verdict: 'sufficient' | 'insufficient' }
    | { readonly type: 'Talk' };
}

export const lwpsOf = (landschap: string): readonly { readonly code: string; readonly name: string }[] => [
  { code: `${landschap}-1`, name: 'Wie ben ik en wat kan ik' },
  { code: `${landschap}-2`, name: 'Kennismaken met het vak' },
  { code: `${landschap}-3`, name: 'Een dag in het bedrijf' },
  { code: `${landschap}-4`, name: 'Mijn keuze' },
];

export const talk = (
  life: Life,
  wished: number,
  kind: 'switch' | 'reflection',
  heard?: ReturnType<typeof remember>,
): number => {
  const on = Math.max(life.world.days.onOrAfter(wished), life.placedOn);
  life.tell(
    on,
    life.responsible,
    {
      type: 'RecordConversation',
      ...dated(on),
      kind,
      faceToFace: life.chance.happens(0.93),
      ...(life.chance.happens(0.6) && { agreements: 'Volgende keer samen terugkijken' }),
      ...(kind === 'switch' && { studentWants: 'Iets anders gaan doen' }),
      present: ['student', 'coach'],
    },
    heard,
  );
  life.lastConversation = on;
  return on;
};

/** Begins it, with what is done up to a day; what is left of it comes when the rest of the year is planned. */
export const startProgramme = (life: Life, on: number, until: number): void => {
  life.tell(on, life.responsible, { type: 'StartStartProgramme', ...dated(on) });
  life.startProgramme = {
    ends: life.world.days.endOfWeeks(on, 10, life.landschap.weeks),
    due: workOf(life, on),
  };
  workUntil(life, until);
};

/** Four LWPs and three conversations, most of which come about. */
const workOf = (life: Life, start: number): Work[] => {
  const { chance, landschap } = life;
  const { days } = life.world;
  const inWeek = (number: number): number =>
    Math.max(start, days.onOrAfter(days.endOfWeeks(start, number, landschap.weeks) - chance.between(2, 6)));
  const work: Work[] = [];
  for (const [index, { code: lwp }] of lwpsOf(landschap.code).entries()) {
    if (!chance.happens([0.95, 0.9, 0.8, 0.7][index] ?? 0)) continue;
    const handedIn = inWeek([2, 5, 7, 9][index] ?? 9);
    work.push({ on: handedIn, command: { type: 'HandInLwp', lwp } });
    if (chance.happens(0.95))
      work.push({
        on: days.after(handedIn, chance.between(2, 7)),
        command: { type: 'AssessLwp', lwp, verdict: chance.happens(0.87) ? 'sufficient' : 'insufficient' },
      });
  }
  for (const week of [3, 6, 9])
    if (chance.happens(0.9)) work.push({ on: inWeek(week), command: { type: 'Talk' } });
  return work.sort((a, b) => a.on - b.on);
};

/** What of the work falls on or before a day. */
export const workUntil = (life: Life, until: number): void => {
  const { startProgramme: running } = life;
  if (!running) return;
  const due = running.due.filter(({ on }) => on <= until);
  running.due = running.due.filter(({ on }) => on > until);
  for (const { on, command } of due) {
    if (command.type === 'Talk') talk(life, on, 'reflection');
    else
      life.tell(on, command.type === 'HandInLwp' ? { id: life.id, role: 'student' } : life.responsible, {
        ...command,
        ...dated(on),
      });
  }
};

/** The rest of it, up to the student's choice. */
export const finishStartProgramme = (life: Life, after: number, choice: 'stay' | 'switch' | 'stop'): void => {
  const { chance, startProgramme: running } = life;
  const { days } = life.world;
  if (!running || running.chosen || running.ends <= after) return;
  running.chosen = true;
  workUntil(life, running.ends);
  if (chance.happens(0.05)) {
    const on = days.onOrBefore(running.ends - chance.between(2, 6));
    const ends = days.after(running.ends, chance.between(5, 15));
    life.tell(Math.max(on, after), life.responsible, {
      type: 'ExtendStartProgramme',
      ...dated(Math.max(on, after)),
      endsOn: dateText(ends),
      reason: 'Was een tijd ziek',
      agreedBy: life.landschap.teamLeader,
    });
    running.ends = ends;
  }
  if (chance.happens(0.05)) return;
  const chosen = Math.max(days.onOrAfter(running.ends + chance.between(-6, 5)), life.recorded);
  life.tell(chosen, life.responsible, {
    type: 'CompleteStartProgramme',
    ...dated(chosen),
    choice,
    reasons: { stay: 'Zit hier goed', switch: 'Wil iets anders', stop: 'Wil niet verder' }[choice],
  });
};
