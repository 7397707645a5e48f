import type { Stored } from '../log/log.ts';
import type { FilterOptions } from '../protocol.ts';
import { invalid, type Refusal, thrownByHandler } from './refusals.ts';

/** Which events of `$all` a reader wants. */
export interface Filter {
  readonly wants: (event: Stored) => boolean;
  /** How many events are searched at a time. */
  readonly window: number;
  /** How many windows lie between two checkpoints. */
  readonly multiplier: number;
}

const everything = (): boolean => true;

/** The window when the request leaves it to the server. */
const defaultWindow = 32;

export const filterOf = (options: FilterOptions | undefined): Filter | Refusal => {
  if (!options) return { wants: everything, window: defaultWindow, multiplier: 0 };
  if (!options.hasMax() && !options.hasCount())
    return invalid(
      "'None' is not a valid EventStore.Client.Streams.ReadReq+Types+Options+Types+FilterOptions+WindowOneofCase",
    );
  const ofStream = options.getStreamIdentifier();
  const expression = ofStream ?? options.getEventType();
  if (!expression)
    return invalid(
      '\'{ "count": { }, "checkpointIntervalMultiplier": 1 }\' is not a valid EventStore.Client.Streams.ReadReq+Types+Options+Types+FilterOptions',
    );
  const subject = (event: Stored): string => (ofStream ? event.stream : event.type);
  const prefixes = expression.getPrefixList();
  const regex = expression.getRegex();
  const window = options.hasMax() ? options.getMax() : defaultWindow;
  const multiplier = options.getCheckpointintervalmultiplier();
  if (prefixes.length > 0)
    return {
      wants: (event) => prefixes.some((prefix) => subject(event).startsWith(prefix)),
      window,
      multiplier,
    };
  if (regex === '') return { wants: () => false, window, multiplier };
  try {
    const pattern = new RegExp(regex);
    return { wants: (event) => pattern.test(subject(event)), window, multiplier };
  } catch {
    return thrownByHandler();
  }
};
