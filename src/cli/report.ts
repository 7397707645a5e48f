import { splits } from '../../projections/figures/index.ts';
import { figuresQueryOf, isReport } from '../app/figures/query.ts';
import { reportTable } from '../app/figures/texts/reports.ts';
import { LogReader } from '../app/figures/log-reader.ts';
import type { Place } from '../app/log-place.ts';
import { paperFormats } from '../app/papers/paper.ts';
import { systemClock } from '../app/wiring.ts';
import { amsterdamDate } from '../kernel/instant.ts';
import { isPaper, paperAsked, paperUsage, putPaper, refuseWithoutPaper } from './paper.ts';
import { withLog } from './reading.ts';
import { askedRight, refusalText } from './refusal-text.ts';
import { BadUsage, type Io, oneOf, parsed } from './usage.ts';

export const reportUsage = `wissel report twin|vsv|switches --year YEAR [--known-on DATE] [--by SPLIT] [--definition ID] [--alongside ID] [--rows] [--at ORDINAL] [--json]
wissel report twin|vsv|switches --year YEAR … --format csv|xlsx|pdf [--out FILE] [--for outside|team]

  --year YEAR        2025 is the school year 2025-2026 (peildata 1 October 2025 and 2026)
  --known-on DATE    only what was recorded on or before this day counts (default: today)
  --by SPLIT         ${splits.join(', ')}
  --definition ID    switches: D1 D2 D3 D5 D6 D7 all (default all), or one’s own:
                     own:NAME,… of dimensions, moments and initiatives; vsv: the rule of age
  --alongside ID     twin: a definition of a switch as a third reading of the same students
  --rows             a line per member of the population: NDJSON, or a file with --format and --for team
  --at ORDINAL       as if the log ended at this event
${paperUsage}`;

export const report = async (argv: readonly string[], place: Place, io: Io): Promise<number> => {
  const [name, ...rest] = argv;
  if (!isReport(name)) throw new BadUsage(`report: say twin, vsv or switches, not ${name ?? 'nothing'}`);
  const text = { type: 'string' } as const;
  const { values } = parsed(rest, {
    year: text,
    'known-on': text,
    by: text,
    definition: text,
    alongside: text,
    format: text,
    out: text,
    for: text,
    at: text,
    rows: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const { rows = false, json = false, format: given, out, for: whom, ...typed } = values;
  const format = oneOf('--format', given ?? (json ? 'json' : 'table'), ['table', 'json', ...paperFormats]);
  const paper = isPaper(format) ? paperAsked({ format, out, for: whom }, io) : undefined;
  if (!paper) refuseWithoutPaper({ out, for: whom });
  const query = askedRight(figuresQueryOf(name, typed, amsterdamDate(systemClock.now())));

  return withLog(place, async (log) => {
    const reader = new LogReader(log);
    if (paper) return putPaper(reader, { what: rows ? 'rows' : 'report', query }, paper, io);
    if (rows) {
      const answer = await reader.rows(query);
      if (!answer.answered) throw new BadUsage(refusalText(answer.refusal));
      await io.out(answer.text);
      return 0;
    }
    const answer = await reader.report(query);
    if (!answer.answered) throw new BadUsage(refusalText(answer.refusal));
    await io.out(format === 'json' ? `${JSON.stringify(answer.report)}\n` : reportTable(answer.report));
    return 0;
  });
};
