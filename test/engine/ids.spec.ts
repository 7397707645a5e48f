import { expect, it } from '@jest/globals';
import { derivedId, eventId } from '../../src/engine/ids.ts';
import { isUuid, uuid } from '../../src/kernel/message.ts';

it('derives the UUID that RFC 9562 gives for a name in a namespace (appendix A.4)', () => {
  const dns = uuid('6ba7b810-9dad-11d1-80b4-00c04fd430c8');
  expect(derivedId(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

it('gives every event of a command an id of its own, and the same one each time', () => {
  const command = uuid('22222222-2222-4222-8222-222222222222');
  const ids = Array.from({ length: 200 }, (_, index) => eventId(command, 'trajectory-é', index));
  expect(new Set(ids).size).toBe(200);
  for (const [index, id] of ids.entries()) {
    expect(isUuid(id)).toBe(true);
    expect(eventId(command, 'trajectory-é', index)).toBe(id);
  }
});
