import { outcomeCellOf, outcomesQueryOf, yearNotTogether } from '../app/figures/inspection-query.ts';
import { outcomesText } from '../app/figures/outcomes-text.ts';
import type { LogReader } from '../app/figures/log-reader.ts';
import type { Typed } from '../app/figures/query.ts';
import type { Place } from '../app/log-place.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { inspecting } from './inspection.ts';
import { refusalText } from './report.ts';
import { BadUsage, type Io } from './usage.ts';

export const outcomesUsage = `wissel report outcomes --year YEAR [--known-on DATE] [--by SPLIT] [--at ORDINAL] [--json]
wissel report outcomes --year YEAR --indicator ID [--part population|counted|notKnown] [--by SPLIT --value VALUE] [--of-year YEAR] …

  Instellingsverlaters, jaarresultaat, diplomaresultaat, startersresultaat, opstroom, passend diploma and
  kwalificatiewinst of a school year and of three years together, by niveau with the norms. With --indicator: who
  is in a cell of it, and the events that put them there; --of-year is one of the years taken together.
`;

const flags = ['year', 'known-on', 'by', 'at'];

const whole = inspecting({
  flags,
  query: outcomesQueryOf,
  ask: async (reader, query) => {
    const answer = await reader.outcomes(query);
    if (answer.answered) return answer.report;
    throw new BadUsage(refusalText(answer.refusal));
  },
  text: outcomesText,
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
    if (answer.answered) return { ordinal: answer.ordinal, members: answer.members };
    const { refusal } = answer;
    throw new BadUsage(
      refusal.code === 'YearNotTogether' ? `--${yearNotTogether(refusal.years).what}` : refusalText(refusal),
    );
  },
  text: ({ members }) =>
    members
      .map(
        ({ trajectory, counted, because, events }) =>
          `${trajectory}  ${counted === null ? 'niet te zeggen' : counted ? 'telt mee' : 'telt niet mee'}${because === null ? '' : ` (${because})`}  ${events.join(' ')}\n`,
      )
      .join(''),
});

/** The indicators as a table, or one cell of it opened. */
export const reportOutcomes = (argv: readonly string[], place: Place, io: Io): Promise<number> =>
  argv.some((each) => each.split('=')[0] === '--indicator')
    ? opened(argv, place, io)
    : whole(argv, place, io);
