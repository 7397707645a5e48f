import type { Programme } from '../../domain/institution/ids.ts';
import type { ToldEvent } from '../../domain/trajectory/state.ts';
import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';

/** A programme from a day on, until the next one begins or the enrolment ends. */
export interface Period {
  readonly from: CalendarDate;
  readonly programme: Programme;
}

/** What the school would have had to report: one enrolment (ISG) with its periods (ISP). */
export interface Enrolment {
  readonly from: CalendarDate;
  readonly until?: CalendarDate;
  readonly reason?: string;
  readonly periods: readonly [Period, ...Period[]];
}

export interface ReportedDiploma {
  readonly on: CalendarDate;
  readonly programme: Pick<Programme, 'opleidingscode' | 'niveau'>;
}

export interface Reported {
  readonly enrolments: readonly Enrolment[];
  readonly diplomas: readonly ReportedDiploma[];
}

/** Code 8: no drop-out; of a switch inside the school and of a diploma (reference/domain.md §4.4). */
export const insideTheSchool = '08';

interface Running {
  programme: Programme;
  enrolment: { from: CalendarDate; periods: [Period, ...Period[]] } | undefined;
}

/** Whether a switch shows as a new enrolment or as a new period of the same one: both occur in real registers. */
const opensEnrolment = (
  event: Extract<ToldEvent, { readonly type: 'Switched' | 'FollowOnStarted' }>,
): boolean => event.type === 'FollowOnStarted' || Number.parseInt(event.id.slice(0, 1), 16) < 8;

const dayOf = ({ data }: ToldEvent): CalendarDate | undefined => ('on' in data ? data.on : undefined);

const byDay = (history: readonly ToldEvent[]): readonly ToldEvent[] =>
  history
    .map((event, index) => ({ event, index, on: dayOf(event) ?? ('' as CalendarDate) }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.index - b.index))
    .map(({ event }) => event);

/**
 * The derived account of a student (FIGURES.md §2 of the specification), from the history as it is known:
 * from definitive enrolment, specification, switch, follow-on, leaving, return and diploma. A switch opens a
 * new period or a new enrolment, so at no moment are there two enrolments.
 */
export const reportedOf = (history: readonly ToldEvent[]): Reported => {
  const enrolments: Enrolment[] = [];
  const diplomas: ReportedDiploma[] = [];
  let running: Running | undefined;

  const close = (until: CalendarDate, reason: string): void => {
    const open = running?.enrolment;
    if (running) running.enrolment = undefined;
    if (open && until >= open.from)
      enrolments.push({ from: open.from, until, reason, periods: open.periods });
  };
  const changeTo = (programme: Programme, on: CalendarDate, anew: boolean): void => {
    if (!running) return;
    running.programme = programme;
    const open = running.enrolment;
    if (!open) return;
    if (on <= open.from) {
      running.enrolment = { from: open.from, periods: [{ from: open.from, programme }] };
    } else if (anew) {
      close(addDays(on, -1), insideTheSchool);
      running.enrolment = { from: on, periods: [{ from: on, programme }] };
    } else {
      const [first, ...later] = open.periods;
      running.enrolment = {
        from: open.from,
        periods: [first, ...later.filter(({ from }) => from < on), { from: on, programme }],
      };
    }
  };

  for (const event of byDay(history)) {
    switch (event.type) {
      case 'PlacedProvisionally':
        running = { programme: event.data.programme, enrolment: undefined };
        break;
      case 'EnrolledDefinitively':
        if (running && !running.enrolment)
          running.enrolment = {
            from: event.data.on,
            periods: [{ from: event.data.on, programme: running.programme }],
          };
        break;
      case 'ProgrammeSpecified': {
        if (!running) break;
        const { niveau: _, ...stays } = running.programme;
        const { on, opleidingscode, niveau } = event.data;
        changeTo({ ...stays, opleidingscode, ...(niveau !== undefined && { niveau }) }, on, false);
        break;
      }
      case 'Switched':
        changeTo(event.data.to, event.data.on, opensEnrolment(event));
        break;
      case 'FollowOnStarted':
        changeTo(event.data.programme, event.data.on, true);
        break;
      case 'DiplomaAwarded': {
        const { on, opleidingscode, niveau } = event.data;
        diplomas.push({ on, programme: { opleidingscode, ...(niveau !== undefined && { niveau }) } });
        break;
      }
      case 'PlacementCancelled':
        running = undefined;
        break;
      case 'Left':
        close(event.data.on, event.data.reason.padStart(2, '0'));
        running = undefined;
        break;
      default:
        break;
    }
  }
  if (running?.enrolment) enrolments.push(running.enrolment);
  return { enrolments, diplomas };
};

/** The programme of the one enrolment that covers a day. */
export const programmeOn = ({ enrolments }: Reported, on: CalendarDate): Programme | undefined =>
  enrolments
    .find(({ from, until }) => from <= on && (until === undefined || on <= until))
    ?.periods.findLast(({ from }) => from <= on)?.programme;
