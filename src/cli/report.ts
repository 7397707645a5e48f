import type { FiguresRefusal } from '../../projections/figures/index.ts';
import { figuresQueryOf, isReport } from '../app/figures/query.ts';
import { reportCsv, reportTable } from '../app/figures/text.ts';
import { LogReader } from '../app/figures/log-reader.ts';
import type { Place } from '../app/log-place.ts';
import { systemClock } from '../app/wiring.ts';
import { amsterdamDate } from '../kernel/instant.ts';
import { withLog } from './reading.ts';
import { BadUsage, type Io, oneOf, parsed } from './usage.ts';

export const reportUsage = `wissel report twin|vsv|switches --year YEAR [--known-on DATE] [--by SPLIT] [--definition ID] [--format table|json|csv] [--rows] [--at ORDINAL]

  --year YEAR        2025 is the school year 2025-2026 (peildata 1 October 2025 and 2026)
  --known-on DATE    only what was recorded on or before this day counts (default: today)
  --by SPLIT         landschap, domein, niveau, leerweg or crebo
  --definition ID    switches: D1 D2 D3 D5 D6 D7 all (default all); vsv: the rule of age
  --format FORMAT    table (default), json or csv
  --rows             a line per member of the population: NDJSON, or CSV with --format csv
  --at ORDINAL       as if the log ended at this event
`;

export const refusalText = (refusal: FiguresRefusal): string => {
  switch (refusal.code) {
    case 'PeildatumNotReached':
      return `PeildatumNotReached: peildatum ${refusal.peildatum} is after ${refusal.knownOn}, the day as known on which you ask; take an earlier --year or a later --known-on`;
    case 'UnknownDefinition':
      return `--definition: ${refusal.definition} is not known; give one of ${refusal.known.join(', ')}`;
    case 'OrdinalNotReached':
      return `--at: the log ends at ${refusal.last}`;
  }
};

export const report = async (argv: readonly string[], place: Place, io: Io): Promise<number> => {
  const [name, ...rest] = argv;
  if (!isReport(name)) throw new BadUsage(`report: say twin, vsv or switches, not ${name ?? 'nothing'}`);
  const text = { type: 'string' } as const;
  const { values } = parsed(rest, {
    year: text,
    'known-on': text,
    by: text,
    definition: text,
    format: text,
    at: text,
    rows: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const { rows = false, json = false, format: given, ...typed } = values;
  const format = oneOf('--format', given ?? (json ? 'json' : 'table'), ['table', 'json', 'csv']);
  const query = figuresQueryOf(name, typed, amsterdamDate(systemClock.now()));
  if (!query.ok) throw new BadUsage(query.wrong.map(({ what }) => `--${what}`).join('\n'));

  return withLog(place, async (log) => {
    const reader = new LogReader(log);
    if (rows) {
      const answer = await reader.rows({ query: query.value, as: format === 'csv' ? 'csv' : 'ndjson' });
      if (!answer.answered) throw new BadUsage(refusalText(answer.refusal));
      await io.out(answer.text);
      return 0;
    }
    const answer = await reader.report(query.value);
    if (!answer.answered) throw new BadUsage(refusalText(answer.refusal));
    const { report: found } = answer;
    await io.out(
      format === 'json'
        ? `${JSON.stringify(found)}\n`
        : format === 'csv'
          ? reportCsv(found)
          : reportTable(found),
    );
    return 0;
  });
};
