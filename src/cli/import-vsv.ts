import { buffer } from 'node:stream/consumers';
import type { Writing } from '../app/wiring.ts';
import { definitiveSequence, provisionalSequence, vsvListKinds } from '../domain/delivery/events.ts';
import { brin as brinShape } from '../domain/institution/ids.ts';
import { importVsv } from '../imports/vsv/import-vsv.ts';
import type { VsvReport } from '../imports/vsv/report.ts';
import type { GivenList } from '../imports/vsv/which-list.ts';
import { findingsText } from './findings-text.ts';
import { openFiles, tellsProgress } from './given-file.ts';
import { standingOf } from './standing.ts';
import { BadUsage, type Io, oneOf, parsed } from './usage.ts';

export const importVsvUsage = `wissel import vsv FILE… [--dry-run] [--json] [--kind KIND] [--brin BRIN] [--year YEAR] [--month YYYYMM] [--status STATUS]

  Reads DUO's lists about early leavers: A04, A05 and A14 of a month, NRSP and NenR of a year. Records who is on them,
  and of NenR the verdicts; nobody is enrolled or moved by it. The same file again changes nothing.
  --dry-run   decide everything, write nothing
  --json      one JSON object per file
  --kind, --brin, --year, --month, --status   what a file does not say of itself: A04 A05 A14 NRSP NenR; the school; the
              school year of the count (2022 is 2022-2023, which DUO calls 2023); the month reported on; provisional or definitive
`;

const which = ({ header: { kind, countYear, sequence } }: VsvReport): string => {
  const year = `${countYear}-${countYear + 1}`;
  if (sequence === provisionalSequence) return `${kind} of ${year}, provisional`;
  if (sequence === definitiveSequence) return `${kind} of ${year}, definitive`;
  return `${kind} of ${year}, month ${sequence} of the teljaar`;
};

const asText = (name: string, report: VsvReport): string => {
  const { header, rows, persons, matched, unknownHere, verdicts, events, dryRun } = report;
  return [
    `${name}: ${which(report)}, school ${header.brin}${dryRun ? ' (dry run: nothing was written)' : ''}`,
    `  lines ${rows}, persons ${persons}, known here ${matched}, unknown here ${unknownHere}`,
    ...(header.kind === 'NenR' ? [`  new verdicts: VSV ${verdicts.vsv}, taken back ${verdicts.notVsv}`] : []),
    `  ${dryRun ? 'events that would be new' : 'new events'}: ${events}`,
    ...findingsText(report),
    '',
  ].join('\n');
};

const givenIn = (
  values: Readonly<Record<'kind' | 'brin' | 'year' | 'month' | 'status', string | undefined>>,
): GivenList => {
  const { kind, brin, year, month, status } = values;
  if (brin !== undefined && brinShape.wrong(brin, '') !== undefined)
    throw new BadUsage(`--brin: ${brin} is no BRIN; it is two digits and two capitals, as 21CY`);
  if (year !== undefined && !/^20\d\d$/.test(year))
    throw new BadUsage(`--year: give a school year as 2022, and not ${year}`);
  if (month !== undefined && !/^20\d\d(0[1-9]|1[0-2])$/.test(month))
    throw new BadUsage(`--month: give a month as 202210, and not ${month}`);
  return {
    ...(kind === undefined ? {} : { kind: oneOf('--kind', kind, vsvListKinds) }),
    ...(brin === undefined ? {} : { brin }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(month === undefined ? {} : { month }),
    ...(status === undefined ? {} : { status: oneOf('--status', status, ['provisional', 'definitive']) }),
  };
};

export const importVsvCommand = async (
  argv: readonly string[],
  open: () => Promise<Writing>,
  io: Io,
): Promise<number> => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values, positionals } = parsed(
    argv,
    { 'dry-run': flag, json: flag, kind: text, brin: text, year: text, month: text, status: text },
    Number.MAX_SAFE_INTEGER,
  );
  if (positionals.length === 0) throw new BadUsage('import vsv: name at least one file');
  const { kind, brin, year, month, status } = values;
  const given = givenIn({ kind, brin, year, month, status });
  const files = await openFiles(positionals, io.cwd);

  const writing = await open();
  let exit = 0;
  for (const file of files) {
    const { brins, lists, merged } = await standingOf(writing.store);
    const answer = await importVsv({
      file: { name: file.name, hash: file.hash, bytes: await buffer(file.open()) },
      engine: writing.engine,
      hashing: writing.hashing,
      dryRun: values['dry-run'] ?? false,
      given,
      known: { brins, lists, merged },
      onProgress: tellsProgress(file, io),
    });
    if (answer.accepted)
      await io.out(values.json ? `${JSON.stringify(answer.report)}\n` : asText(file.name, answer.report));
    else {
      exit = 2;
      io.err(`${file.name}: ${answer.refusal.text} (${answer.refusal.code}; nothing of it was written)\n`);
    }
  }
  return exit;
};
