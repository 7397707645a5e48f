import { leermeterOf } from '../../domain/institution/leermeter.ts';
import { institution, type LeermeterData } from '../../domain/institution/state.ts';
import { institutionStream } from '../../domain/institution/ids.ts';
import { institutionSubject } from '../../domain/institution/subject.ts';
import type { Chance } from '../chance.ts';
import { type Diary, step } from '../diary.ts';
import { quality, type School } from './school.ts';

/** The made-up school's own, which it defines when it has worked with the one that ships for a year. */
const own: Omit<LeermeterData, 'version'> = {
  name: 'Onze Leermeter',
  least: 1,
  most: 10,
  competences: [
    { code: 'kijken', name: 'Kijken naar jezelf' },
    { code: 'kiezen', name: 'Kiezen en volhouden' },
    { code: 'plannen', name: 'Plannen en op tijd zijn' },
    { code: 'samenwerken', name: 'Samenwerken' },
    { code: 'vak', name: 'Het vak in de vingers' },
    { code: 'burger', name: 'Meedoen in de samenleving' },
  ],
};

export const defineLeermeter = (school: School, chance: Chance, diary: Diary, on: number): void =>
  diary.note(
    on,
    step(institutionSubject, institutionStream, { type: 'DefineLeermeter', ...own }, quality(school), {
      commandId: chance.uuid(),
    }),
  );

const shipped = leermeterOf(institution.initial);

/** What is rated by on a day; nothing on the day of the change, of which nobody knows the hour. */
export const leermeterOn = (
  on: number,
  ownFrom: number,
): Pick<LeermeterData, 'least' | 'most' | 'competences'> | undefined =>
  on < ownFrom ? shipped : on > ownFrom ? own : undefined;
