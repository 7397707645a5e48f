import type { EvidenceBox } from '../readings/twin.ts';
import type { VsvStep } from '../readings/vsv.ts';
import type { Read } from './read.ts';

/** What the school's facts say of somebody whom DUO names as a (potential) VSV'er. */
export const listedClasses = [
  'presumedToo',
  'externalSwitchGap',
  'returnedLater',
  'internalSwitch',
  'followOnHere',
  'returnedHere',
  'externalSwitch',
  'externalSwitchUnconfirmed',
  'openHere',
  'enrolledHere',
  'qualified',
  'entreeWithJob',
  'outsideTheCount',
  'tooOld',
  'notInPopulation',
  'unknownHere',
] as const;
export type ListedClass = (typeof listedClasses)[number];

/** Whether our facts say the same, explain why DUO may think so, say the contrary, or say nothing. */
export type Stance = 'agrees' | 'explains' | 'contradicts' | 'unknown';

const stances: Readonly<Record<ListedClass, Stance>> = {
  presumedToo: 'agrees',
  externalSwitchGap: 'agrees',
  returnedLater: 'agrees',
  internalSwitch: 'explains',
  followOnHere: 'explains',
  returnedHere: 'explains',
  externalSwitch: 'explains',
  externalSwitchUnconfirmed: 'unknown',
  openHere: 'unknown',
  enrolledHere: 'contradicts',
  qualified: 'contradicts',
  entreeWithJob: 'contradicts',
  outsideTheCount: 'contradicts',
  tooOld: 'contradicts',
  notInPopulation: 'contradicts',
  unknownHere: 'unknown',
};
export const stanceOf = (as: ListedClass): Stance => stances[as];

const presumedAs = (evidence: EvidenceBox): ListedClass =>
  evidence === 'toOtherSchoolGap'
    ? 'externalSwitchGap'
    : evidence === 'returnedLater'
      ? 'returnedLater'
      : 'presumedToo';

/** Enrolled here on t': the list is wrong, or somebody moved in a way that a register may misread. */
const hereAs = (evidence: EvidenceBox): ListedClass => {
  switch (evidence) {
    case 'guidedSwitch':
    case 'switchEvidenceMissing':
    case 'switchedBack':
      return 'internalSwitch';
    case 'diplomaAndOn':
      return 'followOnHere';
    case 'returned':
    case 'returnedElsewhere':
      return 'returnedHere';
    default:
      return 'enrolledHere';
  }
};

const notVsvAs = (step: VsvStep, evidence: EvidenceBox): ListedClass => {
  switch (step) {
    case 'V2':
      return 'tooOld';
    case 'V4':
      return hereAs(evidence);
    case 'V5':
      return 'externalSwitch';
    case 'V6':
      return 'qualified';
    case 'V7':
      return 'entreeWithJob';
    case 'V1':
    case 'V3':
    case 'V8':
    case 'V9':
      return 'outsideTheCount';
  }
};

export const classOf = (read: Read | undefined): ListedClass => {
  if (!read) return 'unknownHere';
  if ('out' in read) return 'notInPopulation';
  const { vsv, evidence } = read.reading;
  switch (vsv.verdict) {
    case 'presumed':
      return presumedAs(evidence);
    case 'open':
      return evidence === 'toOtherSchoolUnconfirmed' ? 'externalSwitchUnconfirmed' : 'openHere';
    case 'no':
      return notVsvAs(vsv.step, evidence);
  }
};
