import type { StreamingRead } from '@eventstore/db-client';
import { Expired } from './trouble.ts';

/**
 * All that a read of one page brings. The client gives a read no end of its own, so one that says nothing for so many
 * milliseconds is given up. The listener for errors stays: an error that nobody hears would end the process.
 */
export const pageOf = <Event>(
  reading: StreamingRead<Event>,
  quietFor: number,
  signal: AbortSignal,
): Promise<readonly Event[]> =>
  new Promise((resolve, reject) => {
    const events: Event[] = [];
    const settle = (how: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
      how();
    };
    const cancel = (reason: Error) => {
      settle(() => reject(reason));
      reading.cancel().catch(() => undefined);
    };
    const giveUp = () => cancel(new Expired('nobody waits for this page any more'));
    const timer = setTimeout(() => cancel(new Expired(`no word for ${quietFor} ms`)), quietFor);
    signal.addEventListener('abort', giveUp);
    reading.on('data', (event) => {
      events.push(event);
      timer.refresh();
    });
    reading.on('end', () => settle(() => resolve(events)));
    reading.on('error', (error) => settle(() => reject(error)));
    if (signal.aborted) giveUp();
  });
