import { day } from '../days.ts';
import { dateText } from '../diary.ts';
import type { Chance } from '../chance.ts';
import type { Leerweg, Niveau } from '../../domain/institution/ids.ts';
import type { TrajectoryData } from '../../domain/trajectory/events.ts';

export type PriorEducation = TrajectoryData['PriorEducationRecorded']['kind'];

/** Somebody made up. The BSN or onderwijsnummer is known here and in the files, never in the log. */
export interface Person {
  readonly name: string;
  readonly gender: 'M' | 'V' | 'O';
  /** `YYYY-MM-DD`; day or month may be `00`. */
  readonly birthDate: string;
  /** The day that is true, also where the register does not know it. */
  readonly born: number;
  readonly bsn?: string;
  readonly onderwijsnummer?: string;
  readonly studentNumber: string;
  readonly prior: PriorEducation;
  readonly diploma: 'yes' | 'no' | 'unknown';
  /** Straight from there, or longer ago. */
  readonly priorEndedIn: number;
}

const first = {
  M: 'Daan Sem Lucas Levi Finn Noah Milan Bram Luuk Mees Thijs Jesse Yusuf Mohammed Tim Stijn Ruben Lars Gijs Omar Jayden Niels Sven Hugo',
  V: 'Emma Julia Sophie Lotte Sara Noor Eva Fleur Lisa Fatima Anna Roos Isa Femke Amira Nina Lieke Maud Demi Iris Yasmin Sanne Naomi Esra',
};
const last =
  'Aalders,Bakhuis,Beumer,Boerkamp,Buitenhuis,Dijkhof,Eikelboom,Ensink,Geurtsen,Haverkate,Hoekman,IJsselstein,Jalink,Kamphof,Kolkman,Lankhorst,Meulenbelt,Nijkamp,Oosterlaar,Pannekoek,Reinders,Scholten,Stegeman,Temmink,Uiterwijk,Veldkamp,Waanders,Wolters,Yildirim,Zandbergen,El Amrani,van Essen,de Bruin,ter Horst'.split(
    ',',
  );

const firstNames = { M: first.M.split(' '), V: first.V.split(' ') };

/** The ninth digit that gives the weighted sum this remainder by eleven; some eight digits have none. */
const completed = (eight: string, remainder: number): string | undefined => {
  const sum = Array.from(eight).reduce((total, digit, index) => total + Number(digit) * (9 - index), 0);
  const ninth = (sum - remainder + 11) % 11;
  return ninth < 10 ? `${eight}${ninth}` : undefined;
};

/** Made-up numbers that pass the elfproef, each given once. */
export class Numbers {
  #lastBsn: number;
  #lastOnderwijsnummer: number;

  constructor(chance: Chance) {
    this.#lastBsn = chance.between(0, 8_000_000);
    this.#lastOnderwijsnummer = chance.between(0, 800_000);
  }

  bsn(): string {
    for (;;) {
      const made = completed(`9${String(++this.#lastBsn).padStart(7, '0')}`, 0);
      if (made !== undefined) return made;
    }
  }

  /** DUO's own number, for whoever has no BSN, begins with 10 and leaves a remainder of five. */
  onderwijsnummer(): string {
    for (;;) {
      const made = completed(`10${String(++this.#lastOnderwijsnummer).padStart(6, '0')}`, 5);
      if (made !== undefined) return made;
    }
  }
}

/** Where students of a niveau come from: made up, after the expected levels of `passend diploma` (MBO Raad). */
const priorOf: Readonly<Record<Niveau, Partial<Record<PriorEducation, number>>>> = {
  1: { pro: 35, vso: 15, 'vmbo-b': 30, other: 20 },
  2: { 'vmbo-b': 57, 'vmbo-k': 16, 'mbo-1': 13, pro: 5, other: 9 },
  3: { 'vmbo-k': 47, 'vmbo-b': 16, 'vmbo-g': 10, 'vmbo-t': 10, 'mbo-2': 13, other: 4 },
  4: { 'vmbo-t': 44, 'vmbo-g': 11, 'vmbo-k': 24, havo: 11, 'mbo-3': 4, 'mbo-2': 3, vwo: 1, other: 2 },
};

const adultsOf = (leerweg: Leerweg): number => (leerweg === 'BBL' ? 0.4 : 0.025);

const ageAt = (chance: Chance, prior: PriorEducation, adult: boolean): number => {
  if (adult) return chance.between(23, 46);
  if (prior === 'havo') return chance.between(17, 18);
  if (prior === 'vwo') return chance.between(18, 19);
  if (prior.startsWith('mbo')) return chance.between(18, 21);
  return chance.weightedOf([16, 17, 18, 19], (age) => [62, 26, 9, 3][age - 16] ?? 0);
};

export const qualifies = (kind: PriorEducation, diploma: Person['diploma']): boolean =>
  diploma === 'yes' && ['havo', 'vwo', 'mbo-2', 'mbo-3', 'mbo-4'].includes(kind);

export interface Entrant {
  readonly niveau: Niveau;
  readonly leerweg: Leerweg;
  /** The calendar year of entry. */
  readonly year: number;
  readonly count: number;
  /** Comes from another mbo school, in a later year. */
  readonly takenOver: boolean;
}

export const makePerson = (
  chance: Chance,
  numbers: Numbers,
  { niveau, leerweg, year, count, takenOver }: Entrant,
): Person => {
  const gender = chance.weighted({ M: 48, V: 51, O: 1 });
  const adult = chance.happens(adultsOf(leerweg));
  const prior = takenOver
    ? (`mbo-${niveau}` as PriorEducation)
    : adult
      ? chance.pick<PriorEducation>(['other', 'vmbo-t', 'mbo-2', 'mbo-3', 'havo'])
      : chance.weighted<PriorEducation>(priorOf[niveau] as Record<PriorEducation, number>);
  const diploma = takenOver
    ? 'no'
    : niveau === 1 && prior === 'vmbo-b'
      ? 'no'
      : chance.weighted({ yes: 90, no: 7, unknown: 3 });
  const age = ageAt(chance, prior, adult);
  const born = day(year - age - 1, 8, 2) + chance.between(0, 364);
  const birthDate = dateText(born);
  const unknown = chance.happens(0.012);
  return {
    name: `${chance.pick(gender === 'M' ? firstNames.M : firstNames.V)} ${chance.pick(last)}`,
    gender,
    birthDate: unknown
      ? `${birthDate.slice(0, 4)}-${chance.happens(0.6) ? birthDate.slice(5, 7) : '00'}-00`
      : birthDate,
    born,
    ...(chance.happens(0.06) ? { onderwijsnummer: numbers.onderwijsnummer() } : { bsn: numbers.bsn() }),
    studentNumber: `${year % 100}${String(count).padStart(6, '0')}`,
    prior,
    diploma,
    priorEndedIn: adult ? year - chance.between(2, 8) : year,
  };
};
