import { randomBytes, randomUUID } from 'node:crypto';
import { uuid } from '../../kernel/message.ts';
import type { Random } from '../../ports/random.ts';

export const systemRandom: Random = {
  number: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
  uuid: () => uuid(randomUUID()),
};
