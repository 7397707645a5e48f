import { randomUUID } from 'node:crypto';
import { ANY, BACKWARDS, END, NO_STREAM } from '@eventstore/db-client';
import { type LeaseBook, leasePageIn } from '../../ports/leases.ts';
import { connectionOf } from './connection-string.ts';
import { pageOf } from './page.ts';
import { type Call, Servers } from './servers.ts';
import { proposed } from './stored-event.ts';
import { troubleOf, within } from './trouble.ts';

export interface EventStoreDbLeasesOptions {
  readonly connectionString: string;
  /** One page for those who share something. */
  readonly name: string;
  /** How long a server may take for one answer (ms). */
  readonly deadline?: number;
}

/** Editions that the server keeps; those before go when it is scavenged. */
const kept = 10;

/**
 * The page is the last event of a `lease-*` stream, and its edition the revision: an append at a revision that is not the
 * last is refused, which is all that a book has to do. Its events are no part of the log that is counted.
 */
export const eventStoreDbLeaseBook = ({
  connectionString,
  name,
  deadline = 3_000,
}: EventStoreDbLeasesOptions): LeaseBook => {
  const { servers: named, credentials } = connectionOf(connectionString);
  const servers = new Servers(named);
  const stream = `lease-${name}`;
  const call: Call = { credentials, requiresLeader: true };
  const closed = new AbortController();
  return {
    read: async () => {
      try {
        const [last] = await servers.answer(
          deadline,
          (client) =>
            pageOf(
              client.readStream(stream, { ...call, direction: BACKWARDS, fromRevision: END, maxCount: 1 }),
              deadline,
              closed.signal,
            ),
          closed.signal,
        );
        const page = leasePageIn(last?.event?.data);
        return last?.event && page && { page, edition: Number(last.event.revision) };
      } catch (error) {
        if (troubleOf(error) === 'no stream') return undefined;
        throw error;
      }
    },
    write: async (page, instead) => {
      const { client } = servers;
      const expectedRevision = instead === undefined ? NO_STREAM : BigInt(instead);
      const event = proposed({
        id: randomUUID(),
        type: 'LeasesTurned',
        version: 1,
        data: JSON.stringify(page),
        meta: '{}',
      });
      try {
        await within(
          deadline,
          client.appendToStream(stream, [event], { ...call, expectedRevision, deadline }),
          closed.signal,
        );
        if (instead === undefined)
          await within(
            deadline,
            client.setStreamMetadata(
              stream,
              { maxCount: kept },
              { ...call, expectedRevision: ANY, deadline },
            ),
            closed.signal,
          );
        return true;
      } catch (error) {
        if (troubleOf(error) === 'conflict') return false;
        servers.leave(client);
        throw error;
      }
    },
    close: async () => {
      closed.abort();
      await servers.dispose();
    },
  };
};
