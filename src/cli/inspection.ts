import { compareQueryOf } from '../app/figures/compare-query.ts';
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
import type { AnyRefusal } from '../app/figures/refusals.ts';
import type { Place } from '../app/log-place.ts';
import type { PaperQuestion } from '../app/papers/make.ts';
import { paperFormats } from '../app/papers/paper.ts';
import { systemClock } from '../app/wiring.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { amsterdamDate } from '../kernel/instant.ts';
import { paperAsked, putPaper, refuseWithoutPaper } from './paper.ts';
import { withLog } from './reading.ts';
import { askedRight, refusalText } from './refusal-text.ts';
import { BadUsage, type Io, oneOf, parsed } from './usage.ts';

export const whyUsage = `wissel report why --trajectory ID --year YEAR [--known-on DATE] [--at ORDINAL] [--json | --format csv|xlsx|pdf --for team [--out FILE]]

  Of one student and every figure of the school year: counted or not, the step that decided or that left them out, the
  steps before it, and the events it rests on.
`;

export const nearUsage = `wissel report near [--known-on DATE] [--at ORDINAL] [--json | --format csv|xlsx|pdf --for team [--out FILE]]

  Who would count as VSV or as a switch on the next peildatum if nothing changed, and what would prevent it.
`;

export const bridgeUsage = `wissel report bridge --year YEAR --from DATE [--to DATE] [--at ORDINAL] [--json | --format csv|xlsx|pdf --for team [--out FILE]]

  The same school year as known on two days (default of --to: today): what each total gained and lost, and every
  step between them with the late or corrected events that make it.
`;

export const compareUsage = `wissel report compare --report twin|vsv --year YEAR --with YEAR [--by SPLIT --value VALUE] …
wissel report compare --report twin|vsv --year YEAR --by SPLIT --value VALUE --other VALUE [--with YEAR] [--known-on DATE] [--at ORDINAL] [--json | --format csv|xlsx|pdf --for team [--out FILE]]

  Two school years, or two landschappen (or values of another split), side by side in the order asked: numbers and their
  shares, no differences and no ranks.
`;

export const evidenceUsage = `wissel report evidence --year YEAR [--known-on DATE] [--at ORDINAL] [--json | --format csv|xlsx|pdf --for team [--out FILE]]

  Of every switch of the school year which of the five pieces of evidence are there, per landschap and one by one, what was
  recorded late, and what there is to do for what is missing.
`;

export const reconciliationUsage = `wissel report reconciliation --year YEAR [--list SHA256] [--known-on DATE] [--at ORDINAL] [--json | --format csv|xlsx|pdf --for team [--out FILE]]

  DUO's lists of one count year (wissel import vsv) beside what the school knows: of everybody on the last list what
  explains it, whom DUO does not name, and the start populations. --list compares with an earlier list.
`;

interface Question<Query, Report> {
  readonly flags: readonly string[];
  readonly query: (typed: Typed, today: CalendarDate) => Parsed<Query>;
  readonly ask: (
    reader: LogReader,
    query: Query,
  ) => Promise<
    | { readonly answered: true; readonly report: Report }
    | { readonly answered: false; readonly refusal: AnyRefusal }
  >;
  readonly text: (report: Report) => string;
  /** As a file, where it can be one. */
  readonly paper?: (query: Query) => PaperQuestion['of'];
}

export const inspecting =
  <Query, Report>({ flags, query, ask, text, paper }: Question<Query, Report>) =>
  async (argv: readonly string[], place: Place, io: Io): Promise<number> => {
    const { values } = parsed(argv, {
      ...Object.fromEntries(
        [...flags, ...(paper ? ['format', 'out', 'for'] : [])].map(
          (flag) => [flag, { type: 'string' }] as const,
        ),
      ),
      json: { type: 'boolean' },
    });
    const { json, ...given } = values;
    const {
      format,
      out,
      for: whom,
      ...typed
    }: Typed = Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
    if (format === undefined) refuseWithoutPaper({ out, for: whom });
    const taken =
      format === undefined
        ? undefined
        : paperAsked({ format: oneOf('--format', format, paperFormats), out, for: whom }, io);
    const asked = askedRight(query(typed, amsterdamDate(systemClock.now())));
    return withLog(place, async (log) => {
      const reader = new LogReader(log);
      if (taken && paper) return putPaper(reader, paper(asked), taken, io);
      const answer = await ask(reader, asked);
      if (!answer.answered) throw new BadUsage(refusalText(answer.refusal));
      await io.out(json === true ? `${JSON.stringify(answer.report)}\n` : text(answer.report));
      return 0;
    });
  };

export const reportWhy = inspecting({
  flags: ['trajectory', 'year', 'known-on', 'at'],
  query: whyQueryOf,
  ask: (reader, query) => reader.why(query),
  text: whyText,
  paper: (query) => ({ what: 'why', query }),
});

export const reportNear = inspecting({
  flags: ['known-on', 'at'],
  query: nearQueryOf,
  ask: (reader, query) => reader.near(query),
  text: nearText,
  paper: (query) => ({ what: 'near', query }),
});

export const reportBridge = inspecting({
  flags: ['year', 'from', 'to', 'at'],
  query: bridgeQueryOf,
  ask: (reader, query) => reader.bridge(query),
  text: bridgeText,
  paper: (query) => ({ what: 'bridge', query }),
});

export const reportReconciliation = inspecting({
  flags: ['year', 'list', 'known-on', 'at'],
  query: reconciliationQueryOf,
  ask: (reader, query) => reader.reconciliation(query),
  text: reconciliationText,
  paper: (query) => ({ what: 'reconciliation', query }),
});

export const reportEvidence = inspecting({
  flags: ['year', 'known-on', 'at'],
  query: evidenceQueryOf,
  ask: (reader, query) => reader.evidence(query),
  text: evidenceText,
  paper: (query) => ({ what: 'evidence', query }),
});

export const reportCompare = inspecting({
  flags: ['report', 'year', 'with', 'by', 'value', 'other', 'known-on', 'at'],
  query: compareQueryOf,
  ask: (reader, query) => reader.compare(query),
  text: compareText,
  paper: (query) => ({ what: 'compare', query }),
});
