import { type CalendarDate, daysBetween } from '../../../src/kernel/calendar-date.ts';
import type { StaffId } from '../../../src/domain/staff/ids.ts';
import type { Fact } from '../known/facts.ts';
import type { History } from '../known/history.ts';
import type { Knowledge } from '../accounts/knowledge.ts';
import type { SwitchMade } from './switches.ts';

/** The five pieces of evidence of a switch, in the order in which they come about. */
export const evidencePieces = ['conversation', 'motive', 'place', 'acceptance', 'landing'] as const;
export type EvidencePiece = (typeof evidencePieces)[number];

/** What makes each of them be there, recorded late as it may be. */
export const pieceMends = {
  conversation: 'recordConversation',
  motive: 'recordMotive',
  place: 'recordPlace',
  acceptance: 'recordAcceptance',
  landing: 'confirmLanding',
} as const satisfies Readonly<Record<EvidencePiece, string>>;
export type PieceMend = (typeof pieceMends)[EvidencePiece];

/** One of the five, as it can be shown. */
export interface PieceShown {
  readonly there: boolean;
  /** The day that it is about; absent where it is not there, or needs no fact. */
  readonly on?: CalendarDate;
  /** Days that it was recorded after that day: late, and still evidence. */
  readonly recordedLate?: number;
}

export interface Evidence {
  readonly pieces: Readonly<Record<EvidencePiece, PieceShown>>;
  readonly missing: readonly EvidencePiece[];
  readonly facts: readonly Fact[];
  /** Known up to this day the landing is not missing; known later it is. */
  readonly landingDue?: CalendarDate;
}

interface Piece {
  readonly there: boolean;
  readonly fact?: Fact;
  /** The day that the fact is about. */
  readonly on?: CalendarDate;
}

const found = (fact: (Fact & { readonly data: { readonly on: CalendarDate } }) | undefined): Piece =>
  fact ? { there: true, fact, on: fact.data.on } : { there: false };

const shown = ({ there, fact, on }: Piece): PieceShown => {
  const late = fact && on ? daysBetween(on, fact.day) : 0;
  return { there, ...(on === undefined ? {} : { on }), ...(late > 0 ? { recordedLate: late } : {}) };
};

const requestOf = (history: History, id: string): Fact<'SwitchRequested'> | undefined =>
  history.of('SwitchRequested').findLast(({ data }) => data.switch === id);

/** A conversation since the placement that stood at the request, and on or before that. */
const conversationOf = (history: History, request: Fact<'SwitchRequested'> | undefined): Piece => {
  if (!request) return { there: false };
  const placement = history
    .of('PlacedProvisionally')
    .filter(({ ordinal, data }) => ordinal < request.ordinal && data.on <= request.data.on)
    .reduce<Fact<'PlacedProvisionally'> | undefined>(
      (last, each) => (last === undefined || each.data.on >= last.data.on ? each : last),
      undefined,
    );
  if (!placement) return { there: false };
  return found(
    history
      .of('ConversationHeld')
      .findLast(
        ({ data }) =>
          data.on >= placement.data.on &&
          data.on <= request.data.on &&
          ['switch', 'reflection'].includes(data.kind),
      ),
  );
};

/** The coach who was responsible when the switch was recorded. */
const coachBefore = (history: History, { ordinal, trajectory }: Fact): StaffId | undefined => {
  const before = (fact: Fact): boolean => fact.ordinal < ordinal && fact.trajectory === trajectory;
  const assigned = history.of('CoachAssigned').findLast(before);
  const moved = history.of('ResponsibilityMoved').findLast(before);
  if (!assigned || !moved) return assigned?.data.coach ?? moved?.data.to;
  return moved.ordinal > assigned.ordinal ? moved.data.to : assigned.data.coach;
};

/** The asked coach accepted, which moved the responsibility; or the coach stayed the same. */
const acceptanceOf = (history: History, { fact }: SwitchMade, asked: StaffId | undefined): Piece => {
  const moved = history
    .of('ResponsibilityMoved')
    .find(
      ({ commandId, data }) =>
        data.because === 'switch' &&
        (commandId === fact.commandId || data.on === fact.data.on || data.on === fact.data.acceptedOn) &&
        (asked === undefined || data.to === asked),
    );
  if (moved) return { there: true, fact: moved, on: fact.data.acceptedOn };
  return { there: asked === undefined || asked === coachBefore(history, fact) };
};

/** He switched again or left on or before that day: nobody could confirm a landing. */
const wentOnBy = (history: History, { fact, on }: SwitchMade, due: CalendarDate): boolean =>
  history
    .of('Switched')
    .some(
      (other) =>
        other !== fact &&
        (other.data.on > on || (other.data.on === on && other.ordinal > fact.ordinal)) &&
        other.data.on <= due,
    ) || history.of('Left').some(({ data }) => data.on >= on && data.on <= due);

/** Which evidence there is of a switch, as known on a day. */
export const evidenceOf = (
  made: SwitchMade,
  history: History,
  knownOn: CalendarDate,
  { calendar, parameters }: Knowledge,
): Evidence => {
  const request = requestOf(history, made.id);
  const offered = history.of('PlaceOffered').findLast(({ data }) => data.switch === made.id);
  const landed = history.of('LandingConfirmed').findLast(({ data }) => data.switch === made.id);
  const due = landed ? undefined : calendar.addSchoolDays(made.on, parameters.landingTerm);
  const wentOn = due !== undefined && wentOnBy(history, made, due);
  const pieces: Record<EvidencePiece, Piece> = {
    conversation: conversationOf(history, request),
    motive: request?.data.motiveGiven === true ? found(request) : { there: false },
    place: found(offered),
    acceptance: acceptanceOf(history, made, offered?.data.coach),
    landing: landed ? found(landed) : { there: wentOn || (due !== undefined && knownOn <= due) },
  };
  return {
    pieces: Object.fromEntries(
      evidencePieces.map((piece) => [piece, shown(pieces[piece])]),
    ) as Evidence['pieces'],
    missing: evidencePieces.filter((piece) => !pieces[piece].there),
    facts: [
      ...new Set(
        [request, ...evidencePieces.map((piece) => pieces[piece].fact), made.fact].filter(
          (fact) => fact !== undefined,
        ),
      ),
    ],
    ...(due === undefined || wentOn ? {} : { landingDue: due }),
  };
};
