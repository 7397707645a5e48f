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

/** Of guidance and the second line: made up. */
export const shares = {
  talkInSeptember: 0.3,
  coachRemembers: 0.88,
  supportUnasked: 0.04,
  groupTalk: 0.75,
  leermeterBeforeSummer: 0.5,
  rater: 0.22,
  portfolioAtOnce: 0.6,
  goalReached: 0.66,
  bpv: 0.82,
  bpvAbroad: 0.06,
  finalPhase: 0.88,
  otherAbsence: 0.012,
  absenceBeforeLeaving: 0.55,
  concern: 0.025,
  concernBeforeLeaving: 0.2,
  signalAnswered: 0.75,
  bsaWarning: 0.08,
  bsa: 0.97,
  referred: 0.036,
  referredBeforeLeaving: 0.18,
  urgent: 0.14,
  loopbaanboxAlone: 0.3,
  loopbaanboxTogether: 0.05,
  planNotAgreed: 0.14,
  planRevised: 0.22,
  stepForgotten: 0.12,
  paused: 0.18,
  workskillsInPlan: 0.14,
  workskillsAfterLeaving: 0.14,
  trainingLeft: 0.12,
  trainingUnfinished: 0.08,
} as const;

/** Students of whom absence of 16 hours or more is reported in a year. */
export const absenceShare: Readonly<Record<Niveau, number>> = { 1: 0.16, 2: 0.1, 3: 0.055, 4: 0.04 };

/** What becomes of a referral: most are worked on, some lie still at each stage. */
export const sabFates = {
  works: 58,
  short: 9,
  returned: 10,
  waits: 9,
  forgotten: 6,
  neverStarts: 8,
} as const;
