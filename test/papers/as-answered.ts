import type { Cell, Paper } from '../../src/app/papers/paper.ts';
import {
  classWords,
  itemStates,
  notListedWords,
  onlyThereWords,
  stanceWords,
} from '../../src/app/figures/texts/reconciliation.ts';
import { pieceNames } from '../../src/app/figures/texts/evidence.ts';
import {
  mendWords,
  nearKindWords,
  outsideCauseWords,
  standingWords,
} from '../../src/app/figures/texts/inspection.ts';
import {
  attributeOf,
  countedName,
  evidenceNames,
  parameterValueNames,
  registerNames,
  totalOf,
  unknownNames,
  verdictNames,
} from '../../src/app/figures/texts/names.ts';
import { statusText } from '../../src/app/figures/texts/reports.ts';
import type { BridgeLine } from '../../projections/figures/index.ts';

type Words = Readonly<Record<string, string>>;

const dictionaries: readonly Words[] = [
  notListedWords,
  classWords,
  itemStates,
  notListedWords,
  onlyThereWords,
  stanceWords,
  pieceNames,
  mendWords,
  nearKindWords,
  outsideCauseWords,
  standingWords,
  evidenceNames,
  registerNames,
  unknownNames,
  verdictNames,
  statusText,
];

/** In which words a paper may say a value of an answer. */
const saidAs = (value: string): readonly string[] => [
  value,
  ...dictionaries.flatMap((words) => words[value] ?? []),
  attributeOf({ of: value, count: 0 })[1],
  countedName(value),
  totalOf({ part: value as BridgeLine['part'], value })[0],
  totalOf({ part: 'population', value })[1],
];

/** Said in English for machines, in Dutch for readers, or once where it is of many: held by tests of their own. */
const otherwise: ReadonlySet<string> = new Set([
  'source',
  'normSource',
  'sentences',
  'besideSentences',
  'parameters',
  'side',
  'list',
  'by',
  'sequence',
  'rejected',
]);

interface Said {
  /** The part of the school that it is said of. */
  readonly part: string | undefined;
  /** Whose it is, where that is more than one line of a paper. */
  readonly key: string | undefined;
  readonly strings: readonly string[];
  readonly numbers: readonly number[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Leaves {
  readonly strings: string[];
  readonly numbers: number[];
}

const partOf = ({ value, name }: Readonly<Record<string, unknown>>): string =>
  [value, name].filter((each) => typeof each === 'string').join(' ');

/** What an answer says by itself, and each of the lists in it line by line. */
const saidIn = (answer: Readonly<Record<string, unknown>>, within?: string): readonly Said[] => {
  const lines: Said[] = [];
  const part = 'by' in answer && 'value' in answer ? partOf(answer) : within;
  const gather = (value: unknown, into: Leaves): void => {
    if (typeof value === 'string' && value !== '') into.strings.push(value);
    else if (typeof value === 'number') into.numbers.push(value);
    else if (Array.isArray(value))
      for (const each of value as readonly unknown[])
        if (isObject(each)) lines.push(...saidIn(each, part));
        else gather(each, into);
    else if (isObject(value))
      for (const [name, of] of Object.entries(value)) if (!otherwise.has(name)) gather(of, into);
  };
  const mine: Leaves = { strings: [], numbers: [] };
  gather(answer, mine);
  const key =
    answer['switch'] ?? answer['trajectory'] ?? answer['figure'] ?? (part === within ? undefined : part);
  return [{ part, key: typeof key === 'string' ? key : undefined, ...mine }, ...lines];
};

const isId = (text: string): boolean => /^[0-9a-f]{8}-|^[0-9a-f]{64}$/.test(text);

const isSaidIn = ({ strings, numbers }: Said, cells: readonly Cell[]): boolean => {
  const texts = cells.filter((cell) => typeof cell === 'string');
  const left = cells.filter((cell) => typeof cell === 'number');
  return (
    strings.every((value) => saidAs(value).some((text) => texts.some((cell) => cell.includes(text)))) &&
    numbers.every((value) => {
      const at = left.indexOf(value);
      if (at >= 0) left.splice(at, 1);
      return at >= 0 || texts.some((cell) => !isId(cell) && new RegExp(`(^|\\D)${value}(\\D|$)`).test(cell));
    })
  );
};

/** What an answer says and a paper of it does not; each line of the answer is to be found in one of the paper. */
export const unsaid = (paper: Paper, answer: object): readonly string[] => {
  const accounted = paper.verantwoording.map(({ label, value }): readonly Cell[] => [label, value]);
  const rows = [...paper.tables.flatMap((table) => table.rows), ...accounted];
  const [whole, ...lines] = saidIn(answer as Readonly<Record<string, unknown>>);
  const isMissing = (said: Said): boolean => {
    const mine = said.part === undefined ? rows : rows.filter(([part]) => part === said.part);
    return said.key === undefined
      ? !mine.some((row) => isSaidIn(said, row))
      : !isSaidIn(said, mine.filter((row) => row.includes(said.key ?? '')).flat());
  };
  const parameters = (answer as { parameters?: Parameters<typeof parameterValueNames>[0] }).parameters;
  const settings =
    parameters && 'ageRule' in parameters ? Object.values(parameterValueNames(parameters)) : [];
  return [
    ...(whole && !isSaidIn(whole, rows.flat()) ? [{ ...whole, key: 'whole' }] : []),
    ...lines.filter(isMissing),
    ...settings.filter((value) => !accounted.some(([, said]) => said === value)),
  ].map((said) => JSON.stringify(said));
};
