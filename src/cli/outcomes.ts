import { outcomeCellOf, outcomesQueryOf } from '../app/figures/inspection-query.ts';
import { outcomesText } from '../app/figures/texts/outcomes.ts';
import type { LogReader } from '../app/figures/log-reader.ts';
import type { Typed } from '../app/figures/query.ts';
import type { Place } from '../app/log-place.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { inspecting } from './inspection.ts';
import { paperUsage } from './paper.ts';
import type { Io } from './usage.ts';

export const outcomesUsage = `wissel report outcomes --year YEAR [--known-on DATE] [--by SPLIT] [--at ORDINAL] [--json]
wissel report outcomes --year YEAR … --format csv|xlsx|pdf [--out FILE] [--for outside|team]
wissel report outcomes --year YEAR --indicator ID [--part population|counted|notKnown] [--by SPLIT --value VALUE] [--of-year YEAR] …

  Instellingsverlaters, jaarresultaat, diplomaresultaat, startersresultaat, opstroom, passend diploma and
  kwalificatiewinst of a school year and of three years together, by niveau with the norms. With --indicator: who
  is in a cell of it, and the events that put them there; --of-year is one of the years taken together.
${paperUsage}`;

const flags = ['year', 'known-on', 'by', 'at'];

const whole = inspecting({
  flags,
  query: outcomesQueryOf,
  ask: (reader, query) => reader.outcomes(query),
  text: outcomesText,
  paper: (query) => ({ what: 'outcomes', query }),
});

type CellAsked = Parameters<LogReader['outcomeMembers']>[0];

const opened = inspecting({
  flags: [...flags, 'indicator', 'part', 'of-year', 'value'],
  query: (typed: Typed, today: CalendarDate) => {
    const query = outcomesQueryOf(typed, today);
    const cell = outcomeCellOf(typed);
    return query.ok && cell.ok
      ? { ok: true, value: { query: query.value, cell: cell.value } }
      : { ok: false, wrong: [...(query.ok ? [] : query.wrong), ...(cell.ok ? [] : cell.wrong)] };
  },
  ask: async (reader, asked: CellAsked) => {
    const answer = await reader.outcomeMembers(asked);
    if (!answer.answered) return answer;
    const { ordinal, members } = answer;
    return { answered: true, report: { ordinal, members } };
  },
  text: ({ members }) =>
    members
      .map(
        ({ trajectory, counted, because, events }) =>
          `${trajectory}  ${counted === null ? 'niet te zeggen' : counted ? 'telt mee' : 'telt niet mee'}${because === null ? '' : ` (${because})`}  ${events.join(' ')}\n`,
      )
      .join(''),
});

const isThere = (argv: readonly string[], flag: string): boolean =>
  argv.some((each) => each.split('=')[0] === flag);

/** The indicators as a table, as a file, or one cell of them opened. */
export const reportOutcomes = (argv: readonly string[], place: Place, io: Io): Promise<number> =>
  isThere(argv, '--indicator') ? opened(argv, place, io) : whole(argv, place, io);
