import { randomUUID } from 'node:crypto';
import { eventId } from '../../src/engine/ids.ts';
import { type Instant, instant } from '../../src/kernel/instant.ts';
import { type Happening, uuid } from '../../src/kernel/message.ts';
import type { EventStore } from '../../src/ports/event-store.ts';

/** Facts as if they had been decided before, in one breath. */
export const appendFacts = async (
  store: Pick<EventStore, 'append' | 'readStream'>,
  stream: string,
  facts: readonly Happening[],
  recordedAt: Instant = instant('2025-09-01T10:00:00.000Z'),
): Promise<void> => {
  const commandId = uuid(randomUUID());
  const last = (await store.readStream(stream)).at(-1);
  const appended = await store.append(
    stream,
    last?.revision ?? 'none',
    facts.map(({ type, data }, index) => ({
      id: eventId(commandId, stream, index),
      type,
      version: 1,
      data,
      meta: {
        commandId,
        commandHash: '',
        actor: { id: 'school', role: 'simulator' },
        causationId: commandId,
        correlationId: commandId,
        recordedAt,
        source: 'test',
      },
    })),
  );
  if (!appended.done) throw new Error(`somebody else appends to ${stream}`);
};
