import type { ConversationKind } from '../../../domain/trajectory/events.ts';
import { shares } from '../../school/shares.ts';
import { day } from '../../days.ts';
import type { Care, EventNamed } from '../care.ts';
import { raise } from '../second-line/signals.ts';
import { spoken } from './words.ts';

/** A conversation of student and coach, when he has one on that day. */
export const talk = (
  care: Care,
  on: number,
  kind: Exclude<ConversationKind, 'switch'>,
  also: readonly string[] = [],
): void => {
  const { chance } = care;
  const placed = care.placed(on);
  if (!placed || care.lastTalk?.on === on) return;
  const words = spoken[kind];
  const event = care.say(on, care.coach(placed, on), {
    type: 'RecordConversation',
    on: care.toldLate(on),
    kind,
    faceToFace: chance.happens(0.9),
    ...(chance.happens(0.8) && { agreements: chance.pick(words.agreements) }),
    ...(chance.happens(0.4) && { goals: chance.pick(words.goals) }),
    ...(chance.happens(0.45) && { studentWants: chance.pick(words.studentWants) }),
    present: ['student', 'coach', ...also],
  });
  talked(care, on, event);
};

/**
 * A rule fires when nobody talks with somebody for long: four school weeks in the start programme, else ten.
 * Most coaches do not let it come so far.
 */
export const talked = (care: Care, on: number, event: EventNamed): void => {
  const { days } = care.life.world;
  care.lastTalk = { on, event };
  const stay = care.placed(on)?.stay;
  const after = (weeks: number): number => days.endOfWeeks(on + 1, weeks, 'school') + 1;
  const stillSilent = (checked: number): boolean =>
    care.lastTalk?.on === on && care.placed(checked)?.stay === stay;
  const inStart = after(4) <= startProgrammeEnds(care, on);
  if (care.chance.happens(shares.coachRemembers))
    care.plan(after(inStart ? 4 : 10) - care.chance.between(3, inStart ? 5 : 9), (remembered) => {
      if (stillSilent(remembered)) talk(care, remembered, 'reflection');
    });
  care.plan(after(inStart ? 4 : 10), (silent) => {
    if (!stillSilent(silent)) return;
    raise(care, silent, 'noConversation', [event]);
    answer(care, silent);
  });
};

/** The last day of the start programme that ran on a day, as first agreed. */
export const startProgrammeEnds = (care: Care, on: number): number => {
  const { stays, world } = care.life;
  const begun = stays.told.findLast(
    ({ recorded, command }) => recorded <= on && command.type === 'StartStartProgramme',
  );
  const placed = care.placed(on);
  return begun && placed
    ? world.days.endOfWeeks(begun.recorded, 10, care.landschap(placed).weeks)
    : Number.NEGATIVE_INFINITY;
};

/** The coach takes up a signal within days, most times. */
export const answer = (care: Care, on: number): void => {
  if (care.chance.happens(shares.signalAnswered))
    care.planAfter(on, care.chance.between(1, 5), (talkedOn) => talk(care, talkedOn, 'support'));
};

/** What coaches hold on to in a school year, beside what the path itself asks for. */
export const planTalks = (care: Care, year: number): void => {
  const { chance } = care;
  const some = (share: number, from: number, to: number, kind: 'reflection' | 'support'): void => {
    const on = chance.between(from, to);
    if (chance.happens(share)) care.plan(on, (held) => talk(care, held, kind));
  };
  some(shares.talkInSeptember, day(year + 1, 8, 28), day(year + 1, 9, 28), 'reflection');
  some(shares.supportUnasked, day(year, 10, 10), day(year + 1, 6, 20), 'support');
};

/** A coach begins with his newcomers together. */
export const planGroupTalk = (care: Care, from: number, until: number): void => {
  const { chance, life } = care;
  const coach = care.placed(until)?.coach ?? care.placed(from)?.coach;
  const together =
    coach && life.world.school.secondLine.groupTalks.get(coach)?.find(({ on }) => from < on && on <= until);
  if (!together || !chance.happens(shares.groupTalk)) return;
  care.plan(together.on, (on) => {
    const placed = care.placed(on);
    if (on !== together.on || placed?.coach !== coach || on > startProgrammeEnds(care, on)) return;
    const event = care.say(on, care.coach(placed, on), {
      type: 'RecordConversation',
      on: care.toldLate(on),
      kind: 'reflection',
      faceToFace: true,
      agreements: 'Samen gekeken wat het vak vraagt; ieder kiest een eerste doel',
      present: ['student', 'coach', 'groep'],
      session: together.session,
    });
    talked(care, on, event);
  });
};
