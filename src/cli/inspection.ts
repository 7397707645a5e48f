import { compareQueryOf, unknownValue } from '../app/figures/compare-query.ts';
import { compareText } from '../app/figures/texts/compare.ts';
import { evidenceText } from '../app/figures/texts/evidence.ts';
import { bridgeText, nearText, whyText } from '../app/figures/texts/inspection.ts';
import { reconciliationText } from '../app/figures/texts/reconciliation.ts';
import {
  bridgeQueryOf,
  nearQueryOf,
  reconciliationQueryOf,
  whyQueryOf,
} from '../app/figures/inspection-query.ts';
import { LogReader } from '../app/figures/log-reader.ts';
import { evidenceQueryOf, type Parsed, type Typed } from '../app/figures/query.ts';
import type { Place } from '../app/log-place.ts';
import { systemClock } from '../app/wiring.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { amsterdamDate } from '../kernel/instant.ts';
import { withLog } from './reading.ts';
import { askedRight, refusalText } from './refusal-text.ts';
import { BadUsage, type Io, parsed } from './usage.ts';

export const whyUsage = `wissel report why --trajectory ID --year YEAR [--known-on DATE] [--at ORDINAL] [--json]

  Of one student and every figure of the school year: counted or not, the step that decided or that left them out, the
  steps before it, and the events it rests on.
`;

export const nearUsage = `wissel report near [--known-on DATE] [--at ORDINAL] [--json]

  Who would count as VSV or as a switch on the next peildatum if nothing changed, and what would prevent it.
`;

export const bridgeUsage = `wissel report bridge --year YEAR --from DATE [--to DATE] [--at ORDINAL] [--json]

  The same school year as known on two days (default of --to: today): what each total gained and lost, and every
  step between them with the late or corrected events that make it.
`;

export const compareUsage = `wissel report compare --report twin|vsv --year YEAR --with YEAR [--by SPLIT --value VALUE] …
wissel report compare --report twin|vsv --year YEAR --by SPLIT --value VALUE --other VALUE [--with YEAR] [--known-on DATE] [--at ORDINAL] [--json]

  Two school years, or two landschappen (or values of another split), side by side in the order asked: numbers and their
  shares, no differences and no ranks.
`;

export const evidenceUsage = `wissel report evidence --year YEAR [--known-on DATE] [--at ORDINAL] [--json]

  Of every switch of the school year which of the five pieces of evidence are there, per landschap and one by one, what was
  recorded late, and what there is to do for what is missing.
`;

export const reconciliationUsage = `wissel report reconciliation --year YEAR [--list SHA256] [--known-on DATE] [--at ORDINAL] [--json]

  DUO's lists of one count year (wissel import vsv) beside what the school knows: of everybody on the last list what
  explains it, whom DUO does not name, and the start populations. --list compares with an earlier list.
`;

interface Question<Query, Report> {
  readonly flags: readonly string[];
  readonly query: (typed: Typed, today: CalendarDate) => Parsed<Query>;
  readonly ask: (reader: LogReader, query: Query) => Promise<Report>;
  readonly text: (report: Report) => string;
}

export const inspecting =
  <Query, Report>({ flags, query, ask, text }: Question<Query, Report>) =>
  async (argv: readonly string[], place: Place, io: Io): Promise<number> => {
    const { values } = parsed(argv, {
      ...Object.fromEntries(flags.map((flag) => [flag, { type: 'string' } as const])),
      json: { type: 'boolean' },
    });
    const { json, ...given } = values;
    const typed = Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    const asked = askedRight(query(typed, amsterdamDate(systemClock.now())));
    return withLog(place, async (log) => {
      const report = await ask(new LogReader(log), asked);
      await io.out(json === true ? `${JSON.stringify(report)}\n` : text(report));
      return 0;
    });
  };

export const reportWhy = inspecting({
  flags: ['trajectory', 'year', 'known-on', 'at'],
  query: whyQueryOf,
  ask: async (reader, query) => {
    const answer = await reader.why(query);
    if (answer.answered) return answer.report;
    const { refusal } = answer;
    throw new BadUsage(
      refusal.code === 'UnknownTrajectory'
        ? `--trajectory: ${refusal.trajectory} is not here`
        : refusalText(refusal),
    );
  },
  text: whyText,
});

export const reportNear = inspecting({
  flags: ['known-on', 'at'],
  query: nearQueryOf,
  ask: async (reader, query) => {
    const answer = await reader.near(query);
    if (answer.answered) return answer.report;
    throw new BadUsage(refusalText(answer.refusal));
  },
  text: nearText,
});

export const reportBridge = inspecting({
  flags: ['year', 'from', 'to', 'at'],
  query: bridgeQueryOf,
  ask: async (reader, query) => {
    const answer = await reader.bridge(query);
    if (answer.answered) return answer.report;
    const { refusal } = answer;
    throw new BadUsage(
      refusal.code === 'BridgeBackwards'
        ? `--to: ${refusal.to} lies before --from ${refusal.from}`
        : refusalText(refusal),
    );
  },
  text: bridgeText,
});

export const reportReconciliation = inspecting({
  flags: ['year', 'list', 'known-on', 'at'],
  query: reconciliationQueryOf,
  ask: async (reader, query) => {
    const answer = await reader.reconciliation(query);
    if (answer.answered) return answer.report;
    const { refusal } = answer;
    throw new BadUsage(
      refusal.code === 'UnknownList'
        ? `--list: no list of that school year has the SHA-256 ${refusal.list}`
        : refusalText(refusal),
    );
  },
  text: reconciliationText,
});

export const reportEvidence = inspecting({
  flags: ['year', 'known-on', 'at'],
  query: evidenceQueryOf,
  ask: async (reader, query) => {
    const answer = await reader.evidence(query);
    if (answer.answered) return answer.report;
    throw new BadUsage(refusalText(answer.refusal));
  },
  text: evidenceText,
});

export const reportCompare = inspecting({
  flags: ['report', 'year', 'with', 'by', 'value', 'other', 'known-on', 'at'],
  query: compareQueryOf,
  ask: async (reader, query) => {
    const answer = await reader.compare(query);
    if (answer.answered) return answer.report;
    const { refusal } = answer;
    throw new BadUsage(
      refusal.code === 'UnknownValue' ? `--${unknownValue(refusal).what}` : refusalText(refusal),
    );
  },
  text: compareText,
});
