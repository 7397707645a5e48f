import type { HappeningsOf } from '../../kernel/message.ts';
import {
  choice,
  type DataByType,
  type DataOf,
  event,
  group,
  list,
  optional,
  pattern,
  personal,
  structural,
  text,
  wholeNumber,
} from '../../kernel/schema.ts';
import { numberKeyText, type NumberKind } from '../number/ids.ts';

export const birthBandFields = {
  year: structural(wholeNumber(1900, 2100)),
  part: structural(
    choice('to1Aug', 'to1Oct', 'later'),
    'born up to and including 1 August, then 1 October, or later',
  ),
};
/** All that figures and workflows know of an age: so on 1 August and 1 October, also after an erasure. */
export type BirthBand = DataOf<typeof birthBandFields>;

const claimFields = {
  kind: structural(
    pattern<NumberKind>('kind of number', /^(bsn|onderwijsnummer|studentNumber|brin:\w{4})$/, 'bsn'),
  ),
  number: structural(numberKeyText, 'names the stream of the claim; the number itself is not stored'),
};

const identity = {
  name: optional(personal(text(200))),
  birthDate: optional(
    personal(
      pattern('birth date (day or month may be 00)', /^\d{4}-\d{2}-\d{2}$/, '2007-05-00'),
      'day or month 00: unknown',
    ),
  ),
  birthBand: optional(structural(group('birth band', birthBandFields))),
  gender: optional(personal(choice('M', 'V', 'O'))),
  studentNumber: optional(personal(text(40))),
  contact: optional(personal(text(400))),
  numbers: structural(list(group('claim', claimFields), 20), 'the numbers that are claimed for him'),
};

export const studentEvents = {
  StudentRegistered: event({
    by: ['RegisterStudent'],
    says: 'Who the student is.',
    fields: identity,
  }),
  StudentCorrected: event({
    by: ['CorrectStudent'],
    says: 'Who the student is, as known from now on; a field that is absent is not known.',
    fields: identity,
  }),
};

export type StudentData = DataByType<typeof studentEvents>;
export type StudentEvent = HappeningsOf<StudentData>;
