import type { Leerweg, Niveau } from '../../domain/institution/ids.ts';
import type { Destination } from '../../domain/trajectory/events.ts';

/**
 * New VSV in percent of the students of a leerweg and niveau, school year 2017-2018
 * (OCW in cijfers, "Vsv in het mbo"; reference/domain.md §1.5 of the specification).
 */
export const vsvPercent: Readonly<Record<'BOL' | 'BBL', Readonly<Record<Niveau, number>>>> = {
  BOL: { 1: 22.9, 2: 8.94, 3: 3.89, 4: 3.33 },
  BBL: { 1: 25.13, 2: 10.67, 3: 3.58, 4: 3.42 },
};

export const vsvShare = (leerweg: Leerweg, niveau: Niveau): number =>
  vsvPercent[leerweg === 'BBL' ? 'BBL' : 'BOL'][niveau] / 100;

/**
 * Switches to another domein in the first year, BOL from niveau 2 on: 12.5 % in all, in the lower niveaus more
 * (thema-analyse switch 2013-2014; §3.2 there). The division over niveaus is made up around it; it is of those
 * who do not leave in that year, so a little higher.
 */
export const firstYearDomeinSwitch: Readonly<Record<Niveau, number>> = {
  1: 0,
  2: 0.17,
  3: 0.143,
  4: 0.124,
};

/** All other shares are made up, so that everything that happens at a school happens here. */
export const madeUp = {
  firstYear: 0.34,
  laterDomeinSwitch: 0.02,
  nearbySwitch: { first: 0.045, later: 0.02 },
  failedRequest: 0.02,
  switchBeforePeildatum: 0.04,
  secondSwitch: 0.07,
  switchBack: 0.04,
  diplomaInTime: 0.85,
  toOtherSchool: { BOL: 0.024, BBL: 0.008 },
  adultLeaves: 0.05,
  qualifiedLeaves: 0.035,
  rare: 0.004,
  followOn: { 1: 0.5, 2: 0.33, 3: 0.28, 4: 0.03 },
  returnsSameYear: 0.08,
  returnsLater: 0.08,
  handover: 0.04,
  mistakenLeaving: 0.004,
  conversationNever: 0.02,
} as const;

/** Where somebody who presumably drops out goes, as far as anybody hears. */
export const dropOutTo: Partial<Readonly<Record<Destination['kind'], number>>> = {
  unknown: 44,
  work: 38,
  care: 11,
  otherSchool: 4,
  schoolAbroad: 3,
};

export const rareEnds = {
  deceased: 12,
  emigrated: 22,
  pro: 8,
  vso: 8,
  exempt: 20,
  schoolAbroad: 30,
} as const;

/** Reasons for leaving, codes of BRON as MBO Raad groups them (reference/domain.md §4.4). */
export const dropOutReasons = { '1': 18, '2': 26, '3': 6, '4': 24, '5': 16, '7': 8, '9': 2 } as const;
