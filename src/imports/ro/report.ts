import type { DeliveryId } from '../../domain/delivery/ids.ts';
import { FindingsBy, type Rejection, type Sentence, type Warning } from '../findings.ts';
import type { RoHeader } from './header.ts';

/** What an import comes to. The counts are of the persons who went in; `events` is what was new. */
export interface RoReport {
  readonly delivery: DeliveryId;
  readonly persons: number;
  readonly enrolments: number;
  readonly periods: number;
  readonly switches: number;
  readonly diplomas: number;
  readonly events: number;
  readonly warnings: readonly Warning[];
  readonly rejected: readonly Rejection[];
  readonly header: RoHeader;
  /** The two shapes that a switch inside the school has in a register. */
  readonly switchShapes: { readonly withinEnrolment: number; readonly newEnrolment: number };
  readonly dryRun: boolean;
}

/** Examples are line numbers, or codes: never a number of a person. */
const sentences = {
  HeaderMissing: (_count, where) =>
    `There is no VLP record; BRIN, period and made-on were taken from ${where}.`,
  HeaderDiffers: (_count, what) => `VLP goes before the file's name and before what was given: ${what}.`,
  OtherBrin: (_count, brins) =>
    `Earlier deliveries were of another BRIN (${brins}). Whoever a delivery does not name is read as not enrolled on the days of its period, whatever the BRIN: keep one institution in a data folder.`,
  NobodyKnown: () =>
    'Nobody in this file was known, and others are: is it of this school? Whoever a delivery does not name is read as not enrolled on the days of its period.',
  CountsMissing: () => 'There is no SLR record, so nobody can tell whether the file is complete.',
  CountsDiffer: (_count, what) =>
    `The counts of SLR are not those of the file (${what}); ask for the whole file if it was cut.`,
  UnknownOpleidingscode: (count, codes) =>
    `Opleidingcodes that stand in no table: ${count} times (${codes}); kept as they came, their domein and niveau are not known.`,
  NiveauDiffers: (count, codes) =>
    `Periods with another niveau than the table gives for their opleidingcode: ${count} (${codes}); kept as they came.`,
  Overlap: (count, lines) =>
    `Enrolments that began while another of the same student ran: ${count} (lines ${lines}); the one that began first is the hoofdinschrijving, the others are kept and take no part in the figures.`,
  EnrolmentWithoutPeriod: (count, lines) =>
    `Enrolments without ISP record: ${count} (lines ${lines}); their opleidingcode is not known.`,
  PeriodGap: (count, lines) =>
    `Enrolments that begin before their first ISP record: ${count} (lines ${lines}); until then their opleidingcode is not known.`,
  PlannedEndBeforeBegin: (count, lines) =>
    `Enrolments planned to end before they begin: ${count} (lines ${lines}); kept as they came.`,
  ReasonWithoutEnd: (count, lines) =>
    `Enrolments with a reason but no real end: ${count} (lines ${lines}); the reason is not kept.`,
  DiplomaWithoutEnrolment: (count, lines) =>
    `Diplomas of an enrolment that is not in the file: ${count} (lines ${lines}); kept as they came.`,
  DiplomaAfterDelivery: (count, lines) =>
    `Diplomas dated after the day on which the file was made: ${count} (lines ${lines}); kept as they came.`,
  PersonWithoutFacts: (count, lines) => `Persons without ISG and DIP records: ${count} (lines ${lines}).`,
  Repeated: (count, lines) =>
    `Records that stand in the file before with the same contents: ${count} (lines ${lines}); they count once.`,
  SurplusFields: (count, lines) =>
    `Records with more fields than the format knows: ${count} (lines ${lines}); what stands behind them is not read.`,
  DetailNotRead: (count, lines) =>
    `Broken records of which nothing is kept (ISE, BPV, AMO, GEO, KZD): ${count} (lines ${lines}); the person goes in without them.`,
  DetailOfNobody: (count, lines) =>
    `Records of which nothing is kept and whose person has no other record in the file: ${count} (lines ${lines}).`,
  OwnNumbers: (count) =>
    `Numbers that are no BSN or onderwijsnummer by the elfproef: ${count}; they are taken as numbers of this school alone.`,
  BirthDateMissing: (count, lines) =>
    `Persons without birth date: ${count} (lines ${lines}); figures by age leave the question open for them.`,
  IdentityDiffers: (count, lines) =>
    `Persons with another birth date than is known of them: ${count} (lines ${lines}); what is known stays: correct it if the register is right.`,
  PersonLeftOut: (count, lines) =>
    `Persons left out whole because of rejected lines: ${count} (lines ${lines}); the delivery does not name them, so that for its period the register reading takes them as not enrolled until a mended file is delivered.`,
  NothingRecorded: () =>
    'Nobody in the file could go in, so the delivery itself was not recorded either: it would say that nobody is enrolled.',
  NotNamed: () =>
    'Not all persons could be named in the delivery, as somebody else was writing to it; import the file again.',
} as const satisfies Readonly<Record<string, Sentence>>;
export type WarningCode = keyof typeof sentences;

/** What is found in a registratieoverzicht. */
export class Findings extends FindingsBy<WarningCode> {
  constructor() {
    super(sentences);
  }
}
