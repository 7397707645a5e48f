import { importRo } from '../imports/ro/import-ro.ts';
import type { RoReport } from '../imports/ro/report.ts';
import type { Writing } from '../app/wiring.ts';
import { findingsText } from './findings-text.ts';
import { openFiles, tellsProgress } from './given-file.ts';
import { standingOf } from './standing.ts';
import { BadUsage, type Io, parsed } from './usage.ts';

export const importUsage = `wissel import ro FILE… [--dry-run] [--json] [--brin BRIN] [--from DATE] [--to DATE] [--made-on DATE]

  Reads register files (registratieoverzicht, RO) and records what they say as the register's account.
  The same file again changes nothing; a newer one of the same school adds the differences.
  --dry-run   decide everything, write nothing
  --json      one JSON object per file
  --brin, --from, --to, --made-on   what a file without VLP record does not say of itself
`;

const asObject = ({
  delivery,
  persons,
  enrolments,
  periods,
  switches,
  diplomas,
  events,
  warnings,
  rejected,
}: RoReport) => ({
  delivery,
  persons,
  enrolments,
  periods,
  switches,
  diplomas,
  events,
  warnings: warnings.map(({ code, count, text }) => ({ code, count, text })),
  rejected: rejected.map(({ line, record, code, text }) => ({ line, record, code, text })),
});

const asText = (name: string, report: RoReport): string => {
  const { header, dryRun } = report;
  const lines = [
    `${name}: school ${header.brin}, ${header.from} to ${header.to}, made on ${header.madeOn}${dryRun ? ' (dry run: nothing was written)' : ''}`,
    `  persons ${report.persons}, enrolments ${report.enrolments}, periods ${report.periods}, switches ${report.switches}, diplomas ${report.diplomas}`,
    `  ${dryRun ? 'events that would be new' : 'new events'}: ${report.events}`,
    ...findingsText(report),
  ];
  return `${lines.join('\n')}\n`;
};

export const importCommand = async (
  argv: readonly string[],
  open: () => Promise<Writing>,
  io: Io,
): Promise<number> => {
  const [kind, ...rest] = argv;
  if (kind !== 'ro') throw new BadUsage(`import: say ro or vsv, not ${kind ?? 'nothing'}`);
  const text = { type: 'string' } as const;
  const { values, positionals } = parsed(
    rest,
    {
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      brin: text,
      from: text,
      to: text,
      'made-on': text,
    },
    Number.MAX_SAFE_INTEGER,
  );
  if (positionals.length === 0) throw new BadUsage('import ro: name at least one file');
  const { brin, from, to, 'made-on': madeOn } = values;
  const files = await openFiles(positionals, io.cwd);

  const writing = await open();
  let exit = 0;
  for (const file of files) {
    const answer = await importRo({
      file,
      engine: writing.engine,
      hashing: writing.hashing,
      random: writing.random,
      dryRun: values['dry-run'] ?? false,
      standing: await standingOf(writing.store),
      options: {
        ...(brin === undefined ? {} : { brin }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        ...(madeOn === undefined ? {} : { madeOn }),
      },
      onProgress: tellsProgress(file, io),
    });
    if (answer.accepted)
      await io.out(
        values.json ? `${JSON.stringify(asObject(answer.report))}\n` : asText(file.name, answer.report),
      );
    else {
      exit = 2;
      io.err(`${file.name}: ${answer.refusal.text} (${answer.refusal.code}; nothing of it was written)\n`);
    }
  }
  return exit;
};
