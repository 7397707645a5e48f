import { rawLineOf } from '../engine/chain.ts';
import { isOurs, withLog } from './reading.ts';
import { BadUsage, type Io, parsed, wholeNumber } from './usage.ts';

export const eventsUsage = `wissel events export [--after ORDINAL]

  Writes every event as stored, one JSON object per line, in log order: the n-th line is event ORDINAL + n.
  --after ORDINAL   begin after this event (0: from the beginning)
`;

const pieceSize = 64 * 1_024;

export const events = async (argv: readonly string[], folder: string, io: Io): Promise<number> => {
  const [what, ...rest] = argv;
  if (what !== 'export') throw new BadUsage(`events: say export, not ${what ?? 'nothing'}`);
  const { values } = parsed(rest, { after: { type: 'string' } });
  const after =
    values.after === undefined ? 0 : wholeNumber('--after', values.after, 0, Number.MAX_SAFE_INTEGER);
  return withLog(folder, async (log) => {
    let ordinal = 0;
    let piece: string[] = [];
    let size = 0;
    const flush = async (): Promise<void> => {
      if (piece.length > 0) await io.out(`${piece.join('\n')}\n`);
      piece = [];
      size = 0;
    };
    for (const event of log.rawEvents()) {
      if (!isOurs(event)) continue;
      ordinal += 1;
      if (ordinal <= after) continue;
      const line = rawLineOf(event);
      piece.push(line);
      size += line.length;
      if (size >= pieceSize) await flush();
      if (io.signal.aborted) return 1;
    }
    await flush();
    return 0;
  });
};
