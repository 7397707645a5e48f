import type { Writing } from '../app/wiring.ts';
import { refusalWords } from '../http/refusal-words.ts';
import {
  type Change,
  type HouseAnswer,
  importHouse,
  type RefusedStep,
} from '../imports/institution/index.ts';
import { textOf } from './text-file.ts';
import { BadUsage, type Io, parsed } from './usage.ts';

export const institutionImportUsage = `wissel institution import FILE [--dry-run] [--json]

  Reads the house from a YAML file, as wissel institution export writes it, and records what differs from what is so.
  What is not in the file stays as it is, and the same file twice records nothing. The whole file is checked first:
  when anything in it is wrong (exit code 2) or is refused (1), nothing is written.
  Codes, days and yes or no need no quotes: each value is read by what it is for.
  --dry-run   says what would be recorded, and writes nothing
  --json      the answer as one object
`;

/** A refusal in words, with what it is about. */
const refusalText = ({ refusal }: RefusedStep): string => {
  const { code, ...about } = refusal;
  if (code === 'Busy') return 'Somebody else was writing at the same time; import the file again. (Busy)';
  const particulars = Object.entries(about).map(([name, value]) => `${name}: ${String(value)}`);
  return `${refusalWords[code].en} (${[code, ...particulars].join(', ')})`;
};

const wrongIn = (answer: Exclude<HouseAnswer, { outcome: 'done' }>) =>
  answer.outcome === 'wrong'
    ? answer.problems.map(({ line, column, path, what }) => ({ line, column, path, what }))
    : answer.refusals.map((refused) => ({
        line: refused.line,
        column: refused.column,
        path: refused.step.path,
        what: refusalText(refused),
        code: refused.refusal.code,
      }));

const countsOf = (changes: readonly Change[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const type of changes.flatMap(({ events }) => events)) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
};

const listed = (counts: Iterable<readonly [string, number]>): string =>
  [...counts].map(([name, count]) => `${name} ${count}`).join(', ');

const asText = (
  file: string,
  dryRun: boolean,
  { changes, already }: Extract<HouseAnswer, { outcome: 'done' }>,
): string => {
  const events = changes.reduce((sum, each) => sum + each.events.length, 0);
  const lines = [
    `${file}: ${dryRun ? 'events that would be recorded' : 'events recorded'}: ${events}${dryRun ? ' (dry run: nothing was written)' : ''}`,
    ...Object.entries(countsOf(changes)).map(([type, count]) => `  ${type} ${count}`),
    ...(already.size > 0 ? [`  so already: ${listed(already)}`] : []),
    // Whoever asks what would happen wants to see it; whoever lets it happen has seen it.
    ...(dryRun
      ? changes.map(({ line, step, events: types }) => `  line ${line}: ${types.join(', ')} ${step.about}`)
      : []),
  ];
  return `${lines.join('\n')}\n`;
};

const asObject = (file: string, dryRun: boolean, answer: HouseAnswer) => {
  const changes = answer.outcome === 'wrong' ? [] : answer.changes;
  return {
    file,
    dryRun,
    events: changes.reduce((sum, each) => sum + each.events.length, 0),
    recorded: countsOf(changes),
    already: answer.outcome === 'done' ? Object.fromEntries(answer.already) : {},
    changes: changes.map(({ line, step, events }) => ({ line, path: step.path, about: step.about, events })),
    problems: answer.outcome === 'done' ? [] : wrongIn(answer),
  };
};

export const institutionImport = async (
  argv: readonly string[],
  open: () => Promise<Writing>,
  io: Io,
): Promise<number> => {
  const { values, positionals } = parsed(
    argv,
    { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
    1,
  );
  const [file] = positionals;
  if (file === undefined) throw new BadUsage('institution import: name a file');
  const text = textOf(file, io.cwd, 'give the staff in files of their own, one after the other');
  const dryRun = values['dry-run'] ?? false;
  const { engine, random, alone } = await open();
  const answer = await importHouse({ text, engine, random, dryRun, alone });
  if (values.json) await io.out(`${JSON.stringify(asObject(file, dryRun, answer))}\n`);
  if (answer.outcome === 'done') {
    if (!values.json) await io.out(asText(file, dryRun, answer));
    return 0;
  }
  for (const { line, column, path, what } of wrongIn(answer))
    io.err(`${file}:${line}:${column}: ${path === '' ? '' : `${path}: `}${what}\n`);
  io.err(
    answer.outcome === 'refused' && answer.changes.length > 0
      ? `${answer.changes.length} entries were recorded before somebody else came in between; import the file again.\n`
      : 'Nothing was written.\n',
  );
  return answer.outcome === 'wrong' ? 2 : 1;
};
