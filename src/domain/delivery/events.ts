import type { HappeningsOf } from '../../kernel/message.ts';
import {
  choice,
  type DataByType,
  type DataOf,
  date,
  event,
  group,
  list,
  optional,
  pattern,
  structural,
  text,
  uuidOf,
  wholeNumber,
} from '../../kernel/schema.ts';
import { brin, leerweg, niveau, opleidingscode } from '../institution/ids.ts';
import { numberKeyText } from '../number/ids.ts';
import type { StudentId } from '../student/ids.ts';

/** Names on one page. */
export const mostNamed = 500;

/**
 * What DUO delivers about early leavers (reference/domain.md §1.3 of the specification): each month the potential
 * VSV'ers (A04; A14 while the year runs out) and the start population (A05); once a year provisionally and once
 * definitively the start population (NRSP) and the VSV'ers by name (NenR).
 */
export const vsvListKinds = ['A04', 'A05', 'A14', 'NRSP', 'NenR'] as const;
export type VsvListKind = (typeof vsvListKinds)[number];

/** Places in the cycle of a count year: 1-12 October-September, 13-15 the October-December after, then V and D. */
export const provisionalSequence = 16;
export const definitiveSequence = 17;

export const listedFields = {
  trajectory: optional(structural(uuidOf<StudentId>(), 'whom the number belongs to here')),
  person: optional(structural(numberKeyText, 'HMAC of the number, of somebody who was not known here')),
  opleidingscode: optional(structural(opleidingscode)),
  leerweg: optional(structural(leerweg)),
  niveau: optional(structural(niveau)),
  since: optional(
    structural(
      pattern('month (YYYY-MM)', /^\d{4}-(?:0[1-9]|1[0-2])$/, '2022-10'),
      'of a monthly list: from which month DUO has him on it',
    ),
  ),
  left: optional(structural(date, 'from when DUO has no enrolment, as DUO says it')),
  reason: optional(structural(text(60), 'why he left, as DUO says it')),
};
export type Listed = DataOf<typeof listedFields>;

export const deliveryEvents = {
  DeliveryRecorded: event({
    by: ['RecordDelivery'],
    says: 'A file of the register arrived.',
    fields: {
      brin: structural(brin),
      from: structural(date, 'first day of its period'),
      to: structural(date, 'last day of its period'),
      madeOn: structural(date, 'later means later made on'),
      kind: structural(text(20), 'RO'),
    },
  }),
  DeliveryNamed: event({
    by: ['NameInDelivery'],
    says: 'Who is named in it, also when nothing changed; in pages.',
    fields: {
      page: structural(wholeNumber(0, 1_000_000)),
      trajectories: structural(list(uuidOf<StudentId>(), mostNamed)),
    },
  }),
  VsvListRecorded: event({
    by: ['RecordVsvList'],
    says: 'A list of DUO about early leavers arrived; it is no delivery of the register.',
    fields: {
      brin: structural(brin),
      kind: structural(choice(...vsvListKinds)),
      countYear: structural(wholeNumber(2000, 2100), 'school year y of the count'),
      sequence: structural(
        wholeNumber(1, definitiveSequence),
        '1 October … 12 September, 13-15 October-December after, 16 provisional, 17 definitive',
      ),
      rows: structural(wholeNumber(0, 10_000_000), 'lines behind the header'),
      persons: structural(wholeNumber(0, 10_000_000), 'different persons that could be read'),
      rejected: structural(wholeNumber(0, 10_000_000), 'lines that could not be read'),
    },
  }),
  VsvListNamed: event({
    by: ['NameInVsvList'],
    says: 'Who is on it, in pages; who is known here only later is named again, then with the trajectory.',
    fields: {
      page: structural(wholeNumber(0, 1_000_000)),
      named: structural(list(group('one on the list', listedFields), mostNamed)),
    },
  }),
};

export type DeliveryData = DataByType<typeof deliveryEvents>;
export type DeliveryEvent = HappeningsOf<DeliveryData>;
