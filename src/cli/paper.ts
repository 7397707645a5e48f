import { userInfo } from 'node:os';
import type { LogReader } from '../app/figures/log-reader.ts';
import {
  type Audience,
  audiences,
  makePaper,
  type PaperQuestion,
  type PaperRefusal,
} from '../app/papers/make.ts';
import { type PaperFormat, paperFormats } from '../app/papers/paper.ts';
import { madeByLines } from '../app/papers/made-by.ts';
import { version } from '../app/version.ts';
import { systemClock } from '../app/wiring.ts';
import { newPlaceFor, putFile } from './out-file.ts';
import { refusalText } from './refusal-text.ts';
import { BadUsage, type Io, oneOf } from './usage.ts';

export const paperUsage = `  --format FORMAT    csv, xlsx or pdf: a file to take away, with a page that accounts for it
  --out FILE         where the file goes (xlsx and pdf; csv goes to standard output without it)
  --for WHOM         outside (default): without what could be counted back to fewer than five students; team: everything
`;

export const paperRefusalText = (refusal: PaperRefusal): string =>
  refusal.code === 'StaysInTeam'
    ? `--for: ${refusal.what} do not leave the team; ask with --for team`
    : refusalText(refusal);

const login = (): string => {
  try {
    return userInfo().username;
  } catch {
    return 'onbekend';
  }
};

export interface PaperTyped {
  readonly format: PaperFormat;
  readonly out: string | undefined;
  readonly for: string | undefined;
}

export const isPaper = (format: string): format is PaperFormat =>
  paperFormats.some((each) => each === format);

/** `--out` and `--for` say nothing without a file. */
export const refuseWithoutPaper = ({ out, for: whom }: Pick<PaperTyped, 'out' | 'for'>): void => {
  if (out !== undefined || whom !== undefined)
    throw new BadUsage('--out and --for: go with --format csv, xlsx or pdf');
};

/** Looked at before anything is computed. */
export const paperAsked = (
  { format, out, for: whom }: PaperTyped,
  { cwd }: Io,
): { readonly audience: Audience; readonly path: string | undefined; readonly format: PaperFormat } => ({
  format,
  audience: oneOf('--for', whom ?? 'outside', audiences),
  path: format === 'csv' && out === undefined ? undefined : newPlaceFor(out, cwd, `the ${format}`),
});

export const putPaper = async (
  reader: LogReader,
  of: PaperQuestion['of'],
  { audience, path, format }: ReturnType<typeof paperAsked>,
  io: Io,
): Promise<number> => {
  const madeBy = madeByLines(`${login()}, met de opdrachtregel`, systemClock.now(), version);
  const answer = await makePaper(reader, { of, format, audience, madeBy });
  if (!answer.answered) throw new BadUsage(paperRefusalText(answer.refusal));
  if (path === undefined) await io.out(new TextDecoder('utf-8', { ignoreBOM: true }).decode(answer.bytes));
  else putFile(path, answer.bytes);
  return 0;
};
