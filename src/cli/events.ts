import { setImmediate } from 'node:timers/promises';
import type { Place } from '../app/log-place.ts';
import { Chain, isOurs, rawLineOf } from '../engine/chain.ts';
import { rawEventsOf } from '../ports/raw-log.ts';
import { type Log, withLog } from './reading.ts';
import { BadUsage, type Io, parsed, wholeNumber } from './usage.ts';

export const eventsUsage = `wissel events export [--after ORDINAL]
wissel events chain [--at ORDINAL] [--json]

  export writes every event as stored, one JSON object per line, in log order: the n-th line is event ORDINAL + n.
  chain writes how many events there are and the hash over all of them: two stores with the same one hold the same log.
  --after ORDINAL   begin after this event (0: from the beginning)
  --at ORDINAL      the chain as it was with this event
  --json            the answer as one object
`;

const pieceSize = 64 * 1_024;
/** So many events between two looks whether whoever asked has gone. */
const breath = 10_000;
const anyOrdinal = [0, Number.MAX_SAFE_INTEGER] as const;

const exportEvents = async (log: Log, after: number, io: Io): Promise<number> => {
  let ordinal = 0;
  let piece: string[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    if (piece.length > 0) await io.out(`${piece.join('\n')}\n`);
    piece = [];
    size = 0;
  };
  for await (const events of rawEventsOf(log))
    for (const event of events) {
      if (!isOurs(event.stream)) continue;
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
};

/** Over the events up to this one; undefined when there are fewer. */
const chainAt = async (log: Log, at: number | undefined, signal: AbortSignal): Promise<Chain | undefined> => {
  const chain = new Chain();
  if (at === 0) return chain;
  for await (const events of rawEventsOf(log))
    for (const event of events) {
      chain.addRaw(event);
      if (chain.ordinal === at) return chain;
      if (chain.ordinal % breath === 0) {
        await setImmediate();
        signal.throwIfAborted();
      }
    }
  return at === undefined ? chain : undefined;
};

export const events = async (argv: readonly string[], place: Place, io: Io): Promise<number> => {
  const [what, ...rest] = argv;
  if (what === 'export') {
    const { values } = parsed(rest, { after: { type: 'string' } });
    const after = values.after === undefined ? 0 : wholeNumber('--after', values.after, ...anyOrdinal);
    return withLog(place, (log) => exportEvents(log, after, io));
  }
  if (what === 'chain') {
    const { values } = parsed(rest, { at: { type: 'string' }, json: { type: 'boolean' } });
    const at = values.at === undefined ? undefined : wholeNumber('--at', values.at, ...anyOrdinal);
    return withLog(place, async (log) => {
      const chain = await chainAt(log, at, io.signal);
      if (!chain) throw new BadUsage(`--at: there is no event ${String(at)} yet`);
      const { ordinal, hash } = chain;
      await io.out(
        values.json ? `${JSON.stringify({ events: ordinal, chain: hash })}\n` : `${ordinal} ${hash}\n`,
      );
      return 0;
    });
  }
  throw new BadUsage(`events: say export, import or chain, not ${what ?? 'nothing'}`);
};
